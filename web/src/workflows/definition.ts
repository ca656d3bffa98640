// The form of a workflow's definition, as the server's files have it.

import type { Schema } from '../api/client';

export type Workflow = Schema['WorkflowView'];
export type Labels = Record<string, string>;

export type Condition =
  | { is: 'has-note' | 'has-engagement' | 'reply-past-or-reminded' | 'other-person-than-evidence' }
  | { is: 'deadline-passed' | 'no-open-objection' }
  | { is: 'note-when-from' | 'response-in'; states: string[] }
  | { is: 'any-of'; conditions: Condition[] }
  | { is: 'has-role'; roles: string[] }
  | { is: 'other-person-than' | 'other-organization-than'; transition: string }
  | { is: 'coded-by'; who: string[] }
  | EvidenceCondition;

export interface EvidenceCondition {
  is: 'has-evidence';
  count: number;
  kinds?: ('link' | 'file' | 'account')[];
  stance?: ('supports' | 'contradicts' | 'context')[];
  credibility?: number;
  independentOrigins?: number;
  shows?: 'reply' | 'act';
  quote?: true;
  locator?: true;
}

export interface Transition {
  key: string;
  label: Labels;
  from: string[];
  to: string;
  conditions: Condition[];
}

interface Definition {
  initial: string;
  flags?: Record<string, Labels>;
  states: Record<string, { phase: string | null; label: Labels; final?: boolean }>;
  transitions: Transition[];
}

/** A workflow's definition in the reader's language. */
export class Read {
  private readonly definition: Definition;

  constructor(
    workflow: Workflow,
    private readonly language: string,
  ) {
    this.definition = workflow.definition as unknown as Definition;
  }

  get initial(): string {
    return this.definition.initial;
  }

  get transitions(): Transition[] {
    return this.definition.transitions;
  }

  get flags(): string[] {
    return Object.values(this.definition.flags ?? {}).map((labels) => this.say(labels));
  }

  /** As one comes to them from the start. */
  get states(): { key: string; phase: string | null; label: string; isFinal: boolean }[] {
    const order = new Set([this.initial]);
    for (const state of order) for (const rule of this.transitions) if (rule.from.includes(state)) order.add(rule.to);
    return [...order].map((key) => this.state(key));
  }

  state(key: string): { key: string; phase: string | null; label: string; isFinal: boolean } {
    const state = this.definition.states[key];
    const label = this.say(state?.label ?? {}) || key.replaceAll('-', ' ');
    return { key, phase: state?.phase ?? null, label, isFinal: state?.final === true };
  }

  /** The state of this name in any language. */
  stateCalled(name: string): string | undefined {
    const plain = (text: string) => text.trim().toLowerCase();
    return Object.entries(this.definition.states).find(([, { label }]) =>
      Object.values(label).some((text) => plain(text) === plain(name)),
    )?.[0];
  }

  transition(key: string): string {
    return this.say(this.transitions.find((one) => one.key === key)?.label ?? {}) || key.replaceAll('-', ' ');
  }

  say = (labels: Labels): string => labels[this.language] ?? labels['en'] ?? Object.values(labels)[0] ?? '';

  /** Who moves a follow-up where a transition names no role of its own. */
  conditionsOf = ({ conditions }: Transition): Condition[] =>
    conditions.some(({ is }) => is === 'has-role') ? conditions : [MOVERS, ...conditions];
}

const MOVERS: Condition = { is: 'has-role', roles: ['administrator', 'editor'] };
