// Orders in the running text of a letter: "At the very least, tell the President that he must be tried." Pure.

import { imperatives } from './grammar.js';

/** What may open an order. */
const OPENING =
  /^(?:(?:At the very least|At the least|Above all|First of all|First|Second|Third|Finally|Lastly|Then|And|So|Instead|Meanwhile|In the meantime|Until then|Today|Now),?\s)?/i;
/** Orders go on with whom or what: "publish the study", "persuade it". */
const CLEAR =
  /^(?:(?:[Dd]o not|[Dd]on't|[Nn]ever)\s\p{Ll}+\s|(?:[Cc]all (?:on|off)|[Mm]ake sure|[Ss]ee to it|[Ss]peak (?:up|out)|[Ww]ake up|[Ss]tand up)\b|[\p{L}-]+\s(?:(?:up|out|with|to|on|down|back)\s)?(?=(?:the|an?|them|him|her|it|these|those|that|this|your|his|its|their|our|all|every|any|no|each|both|up|out|with|to|allow|let|sign|send)\b|\p{Lu}))/u;
/** What speaks to a reader and asks for nothing. */
const RHETORIC =
  /^(?:let\s(?:us|me|it be|there be|this be)\b|take (?:the case|for example|note)|give (?:or take|the)\s+(?:scale|size)|ask (?:any|the families|anyone)|put (?:simply|differently|bluntly)|keep in mind|call (?:it|us|me|\+?\d)|send (?:your|an? e-?mail|replies)|raise your|speak to (?:us|the families))/i;

/** "Both of you sit on its committees; persuade it": where the last clause begins. */
const LAST = /^[^;:]*[;:]\s(?!.*[;:]\s)/u;

/** Where an order begins in a sentence of a letter, if it is one. */
export function orderInLetter(sentence: string): number | undefined {
  const last = LAST.exec(sentence)?.[0].length ?? 0;
  return (
    orderAt(sentence, 0) ??
    (last > 0 && /^\p{Ll}/u.test(sentence.slice(last)) && !/:\s$/.test(sentence.slice(0, last))
      ? orderAt(sentence, last)
      : undefined)
  );
}

function orderAt(sentence: string, start: number): number | undefined {
  const from = start + (OPENING.exec(sentence.slice(start))?.[0].length ?? 0);
  const words = sentence.slice(from).replace(/^(\p{L}+), we (?:pray|beg|ask)(?: you)?,/u, '$1');
  const first = /^[\p{L}']+/u.exec(words)?.[0].toLowerCase() ?? '';
  const isOpened = from > start && /^\p{Ll}/u.test(words) && /^[\p{L}-]+\s\p{Ll}+s\b/u.test(words);
  if (!(CLEAR.test(words) || isOpened) || RHETORIC.test(words) || words.endsWith('?')) return undefined;
  return imperatives.has(first) || /^(?:do|don't|never|see|make)$/.test(first) ? from : undefined;
}
