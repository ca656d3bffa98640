// A DOCX: its paragraphs with their styles, and the numbers that its word processor would write before them.

import { assemble } from './assemble.js';
import type { IntakeDocument } from './document.js';
import { unpackDocx } from './docx-archive.js';
import { Numbering } from './docx-numbering.js';
import { DocxParagraphs } from './docx-paragraphs.js';
import { Styles } from './docx-styles.js';
import { ReadingFault } from './reading-fault.js';
import { child, parseXml } from './xml.js';

export async function readDocx(bytes: Buffer): Promise<IntakeDocument> {
  const parts = await unpackDocx(bytes);
  const treeOf = (xml: string | undefined) => (xml === undefined ? undefined : parseXml(xml));
  const root = parseXml(parts.document ?? '');
  if (root.name !== 'w:document') throw new ReadingFault('damaged-document');
  const reading = new DocxParagraphs(new Styles(treeOf(parts.styles)), new Numbering(treeOf(parts.numbering)));
  const body = reading.read(child(root, 'w:body'));
  if (body.length === 0) throw new ReadingFault('no-text');
  const notes = reading.readNotes(treeOf(parts.footnotes), 'w:footnote');
  return assemble(body, [...notes, ...reading.readNotes(treeOf(parts.endnotes), 'w:endnote')]);
}
