import { notifications } from '@mantine/notifications';
import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/queries';
import { useWorkspace } from './workspace';

/**
 * The row of a list that a form over the page is about. It stays as it was when one began, whatever others change meanwhile: the act is
 * bound to its version. `readAnew` reads the list first, and what hangs on it, and takes the row as it is by then; where it is gone, that
 * is said and the form closes. It fails where the list could not be read: what one began with stays then.
 */
export function useRow<Row extends { id: string } | undefined>(list: QueryKey, began: Row, close: () => void) {
  const { t } = useTranslation();
  const queryKey = [useWorkspace(), ...list];
  const [row, setRow] = useState(began);
  const [isAnew, setAnew] = useState(false);
  const isOpen = useIsOpen();
  const readAnew = async (): Promise<void> => {
    await queryClient.refetchQueries({ queryKey, type: 'active' }, { throwOnError: true });
    // Whoever left the form meanwhile may have another one open.
    if (!isOpen.current) return;
    const now = queryClient.getQueryData<{ items: Row[] }>(queryKey)?.items.find((one) => one?.id === began?.id);
    if (now) {
      setRow(now);
      setAnew(true);
    } else {
      notifications.show({ message: t('frame.goneMeanwhile'), autoClose: false });
      close();
    }
  };
  return { row, isAnew, readAnew };
}

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
