// The fields of each condition, by its name.

import type { Condition } from './workflow.definition.js';

/** What a condition says and nobody reads: a slip of the pen that would make it weaker than it looks. */
export const surplusOf = (condition: Condition): string[] =>
  Object.keys(condition).filter((name) => name !== 'is' && !FIELDS[condition.is].includes(name));

const FIELDS: Record<Condition['is'], readonly string[]> = {
  'has-note': [],
  'note-when-from': ['states'],
  'has-evidence': ['count', 'kinds', 'stance', 'credibility', 'independentOrigins', 'shows', 'quote', 'locator'],
  'has-engagement': [],
  'reply-past-or-reminded': [],
  'any-of': ['conditions'],
  'has-role': ['roles'],
  'other-person-than': ['transition'],
  'other-person-than-evidence': [],
  'other-organization-than': ['transition'],
  'deadline-passed': [],
  'response-in': ['states'],
  'no-open-objection': [],
  'coded-by': ['who'],
};
