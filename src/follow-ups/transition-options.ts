import type { Actor } from '../access/actor.js';
import { PERMISSIONS } from '../access/permissions.js';
import type { Day } from '../common/edtf-date.js';
import type { Unmet } from '../common/problem.js';
import { inLanguage, say } from '../common/words.js';
import { unmetOf } from '../workflows/conditions.js';
import { type Condition, conditionsOf, MOVERS, type WorkflowDefinition } from '../workflows/workflow.definition.js';
import type { OptionView } from './transition-option.view.js';
import { factsOf } from './transition-facts.js';
import type { Recorded } from './transition-facts.queries.js';
import { planMigration } from './migration-plan.js';
import { type Book, mayOpen, rulesNow, standAfter } from './track-history.js';
import { OPENING, type Over } from './transition-wish.js';

const BUILT_IN_LABELS = {
  open: { en: 'Enter history', ko: '과거 상태 입력' },
  correct: { en: 'Correct a mistake', ko: '오류 정정' },
  migrate: { en: 'Go over to', ko: '워크플로 이전:' },
};
const TOO_LATE: Unmet = {
  condition: 'history-before',
  message: say`History can be entered only before the first transition that was followed here.`,
};
const NOTHING_YET: Unmet = {
  condition: 'something-to-correct',
  message: say`Nothing was recorded yet that could be wrong.`,
};
const CLOSED: Unmet = { condition: 'not-closed', message: say`This follow-up is closed. Reopen it to move it.` };
const WHY: Condition = { is: 'has-note' };
/** Which role it takes, and what else, depends on the state that a correction puts in place. */
const CORRECTING: Condition[] = [{ is: 'has-role', roles: [...PERMISSIONS['track.transition']] }, WHY];

/** What else the options depend on. */
export interface Around {
  today: Day;
  isClosed: boolean;
  /** The cross-walks that start from the present workflow, with the name of where each leads. */
  overs: (Over & { name: string })[];
}

/** Every transition from the present state, then `open`, `correct` and `migrate`, each with what it still needs. Pure. */
export function optionsOf(
  book: Book,
  recorded: Recorded,
  actor: Actor,
  { today, isClosed, overs }: Around,
): OptionView[] {
  const { history } = recorded;
  const facts = factsOf(actor, recorded, { from: standAfter(book, history).state, history }, {}, today);
  const missing = (required: readonly Condition[]): Unmet[] => [
    ...(isClosed ? [CLOSED] : []),
    ...unmetOf(facts, required),
  ];
  const { definition } = standAfter(book, history);
  const own = rulesNow(book, history).map((rule) => ({
    ...option(rule.key, rule.label[actor.language] ?? rule.key, rule.to, missing(conditionsOf(rule))),
    ...sayState(definition, rule.to, actor),
  }));
  const migrating = overs.map((over) => {
    const plan = planMigration(book, history, { transition: 'migrate', occurredLast: today, over });
    const [to, without] =
      'refused' in plan ? [null, [{ condition: 'counterpart', message: plan.refused }]] : [plan.to, []];
    const label = `${BUILT_IN_LABELS.migrate[actor.language]} ${over.name}`;
    const unmet = [...without, ...missing([MOVERS, WHY])];
    const into = book.definitions.get(over.workflow);
    return { ...option('migrate', label, to, unmet, over.name), ...(into && to && sayState(into, to, actor)) };
  });
  const options = [
    ...own,
    option('open', BUILT_IN_LABELS.open[actor.language], null, mayOpen(history) ? missing(OPENING) : [TOO_LATE]),
    option(
      'correct',
      BUILT_IN_LABELS.correct[actor.language],
      null,
      history.length > 0 ? missing(CORRECTING) : [NOTHING_YET],
    ),
    ...migrating,
  ];
  return inLanguage(options, actor.language);
}

const option = (
  transition: string,
  label: string,
  to: string | null,
  unmet: Unmet[],
  workflow: string | null = null,
) => ({
  ...{ transition, label, to, toLabel: null, toPhase: null, workflow },
  ...{ allowed: unmet.length === 0, unmet },
});

function sayState({ states }: WorkflowDefinition, to: string, { language }: Actor) {
  const state = states[to];
  return { toLabel: state?.label[language] ?? to, toPhase: state?.phase ?? null };
}
