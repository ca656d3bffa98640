import type { Block } from './document.js';
import { beginsAsAsk, isOurs, opensList } from './headings.js';
import type { Levels } from './levels.js';
import type { Marker } from './markers.js';

/** "1) open its borders" below "we ask that your government:", and what counts on from there, is a list within a text. */
export function isLedIn(
  text: string,
  block: Block,
  { style, label, length }: Marker,
  before: Block | undefined,
  levels: Levels,
): boolean {
  if (!before || !['number', 'digit', 'capital', 'heading-roman'].includes(style)) return false;
  const count = bare(label);
  const goesOn = levels.counted !== undefined && follows(bare(levels.counted), count);
  const said = text.slice(before.start, before.end);
  const isFirst = /^[1AI]$/.test(count);
  // "1." below "(a) ... shall:".
  if (before.kind === 'item') return goesOn || (isFirst && before.label !== undefined && /:$/.test(said));
  const body = text.slice(block.start + length, block.end);
  // Numbers that begin anew right behind a numbered paragraph are its own.
  const isAnew = style === 'number' && label === '1' && before.kind === 'paragraph' && Number(before.label) > 1;
  if (isAnew && (/^\p{Ll}/u.test(body) || beginsAsAsk(body) || /\b(?:following|below)\b/.test(said))) return true;
  return (
    before.kind === 'paragraph' &&
    (before.label === undefined ||
      /^[IVX]+$/.test(before.label) ||
      (isFirst && shapeOf(before.label) !== shapeOf(label ?? ''))) &&
    (/[:—–]$/.test(said) || (isOurs(said) && !/[.;!?]$/.test(said)) || opensList(said)) &&
    (isFirst || goesOn) &&
    (/^\p{Ll}/u.test(body) || beginsAsAsk(body) || (style === 'capital' && before.label !== undefined))
  );
}

const bare = (label = ''): string => label.replace(/[()]/g, '');

/** How something counts: with digits, letters, brackets. */
const shapeOf = (label: string): string => label.replace(/\d+/g, '1').replace(/\p{L}+/gu, 'a');

function follows(before: string, label: string): boolean {
  if (/^[IVX]+$/.test(label) && /^[IVX]+$/.test(before)) return romanOf(label) === romanOf(before) + 1;
  return /^\d+$/.test(label)
    ? Number(label) === Number(before) + 1
    : label.charCodeAt(0) === before.charCodeAt(0) + 1 && label.length === 1 && before.length === 1;
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 };
const romanOf = (label: string): number =>
  [...label].reduce((sum, letter, at, all) => {
    const value = ROMAN[letter] ?? 0;
    return sum + (value < (ROMAN[all[at + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
