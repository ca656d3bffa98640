import { useEffect, useRef } from 'react';

/** Whoever leaves the form is with its ask again, not at the top of the page. */
export function useBackToRow() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const row = form.current?.closest('li')?.querySelector('button');
    return () => {
      if (document.activeElement === document.body) row?.focus({ preventScroll: true });
    };
  }, []);
  return form;
}
