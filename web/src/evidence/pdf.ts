// PDFs are read by pdf.js in a worker of its own, and drawn; docs/decisions/showing-files.md says why not by the browser's viewer.

import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy, version } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export type Pdf = PDFDocumentProxy;
GlobalWorkerOptions.workerSrc = worker;

/** Pictures of more pixels are left out: one page can't fill the memory of an old laptop. */
const LARGEST_PICTURE = 40_000_000;

/** Where the build puts the tables of East Asian letters, and fonts that stand in for those of every PDF reader: ours, like the page. */
const BESIDE = `/assets/pdf-${version}`;

/** Of bytes that this tab holds already. What it takes for granted in its reader is fetched from our own host, and only then. */
export async function openPdf(bytes: Blob): Promise<Pdf> {
  return getDocument({
    data: new Uint8Array(await bytes.arrayBuffer()),
    cMapUrl: `${BESIDE}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${BESIDE}/standard_fonts/`,
    useSystemFonts: true,
    enableXfa: false,
    useWasm: false,
    maxImageSize: LARGEST_PICTURE,
  }).promise;
}

/** The words of a page in their order, line by line. */
export async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .trim();
}
