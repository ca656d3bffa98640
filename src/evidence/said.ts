// What the log says that a restricted piece holds: of each field that an act wrote, the hash of what then stood in its row, sealed. Details of events are
// sealed with a key outside the database, each for its own event, so whoever writes the database can not make the log say another one.

import { createHash } from 'node:crypto';
import type { Evidence } from './evidence.entity.js';

/** The columns of the fields that a piece says something in: sealed, or the salted hash of words. */
const COLUMNS = {
  title: 'title',
  url: 'url',
  locator: 'locator',
  publisher: 'publisher',
  statement: 'statementHash',
  finding: 'findingHash',
  quote: 'quoteHash',
  acceptanceReason: 'acceptanceReasonHash',
} as const;
type Field = keyof typeof COLUMNS;

/** By field. */
export type Digests = Partial<Record<string, string>>;
/** What a piece says, as it stands in its row. */
export type Row = Partial<Pick<Evidence, (typeof COLUMNS)[Field]>>;

export const digestOf = (written: string | Buffer | null): string =>
  written === null ? 'nothing' : createHash('sha256').update(written).digest('hex');

/** Of the fields that are there; those that are left out were not written. */
export function digestsOf(written: Row): Digests {
  const fields = Object.entries(COLUMNS).flatMap(([field, column]) => {
    const value = written[column];
    return value === undefined ? [] : [[field, digestOf(value)] as const];
  });
  return Object.fromEntries(fields);
}

/** Of a whole row: what is left out says nothing. */
export const digestsOfAll = (row: Row): Digests =>
  Object.fromEntries(Object.entries(COLUMNS).map(([field, column]) => [field, digestOf(row[column] ?? null)]));

/** As details of an event; nothing where whoever writes the database could read the words anyway. */
export const saidIn = ({ confidentiality }: Pick<Evidence, 'confidentiality'>, digests: Digests): { said?: Digests } =>
  confidentiality === 'restricted' && Object.keys(digests).length > 0 ? { said: digests } : {};

/** Whether a row holds what was written last of each field. Of what was written before the log said so, nothing is known. */
export function isAsWritten(row: Row, events: readonly Digests[]): boolean {
  const last = events.reduce<Digests>((all, one) => ({ ...all, ...one }), {});
  const now = digestsOf(row);
  return Object.entries(last).every(([field, digest]) => now[field] === digest);
}

/** The same of wordings of one thing, the first one first. */
export function areAsWritten(wordings: readonly Buffer[], events: readonly Digests[]): boolean {
  if (events.every(({ text }) => text === undefined)) return true;
  return (
    wordings.length === events.length &&
    events.every(({ text }, at) => text === undefined || text === digestOf(wordings[at] ?? null))
  );
}
