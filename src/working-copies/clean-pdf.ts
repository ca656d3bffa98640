// A PDF without what its program and its author wrote beside the pages. What the pages show stays.

import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { NoCopy } from './copy-fault.js';
import { stripPicture } from './strip-picture.js';

/** Of any object: what describes it, what programs keep for themselves, small pictures of pages, and what it would run. */
const TELLING = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'Thumb',
  'AA',
  'OpenAction',
  'JavaScript',
  'EmbeddedFiles',
  'AF',
];
/** Of a note on a page: who wrote it, when, and its name. */
const OF_NOTES = ['T', 'M', 'CreationDate', 'NM'];

export async function cleanPdf(bytes: Buffer): Promise<Buffer> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false }).catch(unread);
  const { context } = document;
  if (pagesOf(document) === 0) throw new NoCopy('damaged-file');
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    clean(object);
    if (object instanceof PDFRawStream && isJpegStream(object))
      context.assign(ref, PDFRawStream.of(object.dict, stripPicture(object.contents)));
  }
  dropUnreached(document);
  return Buffer.from(await document.save({ addDefaultPage: false, updateFieldAppearances: false }));
}

/** What begins as a PDF and holds none is read as an empty one. */
function pagesOf(document: PDFDocument): number {
  try {
    return document.getPageCount();
  } catch {
    return 0;
  }
}

function unread(error: unknown): never {
  throw new NoCopy(error instanceof Error && /encrypted/i.test(error.message) ? 'locked' : 'damaged-file');
}

function clean(object: PDFObject): void {
  const dict = object instanceof PDFStream ? object.dict : object;
  if (dict instanceof PDFDict) {
    for (const name of TELLING) dict.delete(PDFName.of(name));
    // A field of a form has a T too: its name, by which the form knows it.
    if (dict.has(PDFName.of('Rect')) && !dict.has(PDFName.of('FT')) && !dict.has(PDFName.of('Parent')))
      for (const name of OF_NOTES) dict.delete(PDFName.of(name));
    for (const [, value] of dict.entries()) clean(value);
  } else if (dict instanceof PDFArray) for (const value of dict.asArray()) clean(value);
}

function isJpegStream({ dict }: PDFRawStream): boolean {
  const filter = dict.get(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter;
  return only === PDFName.of('DCTDecode');
}

/** What nothing leads to any more would be written all the same: what was described there, and what older versions held. */
function dropUnreached({ context }: PDFDocument): void {
  const reached = new Set<PDFRef>();
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      const meant = context.lookup(object);
      if (meant) waiting.push(meant);
    } else if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFDict) waiting.push(...object.values());
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}
