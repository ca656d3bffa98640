import { problems } from './problem.js';

/** PostgreSQL types that a list may be sorted by. */
export type SortType = 'text' | 'date' | 'timestamptz' | 'numeric';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const VALUE: Record<SortType, RegExp> = {
  text: /^[^\0]{0,600}$/su,
  date: /^(infinity|\d{4}-\d{2}-\d{2})$/,
  timestamptz: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?\+00$/,
  numeric: /^-?\d{1,30}(\.\d{1,60})?$/,
};

/** Where a page ended: base64url of `[sort, value, id]`. What is none of ours, or of another sort, is refused with 400. */
export function decodeCursor(cursor: string, sort: string, type: SortType): { value: string; id: string } {
  const [itsSort, value, id] = parse(cursor);
  if (
    itsSort !== sort ||
    typeof value !== 'string' ||
    typeof id !== 'string' ||
    !UUID.test(id) ||
    !VALUE[type].test(value)
  ) {
    throw problems.invalidCursor();
  }
  if (type === 'date' && value !== 'infinity' && Number.isNaN(Date.parse(value))) throw problems.invalidCursor();
  if (type === 'timestamptz' && Number.isNaN(Date.parse(value.replace(' ', 'T').replace('+00', 'Z'))))
    throw problems.invalidCursor();
  return { value, id };
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(cursor, 'base64url')),
    );
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return []; // Not JSON in UTF-8: not ours.
  }
}
