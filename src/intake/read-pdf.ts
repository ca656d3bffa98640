// A PDF by its text layer. Nothing of it is drawn or run; pictures, scripts, forms and attached files are left alone.

import { fileURLToPath } from 'node:url';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { assemble } from './assemble.js';
import type { IntakeDocument } from './document.js';
import { type PdfLine, type Piece, linesOfPage } from './pdf-lines.js';
import { paragraphsOf } from './pdf-paragraphs.js';
import { ReadingFault } from './reading-fault.js';
import { MOST_CHARACTERS, MOST_PAGES } from './reading-limits.js';

/** As a path: pdf.js opens it as a file, and an address would be none. Documents of Korea, China and Japan have no words without these tables. */
const CMAPS = fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));
/** With fewer letters to a page it is a scan with a stamp on it. */
const FEWEST_LETTERS = 10;

export async function readPdf(bytes: Uint8Array): Promise<IntakeDocument> {
  const pdf = await open(bytes);
  if (pdf.numPages > MOST_PAGES) throw new ReadingFault('too-many-pages');
  const pages: PdfLine[][] = [];
  const heights: number[] = [];
  let characters = 0;
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { lines, height } = await readPage(pdf, n);
    pages.push(lines);
    heights.push(height);
    characters += lines.reduce((sum, { words }) => sum + words.length, 0);
    if (characters > MOST_CHARACTERS) throw new ReadingFault('too-much-inside');
  }
  if (characters < FEWEST_LETTERS * pdf.numPages) throw new ReadingFault('no-text');
  const { body, notes } = paragraphsOf(pages, heights);
  return assemble(body, notes);
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      verbosity: VerbosityLevel.ERRORS,
      disableFontFace: true,
      useSystemFonts: false,
      cMapUrl: CMAPS,
      cMapPacked: true,
    }).promise;
  } catch (error) {
    throw (error as Error).name === 'PasswordException' ? new ReadingFault('encrypted') : damaged(error);
  }
}

async function readPage(pdf: PDFDocumentProxy, n: number): Promise<{ lines: PdfLine[]; height: number }> {
  try {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    const [, bottom = 0, , top = 0] = page.view;
    page.cleanup();
    const pieces = items.filter((item): item is typeof item & Piece => 'str' in item);
    return { lines: linesOfPage(pieces, n - 1), height: top - bottom };
  } catch (error) {
    throw damaged(error);
  }
}

const damaged = (error: unknown): ReadingFault => new ReadingFault('damaged-document', error);
