// Subjects of "should" and "must" of whom nothing is asked. Pure.

import type { Reading } from './hits.js';

/** Offices of one person: "he should". */
const PERSONS =
  /Secretary|Representative|Prosecutor|Commissioner|Envoy|Rapporteur|Ombuds|Coordinator|Chair|Director|President|Minister/;
/** "His daughter told us: "They should": what somebody said. */
const IN_A_QUOTE = /\b(?:told|said|says|wrote|recalled|explained|added|asked|replied)\b[^"]{0,60}[:,]?\s?["“][^"”]*$/;
/** A modal with what stands around it. */
interface Said {
  word: string;
  phrase: string;
  before: string;
  rest: string;
}

/** Whom nobody asks here: a relative, somebody who is only quoted or told of, a law, people in general. */
export function isNobody({ word, phrase, before, rest }: Said, said: string, reading: Reading): boolean {
  const { setting, recent, isRecommending } = reading;
  const isStory = setting.form === 'press';
  return (
    (word.toLowerCase() === 'shall' && /^it$/i.test(phrase)) ||
    /^(?:who|what|which|why|how)\b/i.test(phrase) ||
    (!isStory && IN_A_QUOTE.test(said)) ||
    /^(?:which|whom|whose|that)\s/i.test(phrase) ||
    (/^(?:he|she)$/i.test(phrase) && !isStory && !recent.asked.some((name) => PERSONS.test(name))) ||
    (/^["']?you$/i.test(phrase) && setting.you.length === 0) ||
    (/^the (?:former|latter)$/i.test(phrase) && before !== '') ||
    (/^it$/i.test(phrase) && EVIDENT.test(rest)) ||
    /^\s*(?:not\s)?(?:need|have)\sto\b/.test(rest) ||
    BY_A_LAW.test(said) ||
    /^\s\p{L}+,?\sbut\s(?:will|does|do|did|has|have)\snot\b/u.test(rest) ||
    (!isRecommending && IN_GENERAL.test(phrase)) ||
    (before !== '' && /^\s(?:\p{Ll}+\s)?do\s(?:so|it|this|that)\b/u.test(rest))
  );
}

/** "Under the Building Control Act importers must": what a law demands. */
const BY_A_LAW =
  /^(?:Under|By|According to)\s(?:the\s)?[^,]{3,60}\b(?:Act|Law|Code|Ordinance|Decree|Regulations?|Convention|Constitution|Statute)\b[^,]{0,60}$/;

const EVIDENT = /^\sbe\s(?:obvious|clear|evident|noted|possible|easy|enough|remembered|no)\b/;
/** Of these a text tells what a law or custom demands. */
const IN_GENERAL = /^(?:journalists|citizens|parents|teachers|doctors|academics|consumers)$/i;
