// The paragraphs of a DOCX, in order, with what is said of each. Pure.

import type { FileParagraph } from './assemble.js';
import { type Numbering } from './docx-numbering.js';
import { type Styles } from './docx-styles.js';
import { unjoined } from './plain-signs.js';
import { child, children, type XmlNode } from './xml.js';

/** What was deleted or moved away, what another program is offered instead, and what is no text. */
const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:pPr',
  'w:rPr',
  'w:instrText',
  'w:delText',
  'w:drawing',
]);
const AS_TEXT: Record<string, string> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' };

export class DocxParagraphs {
  private readonly found: FileParagraph[] = [];
  private readonly styles: Styles;
  private readonly numbering: Numbering;

  constructor(styles: Styles, numbering: Numbering) {
    this.styles = styles;
    this.numbering = numbering;
  }

  read(body: XmlNode | undefined): FileParagraph[] {
    this.walk(body);
    return this.found;
  }

  /** Notes at the foot or the end, each a paragraph of its own; the lines that part them from the text are none. */
  readNotes(notes: XmlNode | undefined, name: string): string[] {
    return children(notes, name)
      .filter((note) => note.attributes['w:type'] === undefined)
      .map((note) => cleaned(children(note, 'w:p').map(wordsOf).join(' ')))
      .filter((words) => words !== '');
  }

  private walk(node: XmlNode | undefined): void {
    for (const inner of node?.children ?? []) {
      if (typeof inner === 'string' || LEFT_OUT.has(inner.name)) continue;
      if (inner.name === 'w:p') this.add(inner);
      else if (inner.name === 'w:tr') this.addRow(inner);
      else this.walk(inner);
    }
  }

  private add(paragraph: XmlNode): void {
    const { listId, listLevel = 0, ...format } = this.styles.formatOf(child(paragraph, 'w:pPr'));
    const words = cleaned(wordsOf(paragraph));
    if (words === '') return;
    const mark = listId === undefined || listId === '0' ? undefined : this.numbering.next(listId, listLevel);
    this.found.push({ words, ...format, ...(mark === undefined ? {} : { mark, indent: 4 * listLevel }) });
  }

  /** A row of a table is one block, unless its cells hold paragraphs of their own: then it is there for the looks. */
  private addRow(row: XmlNode): void {
    const cells = children(row, 'w:tc').map((cell) => children(cell, 'w:p').map(wordsOf).map(cleaned).filter(Boolean));
    const filled = cells.filter((cell) => cell.length > 0);
    if (filled.length < 2 || filled.some((cell) => cell.length > 1))
      for (const cell of children(row, 'w:tc')) this.walk(cell);
    else this.found.push({ words: filled.map(([only]) => only).join('\t'), kind: 'row' });
  }
}

/** The text of a paragraph, with what stands in links, fields and text that was put in. */
function wordsOf(node: XmlNode): string {
  return node.children
    .map((inner): string => {
      if (typeof inner === 'string') return node.name === 'w:t' ? inner : '';
      if (LEFT_OUT.has(inner.name)) return '';
      return AS_TEXT[inner.name] ?? wordsOf(inner);
    })
    .join('');
}

/** Nothing that is no character; a line break within a paragraph stays one. */
const cleaned = (words: string): string =>
  unjoined(words)
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '') // eslint-disable-line no-control-regex
    .toWellFormed()
    .trim();
