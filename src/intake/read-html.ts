import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { classify } from './classify.js';
import type { IntakeDocument } from './document.js';
import { isAside, isHidden, isMain, isTransparent } from './html-parts.js';
import { numbered } from './html-lists.js';
import { isBoldHeading } from './headings.js';
import { unjoined } from './plain-signs.js';
import { find, isBold, isForLooks, textOf } from './html-nodes.js';
import type { RoughBlock } from './rough-block.js';

/** Where in the page the walk is. */
interface Place {
  isBoilerplate: boolean;
  /** How many lists are around. */
  depth: number;
  kind?: RoughBlock['kind'];
  level?: number;
  label?: string;
}

/** Reads a web page. Nothing in it runs and nothing that it names is fetched; entities are decoded by the parser. */
export function readHtml(html: string): IntakeDocument {
  const page = parse(html);
  const main = find(page, isMain);
  const walk = new Walk(main);
  walk.into(page, { isBoilerplate: main !== undefined, depth: 0 });
  return classify(walk.text, walk.blocks);
}

/** Gathers the words of a page, block by block. */
class Walk {
  text = '';
  readonly blocks: RoughBlock[] = [];
  private line = '';
  /** How many characters of the line are bold. */
  private bold = 0;
  private isBold = false;

  constructor(private readonly main: Tree.Element | undefined) {}

  into(node: Tree.ParentNode, place: Place): void {
    for (const child of node.childNodes) {
      if ('tagName' in child) this.element(child, place);
      else if (child.nodeName === '#text') this.add(unjoined(child.value).replace(/\s+/g, ' '));
    }
  }

  private add(words: string): void {
    this.line += words;
    if (this.isBold) this.bold += words.trim().length;
  }

  private element(element: Tree.Element, place: Place): void {
    if (isHidden(element)) return;
    const name = element.tagName;
    if (name === 'br') {
      this.close(place);
      return;
    }
    if (isTransparent(element)) {
      const { isBold } = this;
      this.isBold ||= name === 'b' || name === 'strong';
      this.into(element, place);
      this.isBold = isBold;
      return;
    }
    this.close(place);
    const inner = this.placeIn(element, place);
    if (name === 'tr') this.row(element, inner);
    else this.into(element, inner);
    this.close(inner);
  }

  private placeIn(element: Tree.Element, place: Place): Place {
    const name = element.tagName;
    const isBoilerplate = element === this.main ? false : place.isBoilerplate || isAside(element);
    const heading = /^h([1-6])$/.exec(name)?.[1];
    if (heading)
      return { isBoilerplate, depth: place.depth, kind: heading === '1' ? 'title' : 'heading', level: Number(heading) };
    if (name === 'ul' || name === 'ol') return { isBoilerplate, depth: place.depth + 1 };
    if (name === 'li')
      return { isBoilerplate, depth: place.depth, kind: 'item', level: Math.max(place.depth, 1), ...numbered(element) };
    if (name === 'p' && isBold(element)) return { isBoilerplate, depth: place.depth };
    return { ...place, isBoilerplate };
  }

  /** A row of a table that holds words, not paragraphs: its cells with tabs between them. */
  private row(row: Tree.Element, place: Place): void {
    const cells = row.childNodes.filter((cell): cell is Tree.Element => 'tagName' in cell);
    if (cells.length < 2 || cells.some(isForLooks)) {
      this.into(row, place);
      return;
    }
    this.line = cells.map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()).join('\t');
    this.close({ ...place, kind: 'row' });
  }

  private close(place: Place): void {
    const words = place.kind === 'row' ? this.line : this.line.trim();
    const isBold = this.bold > 0 && this.bold >= words.length - 3;
    [this.line, this.bold] = ['', 0];
    if (words.trim() === '') return;
    const start = this.text.length;
    this.text += `${words}\n\n`;
    const { kind, level, label } = place;
    const block: RoughBlock = { start, end: start + words.length, isApart: true };
    if (place.isBoilerplate) block.kind = 'boilerplate';
    else if (isBold && kind === undefined && isBoldHeading(words)) Object.assign(block, { kind: 'heading', level: 2 });
    else Object.assign(block, kind && { kind }, level !== undefined && { level }, label !== undefined && { label });
    this.blocks.push(block);
    // What follows in the same item (a second line) is not a second item.
    if (place.kind === 'item') delete place.label;
  }
}
