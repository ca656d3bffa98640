import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';

/**
 * Somebody else may do what one is about to do, and with that the open form has no place any more: it is said why it is gone.
 * `isGone` is asked as the form goes: whether that is the reason, and not that it was sent or left.
 */
export function useToldWhenGone(isGone: () => boolean, words: string): void {
  const now = useRef({ isGone, words });
  useEffect(() => {
    now.current = { isGone, words };
  });
  useEffect(
    () => () => {
      if (now.current.isGone()) notifications.show({ message: now.current.words, autoClose: false });
    },
    [],
  );
}
