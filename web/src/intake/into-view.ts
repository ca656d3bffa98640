/**
 * Brings something of a pane into view; where the pane scrolls by itself, the page around it stays where it is. On opening the page stays
 * in any case: one begins with its title.
 */
export function bringIntoView(element: Element | null | undefined, isOpening = false): void {
  const pane = element?.closest('[data-pane]');
  if (!element || !pane) return;
  const own = element.getBoundingClientRect();
  if (pane.scrollHeight <= pane.clientHeight) {
    const around = { top: HEADER, bottom: window.innerHeight };
    if (!isOpening && !isInPlace(own, around))
      element.scrollIntoView({ block: isTall(own, around) ? 'start' : 'center' });
    return;
  }
  const { top, bottom } = pane.getBoundingClientRect();
  const around = { top: top + (pane.querySelector('[data-above]')?.clientHeight ?? 0), bottom };
  if (isInPlace(own, around)) return;
  pane.scrollTop += own.top - around.top - (isTall(own, around) ? MARGIN : (around.bottom - around.top) / 4);
}

const MARGIN = 12;
/** What lies over the top of the page. */
const HEADER = 56;

type Stretch = Pick<DOMRect, 'top' | 'bottom'>;

/** All of it is seen, or its beginning near the top: what stands above it, the heading of its section say, stays in view. */
const isInPlace = (own: Stretch, { top, bottom }: Stretch): boolean =>
  own.top >= top && (own.bottom <= bottom || own.top <= top + (bottom - top) / 4);

const isTall = (own: Stretch, around: Stretch): boolean => own.bottom - own.top > (around.bottom - around.top) / 2;
