import { anyOf, grammar } from './grammar.js';
import type { Line } from './lines.js';
import { markerOf } from './markers.js';

const SYMBOL =
  /^(?:A|S|E|ST|HRI|CCPR|CRC|CEDAW|CAT|CERD|CMW|CRPD|CED|CESCR|INT|GB|OEA|P\d{1,2}_TA|B\d{1,2}|COM|SWD|JOIN)[/([-][\w./()–-]+(?:\s*\(\d{4}\))?\*{0,2}$/;
const JOB_NUMBER = /^(?:GE\.\s?\d\d[-–]\d{4,6}|\d\d[-–]\d{5})(?:\s*\(E\))?.*$/;
const PAGE_NUMBER = /^(?:[-–]\s*)?(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of)\s*\d{1,4})?(?:\s*[-–])?$/i;
const CONTENTS = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]+)?$|\s{4,}\d{1,4}$/;
const SIGNED_BAR = /^[*©]?\s?(?:\*\d{7,}\*|©.*|\d{1,3}\s+views|views\s+\d+)$/i;
const WORDS = new RegExp(
  `^(?:${anyOf(grammar.furniture)})(?:\\s*[:|].*)?$|^(?:distr|original|date of document)\\s*[.:]|^(?:affected persons|source of position)\\s*:|^(?:supported|noted|accepted)(?:\\s*/\\s*\\p{L}+)?\\s+[A-H]\\d{0,3}\\b|all rights reserved|^share\\s+(?:this|on|via|by)\\b.{0,30}$`,
  'iu',
);

/** Which lines are no words of the document: page headers and footers, page numbers, symbols, lines of the contents. */
export function furnitureOf(lines: readonly Line[]): Set<Line> {
  const found = new Set(lines.filter(isFurniture));
  const candidates = repeated(lines);
  if (candidates.length === 0) return found;
  const written = lines.filter(({ words }) => words !== '');
  const places = new Map(written.map((line, at) => [line, at]));
  for (let grown = -1; grown !== found.size;) {
    grown = found.size;
    for (const line of candidates) if (isNextToFurniture(written, places.get(line) ?? 0, found)) found.add(line);
  }
  return found;
}

/** Whether a line by itself says that it is furniture. */
export function isFurniture({ words }: Pick<Line, 'words'>): boolean {
  if (words === '') return false;
  const shapes = [SYMBOL, JOB_NUMBER, PAGE_NUMBER, CONTENTS, SIGNED_BAR, WORDS];
  return shapes.some((shape) => shape.test(words)) || isPageHeader(words);
}

/** A symbol and a page number on one line: "A/HRC/42/10    page 7", "6/21    GE.19-12345". */
function isPageHeader(words: string): boolean {
  const pieces = words.split(/\s{2,}|\t|\s\|\s/).filter((piece) => piece !== '');
  return pieces.length > 1 && pieces.every((piece) => [SYMBOL, JOB_NUMBER, PAGE_NUMBER].some((it) => it.test(piece)));
}

/** Short lines that come again with another number: running heads. */
function repeated(lines: readonly Line[]): Line[] {
  const counts = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.words === '' || line.words.length > 110 || /[:;.,]$/.test(line.words) || markerOf(line.words)) continue;
    const key = line.words.replace(/\d+/g, '#').replace(/\s+/g, ' ');
    const same = counts.get(key);
    if (same) same.push(line);
    else counts.set(key, [line]);
  }
  return [...counts.values()].filter((same) => same.length > 1).flat();
}

/** At the edge of a page: beside other furniture, or just after or before a form feed. */
function isNextToFurniture(written: readonly Line[], at: number, found: Set<Line>): boolean {
  const line = written[at];
  if (line === undefined || found.has(line)) return false;
  const before = written[at - 1];
  const after = written[at + 1];
  return (
    line.isAfterBreak ||
    after?.isAfterBreak === true ||
    [before, after].some((beside) => beside !== undefined && found.has(beside) && !CONTENTS.test(beside.words))
  );
}
