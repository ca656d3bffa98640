import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'head',
  'select',
  'button',
  'textarea',
  'input',
  'audio',
  'video',
  'canvas',
  'math',
  'title',
]);
const ASIDE = new Set([
  'nav',
  'aside',
  'footer',
  'form',
  'figure',
  'figcaption',
  'dialog',
  'menu',
  'time',
  'address',
  'caption',
]);
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup tt u var wbr nobr'.split(
    ' ',
  ),
);
const ASIDE_NAMES =
  /(?:^|[-_\s])(?:share|sharing|social|related|nav|navigation|menu|breadcrumbs?|footer|cookies?|newsletter|teasers?|sidebar|comments?|promo|byline|tags?|advert|ads?|also-read|media-block|signup|sign-up|subscribe|skip|caption|toolbar|pagination|pager|recommended|most-read|trending|ticker|masthead|text-size|donate|banner|credits?|meta|popular)(?:$|[-_\s])/i;

/** Whether nobody sees an element. */
export function isHidden(element: Tree.Element): boolean {
  if (HIDDEN.has(element.tagName)) return true;
  return element.attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'aria-hidden' && value === 'true') ||
      (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value)) ||
      (name === 'class' && /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)/.test(value)),
  );
}

/** Whether an element is the page's own text, when it says so. */
export function isMain(element: Tree.Element): boolean {
  if (element.tagName === 'article' || element.tagName === 'main') return wordsIn(element) > 60;
  return element.attrs.some(({ name, value }) => name === 'role' && value === 'main') && wordsIn(element) > 60;
}

/** Whether an element stands beside the text: navigation, teasers, sharing, captions, the header of the site. */
export function isAside(element: Tree.Element): boolean {
  if (ASIDE.has(element.tagName)) return true;
  if (element.tagName === 'header') return !holdsTitle(element);
  if (element.tagName === 'body' || element.tagName === 'html' || element.tagName === 'main') return false;
  const isNamed = element.attrs.some(
    ({ name, value }) => (name === 'class' || name === 'id') && ASIDE_NAMES.test(value),
  );
  return (
    (isNamed && wordsIn(element) < 400) ||
    element.attrs.some(
      ({ name, value }) => name === 'role' && /^(?:navigation|banner|search|contentinfo|complementary)$/.test(value),
    )
  );
}

/** Whether an element's words stand in the line around it. */
export function isTransparent(element: Tree.Element): boolean {
  return INLINE.has(element.tagName);
}

function holdsTitle(element: Tree.Element): boolean {
  return element.childNodes.some((child) => 'tagName' in child && (child.tagName === 'h1' || holdsTitle(child)));
}

function wordsIn(element: Tree.Element): number {
  let words = 0;
  for (const child of element.childNodes) {
    if ('tagName' in child) words += isHidden(child) ? 0 : wordsIn(child);
    else if (child.nodeName === '#text') words += child.value.split(/\s+/).filter((word) => word !== '').length;
  }
  return words;
}
