import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { run } from '../common/statement.js';
import { readAsOf } from '../follow-ups/as-of.js';
import { countStatement } from './count.queries.js';
import type { NotCounted, Tally } from './tally.entity.js';

/** What is asked, with the day and the instant, as they are known. */
export type Question = Pick<
  Tally,
  'axis' | 'phases' | 'unit' | 'firstDay' | 'lastDay' | 'sourceIds' | 'themeIds' | 'addresseeIds'
> & { asOf: string; knownAt: string };

export interface CountedItem {
  recommendationId: string;
  followUpId: string | null;
  transitionIds: string[];
}

export interface Count {
  /** As they were used: no later than today, and than what is certain. */
  asOf: string;
  knownAt: string;
  number: number;
  total: number;
  notCounted: NotCounted;
  items: CountedItem[];
}

interface Found {
  asOf: string;
  knownAt: string;
  classes: Partial<Record<keyof NotCounted | 'counted', number>>;
  items: CountedItem[];
}

/** Counts over what the whole coalition may read, so that the number is the same for all of it. */
export async function count(actor: Actor, manager: EntityManager, question: Question): Promise<Count> {
  const { axis, unit, phases, firstDay, lastDay, sourceIds, themeIds, addresseeIds, asOf, knownAt } = question;
  const isFlow = firstDay !== null && lastDay !== null;
  const values = [sourceIds, themeIds, addresseeIds, phases, ...(isFlow ? [firstDay, lastDay] : [])];
  const found = await readAsOf(actor, manager, { asOf, knownAt }, async (tx, then) => {
    const [row] = await run<{ text: string }>(tx, countStatement({ axis, unit, isFlow }, then), values);
    return JSON.parse(row?.text ?? '') as Found;
  });
  const { counted: number = 0, closed = 0, broughtIn = 0, voided = 0, unknown = 0, others = 0 } = found.classes;
  const notCounted = { closed, broughtIn, voided, unknown, others };
  const total = number + broughtIn + voided + unknown + others;
  return { asOf: found.asOf, knownAt: found.knownAt, number, total, notCounted, items: found.items };
}
