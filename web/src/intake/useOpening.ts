import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { bringIntoView } from './into-view';

/** Whether the desk is being opened at the title of the page; where the address asks for a proposal, it opens there instead. */
export function useOpening(asked: string | undefined): RefObject<boolean> {
  const opening = useRef(asked === undefined);
  const router = useRouter();
  useEffect(() => {
    opening.current = false;
    if (asked === undefined) return undefined;
    // The router goes to the top of a page once it is drawn; what was asked for may stand there by then.
    return router.subscribe('onRendered', () =>
      bringIntoView(document.querySelector('[data-pane] [data-chosen="true"]')),
    );
  }, [asked, router]);
  return opening;
}
