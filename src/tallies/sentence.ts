// How a tally is said: one sentence for the number, one for what is not in it, each in every language. Pure.

import { joined, say, word, Words } from '../common/words.js';
import type { NotCounted, Tally } from './tally.entity.js';

/** What is said of a tally; names of sources, themes and addressees as each language has them. */
export type Said = Pick<
  Tally,
  'axis' | 'phases' | 'unit' | 'firstDay' | 'lastDay' | 'asOf' | 'number' | 'total' | 'notCounted'
> & {
  /** An instant, as the database says it. */
  knownAt: string;
  limits: Words[];
};

export function sentenceOf(said: Said): Words {
  const { asOf, knownAt, number, total, unit, limits } = said;
  const [of, phases] = [unitOf(unit, total), joined(said.phases.map(phaseWord), say` or `)];
  const within = limits.length === 0 ? new Words('', '') : joined([' (', joined(limits, '; '), ')'], '');
  const side = said.axis === 'response' ? say`what they said` : say`what was done`;
  const first =
    said.firstDay === null || said.lastDay === null
      ? say`${number} of ${of}${within} stood at "${phases}" (${side}).`
      : say`${number} of ${of}${within} came to "${phases}" (${side}) from ${said.firstDay} to ${said.lastDay}.`;
  const moment = say`As of ${asOf}, as recorded by ${minuteOf(knownAt)}.`;
  return joined(
    [first, leftOut(said.notCounted), moment].filter((part) => part.en !== ''),
    ' ',
  );
}

const unitOf = (unit: Tally['unit'], n: number): Words =>
  unit === 'followUp'
    ? n === 1
      ? say`1 follow-up`
      : say`${n} follow-ups`
    : n === 1
      ? say`1 recommendation`
      : say`${n} recommendations`;

/** "partly-agreed" is a key; to people it is two words. */
const phaseWord = (phase: string): Words =>
  new Words(phase === 'unknown' ? 'not known' : phase.replaceAll('-', ' '), word(phase).ko);

function leftOut({ closed, broughtIn, voided, unknown, others }: NotCounted): Words {
  const parts = [
    closed > 0 && say`${closed} closed`,
    unknown > 0 && say`${unknown} of which nothing is known yet`,
    broughtIn > 0 && say`${broughtIn} with history that was brought in, which does not say when it began`,
    voided > 0 && say`${voided} verified on evidence that was changed or withdrawn since`,
    others > 0 && say`${others} that stand otherwise`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? new Words('', '') : say`Not counted: ${joined(parts, ', ')}.`;
}

/** To the minute, in UTC. */
const minuteOf = (instant: string): string => `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
