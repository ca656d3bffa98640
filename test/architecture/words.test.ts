// The words of the page: both languages have all of them, and none that nothing shows.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

type Words = { [key: string]: string | Words };
const FOLDER = 'web/src/i18n';

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const flat = (words: Words, prefix: string): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}.${key}`, value]] : flat(value, `${prefix}.${key}`),
  );
const wordsOf = (language: string): Map<string, string> =>
  new Map(
    readdirSync(join(FOLDER, language)).flatMap((file) =>
      flat(JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8')) as Words, camel(file.replace('.json', ''))),
    ),
  );

const sources = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join('web/src', file), 'utf8'))
  .join('\n');

/** Of a key with a plural, what the code names. */
const named = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
/** Every text that stands in quotes, and every pattern that is put together: `phases.${phase}`. */
const quoted = new Set([...sources.matchAll(/'([\w.,-]+)'/g)].map(([, text]) => text));
const patterns = [...sources.matchAll(/`([a-z]\w*\.(?:[\w.-]|\$\{[^{}`]*\})+)`/gi)].map(
  ([, text]) => new RegExp(`^${text!.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
);
const isShown = (key: string): boolean => quoted.has(key) || patterns.some((pattern) => pattern.test(key));
const places = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!))].sort();

const [en, ko] = [wordsOf('en'), wordsOf('ko')];

describe('the words of the page', () => {
  it('are there', () => {
    expect(en.size).toBeGreaterThan(300);
    expect(quoted.size).toBeGreaterThan(300);
  });

  it('are the same in both languages, plurals apart', () => {
    const keys = (words: Map<string, string>): string[] => [...new Set([...words.keys()].map(named))].sort();
    expect(keys(ko)).toEqual(keys(en));
  });

  it('leave the same places to fill, and none empty', () => {
    const different = [...en].filter(([key, text]) => {
      const other = ko.get(key) ?? ko.get(`${named(key)}_other`) ?? '';
      const isPlural = key !== named(key);
      return other.trim() === '' || (!isPlural && String(places(other)) !== String(places(text)));
    });
    expect(different).toEqual([]);
  });

  it('are all shown somewhere', () => {
    expect([...new Set([...en.keys()].map(named))].filter((key) => !isShown(key))).toEqual([]);
  });

  it('are not English in Korean', () => {
    // Names, symbols and places to fill are alike in both.
    const alike = [...ko].filter(
      ([key, text]) => en.get(key) === text && /[a-z]{4,}/.test(text.replaceAll(/\{\{\w+\}\}/g, '')),
    );
    expect(alike).toEqual([]);
  });
});
