import type { Actor } from '../access/actor.js';
import { type Day, dayRange, earlier } from '../common/edtf-date.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import type { TransitionFacts } from '../workflows/conditions.js';
import type { Recorded } from './transition-facts.queries.js';
import type { Plan } from './transition-wish.js';

/** What somebody says with a transition. */
export interface Said {
  note?: string | undefined;
  codedBy?: string | undefined;
}

/** What conditions look at: the record around a track, seen from where the transition would stand. */
export function factsOf(
  actor: Actor,
  recorded: Recorded,
  at: Pick<Plan, 'from' | 'history'>,
  said: Said,
  occurredLast: Day,
): TransitionFacts {
  return {
    from: at.from,
    history: at.history,
    note: said.note,
    codedBy: said.codedBy,
    roles: actor.roles,
    personId: actor.personId,
    organizationId: actor.organizationId,
    organizations: recorded.organizations,
    occurredLast,
    evidence: recorded.evidence,
    engagements: recorded.engagements.map(({ kind, occurredOn, awaitedLast }) => ({
      kind,
      awaitedLast,
      occurredFirst: dayRange(occurredOn)?.first ?? occurredLast,
    })),
    isDeadlinePast: recorded.isDeadlinePast,
    responseState: recorded.responseState ?? undefined,
    openObjections: recorded.openObjections,
  };
}

/**
 * The last day on which something can have happened: not after today, since it is being told. Not known is today.
 * 422 for what lies wholly in the future.
 */
export function lastDayOf(occurredOn: string | null, today: Day, pointer = '/occurredOn'): Day {
  const range = occurredOn === null ? { first: today, last: today } : dayRange(occurredOn);
  if (!range) throw problems.invalidInput([{ pointer, code: 'is-edtf', message: say`Not a date that exists.` }]);
  if (range.first > today)
    throw problems.unfit(pointer, 'in-the-future', say`Today is ${today}: only what has happened can be recorded.`);
  return earlier(range.last, today);
}
