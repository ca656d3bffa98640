// Which workflow a new track follows where its request names none: a table that a person can read. Pure.

import type { SourceKind } from '../sources/source.entity.js';
import type { Axis } from './workflow.definition.js';

/** What is asked of a source: its kind, and the mechanism that it came from. */
export interface ChosenBy {
  kind: SourceKind;
  mechanism: string | null;
}

interface Choice {
  kind: SourceKind;
  /** Within the name of the mechanism, in any case; left out where the kind alone decides. */
  mechanism?: RegExp;
  workflows: Partial<Record<Axis, string>>;
}

/** The first row that fits decides; an axis that it does not name follows its default. docs/workflows.md shows the same. */
export const CHOICES: readonly Choice[] = [
  { kind: 'review-outcome', workflows: { response: 'upr-response@1', implementation: 'upr-implementation@1' } },
  {
    kind: 'concluding-observations',
    mechanism: /human rights committee|\b(hrc|ccpr)\b/i,
    workflows: { implementation: 'hrc-follow-up@2017' },
  },
  {
    kind: 'concluding-observations',
    mechanism: /discrimination against women|\bcedaw\b/i,
    workflows: { implementation: 'cedaw-follow-up@1' },
  },
  { kind: 'ilo-comment', workflows: { implementation: 'ilo-supervision@1' } },
  { kind: 'communication', workflows: { response: 'communication@1' } },
];

/** What tracks follow where nothing else is said. */
export const DEFAULTS: Readonly<Record<Axis, string>> = {
  response: 'advocacy-response@1',
  implementation: 'implementation@1',
  publication: 'publication@1',
};

/** The workflow of an axis, `key@version`, by kind of source. */
export function workflowFor(axis: Axis, { kind, mechanism }: ChosenBy): string {
  const choice = CHOICES.find(
    (row) => row.kind === kind && (row.mechanism === undefined || row.mechanism.test(mechanism ?? '')),
  );
  return choice?.workflows[axis] ?? DEFAULTS[axis];
}
