// How headings stand to each other, where a text does not say their levels. Pure.

const NUMBERED = /^(?:[IVXLC]+|\p{Lu}|\d+(?:\.\d+)*)[.)]\s/u;

/** A heading with its level. */
export interface Opened {
  words: string;
  level: number;
}

/** Whether a heading stands below the one that opened the recommendations: a theme of theirs, and not the next chapter. */
export function isBelow(words: string, level: number, opened: Opened | undefined, hasLevels: boolean): boolean {
  if (!opened) return false;
  if (hasLevels) return level > opened.level;
  const above = numberOf(opened.words);
  const own = numberOf(words);
  if (isShouted(words) && !isShouted(opened.words)) return false;
  return above === '' ? own === '' : own !== above && (own === '' || own.length > above.length);
}

/** The number of a heading with every letter and digit alike: what kind of counting it is. */
const numberOf = (words: string): string => NUMBERED.exec(words)?.[0].replace(/[A-Z]/g, 'A').replace(/\d+/g, '1') ?? '';
const isShouted = (words: string): boolean => !/\p{Ll}/u.test(words);

/** The words of a heading without its number and its colon. */
export const bareOf = (words: string): string =>
  words
    .replace(/^\d{1,2}\s{1,4}(?=\p{Lu})/u, '')
    .replace(/^(?:[IVXLC]+|\p{Lu}|\d+(?:\.\d+)*)(?:[.)]|(?<=\.\d+))\s+/u, '')
    .replace(/\s*[:?]$/, '')
    .replace(/\*+$/, '');
