// Conditions of transitions: pure functions over facts. Each answers why it is not met, in words that say how to meet it.

import type { Role } from '../access/actor.js';
import type { Day } from '../common/edtf-date.js';
import type { Unmet } from '../common/problem.js';
import { joined, say, word, type Words } from '../common/words.js';
import { type EvidenceFact, missingEvidence } from './evidence-condition.js';
import { type PastTransition, standingOn } from './standing.js';
import type { Condition } from './workflow.definition.js';

export interface EngagementFact {
  kind: string;
  occurredFirst: Day;
  awaitedLast: Day | null;
}

/** All that conditions may look at. */
export interface TransitionFacts {
  from: string;
  note: string | undefined;
  /** Who classified it so. */
  codedBy: string | undefined;
  roles: readonly Role[];
  personId: string;
  organizationId: string;
  /** Organizations with members in the workspace. */
  organizations: number;
  /** Last day on which it can have happened. */
  occurredLast: Day;
  evidence: EvidenceFact[];
  /** Uncorrected, with a position, oldest first. */
  history: PastTransition[];
  engagements: EngagementFact[];
  isDeadlinePast: boolean;
  responseState: string | undefined;
  /** Names of the organizations whose objections nobody answered. */
  openObjections: string[];
}

type Check<C extends Condition = never> = (facts: TransitionFacts, condition: C) => Words | undefined;
type Checks = { [Name in Condition['is']]: Check<Extract<Condition, { is: Name }>> };

export const conditions: Checks = {
  'has-note': (facts) => (facts.note ? undefined : say`Say why, in a note.`),
  'note-when-from': (facts, { states }) =>
    states.includes(facts.from) && !facts.note
      ? say`They held another position before: say why it changed, in a note.`
      : undefined,
  'has-evidence': ({ evidence }, condition) => missingEvidence(evidence, condition),
  'has-engagement': (facts) =>
    facts.engagements.some((e) => e.occurredFirst <= facts.occurredLast)
      ? undefined
      : say`Record the letter, request or meeting that delivered it, with its date.`,
  'reply-past-or-reminded': (facts) =>
    facts.engagements.some(
      (e) =>
        (e.kind === 'reminder' && e.occurredFirst <= facts.occurredLast) ||
        (e.awaitedLast !== null && e.awaitedLast < facts.occurredLast),
    )
      ? undefined
      : say`Wait until the awaited reply is past, or record a reminder.`,
  'any-of': (facts, { conditions: alternatives }) => anyOf(facts, alternatives),
  'has-role': (facts, { roles }) =>
    roles.some((role) => facts.roles.includes(role))
      ? undefined
      : say`Ask somebody with the role ${anyOfThese(roles)}.`,
  'other-person-than': (facts, { transition }) =>
    behind(facts, transition).some((past) => past.people.includes(facts.personId))
      ? say`You stand behind this claim yourself: ask another person.`
      : undefined,
  'other-person-than-evidence': (facts) =>
    evidencePeople(facts).has(facts.personId)
      ? say`You brought evidence for it yourself: ask another person.`
      : undefined,
  'other-organization-than': (facts, { transition }) =>
    facts.organizations > 1 &&
    behind(facts, transition).some((past) => past.organizations.includes(facts.organizationId))
      ? say`Your organization made this claim: ask somebody of another organization.`
      : undefined,
  'deadline-passed': (facts) => (facts.isDeadlinePast ? undefined : say`Wait until the deadline has passed.`),
  'response-in': (facts, { states }) =>
    facts.responseState !== undefined && states.includes(facts.responseState)
      ? undefined
      : say`Record first what they said: this needs a response of ${anyOfThese(states)}.`,
  'coded-by': (facts, { who }) =>
    facts.codedBy !== undefined && who.includes(facts.codedBy)
      ? undefined
      : say`Say under "codedBy" who classified it so: ${joined(who.map(word), ', ')}.`,
  'no-open-objection': (facts) =>
    facts.openObjections.length === 0
      ? undefined
      : joined(
          facts.openObjections.map((name) => say`${name} objects: answer it first.`),
          ' ',
        ),
};

/** The conditions that are not met, in order. */
export function unmetOf(facts: TransitionFacts, required: readonly Condition[]): Unmet[] {
  return required.flatMap((condition) => {
    const message = check(facts, condition);
    return message === undefined ? [] : [{ condition: condition.is, message }];
  });
}

function check(facts: TransitionFacts, condition: Condition): Words | undefined {
  return (conditions[condition.is] as Check<Condition>)(facts, condition);
}

function anyOf(facts: TransitionFacts, alternatives: Condition[]): Words | undefined {
  const messages = alternatives.map((alternative) => check(facts, alternative));
  const known = messages.filter((message) => message !== undefined);
  return known.length < messages.length ? undefined : joined(known, say` Or: `);
}

const anyOfThese = (keys: readonly string[]): Words => joined(keys.map(word), say` or `);

/** The last transition of that name, and what the present state stands on: a claim may also come about by `open` or `correct`. */
function behind({ history }: TransitionFacts, transition: string): PastTransition[] {
  const named = history.findLast((past) => past.transition === transition);
  return [...(named ? [named] : []), ...standingOn(history).standing];
}

function evidencePeople({ evidence, history }: TransitionFacts): Set<string> {
  const linked = evidence.filter((piece) => piece.stance !== 'contradicts').flatMap((piece) => piece.broughtBy);
  return new Set([...linked, ...standingOn(history).standing.flatMap((past) => past.evidenceBroughtBy)]);
}
