// class-validator answers finished English sentences: their Korean is found by the sentence, as validation.ko.json has it.

import { readFileSync } from 'node:fs';
import { Words } from './words.js';

/** Korean by English, `{0}` and `{1}` standing for the field and what it has to be. */
const KOREAN = JSON.parse(readFileSync(new URL('validation.ko.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;

/** The longest first: "each value in x must be a string" is more than "x must be a string". */
const patterns = Object.entries(KOREAN)
  .sort(([a], [b]) => b.length - a.length)
  .map(([english, korean]) => ({ form: formOf(english), korean }));

/** A rule's sentence in both languages; what is not in the file stays English, and a test finds it. */
export function ruleWords(sentence: string): Words {
  for (const { form, korean } of patterns) {
    const found = form.exec(sentence);
    if (found)
      return new Words(
        sentence,
        korean.replace(/\{(\d)\}/g, (_, n: string) => found[Number(n) + 1] ?? ''),
      );
  }
  return new Words(sentence, sentence);
}

function formOf(english: string): RegExp {
  const parts = english.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`, 's');
}
