// XML as a tree of what is asked of it. No entity but the five of XML and those by number is known, and nothing is fetched. Pure.

import { Parser } from 'htmlparser2';
import { ReadingFault } from './reading-fault.js';

export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
}

/** Deeper than any word processor goes, and far from what exhausts a stack. */
const DEEPEST = 200;
/** Of a document of a thousand pages. */
const MOST_NODES = 3_000_000;

/** The outermost element. */
export function parseXml(text: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  let nodes = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        nodes += 1;
        if (open.length > DEEPEST || nodes > MOST_NODES) throw new ReadingFault('too-much-inside');
        const node: XmlNode = { name, attributes, children: [] };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      ontext(words) {
        open.at(-1)?.children.push(words);
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  const [first] = root.children.filter((node): node is XmlNode => typeof node !== 'string');
  if (!first) throw new ReadingFault('damaged-document');
  return first;
}

export const children = (node: XmlNode | undefined, name: string): XmlNode[] =>
  (node?.children ?? []).filter((inner): inner is XmlNode => typeof inner !== 'string' && inner.name === name);

export const child = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((at, name) => children(at, name)[0], node);

/** What WordprocessingML says in one attribute. */
export const value = (node: XmlNode | undefined): string | undefined => node?.attributes['w:val'];
