// Asks by other verbs, nouns and modals, with adverbs and asides.

import {
  type Asking,
  ASKING_THAT,
  asksTo,
  cased,
  formIn,
  sentencesOf,
  type Stretch,
  THAT,
  TO,
} from './asks-in-text.js';
import { data, oneLine, type Reworded, some, type Source } from './rewording.js';

/** "Urges X to": by another verb that takes whom and what to do. */
export function otherVerb(source: Source, to: string): Reworded | undefined {
  return some(
    asksTo(source).flatMap(({ verb }) => {
      const form = formIn(TO, verb.words)?.form;
      const words = form === undefined ? undefined : [to, ...(data.askingTo[to] ?? [])][form];
      return words === undefined || words === oneLine(verb.words).toLowerCase()
        ? []
        : [{ ...verb, words: cased(words, verb.words) }];
    }),
  );
}

/** "Recommends that": by another. */
export function otherThatVerb(source: Source, to: string): Reworded | undefined {
  return some(
    sentencesOf(source).flatMap(({ start, end }) => {
      const match = ASKING_THAT.exec(source.text.slice(start, end));
      if (!match) return [];
      const [, subject = '', verb = ''] = match;
      const form = formIn(THAT, verb)?.form;
      const words = form === undefined ? undefined : [to, ...(data.askingThat[to] ?? [])][form];
      if (
        words === undefined ||
        /\b(?:to|that|which|who|not|is|are|was|were|be|it|its|her|his|their|our|the|an?|previous|earlier)\s+$/i.test(
          subject,
        )
      )
        return [];
      return [{ start: start + subject.length, end: start + subject.length + verb.length, words: cased(words, verb) }];
    }),
  );
}

/** Who asks in a document's own name. */
const OURS =
  /^(?:we|i|the (?:special rapporteur|(?:sub)?committee|commission|council|assembly|working group|independent expert))\s*$/i;
const isPlain = ({ subject }: Asking): boolean => OURS.test(subject.trim());
/** Whether nothing else hangs on who asks: no list, no second verb, no "it" behind; and not "not to", which has no such form. */
const isAlone = ({ party, deed, end, proposal }: Asking, { text }: Source): boolean =>
  !proposal.reason.isAboveList &&
  !/\b(?:you|your)\b|\bnot\s*$/i.test(party.words) &&
  !/\band to\s/.test(text.slice(deed, end)) &&
  !/^[\s;,.]*(?:and\s|It\s|She\s|He\s|They\s)/.test(text.slice(end, end + 12));
/** A sentence that goes on where it began: its first word in small letters, but for "I". */
const small = (words: string): string => (/^I\b/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1));

/** "We urge X to open": "our request is that X open". */
export function byNoun(source: Source, noun: string): Reworded | undefined {
  return some(
    asksTo(source)
      .filter((ask) => isPlain(ask) && isAlone(ask, source))
      .flatMap(({ start, subject, party, deed }) => {
        const who = subject.trim();
        const whose = /^we$/i.test(who) ? 'Our' : /^i$/i.test(who) ? 'My' : `${who}'s`;
        return [{ start, end: deed, words: `${whose} ${noun} is that ${party.words} ` }];
      }),
  );
}

/** "We urge X to open": "X should open", "X is urged to open". */
export function byModal(source: Source, joint: string): Reworded | undefined {
  if (source.isStory) return undefined;
  return some(
    asksTo(source)
      .filter((ask) => isPlain(ask) && isAlone(ask, source))
      .flatMap(({ start, party, deed }) => {
        const isMany = /\band\b|\p{Ll}s$/u.test(party.words.replace(/\s(?:of|in|for)\s.*$/su, ''));
        const verb = joint.replace(/^(?:is|has|needs)\b/, (one) =>
          isMany ? ({ is: 'are', has: 'have', needs: 'need' }[one] ?? one) : one,
        );
        return [{ start, end: deed, words: `${cased(oneLine(party.words), 'A')} ${verb} ` }];
      }),
  );
}

/** "We once more urge". */
export function withAdverb(source: Source, adverb: string): Reworded | undefined {
  return some(
    asksTo(source)
      .filter((ask) => isPlain(ask) || source.isStory)
      .filter(({ subject, verb }) => subject.trim() !== '' && formIn(TO, verb.words)?.form !== 3)
      .map(({ verb }) => ({ start: verb.start, end: verb.start, words: `${adverb} ` })),
  );
}

/** "In light of the above, we urge". */
export function withOpening(source: Source, opening: string): Reworded | undefined {
  if (source.isStory) return undefined;
  return some(
    asksTo(source)
      .filter(isPlain)
      .map(({ start, subject }) => ({
        start,
        end: start + subject.trim().length,
        words: `${opening} ${small(subject.trim())}`,
      })),
  );
}

/** "Urges X, for its part, to". */
export function withAside(source: Source, aside: string): Reworded | undefined {
  return some(
    asksTo(source)
      .filter(({ party }) => !/\b(?:you|me|us)\b|\bnot$/i.test(party.words))
      .map(({ party }) => ({ start: party.end, end: party.end, words: `, ${aside},` })),
  );
}

/* "X should". */

const MODAL =
  /\s(should|must|ought to|needs? to|ha(?:s|ve) to)\s+(?!not\b|be\s|have\s|also\b|therefore\b|never\b)(?=\p{Ll})/u;

/** Where "X should" stands. */
export function modalsIn(source: Source): (Stretch & { at: number; word: string; subject: string })[] {
  return sentencesOf(source).flatMap((stretch) => {
    const said = source.text.slice(stretch.start, stretch.end);
    const match = stretch.proposal.reason.code === 'asked-before' ? MODAL.exec(said) : null;
    return match
      ? [{ ...stretch, at: stretch.start + match.index, word: match[0], subject: said.slice(0, match.index) }]
      : [];
  });
}

/** "X ought to". */
export function otherModal(source: Source, to: string): Reworded | undefined {
  return some(
    modalsIn(source)
      // What a story tells that somebody has to do is no ask by itself.
      .filter(() => !source.isStory || !/^(?:is|has|needs) to/.test(to))
      .map(({ at, word, subject }) => {
        const isMany = /\b(?:and|all|both|they|you|we|these|those)\b|\p{Ll}s$/iu.test(
          subject.replace(/\s(?:of|in|for|that|which|who|with|on)\s.*$/su, ''),
        );
        const said = to.replace(/^(?:is|has|needs)\b/, (one) =>
          isMany ? ({ is: 'are', has: 'have', needs: 'need' }[one] ?? one) : one,
        );
        return { start: at, end: at + word.length, words: ` ${said} ` };
      }),
  );
}

/** "X, which met in May, should". */
export function withRelative(source: Source, relative: string): Reworded | undefined {
  return some(
    modalsIn(source)
      .filter(({ subject }) => /^(?:The|the)\s[^,;:]+$/.test(subject) && !/\b(?:that|which|who)\b/.test(subject))
      .map(({ at }) => ({ start: at, end: at, words: `, ${relative},` })),
  );
}
