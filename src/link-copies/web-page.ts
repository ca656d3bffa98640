import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What a page needs to be looked at again: its pictures and style sheets, as absolute addresses, each once, in their order. */
export function partsOf(html: string, address: string): string[] {
  const elements = [...elementsIn(parse(html))];
  const base = elements.find(({ tagName }) => tagName === 'base');
  const start = URL.parse(attribute(base, 'href') ?? '', address)?.href ?? address;
  const named = elements.flatMap((element) => partOf(element) ?? []);
  const parts = named.flatMap((text) => URL.parse(text.trim(), start)?.href ?? []);
  return [...new Set(parts)].filter((href) => /^https?:/.test(href));
}

function partOf(element: Element): string | undefined {
  if (element.tagName === 'img') return attribute(element, 'src');
  const isSheet = element.tagName === 'link' && /(^|\s)stylesheet(\s|$)/i.test(attribute(element, 'rel') ?? '');
  return isSheet ? attribute(element, 'href') : undefined;
}

/** Without recursion: pages can be nested deeper than the stack. */
function* elementsIn(document: Node): Generator<Element> {
  const open: Node[] = [document];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('tagName' in node) yield node;
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
}

const attribute = (element: Element | undefined, wanted: string): string | undefined =>
  element?.attrs.find(({ name }) => name === wanted)?.value;
