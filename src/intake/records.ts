// Records: a table that is written line by line, each cell behind the name of its column. Pure.

import type { Cell } from './cells.js';
import { markerOf } from './markers.js';
import type { Passage } from './passage.js';
import type { RoughBlock } from './rough-block.js';

/** "Recommending State: Chile", "3. Text: Repeal ...": a cell behind the name of its column. */
const KEYED = /^(\p{Lu}[\p{L}'’()/& -]{1,34}?)\s?:\s+(?=\S)/u;

/** What one of the columns must be called, so that the record is of something recommended. */
const ASKED = /^(?:recommend(?:ation)?s?|text|content|wording|measures?|actions?|asks?|demands?)(?:\s(?:text|no))?$/i;
/** A record has another column that says of whom or what became of it. */
const BESIDE =
  /\b(?:states?|country|countries|delegations?|by|position|status|response|addressees?|responsible|who|deadline|due|theme|lead|source)\b/i;
/** Elsewhere the lines of a record stay what they are. */
const OF_A_REVIEW = /\bUPR\b|periodic review|recommending/i;
const FEWEST = 2;

interface Line {
  key: string;
  isNumbered: boolean;
}

function lineOf(text: string, { start, end }: RoughBlock): Line | undefined {
  const raw = text.slice(start, end);
  const marker = markerOf(raw);
  const key = KEYED.exec(raw.slice(marker?.length ?? 0))?.[1];
  return key === undefined ? undefined : { key: key.toLowerCase(), isNumbered: marker?.label !== undefined };
}

/** Makes a row of the lines of each record, where at least two have the same columns. */
export function withRecords(text: string, rough: readonly RoughBlock[]): RoughBlock[] {
  if (!OF_A_REVIEW.test(text)) return [...rough];
  const read = rough.map((block) => (block.kind === undefined ? lineOf(text, block) : undefined));
  const isColumn = ({ key }: Line): boolean => read.filter((line) => line?.key === key).length >= FEWEST;
  const lines = read.map((line) => (line && isColumn(line) ? line : undefined));
  const runs: { from: number; to: number; keys: string[] }[] = [];
  lines.forEach((line, at) => {
    const run = runs.at(-1);
    if (!line) return;
    if (run && run.to === at - 1 && !run.keys.includes(line.key) && !line.isNumbered) {
      run.keys.push(line.key);
      run.to = at;
    } else runs.push({ from: at, to: at, keys: [line.key] });
  });
  const records = runs.filter(
    ({ keys }) => keys.length > 1 && keys.some((key) => ASKED.test(key)) && keys.some((key) => BESIDE.test(key)),
  );
  const alike = records.filter(({ keys: [first] }) => records.filter(({ keys }) => keys[0] === first).length >= FEWEST);
  if (alike.length === 0) return [...rough];
  return rough.flatMap((block, at) => {
    const record = alike.find(({ from, to }) => at >= from && at <= to);
    if (!record) return [block];
    const last = rough[record.to];
    return at === record.from && last ? [{ ...block, end: last.end, kind: 'row' }] : [];
  });
}

/** The cells of a record, each with the name of its column. */
export function keyedCells({ words, places }: Passage, text: string): (Cell & { key: string })[] {
  const starts = [0];
  for (const { index } of words.matchAll(/ /g))
    if (/\n/.test(text.slice(places[index] ?? 0, places[index + 1] ?? 0)) && KEYED.test(words.slice(index + 1)))
      starts.push(index + 1);
  const cells = starts.flatMap((start, at) => {
    const found = KEYED.exec(words.slice(start));
    const to = (starts[at + 1] ?? words.length + 1) - 1;
    return found?.[1] === undefined ? [] : [{ key: found[1], from: start + found[0].length, to }];
  });
  return cells.length > 1 && cells.length === starts.length ? cells : [];
}

/** Whether a block is such a row. */
export const isRecord = (raw: string): boolean =>
  KEYED.test(raw.slice(markerOf(raw)?.length ?? 0)) && raw.includes('\n');

/** Whether a column is the one of what is recommended. */
export const isAskedKey = (key: string): boolean => ASKED.test(key);
