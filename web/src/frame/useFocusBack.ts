import { useEffect, useState } from 'react';

/**
 * For what lies over the page and goes: the keyboard is where it was before, or in the page where that is gone too, and never at the top of
 * everything.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // Where it leaves in steps, the library has its say first.
      setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
        focusOn(isThere ? before : document.querySelector('main'));
      }, 50);
    },
    [before],
  );
}

function focusOn(place: HTMLElement | null): void {
  if (place?.tagName === 'MAIN') place.tabIndex = -1;
  place?.focus({ preventScroll: true });
}

/** The same, inside of a dialog that is there only while it is open. */
export function FocusBack() {
  useFocusBack();
  return null;
}
