// Whether a draft, which comes as JSON, has the shape of a definition at all: without it nothing else can be said of it.

import { isClean } from '../common/fields.js';
import { say, type Words } from '../common/words.js';
import { surplusOf } from './condition-fields.js';
import {
  type Condition,
  SHOWS,
  STANCES,
  type TransitionDefinition,
  type WorkflowDefinition,
} from './workflow.definition.js';

export interface DefinitionFault {
  code: string;
  /** State or transition that it is about. */
  at: string;
  message: Words;
}

/** What nobody could read of a draft. */
export function malformed({ title, states, transitions, flags = {}, ...rest }: WorkflowDefinition): DefinitionFault[] {
  const fault = (at: string, message: Words): DefinitionFault => ({ code: 'malformed', at, message });
  return [
    ...(isAllClean({ ...rest, title, states, transitions, flags })
      ? []
      : [fault('source', say`A text holds a character that is none (NUL, or half of one).`)]),
    ...(isLabels(title) ? [] : [fault('title', say`A title is a text for each language.`)]),
    ...Object.entries(states)
      .filter(([, state]) => !isState(state))
      .map(([key]) => fault(key, say`A state has a phase (or null) and a label for each language.`)),
    ...Object.entries(flags)
      .filter(([, label]) => !isLabels(label))
      .map(([key]) => fault(key, say`A flag has a label for each language.`)),
    ...[
      ...Object.keys(states),
      ...Object.keys(flags),
      ...transitions.map((rule) => (rule as Partial<TransitionDefinition>).key),
    ]
      .filter((key) => isText(key) && !isKey(key))
      .map((key) =>
        fault(
          String(key),
          say`A key has lower-case letters, digits and hyphens, begins with a letter, and has 60 characters at most.`,
        ),
      ),
    ...transitions.flatMap((rule, n) =>
      isTransition(rule)
        ? []
        : [
            fault(
              String((rule as Partial<TransitionDefinition>).key ?? n),
              say`A transition has a key, a label for each language, a list of states under "from", a state under "to", and a list of conditions.`,
            ),
          ],
    ),
  ];
}

type Given = Record<string, unknown>;
const KINDS = ['link', 'file', 'account'];

const isObject = (given: unknown): given is Given =>
  typeof given === 'object' && given !== null && !Array.isArray(given);
const isText = (given: unknown): given is string => typeof given === 'string';
const isList = (given: unknown, fits: (one: unknown) => boolean): given is unknown[] =>
  Array.isArray(given) && given.every(fits);
const isTrue = (given: unknown): boolean => given === true;
const isKey = (given: unknown): boolean => isText(given) && /^[a-z][a-z0-9-]{0,59}$/.test(given);
const isOneOf = (given: unknown, known: readonly string[]): boolean => isText(given) && known.includes(given);
const isCount = (given: unknown, most = 1000): boolean =>
  Number.isInteger(given) && Number(given) >= 1 && Number(given) <= most;
const isChoice = (given: unknown, known: readonly string[]): boolean =>
  isList(given, (one) => isOneOf(one, known)) && given.length > 0;
const isLeftOutOr = (given: unknown, fits: (given: unknown) => boolean): boolean => given === undefined || fits(given);

/** Everything that is written anywhere in it, the names of fields too. */
const isAllClean = (given: unknown): boolean => {
  if (isText(given)) return isClean(given);
  if (typeof given !== 'object' || given === null) return true;
  return Object.entries(given).every(([name, value]) => isClean(name) && isAllClean(value));
};

/** Texts by language. */
const isLabels = (given: unknown): boolean => isObject(given) && Object.values(given).every(isText);

/** A phase, or null, and a label by language. */
const isState = (given: unknown): boolean =>
  isObject(given) &&
  (given['phase'] === null || isText(given['phase'])) &&
  isLabels(given['label']) &&
  isLeftOutOr(given['final'], (final) => typeof final === 'boolean');

/** Key, label, from, to and conditions, each with its name. */
const isTransition = (given: unknown): boolean =>
  isObject(given) &&
  isText(given['key']) &&
  isLabels(given['label']) &&
  isList(given['from'], isText) &&
  isText(given['to']) &&
  isList(given['conditions'], isNamed);

const isNamed = (given: unknown): boolean => isObject(given) && isText(given['is']);

/** Whether a condition of a known name says all that its name needs. */
export const isComplete = (condition: Condition): boolean =>
  COMPLETE[condition.is](condition as unknown as Given) && surplusOf(condition).length === 0;

const needsNothing = (): boolean => true;
const namesTransition = ({ transition }: Given): boolean => isText(transition);

const COMPLETE: Record<Condition['is'], (given: Given) => boolean> = {
  'has-note': needsNothing,
  'note-when-from': ({ states }) => isList(states, isText),
  'has-evidence': ({ count, kinds, stance, credibility, independentOrigins, shows, quote, locator }) =>
    isCount(count) &&
    isLeftOutOr(kinds, (k) => isChoice(k, KINDS)) &&
    isLeftOutOr(stance, (s) => isChoice(s, STANCES)) &&
    isLeftOutOr(credibility, (c) => isCount(c, 6)) &&
    isLeftOutOr(independentOrigins, isCount) &&
    isLeftOutOr(shows, (s) => isOneOf(s, SHOWS)) &&
    isLeftOutOr(quote, isTrue) &&
    isLeftOutOr(locator, isTrue),
  'has-engagement': needsNothing,
  'reply-past-or-reminded': needsNothing,
  'any-of': ({ conditions }) => isList(conditions, isNamed) && conditions.length > 0,
  'has-role': ({ roles }) => isList(roles, isText),
  'other-person-than': namesTransition,
  'other-person-than-evidence': needsNothing,
  'other-organization-than': namesTransition,
  'deadline-passed': needsNothing,
  'response-in': ({ states }) => isList(states, isText) && states.length > 0,
  'no-open-objection': needsNothing,
  'coded-by': ({ who }) => isList(who, isKey) && who.length > 0,
};
