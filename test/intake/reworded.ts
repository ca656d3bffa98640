// A document in other words of the same class: what is asked of whom stays, so its proposals are those of the document, with
// their names and places carried over. It needs no labels, and so runs on every text there is.

import type { Proposal } from '../../src/intake/proposal.js';
import { applied, type Change, data, moved, oneLine, type Reworded, type Source } from './rewording.js';
import {
  byModal,
  byNoun,
  otherModal,
  otherThatVerb,
  otherVerb,
  withAdverb,
  withAside,
  withOpening,
  withRelative,
} from './rewordings-of-asks.js';
import { otherNames, otherStates } from './rewordings-of-names.js';
import { described, otherFrame, otherGroups, otherPressing } from './rewordings-of-parties.js';

/** Whether a machine broke the lines of a text: words that come in would change where, which is a matter of layout. */
export function isBroken(text: string): boolean {
  const lines = text.split('\n');
  const broken = lines.filter(
    (line, at) => line.length > 40 && /[^.;:!?"”)\]]$/.test(line.trimEnd()) && /^\s*\p{Ll}/u.test(lines[at + 1] ?? ''),
  );
  return broken.length > 4 && broken.length * 8 > lines.length;
}

/** Every change. */
export const CHANGES: Change[] = [
  ...data.states.map(([to], turn) => ({ kind: 'states', to, of: (source: Source) => otherStates(source, turn) })),
  { kind: 'names', to: 'invented', of: otherNames },
  ...Object.keys(data.askingTo).map((to) => ({
    kind: 'verbs with to',
    to,
    of: (source: Source) => otherVerb(source, to),
  })),
  ...Object.keys(data.askingThat).map((to) => ({
    kind: 'verbs with that',
    to,
    of: (source: Source) => otherThatVerb(source, to),
  })),
  ...data.askingNouns.map((to) => ({ kind: 'nouns that ask', to, of: (source: Source) => byNoun(source, to) })),
  ...[
    ...data.modals,
    'is urged to',
    'is once more called upon to',
    'is advised to',
    'is enjoined to',
    'is implored to',
  ].map((to) => ({ kind: 'verb to modal or passive', to, of: (source: Source) => byModal(source, to) })),
  ...data.adverbs.map((to) => ({ kind: 'adverbs', to, of: (source: Source) => withAdverb(source, to) })),
  ...data.openings.map((to) => ({ kind: 'openings', to, of: (source: Source) => withOpening(source, to) })),
  ...data.asides.map((to) => ({ kind: 'asides', to, of: (source: Source) => withAside(source, to) })),
  ...data.modals.map((to) => ({ kind: 'modals', to, of: (source: Source) => otherModal(source, to) })),
  ...data.relatives.map((to) => ({ kind: 'relative clauses', to, of: (source: Source) => withRelative(source, to) })),
  ...data.describing.map((to) => ({ kind: 'who is asked', to, of: (source: Source) => described(source, to) })),
  ...data.groups
    .slice(0, 5)
    .map((to, turn) => ({ kind: 'groups', to, of: (source: Source) => otherGroups(source, turn) })),
  ...data.pressing.map((to) => ({ kind: 'verbs of moving', to, of: (source: Source) => otherPressing(source, to) })),
  ...Object.entries(data.pressingFrames).map(([to, frame]) => ({
    kind: 'frames of moving',
    to,
    of: (source: Source) => otherFrame(source, frame),
  })),
];

/** How far the proposals of a text in other words are the old ones. */
export interface Agreement {
  /** Asks that a change of wording touched, and those of them that came out as they were. */
  touched: number;
  kept: number;
  /** What came out otherwise, for a reader. */
  differences: string[];
}

/** Compares the proposals of a reworded text with the old ones; only what the change could touch counts. */
export function agreement(
  { text, proposals }: Source,
  { edits, name }: Reworded,
  found: readonly Proposal[],
  isWhole: boolean,
): Agreement {
  const newText = applied(text, edits);
  const left = [...found];
  const differences: string[] = [];
  let touched = 0;
  let kept = 0;
  const saying = (words: string): string => oneLine(words).slice(0, 150);
  for (const old of proposals) {
    const from = moved(old.span.start, edits);
    const to = moved(old.span.end, edits);
    const at = left.findIndex(
      ({ span }) =>
        Math.min(span.end, to) - Math.max(span.start, from) > 0.6 * Math.min(span.end - span.start, to - from),
    );
    const now = at < 0 ? undefined : left.splice(at, 1)[0];
    const isTouched =
      isWhole ||
      old.reason.isAboveList ||
      edits.some(({ start, end }) => start <= old.span.end && end >= old.span.start);
    const wrong = now === undefined ? ['lost'] : otherwise(old, now, name);
    if (!isTouched && wrong.length === 0) continue;
    touched++;
    if (wrong.length === 0) kept++;
    else differences.push(`${wrong.join('; ')} | ${saying(newText.slice(from, to))}`);
  }
  for (const extra of left) {
    touched++;
    differences.push(`too much [${extra.addressees.join('; ')}] | ${saying(extra.text)}`);
  }
  return { touched, kept, differences };
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

function otherwise(old: Proposal, now: Proposal, name: (old: string) => string): string[] {
  const asked = old.addressees.map(name);
  const pressed = old.targets.map(name);
  return [
    ...(same(asked, now.addressees) ? [] : [`asked [${now.addressees.join('; ')}] not [${asked.join('; ')}]`]),
    ...(same(pressed, now.targets) ? [] : [`moved [${now.targets.join('; ')}] not [${pressed.join('; ')}]`]),
    ...(old.label === now.label ? [] : [`label ${now.label ?? '-'} not ${old.label ?? '-'}`]),
    ...(old.due === now.due ? [] : [`day ${now.due ?? '-'} not ${old.due ?? '-'}`]),
  ];
}
