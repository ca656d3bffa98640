import { anyOf, grammar } from './grammar.js';
import { isRecommendationsHeading, isToHeading } from './headings.js';
import type { Line } from './lines.js';
import { markerOf } from './markers.js';

const SYMBOL =
  /^(?:A|S|E|ST|HRI|CCPR|CRC|CEDAW|CAT|CERD|CMW|CRPD|CED|CESCR|INT|GB|OEA|P\d{1,2}_TA|B\d{1,2}|COM|SWD|JOIN)[/([-][\w./()–-]+(?:\s*\(\d{4}\))?\*{0,2}$/;
const JOB_NUMBER = /^(?:GE\.\s?\d\d[-–]\d{4,6}|\d\d[-–]\d{5})(?:\s*\(E\))?.*$/;
const PAGE_NUMBER = /^(?:[-–]\s*)?(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of)\s*\d{1,4})?(?:\s*[-–])?$/i;
/** "The long way home | 12", "The long way home   Page 1 of 3". */
const PAGED =
  /^[^|.]{3,90}\s\|\s*(?:page\s+)?\d{1,3}$|^[^.:;]{3,160}\s[Pp]age\s\d{1,3}\s(?:of|\/)\s\d{1,3}$|^(?:page\s+)?\d{1,3}\s*\|\s[^|.]{3,90}$/i;
const CONTENTS = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]+)?$|\s{4,}\d{1,4}$/;
const SIGNED_BAR = /^[*©]?\s?(?:\*?\s?\d{7,}\s?\*?|©.*|\d{1,3}\s+views|views\s+\d+)$/i;
const WORDS = new RegExp(
  `^(?:${anyOf(grammar.furniture)})(?:\\s*[:|].*)?$|^(?:distr|original|date of document)\\s*[.:]|^(?:affected persons|source of position)\\s*:|^(?:supported|noted|accepted)(?:\\s*/\\s*\\p{L}+)?\\s+[A-H]\\d{0,3}\\b|all rights reserved|\\bcookies?\\b.{0,200}\\b(?:accept|consent|settings|preferences|policy)\\b|newsletter$|^this article is more than\\b|^share\\s+(?:this|on|via|by)\\b.{0,30}$`,
  'iu',
);

/** Which lines are no words of the document: page headers and footers, page numbers, symbols, lines of the contents. */
export function furnitureOf(lines: readonly Line[]): Set<Line> {
  const found = new Set(lines.filter(isFurniture));
  for (const line of interrupting(lines)) found.add(line);
  const candidates = [...repeated(lines), ...opening(lines)];
  if (candidates.length === 0) return found;
  const written = lines.filter(({ words }) => words !== '');
  const places = new Map(written.map((line, at) => [line, at]));
  for (let grown = -1; grown !== found.size;) {
    grown = found.size;
    for (const line of candidates) if (isNextToFurniture(written, places.get(line) ?? 0, found)) found.add(line);
  }
  return found;
}

/** What stands apart between a line that breaks off and one that goes on in small letters: the edge of a page. */
function interrupting(lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  let open: Line | undefined;
  let between: Line[] = [];
  lines.forEach((line, at) => {
    if (line.words === '') return;
    const isApart = lines[at - 1]?.words === '' || line.isAfterBreak;
    if (isApart && open && between.length > 0 && /^\p{Ll}/u.test(line.words) && !markerOf(line.words))
      found.push(...between);
    if (isApart && open && between.length < EDGE && isShort(line)) between.push(line);
    else if (!isApart && between.length > 0 && between.length < EDGE && isShort(line)) between.push(line);
    else [open, between] = [breaksOff(line) ? line : undefined, []];
  });
  return found;
}

/** So many lines the head and the foot of a page have at the most. */
const EDGE = 4;
const breaksOff = ({ words }: Line): boolean => words.length > 40 && /[\p{L}\d,]$/u.test(words);
const isShort = ({ words }: Line): boolean => words.length < 90 && !/[.:;,]$/.test(words) && !/^\p{Ll}/u.test(words);

/** Whether a line by itself says that it is furniture. */
export function isFurniture({ words }: Pick<Line, 'words'>): boolean {
  if (words === '') return false;
  // "That the Government end exports. ......... 35": a sentence, with the page on which it is explained.
  const isSentence = /^That\s.{30,}\.\s(?:\.\s?){3,}\s*\d{1,4}$/.test(words);
  const shapes = [SYMBOL, JOB_NUMBER, PAGE_NUMBER, PAGED, ...(isSentence ? [] : [CONTENTS]), SIGNED_BAR, WORDS];
  return shapes.some((shape) => shape.test(words)) || isPageHeader(words) || isLetterhead(words);
}

/** A symbol and a page number on one line: "A/HRC/42/10    page 7", "6/21    GE.19-12345". */
function isPageHeader(words: string): boolean {
  const pieces =
    words
      .replace(/\s\|\s/g, ' ')
      .replace(/\s+(?=\(\d{4}\))/g, '')
      .match(/(?:page\s+)?\S+/gi) ?? [];
  return pieces.length > 1 && pieces.every((piece) => [SYMBOL, JOB_NUMBER, PAGE_NUMBER].some((it) => it.test(piece)));
}

/** "Convention against Torture          Distr.: General": the head of a document in two columns. */
function isLetterhead(words: string): boolean {
  const [left = '', right, ...more] = words.split(/\s{3,}|\t+/);
  return (
    right !== undefined &&
    more.length === 0 &&
    left.length < 60 &&
    (SYMBOL.test(right) || /^(?:Distr|Original)\b/.test(right))
  );
}

/** Short lines that come again with another number: running heads. */
function repeated(lines: readonly Line[]): Line[] {
  const counts = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.words === '' || line.words.length > 110 || /[:;.,]$/.test(line.words) || markerOf(line.words)) continue;
    if (isRecommendationsHeading(line.words) || isToHeading(line.words) || BROKEN.test(line.words)) continue;
    const key = line.words.replace(/\d+/g, '#').replace(/\s+/g, ' ');
    const same = counts.get(key);
    if (same) same.push(line);
    else counts.set(key, [line]);
  }
  return [...counts.values()].filter((same) => same.length > 1).flat();
}

/** Lines that begin as one of the first lines of the text did: its title, cut to the width of a page's head. */
function opening(lines: readonly Line[]): Line[] {
  const written = lines.filter(({ words }) => words !== '');
  const first = written.slice(0, HEAD).map(({ words }) => words);
  return written
    .slice(HEAD)
    .filter(
      ({ words }) => words.length > SHORTEST && words.length < 110 && first.some((title) => title.startsWith(words)),
    );
}

/** So many lines the head of a text may have, and so long is a title at the least. */
const HEAD = 12;
const SHORTEST = 14;

/** A line of text that the next one goes on. */
const BROKEN = /^\p{Ll}|\b(?:the|of|and|to|in|for|an?|on|by|with|that|its|at|from|or)$/u;

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
