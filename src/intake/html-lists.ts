import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** The number of an item of an ordered list, as a browser would show it. */
export function numbered(item: Tree.Element): { label?: string } {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return {};
  const items = list.childNodes.filter((child): child is Tree.Element => 'tagName' in child && child.tagName === 'li');
  const at = items.indexOf(item) + Number(attribute(list, 'start') ?? 1);
  const type = attribute(list, 'type') ?? '1';
  if (type.toLowerCase() === 'a') return { label: `(${String.fromCharCode(type.charCodeAt(0) + at - 1)})` };
  return { label: type === 'i' ? `(${roman(at)})` : String(at) };
}

function roman(number: number): string {
  const signs: [number, string][] = [
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = number;
  let written = '';
  for (const [value, sign] of signs) for (; rest >= value; rest -= value) written += sign;
  return written;
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}
