// From the bytes of a file to a document. What it is, its bytes say; its name is asked only of text.

import { fileTypeFromBuffer } from 'file-type';
import { decodeText } from './decode-text.js';
import type { IntakeDocument } from './document.js';
import { readHtml } from './read-html.js';
import { readText } from './read-text.js';
import { ReadingFault } from './reading-fault.js';
import { MOST_CHARACTERS } from './reading-limits.js';

/** A document, and what it was made of. */
export interface FileDocument {
  format: 'text' | 'html' | 'pdf' | 'docx';
  mediaType: string;
  document: IntakeDocument;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Throws a ReadingFault where it is of no kind that is read, or can't be read. */
export async function readFile(bytes: Buffer, name: string): Promise<FileDocument> {
  if (bytes.length === 0) throw new ReadingFault('empty');
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime;
  // Each thread begins anew: a reader that it has no use for is not loaded.
  if (mediaType === 'application/pdf') {
    const { readPdf } = await import('./read-pdf.js');
    return { format: 'pdf', mediaType, document: await readPdf(bytes) };
  }
  // Office documents may say what they are too far in to be seen: they are ZIP all the same.
  if (mediaType === DOCX || mediaType === 'application/zip') {
    const { readDocx } = await import('./read-docx.js');
    return { format: 'docx', mediaType: DOCX, document: await readDocx(bytes) };
  }
  if (mediaType !== undefined && !TEXTS.includes(mediaType)) throw new ReadingFault('not-taken');
  const text = decodeText(bytes);
  if (CONTROLS.test(text.slice(0, 100_000))) throw new ReadingFault('not-taken');
  return readPasted(text, isHtml(text, name) ? 'html' : 'text');
}

/** What was pasted, or a file of text. */
export function readPasted(content: Buffer | string, format: 'text' | 'html'): FileDocument {
  const text = typeof content === 'string' ? content : decodeText(content);
  if (text.length > MOST_CHARACTERS) throw new ReadingFault('too-much-inside');
  return format === 'html'
    ? { format, mediaType: 'text/html', document: readHtml(text) }
    : { format, mediaType: 'text/plain', document: readText(text) };
}

/** A page may begin as XML does. */
const TEXTS = ['application/xml', 'text/html', 'text/plain'];
// All but tab, line feed, vertical tab, form feed and carriage return; U+FFFD stands for NUL and for what is no character.
const CONTROLS = /[\x01-\x08\x0e-\x1a\x1c-\x1f]|\uFFFD{8}/; // eslint-disable-line no-control-regex
const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|div|article|main|section|p|h1)\b/i;

const isHtml = (text: string, name: string): boolean => PAGE.test(text.slice(0, 5000)) || /\.x?html?$/i.test(name);
