import { type ColumnLine, withoutPositions } from './columns.js';
import { classify } from './classify.js';
import type { IntakeDocument } from './document.js';
import { furnitureOf } from './furniture.js';
import { looksLikeHeading } from './headings.js';
import { notesOf } from './page-notes.js';
import { goesOn, linesOf, widthOf, widthsOf, type Line } from './lines.js';
import { withMarks } from './lost-bullets.js';
import { type Marker, markerOf } from './markers.js';
import type { RoughBlock } from './rough-block.js';
import { blockIn, plainOf, type PlainText } from './plain-text.js';
import { isTabular } from './tables.js';

/** Reads plain text: as typed, pasted from a page, or as the text layer of a file, with lines broken anywhere. */
export function readText(original: string): IntakeDocument {
  const plain = plainOf(original);
  const text = withMarks(plain.text);
  const lines = withoutPositions(linesOf(text));
  const width = widthOf(lines);
  const furniture = furnitureOf(lines);
  for (const line of notesOf(lines, furniture, width)) furniture.add(line);
  const widthAt = widthsOf(lines, (line) => furniture.has(line));
  const { blocks } = classify(text, mendPages(text, gather(lines, furniture, widthAt, plain)));
  return { text: original, blocks: blocks.map((block) => blockIn(plain, block)) };
}

/** Lines that belong together, as blocks. */
function gather(
  lines: readonly ColumnLine[],
  furniture: Set<Line>,
  widthAt: (line: Line) => number,
  { isHeading }: PlainText,
): RoughBlock[] {
  const blocks: RoughBlock[] = [];
  let last: ColumnLine | undefined;
  let isApart = true;
  for (const line of lines) {
    if (line.words === '') {
      last = undefined;
      isApart = true;
      continue;
    }
    const block = blocks.at(-1);
    if (furniture.has(line)) {
      blocks.push({ start: line.start, end: line.end, kind: 'boilerplate' });
      last = undefined;
    } else if (isHeading(line.start)) {
      blocks.push({ start: line.start, end: line.end, kind: 'heading', level: 2, isApart: true });
      last = undefined;
    } else if (last && block && !beginsAnew(line, last) && goesOn(last, line, widthAt(last))) {
      if (last.tail) block.holes = [...(block.holes ?? []), last.tail];
      block.end = line.end;
      last = line;
    } else {
      blocks.push({ start: line.start, end: line.end, indent: line.indent, width: widthAt(line), isApart });
      last = line;
    }
    isApart = false;
  }
  return blocks;
}

/** A line that begins with a bullet or a number, unless the line before stops where "No." or "in" wants one. */
function beginsAnew(line: Line, last: Line): boolean {
  if (isTabular(line.words) && isTabular(last.words)) return true;
  const marker = markerOf(line.words);
  if (marker && /[;,]\s*(?:and|or)$/.test(last.words)) return true;
  if (marker && isLettered(marker, line.words) && /[.:;]$/.test(last.words)) return true;
  if (
    marker &&
    isBracketed(marker, line.words) &&
    !/\d$|\b(?:paragraphs?|articles?|sections?|rules?|and|or|to|in|of)$/i.test(last.words)
  )
    return true;
  if (!marker || /\b(?:No|Nos|paras?|Art|Articles?|and|to|in|of|Convention|Protocol|Act)\.?$/.test(last.words))
    return false;
  if (marker.style === 'dotted' && markerOf(last.words)?.style === 'dotted') return true;
  return marker.style === 'bullet' || /[.:;,!?)\]"']$|\b(?:and|or)$/.test(last.words) || last.words.length < 60;
}

/** "b) Observe trials": what a number after "Protocol." may be, this is not. */
const isLettered = ({ style }: Marker, words: string): boolean =>
  style === 'bullet' || ((style === 'letter' || style === 'roman') && !words.startsWith('('));

/** "(a)", "(ii)", "(3)". */
const isBracketed = ({ label, style }: Marker, words: string): boolean =>
  words.startsWith('(') && label !== undefined && ['letter', 'roman', 'digit'].includes(style);

/** A paragraph that goes on after the end of a page is one, with the headers and footers as a hole in it. */
function mendPages(text: string, blocks: RoughBlock[]): RoughBlock[] {
  const mended: RoughBlock[] = [];
  for (const block of blocks) {
    const at = mended.findLastIndex(({ kind }) => kind !== 'boilerplate');
    const open = mended[at];
    if (open && at < mended.length - 1 && block.kind === undefined && continues(text, open, block)) {
      open.holes = [...(open.holes ?? []), { start: open.end, end: block.start }];
      open.end = block.end;
    } else mended.push(block);
  }
  return mended;
}

function continues(text: string, open: RoughBlock, block: RoughBlock): boolean {
  const { width = Infinity } = open;
  const before = text.slice(open.start, open.end);
  const after = text.slice(block.start, block.end);
  if (markerOf(after) || /[.:;?!]["')\]]*$/.test(before)) return false;
  if (/^\p{Ll}/u.test(after)) return true;
  const [line = ''] = before.split('\n').slice(-1);
  const isHeading = !after.includes('\n') && looksLikeHeading(after);
  if (width < Infinity) return line.trim().length + (open.indent ?? 0) > width - 15 && !isHeading;
  return before.length > 60 && !isHeading && /(?:,|\b(?:the|of|and|to|in|for|a|an|on|by|with|that|its))$/i.test(before);
}
