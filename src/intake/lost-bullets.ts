// Marks that lost their form: bullets of which a machine has made a letter or a digit, numbers without a stop. Pure.

const BEGINNING = /(?<=^[^\S\n]*)(\d|[a-zA-Z])(?=[^\S\n]+\p{Lu}\p{Ll})/gmu;
const FEWEST = 3;

/**
 * The text with bullets where they were lost: "4 Ensure", "4 Support", "4 Establish" count nothing. Every place stays
 * where it was. A number that counts on, and "A" and "I", which are words, are left.
 */
function withBullets(text: string): string {
  const signs = [...text.matchAll(BEGINNING)].map(([sign]) => sign);
  const lost = new Set(signs.filter((sign) => isLost(sign, signs)));
  return lost.size === 0 ? text : text.replace(BEGINNING, (sign) => (lost.has(sign) ? '•' : sign));
}

function isLost(sign: string, signs: readonly string[]): boolean {
  if (/^[AIaio]$/.test(sign) || signs.filter((other) => other === sign).length < FEWEST) return false;
  return ![-1, 1].some((step) => signs.includes(String.fromCharCode(sign.charCodeAt(0) + step)));
}

const BARE = /(?<=^[^\S\n]*)(\d{1,3})([^\S\n]+)(?=["'(]?\p{Lu})([^\n]*)/gmu;

/**
 * The text with stops behind numbers that count its paragraphs: "14   The Committee", "15   The Committee". Every place stays where it was.
 * Pages and notes count too, but a word of the text points to a note, and no page number stands before a sentence.
 */
function withStops(text: string): string {
  const bare = [...text.matchAll(BARE)].filter(([, , , words = '']) => isSentence(words));
  if (bare.length < 2) return text;
  const notes = new Set([...text.matchAll(POINTED)].map(([, number]) => number));
  const found = bare.filter(([, number]) => !notes.has(number));
  const counting = new Set(
    found.filter((one, at) => isNext(found[at - 1], one) || isNext(one, found[at + 1])).map(({ index }) => index),
  );
  if (counting.size === 0) return text;
  return text.replace(BARE, (all, number: string, gap: string, words: string, at: number) =>
    counting.has(at) ? `${number}.${gap.slice(1)}${words}` : all,
  );
}

/** Words enough for the beginning of a paragraph, and no row of a table. */
const isSentence = (words: string): boolean =>
  words.length > 25 &&
  /^\S+\s\p{Ll}|^\S+\s\S+\s\p{Ll}/u.test(words) &&
  !/\S(?:\t| {3,}|\s\|\s)\S/.test(words) &&
  !/(?:\.\s?){4}/.test(words);

/** The number of a note behind a word: "clinic.12". */
const POINTED = /[\p{L}.,;)"'](\d{1,3})(?=\s)/gu;

const isNext = (a: RegExpExecArray | undefined, b: RegExpExecArray | undefined): boolean =>
  a !== undefined && b !== undefined && Number(b[1]) === Number(a[1]) + 1;

/** The text with all marks that were lost; no place in it changes. */
export const withMarks = (text: string): string => withStops(withBullets(text));
