// Verbs of asking as minutes and messages have them: "urged the Government to", "Urging them to". Pure.

import { anyOf, grammar } from './grammar.js';

const PRESENT = new Map(
  Object.values(grammar.asking).flatMap(([third = '', past = '', going = '', other]) =>
    [past, going, other].filter((form) => form !== undefined && form !== '').map((form) => [form, third] as const),
  ),
);
const PAST = anyOf(
  Object.values(grammar.asking).flatMap(([, past = '', , other]) => (other === undefined ? [past] : [past, other])),
);
/** "requiring agencies to deposit a guarantee" tells how: verbs that ask only of a party are none of a message. */
const HOW = new Set([...grammar.askingFrames['only-of-a-party'], ...grammar.askingFrames['only-with-to']]);
const GOING = anyOf(
  Object.entries(grammar.asking)
    .filter(([verb]) => !HOW.has(verb))
    .map(([, [, , going = '']]) => going),
);

/** "24. The Governing Body:", "The Committee decided to:": what stands below is decided there and then, in whatever tense. */
const DECIDING =
  /^(?:\d+\.\s+)?(?:(?:Accordingly|Therefore|In (?:the )?light of [^,]{3,80}|Having [^,]{3,90}),\s)?[Tt]he\s(?:\p{Lu}[\p{L}'-]*(?:\s(?:of|on|for|the|and))*\s?){1,6}(?:,\s[^:]{3,120},)?(?:\s?(?:decided|agreed|resolved|concluded)(?:\sto|\sthat|\sas follows)?)?\s?:$/u;

/** Whether a line above items says no more than who decides what they hold. */
export const isDeciding = (words: string): boolean => DECIDING.test(words);

/** "urged Norway to" as "urges Norway to": the verbs that begin an item, or a clause of it. */
export function inPresent(words: string, tense: 'past' | 'going'): string {
  const forms = tense === 'past' ? PAST : GOING;
  return words.replace(
    new RegExp(
      `(^(?:\\p{L}+ly\\s)?|(?:[,;]\\s(?:and|but)|;)\\s(?:also\\s|further\\s)?|\\sand\\s(?:also\\s|further\\s)?)(${forms})(?=\\s)`,
      'giu',
    ),
    (_, joint: string, verb: string) => `${joint}${PRESENT.get(verb.toLowerCase()) ?? verb}`,
  );
}
