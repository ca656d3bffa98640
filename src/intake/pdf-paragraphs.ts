// Paragraphs of a document, from the lines of its pages. Pure.

import type { FileParagraph } from './assemble.js';
import { commonSize, type PdfLine } from './pdf-lines.js';

/** What comes again at the top or the bottom of pages is taken out; notes at the foot come apart. */
export function paragraphsOf(
  pages: readonly PdfLine[][],
  heights: readonly number[],
): { body: FileParagraph[]; notes: string[] } {
  const running = runningLines(pages, heights);
  const lines = pages.flat().filter((line) => !running.has(line));
  const size = commonSize(lines);
  const notes = notesOf(lines, size, heights);
  const body = lines.filter((line) => !notes.has(line));
  const width = body.reduce((most, { right }) => Math.max(most, right), 0);
  const sizes = [...new Set(body.map((line) => line.size).filter((one) => one >= size * 1.12))].sort((a, b) => b - a);
  return {
    body: join(body, width).map((some) => paragraphOf(some, sizes)),
    notes: join([...notes], width).map(wordsOf),
  };
}

const EDGE = 0.1;

/** Lines near the upper or lower edge that stand on several pages, whatever number they bear, and page numbers. */
function runningLines(pages: readonly PdfLine[][], heights: readonly number[]): Set<PdfLine> {
  const edges = pages
    .flat()
    .filter(({ y, page }) => y < (heights[page] ?? 0) * EDGE || y > (heights[page] ?? 0) * (1 - EDGE));
  const bySaying = new Map<string, PdfLine[]>();
  for (const line of edges) {
    const key = line.words.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
    bySaying.set(key, [...(bySaying.get(key) ?? []), line]);
  }
  const enough = Math.max(2, pages.length * 0.2);
  const found = [...bySaying].filter(
    ([key, lines]) => lines.length >= enough || /^\W*(?:page )?#(?: ?(?:\/|of) ?#)?\W*$/.test(key),
  );
  return new Set(found.flatMap(([, lines]) => lines));
}

/** Small print at the foot of a page, from the first line there that begins with a number or an asterisk. */
function notesOf(lines: readonly PdfLine[], size: number, heights: readonly number[]): Set<PdfLine> {
  const found = new Set<PdfLine>();
  let page = -1;
  for (const line of lines) {
    const isLow = line.y < (heights[line.page] ?? 0) / 2;
    const begins = line.size < size * 0.92 && isLow && /^(?:\d{1,3}|[*†‡])\s?\D/.test(line.words);
    if (begins) page = line.page;
    if (line.page === page && line.size < size * 0.92) found.add(line);
  }
  return found;
}

function join(lines: readonly PdfLine[], width: number): PdfLine[][] {
  const paragraphs: PdfLine[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && goesOn(open, line, width)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

const MARKED = /^(?:[•·▪■●○◦–—-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|(?:\d{1,3}\.){1,3}\d{0,3}\s|[A-Z]\.\s)/;

/** Whether a line goes on with the paragraph before it. */
function goesOn(open: readonly PdfLine[], line: PdfLine, width: number): boolean {
  const last = open.at(-1);
  if (!last || Math.abs(last.size - line.size) > 0.8) return false;
  const isEnded = /[.!?:;]["'”’)\]]*$/.test(last.words);
  if (MARKED.test(line.words) && (isEnded || last.right < width * 0.85)) return false;
  if (last.page !== line.page) return !isEnded && /^[\p{Ll}\d("“‘]/u.test(line.words);
  const gap = last.y - line.y;
  if (gap < 0) return !isEnded; // The next column.
  const usual = open.length > 1 ? ((open[0]?.y ?? 0) - last.y) / (open.length - 1) : line.size * 1.35;
  if (gap > Math.max(usual * 1.3, line.size * 1.6)) return false;
  const isIndented = line.left > (open[0]?.left ?? 0) + line.size && open.length > 1 && isEnded;
  const isShort = last.right < width - width * 0.15;
  return !(isIndented || (isShort && isEnded));
}

function wordsOf(lines: readonly PdfLine[]): string {
  let words = '';
  for (const line of lines)
    words = /\p{L}[-\u00ad]$/u.test(words) ? joined(words, line.words) : `${words} ${line.words}`;
  return words.replaceAll('\u00ad', '').trim();
}

/** A word that was broken at the end of a line; what goes on with a capital or a digit bears its hyphen itself. */
const joined = (words: string, next: string): string => (/^\p{Ll}/u.test(next) ? words.slice(0, -1) : words) + next;

/** Large and short is a heading; the largest of them on the first page the title. */
function paragraphOf(lines: readonly PdfLine[], sizes: readonly number[]): FileParagraph {
  const words = wordsOf(lines);
  const [first] = lines;
  const level = sizes.indexOf(first?.size ?? 0) + 1;
  const indent = Math.max(0, Math.round((first?.left ?? 0) / 6));
  if (level === 0 || words.length > 250) return { words, indent };
  return { words, indent, kind: level === 1 && first?.page === 0 ? 'title' : 'heading', level };
}
