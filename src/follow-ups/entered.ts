// A period, and the filter of lists for what entered a phase in it: both are asked for in parts that belong together.

import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { PHASES } from '../workflows/workflow.definition.js';
import type { EnteredQuery, PeriodQuery } from './entered.dto.js';

/** First and last day of a period, both in it. */
export interface Period {
  from: string;
  to: string;
}

/** The period that is asked for, if one is; 400 for half of one, and for one that ends before it begins. */
export function periodOf({ from, to }: PeriodQuery): Period | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined)
    throw refusal(
      from === undefined ? '?from' : '?to',
      say`A period has a first and a last day: give "from" and "to".`,
    );
  if (from > to) throw refusal('?to', say`The period ends before it begins.`);
  return { from, to };
}

/** Filters of the list of follow-ups; 400 where phases are asked for without a period, or a period without phases. */
export function filtersOf<Query extends EnteredQuery>(query: Query): Record<string, unknown> {
  const { entered, from, to, ...others } = query;
  const asked = askedFor({ entered, from, to });
  return { ...others, entered: asked && [asked.from, asked.to, ...asked.phases] };
}

/** The same of recommendations, by what their follow-ups add up to: 400, too, for phases of both axes. */
export function addedUpFiltersOf<Query extends EnteredQuery & { addressee?: string[] }>(
  query: Query,
): Record<string, unknown> {
  const { entered, from, to, ...others } = query;
  const asked = askedFor({ entered, from, to });
  if (!asked) return others;
  const axis = asked.phases.some((phase) => (PHASES.response as readonly string[]).includes(phase))
    ? 'response'
    : 'implementation';
  if (!asked.phases.every((phase) => (PHASES[axis] as readonly string[]).includes(phase)))
    throw refusal('?entered', say`Ask for phases of one side: what they said, or what was done.`);
  return { ...others, entered: [axis, asked.from, asked.to, (query.addressee ?? []).join(), ...asked.phases] };
}

function askedFor({ entered, from, to }: EnteredQuery): (Period & { phases: string[] }) | undefined {
  const period = periodOf({ ...(from && { from }), ...(to && { to }) });
  if ((period === undefined) !== (entered === undefined))
    throw refusal('?entered', say`Give the phases that were entered together with the period, "from" and "to".`);
  return period && entered && { ...period, phases: entered };
}

const refusal = (pointer: string, message: ReturnType<typeof say>) =>
  problems.invalidInput([{ pointer, code: 'period', message }]);
