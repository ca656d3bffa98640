import { notifications } from '@mantine/notifications';
import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { useWorkspace } from './workspace';

/**
 * What a form over the page is about. It stays as it was when one began, whatever others change meanwhile: the act is bound to its
 * version. `readAnew` reads it, and takes it as it is by then; where it is gone, that is said and the form has no place any more. It fails
 * where nothing could be read: what one began with stays then.
 */
export function useHeld<Held>(began: Held, read: () => Promise<Held | undefined>, leave: () => void) {
  const { t } = useTranslation();
  const [row, setRow] = useState(began);
  const [isAnew, setAnew] = useState(false);
  const isOpen = useIsOpen();
  const readAnew = async (): Promise<void> => {
    const now = await read();
    // Whoever left the form meanwhile may have another one open.
    if (!isOpen.current) return;
    if (now) {
      setRow(now);
      setAnew(true);
    } else {
      notifications.show({ message: t('frame.goneMeanwhile'), autoClose: false });
      leave();
    }
  };
  return { row, isAnew, readAnew };
}

/** The row of a list that a form is about; the list is read anew as a whole, with what hangs on it. */
export function useRow<Row extends { id: string } | undefined>(list: QueryKey, began: Row, close: () => void) {
  const queryKey = [useWorkspace(), ...list];
  const read = async () => {
    await queryClient.refetchQueries({ queryKey, type: 'active' }, { throwOnError: true });
    return queryClient.getQueryData<{ items: Row[] }>(queryKey)?.items.find((one) => one?.id === began?.id);
  };
  return useHeld(began, read, close);
}

/** What is read by itself is nothing where it is not there any more; what could not be read is still a failure. */
export const orGone = <Read>(reading: Promise<Read>): Promise<Read | undefined> =>
  reading.catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  });

function useIsOpen() {
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return isOpen;
}
