import { actorsOf } from './actors.js';
import { comingDay, dateAt } from './dates.js';
import { dueOf } from './deadlines.js';
import { decased } from './heading-case.js';
import type { Notes } from './notes.js';
import type { Passage } from './passage.js';
import { because } from './reason.js';
import type { AskOfRecord } from './keyed-lines.js';

/** Keeps the ask of a record, asked of whom its lines name; a block that only belongs to one says nothing more. */
export function readRecord(notes: Notes, passage: Passage, ask: AskOfRecord | undefined): void {
  if (!ask) return;
  const { setting, context } = notes;
  const words = passage.words.slice(ask.from);
  const named = ask.who === undefined ? [] : actorsOf(decased(ask.who, setting), setting, context.recent);
  const addressees = named.length > 0 ? named.map(({ name }) => name) : context.addressees;
  const found = notes.foundIn(words, notes.orSubject(addressees), undefined);
  const due = ask.due === undefined ? null : dayOf(ask.due, setting.date);
  notes.add(
    { passage, label: ask.label ?? null },
    { ...found, due, from: ask.from, to: passage.words.length, why: because('table-row') },
  );
}

/** The day of a line, or of a cell, that says nothing but when. */
export const dayOf = (words: string, date: string | null): string | null =>
  dueOf(words, date) ?? dateAt(words) ?? comingDay(words, date);
