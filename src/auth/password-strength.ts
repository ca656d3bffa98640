import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';
import { problems } from '../common/problem.js';
import { say, type Words } from '../common/words.js';
import { asTyped, KOREAN_WORDS } from './korean-words.js';

/** From here on guessing takes more than a hundred million tries: years, at the pace of our hashes. */
const STRONG_ENOUGH = 3;
/** Letters and digits that are put to a name, such as a year. */
const LITTLE = 6;
/** Judging takes time on the only thread, and more the longer it gets: 0.4 s at most with these, 2 s without. */
const AT_MOST = { maxLength: 64, l33tMaxSubstitutions: 16 };

/**
 * Refuses (422) a password that is quickly guessed, in itself or by who knows the person and the place (`known`: addresses,
 * names). It is judged here and sent nowhere; neither it nor a part of it is in what is answered.
 */
export async function refuseWeak(password: string, pointer: string, known: string[]): Promise<void> {
  const [text, words] = [password.normalize('NFC'), wordsIn(known)];
  if (isMadeOf(words, text)) throw problems.weakPassword(pointer, REASONS.known);
  const judge = await (judging ??= openJudge());
  const result = judge.check(text, words);
  if (result.score < STRONG_ENOUGH) throw problems.weakPassword(pointer, reasonOf(result));
}

/** Whether little is left without what is known: zxcvbn takes several known words, one after the other, for many tries. */
function isMadeOf(words: string[], password: string): boolean {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), password.toLowerCase());
  return rest.includes(' ') && rest.replace(/[^\p{L}\p{N}]+/gu, '').length < LITTLE;
}

/** The dictionaries take half a second and 16 MB, and few requests need them. */
let judging: Promise<ZxcvbnFactory> | undefined;

async function openJudge(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    ...AT_MOST,
    graphs: common.adjacencyGraphs,
    translations: english.translations,
    dictionary: { ...common.dictionary, ...english.dictionary, korean: KOREAN_WORDS },
  });
}

/** Whole and in parts, and as a Korean keyboard types them. Parts of one or two letters are in every password. */
function wordsIn(known: string[]): string[] {
  const whole = ['heed', ...known].map((text) => text.normalize('NFC').toLowerCase());
  const parts = whole.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u), text.replace(/[^\p{L}\p{N}]+/gu, '')]);
  const both = parts.flatMap((part) => [part, asTyped(part).toLowerCase()]);
  return [...new Set(both)].filter((part) => part.length > 2 || /\p{Script=Hangul}{2}/u.test(part));
}

/** What the largest part of it is that can be guessed, in words. */
function reasonOf({ sequence }: ZxcvbnResult): Words {
  const guessed = sequence.filter(({ pattern }) => pattern !== 'bruteforce' && pattern !== 'separator');
  const [largest] = guessed.sort((a, b) => b.token.length - a.token.length);
  if (largest?.['dictionaryName'] === 'userInputs' || largest?.pattern === 'userInputSequence') return REASONS.known;
  return REASONS[largest?.pattern ?? ''] ?? REASONS.short;
}

const DATE = say`It is a date or a year for the most part.`;
const COMMON = say`It is a common word or password for the most part.`;

const REASONS: Record<string, Words> & Record<'known' | 'short', Words> = {
  known: say`It is made of your address, your name or names of this place.`,
  short: say`It would be found with too few tries.`,
  dictionary: COMMON,
  wordSequence: COMMON,
  spatial: say`It follows the keys of the keyboard.`,
  repeat: say`It repeats itself.`,
  sequence: say`It follows a row such as abc or 123.`,
  regex: DATE,
  date: DATE,
};
