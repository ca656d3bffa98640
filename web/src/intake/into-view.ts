/**
 * Brings something of a pane into view; where the pane scrolls by itself, the page around it stays where it is. On opening the page stays
 * in any case: one begins with its title.
 */
export function bringIntoView(element: Element | null | undefined, isOpening = false): void {
  const pane = element?.closest('[data-pane]');
  if (!element || !pane) return;
  if (pane.scrollHeight <= pane.clientHeight) {
    if (!isOpening) element.scrollIntoView({ block: 'nearest' });
    return;
  }
  const [own, around] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (own.top < around.top || own.height > around.height) pane.scrollTop += own.top - around.top - MARGIN;
  else if (own.bottom > around.bottom)
    pane.scrollTop += Math.min(own.bottom - around.bottom, own.top - around.top) + MARGIN;
}

const MARGIN = 12;
