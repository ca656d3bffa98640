// What a workflow is, as data: the states of one axis, the transitions between them, and what each one requires.

import type { Role } from '../access/actor.js';
import { Words } from '../common/words.js';

export const AXES = ['response', 'implementation', 'publication'] as const;
export type Axis = (typeof AXES)[number];

/** What states count as in summaries, by axis; states of `publication` have none. */
export const PHASES = {
  response: ['awaited', 'agreed', 'partly-agreed', 'not-agreed', 'no-reply'],
  implementation: ['unknown', 'not-started', 'progressing', 'fulfilled', 'not-done', 'reversed'],
  publication: [],
} as const satisfies Record<Axis, readonly string[]>;

export const STANCES = ['supports', 'contradicts', 'context'] as const;
export type Stance = (typeof STANCES)[number];
/** What a linked piece shows: a reply of the addressee, or an official record that is the act itself. */
export const SHOWS = ['reply', 'act'] as const;
export type Shows = (typeof SHOWS)[number];

export type Labels = Record<string, string>;

/** What a transition requires. Each name is a pure function of conditions.ts. */
export type Condition =
  | { is: 'has-note' }
  | { is: 'note-when-from'; states: string[] }
  | EvidenceCondition
  | { is: 'has-engagement' }
  | { is: 'reply-past-or-reminded' }
  | { is: 'any-of'; conditions: Condition[] }
  | RoleCondition
  | { is: 'other-person-than'; transition: string }
  | { is: 'other-person-than-evidence' }
  | { is: 'other-organization-than'; transition: string }
  | { is: 'deadline-passed' }
  | { is: 'response-in'; states: string[] }
  | { is: 'no-open-objection' }
  | CodingCondition;

/** One of these roles. */
export interface RoleCondition {
  is: 'has-role';
  roles: Role[];
}

/** So many pieces, accepted, public or coalition, and linked to the track. */
export interface EvidenceCondition {
  is: 'has-evidence';
  count: number;
  kinds?: ('link' | 'file' | 'account')[];
  stance?: Stance[];
  /** At worst: 1 confirmed, 2 probably true, 3 possibly true (Admiralty code). */
  credibility?: number;
  independentOrigins?: number;
  shows?: Shows;
  /** With the verbatim words. */
  quote?: true;
  /** With the place in the document: symbol and paragraph. */
  locator?: true;
}

/** Somebody has said whose classification it is; `who` are the keys that may be said. */
export interface CodingCondition {
  is: 'coded-by';
  who: string[];
}

export interface StateDefinition {
  phase: string | null;
  label: Labels;
  /** Meant to have no way out. */
  final?: boolean;
}

export interface TransitionDefinition {
  key: string;
  label: Labels;
  from: string[];
  to: string;
  conditions: Condition[];
}

export interface WorkflowDefinition {
  key: string;
  version: number;
  axis: Axis;
  /** True only where the wording is verified against the body that uses it. */
  official: boolean;
  title: Labels;
  /** Where states and rules come from. */
  source: string;
  initial: string;
  /** What may be noted with a transition besides the state it leads to. */
  flags?: Record<string, Labels>;
  states: Record<string, StateDefinition>;
  transitions: TransitionDefinition[];
}

/** Transitions that every workflow has besides its own; their keys are taken. */
export const BUILT_IN = ['open', 'correct', 'void', 'migrate'] as const;

/** Who moves a follow-up where a transition names no role of its own. */
export const MOVERS: RoleCondition = { is: 'has-role', roles: ['administrator', 'editor'] };

/** A transition's conditions with the role that it needs in any case. */
export const conditionsOf = (rule: TransitionDefinition): Condition[] =>
  rule.conditions.some((condition) => condition.is === 'has-role') ? rule.conditions : [MOVERS, ...rule.conditions];

/** A state as it stands in a sentence: its key to English readers, its label to others. */
export const stateWord = ({ states }: WorkflowDefinition, state: string): Words =>
  new Words(state, (Object.hasOwn(states, state) ? states[state]?.label['ko'] : undefined) ?? state);

/** The transitions that start from a state. */
export const rulesFrom = (definition: WorkflowDefinition, state: string): TransitionDefinition[] =>
  definition.transitions.filter((rule) => rule.from.includes(state));
