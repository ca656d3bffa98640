// What Heed says to people, in each language that it speaks. The code says it in English; words.ko.json has the Korean.

import { readFileSync } from 'node:fs';
import type { Language } from './language.js';

/** Something said in every language: whoever answers a person picks one (`inLanguage`), nobody before. */
export class Words implements Record<Language, string> {
  constructor(
    readonly en: string,
    readonly ko: string,
  ) {}
}

/** Korean by English; `{0}` is the first parameter of the English, `{1}` the second, in any order. */
export const KOREAN: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('words.ko.json', import.meta.url), 'utf8'),
) as Record<string, string>;

type Parameter = Words | string | number;
const partOf = (parameter: Parameter, language: Language): string =>
  parameter instanceof Words ? parameter[language] : String(parameter);

/** A sentence with parameters: say`This workflow has no flag "${flag}".` What is not in words.ko.json stays English; a test finds it. */
export function say(texts: TemplateStringsArray, ...parameters: Parameter[]): Words {
  const english = texts.reduce((sentence, text, n) => `${sentence}{${String(n - 1)}}${text}`);
  return filled(english, parameters);
}

function filled(english: string, parameters: Parameter[]): Words {
  const fill = (sentence: string, language: Language): string =>
    sentence.replace(/\{(\d+)\}/g, (mark, n: string) => {
      const parameter = parameters[Number(n)];
      return parameter === undefined ? mark : partOf(parameter, language);
    });
  return new Words(fill(english, 'en'), fill(KOREAN[english] ?? english, 'ko'));
}

/** A key that is a word to people, such as a role: itself in English. What has no Korean word stays as it is. */
export const word = (key: string): Words => new Words(key, Object.hasOwn(KOREAN, key) ? (KOREAN[key] ?? key) : key);

/** One after the other, with this between them. */
export const joined = (parts: readonly Parameter[], between: Parameter): Words =>
  new Words(
    ...((['en', 'ko'] as const).map((language) =>
      parts.map((part) => partOf(part, language)).join(partOf(between, language)),
    ) as [string, string]),
  );

/** What is to be answered, with everything that is said in it in one language. */
export const inLanguage = <Answer>(answer: Answer, language: Language): Spoken<Answer> =>
  JSON.parse(
    JSON.stringify(answer, (_, inner: unknown) => (inner instanceof Words ? inner[language] : inner)),
  ) as Spoken<Answer>;

/** The same with texts in place of words. */
export type Spoken<Answer> = Answer extends Words
  ? string
  : Answer extends object
    ? { [Name in keyof Answer]: Spoken<Answer[Name]> }
    : Answer;
