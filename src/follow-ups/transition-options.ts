import type { Actor } from '../access/actor.js';
import type { Day } from '../common/edtf-date.js';
import { type Unmet, unmetOf } from '../workflows/conditions.js';
import { type Condition, conditionsOf, type WorkflowDefinition } from '../workflows/workflow.definition.js';
import type { OptionView } from './transition.dto.js';
import { factsOf } from './transition-facts.js';
import type { Recorded } from './transition-facts.queries.js';
import { mayOpen, rulesNow } from './track-history.js';
import { OPENING } from './transition-wish.js';

const BUILT_IN_LABELS = {
  open: { en: 'Enter history', ko: '과거 상태 입력' },
  correct: { en: 'Correct a mistake', ko: '오류 정정' },
};
const TOO_LATE: Unmet = {
  condition: 'history-before',
  message: 'History can be entered only before the first transition that was followed here.',
};
const NOTHING_YET: Unmet = {
  condition: 'something-to-correct',
  message: 'Nothing was recorded yet that could be wrong.',
};
const CLOSED: Unmet = { condition: 'not-closed', message: 'This follow-up is closed. Reopen it to move it.' };

/** Every transition from the present state, and `open` and `correct`, each with what it still needs. Pure. */
export function optionsOf(
  definition: WorkflowDefinition,
  recorded: Recorded,
  actor: Actor,
  today: Day,
  isClosed: boolean,
): OptionView[] {
  const { history } = recorded;
  const facts = factsOf(actor, recorded, { from: history.at(-1)?.to ?? definition.initial, history }, undefined, today);
  const missing = (required: readonly Condition[]): Unmet[] => [
    ...(isClosed ? [CLOSED] : []),
    ...unmetOf(facts, required),
  ];
  const own = rulesNow(definition, history).map((rule) =>
    option(rule.key, rule.label[actor.language] ?? rule.key, rule.to, missing(conditionsOf(rule))),
  );
  const opening = mayOpen(history) ? missing(OPENING) : [TOO_LATE];
  const correcting = history.length > 0 ? missing([{ is: 'has-note' }]) : [NOTHING_YET];
  return [
    ...own,
    option('open', BUILT_IN_LABELS.open[actor.language], null, opening),
    option('correct', BUILT_IN_LABELS.correct[actor.language], null, correcting),
  ];
}

const option = (transition: string, label: string, to: string | null, unmet: Unmet[]): OptionView => ({
  transition,
  label,
  to,
  allowed: unmet.length === 0,
  unmet,
});
