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
  if (!before || (style !== 'number' && style !== 'capital')) return false;
  if (before.kind === 'item') return levels.counted !== undefined && follows(levels.counted, label ?? '');
  const said = text.slice(before.start, before.end);
  const body = text.slice(block.start + length, block.end);
  return (
    before.kind === 'paragraph' &&
    (before.label === undefined || /^[IVX]+$/.test(before.label)) &&
    (/[:—–]$/.test(said) || (isOurs(said) && !/[.;!?]$/.test(said)) || opensList(said)) &&
    (/^[1A]$/.test(label ?? '') || (levels.counted !== undefined && follows(levels.counted, label ?? ''))) &&
    (/^\p{Ll}/u.test(body) || beginsAsAsk(body))
  );
}

function follows(before: string, label: string): boolean {
  return /^\d+$/.test(label)
    ? Number(label) === Number(before) + 1
    : label.charCodeAt(0) === before.charCodeAt(0) + 1 && label.length === 1 && before.length === 1;
}
