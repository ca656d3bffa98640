// What is found within the elements of a page. Pure.

import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isHidden } from './html-parts.js';
import { unjoined } from './plain-signs.js';

/** A cell that holds a text of its own: the table is there for the looks. */
export const isForLooks = (cell: Tree.Element): boolean =>
  find(cell, ({ tagName }) => /^(?:ul|ol|table|h[1-6])$/.test(tagName)) !== undefined || paragraphsIn(cell) > 2;

const paragraphsIn = (node: Tree.ParentNode): number =>
  node.childNodes.reduce(
    (sum, child) => sum + ('tagName' in child ? Number(/^(?:p|br)$/.test(child.tagName)) + paragraphsIn(child) : 0),
    0,
  );

/** Whether a paragraph holds nothing but bold words. */
export function isBold(paragraph: Tree.Element): boolean {
  const inner = paragraph.childNodes.filter(
    (child) => child.nodeName !== '#text' || (child as Tree.TextNode).value.trim(),
  );
  const only = inner[0];
  return inner.length === 1 && only !== undefined && 'tagName' in only && ['b', 'strong'].includes(only.tagName);
}

/** The words that an element shows. */
export function textOf(node: Tree.Element): string {
  return node.childNodes
    .map((child) =>
      'tagName' in child
        ? isHidden(child)
          ? ''
          : `${textOf(child)} `
        : child.nodeName === '#text'
          ? unjoined(child.value)
          : '',
    )
    .join('');
}

/** The first element within a node that is so. */
export function find(node: Tree.ParentNode, is: (element: Tree.Element) => boolean): Tree.Element | undefined {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const found = is(child) ? child : find(child, is);
    if (found) return found;
  }
  return undefined;
}
