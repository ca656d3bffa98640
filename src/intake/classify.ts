import { isCaption } from './captions.js';
import type { Block, IntakeDocument } from './document.js';
import { isFootnote } from './footnotes.js';
import { isFurniture } from './furniture.js';
import { isHeading, isHeadline, type Surroundings } from './heading-blocks.js';
import { isDateline } from './headings.js';
import { isLedIn } from './led-in.js';
import { Levels } from './levels.js';
import { markerOf, type Marker } from './markers.js';
import { straightened } from './plain-signs.js';
import type { RoughBlock } from './rough-block.js';
import { isCountedThrough } from './paragraph-numbers.js';
import { withMarks } from './lost-bullets.js';
import { withRecords } from './records.js';
import { splitRunIns } from './run-in-headings.js';
import { columnsOf, isTabular, typedCells } from './tables.js';
import { isUnmarkedItem } from './unmarked-items.js';
import { markZones } from './zones.js';

/** Says of every block what it is; the same for every reader. */
export function classify(read: string, given: RoughBlock[]): IntakeDocument {
  const text = withMarks(straightened(read));
  const rough = withRecords(text, given);
  const levels = new Levels(isCountedThrough(text, rough));
  const blocks: Block[] = [];
  rough.forEach((block, at) =>
    blocks.push(
      blockOf(text, block, {
        levels,
        // The end of a page between two items parts nothing.
        before: blocks.findLast(({ kind }) => kind !== 'boilerplate'),
        after: nextOf(rough, at),
      }),
    ),
  );
  markZones(text, blocks);
  return { text: read, blocks: splitRunIns(text, blocks) };
}

function blockOf(text: string, rough: RoughBlock, around: Surroundings): Block {
  const span = { start: rough.start, end: rough.end, ...(rough.holes && { holes: rough.holes }) };
  const raw = text.slice(rough.start, rough.end);
  const words = raw.replace(/\s+/g, ' ');
  const plain = (kind: Block['kind'], level = 0): Block => ({ kind, level, ...span });
  if (rough.kind === 'boilerplate' || rough.kind === 'title') return plain(rough.kind);
  if (rough.kind === 'heading') return endsLists(around, headingOf(raw, plain('heading', rough.level ?? 1)));
  if (isFurniture({ words }) || isCaption(words) || isDateline(words)) return plain('boilerplate');
  if (rough.kind === undefined && isHeadline(words)) return plain('boilerplate');
  if (isFootnote(words, text)) return plain('footnote');
  const marker =
    rough.label === undefined ? markerOf(raw) : { length: 0, label: rough.label, style: 'letter' as const };
  const body = marker ? raw.slice(marker.length).replace(/\s+/g, ' ') : words;
  if (rough.kind === 'row' || isRow(raw, marker) || isPair(raw, around.before)) return rowOf(raw, plain('row'), marker);
  if (rough.kind !== 'item' && isHeading(text, body, marker, rough, around))
    return endsLists(around, headingOf(raw, plain('heading', marker ? 1 : 2)));
  if (rough.kind === 'item' || marker) return itemOf(text, plain('item'), marker, rough, around);
  if (isUnmarkedItem(text, words, rough, around)) return plain('item', 1);
  return plain('paragraph');
}

function endsLists({ levels }: Surroundings, block: Block): Block {
  levels.reset(true);
  return block;
}

/** The number of a heading stays in its words; a final colon doesn't count. */
function headingOf(raw: string, block: Block): Block {
  const marker = markerOf(raw);
  const bullet = marker?.style === 'bullet' ? marker.length : 0;
  return { ...block, start: block.start + bullet };
}

function itemOf(
  text: string,
  block: Block,
  marker: Marker | undefined,
  rough: RoughBlock,
  { levels, before }: Surroundings,
): Block {
  const start = block.start + (marker?.length ?? 0);
  const label = marker?.label;
  const depth = marker && levels.depthUnder(marker);
  if (depth !== undefined && label !== undefined) return { ...block, start, label, level: depth };
  if (marker && isNumbered(marker, levels) && rough.kind !== 'item' && !isLedIn(text, block, marker, before, levels)) {
    levels.reset();
    if (marker.style !== 'capital' && /:$/.test(text.slice(start, block.end)))
      levels.over = label?.replace(/[()]/g, '');
    return { ...block, kind: 'paragraph', start, label };
  }
  if (marker && isNumbered(marker, levels)) levels.counted = label;
  const level =
    rough.level ??
    (marker
      ? levels.levelOf(
          marker,
          rough.indent ?? 0,
          before?.kind === 'item' && /:$/.test(text.slice(before.start, before.end)),
        )
      : 1);
  return { ...block, start, level, ...(label !== undefined && { label }) };
}

/** Numbers, and capital letters (recitals), begin paragraphs; everything else counts within them. */
function isNumbered({ style, label }: Marker, { isThrough }: Levels): boolean {
  if (label?.startsWith('(')) return style === 'digit' && isThrough;
  return style === 'number' || style === 'dotted' || style === 'capital' || style === 'heading-roman';
}

function isRow(raw: string, marker: Marker | undefined): boolean {
  const rest = raw.slice(marker?.length ?? 0);
  const gaps = (rest.match(/\S(?:\t+| {3,})(?=\S)/g) ?? []).length + (rest.match(/\s?\|\s?/g) ?? []).length;
  return gaps >= (marker?.style === 'dotted' ? 1 : 2) && !rest.includes('\n');
}

/** A row of two cells, below such a row or as the head of a table. */
const isPair = (raw: string, before: Block | undefined): boolean =>
  isTabular(raw)
    ? before?.kind === 'row' || columnsOf(typedCells(raw)) !== undefined
    : isSpaced(raw) && (before?.kind === 'row' || columnsOf(typedCells(raw)) !== undefined);

/** Cells that only wide gaps part, three at least. */
const isSpaced = (raw: string): boolean => !raw.includes('\n') && typedCells(raw).length > 2;

function rowOf(raw: string, block: Block, marker: Marker | undefined): Block {
  if (!marker?.label) return block;
  return { ...block, start: block.start + marker.length, label: marker.label };
}

function nextOf(rough: readonly RoughBlock[], at: number): RoughBlock | undefined {
  let next = at + 1;
  while (rough[next]?.kind === 'boilerplate') next++;
  return rough[next];
}
