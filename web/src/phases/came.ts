// The filter for what came to a phase between two days: as the address has it, and as the server takes it.

import type { Schema } from '../api/client';
import { oneOf } from '../frame/narrowing';
import { type Phase, PHASES } from './phases';

export interface Came {
  phase: Phase;
  /** First and last day, both in it. */
  from: string;
  to: string;
}

export const EITHER: readonly Phase[] = [...PHASES.response, ...PHASES.implementation];
const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/** Only whole, and only a period that doesn't end before it begins: half of it narrows nothing. */
export function cameIn(
  entered: string | undefined,
  from: string | undefined,
  to: string | undefined,
): Came | undefined {
  const phase = oneOf(EITHER, entered);
  return phase && isDay(from) && isDay(to) && from <= to ? { phase, from, to } : undefined;
}

/** In the last twelve months, until somebody says otherwise. */
export function lately(phase: Phase, now: string): Came {
  const [year = '', ...rest] = now.split('-');
  const day = [String(Number(year) - 1), ...rest].join('-');
  return { phase, from: day.endsWith('-02-29') ? day.replace('-29', '-28') : day, to: now };
}

type Entered = Pick<Schema['FollowUpsFilterDto'], 'entered' | 'from' | 'to'>;
/** As the lists of the server take it. */
export const enteredOf = (came: Came | undefined): Entered =>
  came ? { entered: [came.phase], from: came.from, to: came.to } : {};
