// Where a text asks, with which verb, whom and for what: so that one of them can be said otherwise.

import type { Proposal } from '../../src/intake/proposal.js';
import { data, type Edit, oneLine, type Source } from './rewording.js';

/* Where asks stand. */

export interface Stretch {
  start: number;
  end: number;
  proposal: Proposal;
}

/** The sentence of an ask, and for an item the lead above its list. */
export function sentencesOf({ text, proposals }: Source): Stretch[] {
  const own = proposals
    .filter(({ reason }) => !reason.isAboveList)
    .map((proposal) => ({ start: proposal.span.start, end: proposal.span.end, proposal }));
  const leads = proposals.flatMap((proposal) => {
    if (!proposal.reason.isAboveList) return [];
    const colon = text.slice(0, proposal.span.start).lastIndexOf(':');
    if (colon < 0) return [];
    const before = text.slice(Math.max(0, colon - 500), colon);
    const start = colon - before.length + Math.max(before.lastIndexOf('. ') + 2, before.lastIndexOf('\n\n') + 2, 0);
    return [{ start, end: colon + 1, proposal }];
  });
  const first = leads.filter(({ start }, at) => leads.findIndex((other) => other.start === start) === at);
  return [...own, ...first];
}

export interface Asking extends Stretch {
  /** Places of what asks, whom and for what: "We", "urge", "the Government", "release". */
  subject: string;
  verb: Edit;
  party: Edit;
  deed: number;
}

export const formsOf = (verbs: Record<string, string[]>) =>
  Object.entries(verbs).flatMap(([base, forms]) => [base, ...forms].map((words, form) => ({ words, form, base })));
export const asked = (verbs: Record<string, string[]>) =>
  formsOf(verbs).sort((a, b) => b.words.length - a.words.length);
export const TO = asked(data.askingTo);
export const THAT = asked(data.askingThat);
export const pattern = (forms: { words: string }[]): string =>
  forms.map(({ words }) => words.replace(/ /g, '\\s+')).join('|');
export const ASKING_TO = new RegExp(
  `^((?:\\W*[^,;:.\\n]{0,90}?\\s|\\W*)?)(${pattern(TO)})\\s+((?!(?:that|for|to)\\b)[^,;:.]{2,90}?)\\s+to\\s+(?=(?!(?:the|its|their|a|an|all|this|these)\\b)\\p{Ll})`,
  'iu',
);
export const ASKING_THAT = new RegExp(`^((?:\\W*[^,;:.\\n]{0,90}?\\s|\\W*)?)(${pattern(THAT)})\\s+that\\s+`, 'iu');

export function asksTo(source: Source): Asking[] {
  return sentencesOf(source).flatMap((stretch) => {
    const said = source.text.slice(stretch.start, stretch.end);
    const match = ASKING_TO.exec(said);
    if (!match || !/^(?:issuer-asks|verb-first|letter-asks|speaker-asks)$/.test(stretch.proposal.reason.code))
      return [];
    const [whole, subject = '', verb = '', party = ''] = match;
    if (
      /\b(?:to|that|which|who|not|should|must|is|are|was|were|be|its|their|his|her|our|the|a|an)\s+$/i.test(subject) ||
      / to /.test(party)
    )
      return [];
    const at = stretch.start + subject.length;
    const partyAt = stretch.start + whole.indexOf(party, subject.length + verb.length);
    return [
      {
        ...stretch,
        subject: oneLine(subject),
        verb: { start: at, end: at + verb.length, words: verb },
        party: { start: partyAt, end: partyAt + party.length, words: party },
        deed: stretch.start + whole.length,
      },
    ];
  });
}

export const cased = (words: string, like: string): string =>
  /^\p{Lu}{2}/u.test(like)
    ? words.toUpperCase()
    : /^\p{Lu}/u.test(like)
      ? words.charAt(0).toUpperCase() + words.slice(1)
      : words;
export const formIn = (forms: ReturnType<typeof formsOf>, found: string) =>
  forms.find(({ words }) => words === oneLine(found).toLowerCase());
