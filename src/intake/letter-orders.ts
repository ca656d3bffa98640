// Orders in the running text of a letter: "At the very least, tell the President that he must be tried." Pure.

import { imperatives } from './grammar.js';

/** What may open an order. */
const OPENING =
  /^(?:(?:At the very least|At the least|Above all|First of all|First|Second|Third|Finally|Lastly|Then|And|So|Instead|Meanwhile|In the meantime|Until then|Today|Now),?\s)?/i;
/** Orders that are no nouns or adjectives, and with what they go on. */
const CLEAR =
  /^(?:tell|let|stop|release|publish|order|withdraw|repeal|drop|ask|urge|give|send|bring|instruct|invite|ensure|raise|lift|restore|return|reopen|allow|appoint|make sure|see to it|do not|don't|never|use|speak|call on|call off|put|take|keep|meet|sign|veto|refuse|grant|pardon|investigate)\s(?=(?:the|an?|them|him|her|it|these|those|that|your|all|every|any|no|each|up|out|with|to|allow|let|sign|send)\b|\p{Lu})/iu;
/** What speaks to a reader and asks for nothing. */
const RHETORIC =
  /^(?:let\s(?:us|me|it be|there be|this be)\b|take (?:the case|for example|note)|give (?:or take|the)\s+(?:scale|size)|ask (?:any|the families|anyone)|put (?:simply|differently|bluntly)|keep in mind|call (?:it|us|me|\+?\d)|send (?:your|an? e-?mail|replies)|raise your|speak to (?:us|the families))/i;

/** Where an order begins in a sentence of a letter, if it is one. */
export function orderInLetter(sentence: string): number | undefined {
  const from = OPENING.exec(sentence)?.[0].length ?? 0;
  const words = sentence.slice(from);
  const first = /^[\p{L}']+/u.exec(words)?.[0].toLowerCase() ?? '';
  if (!CLEAR.test(words) || RHETORIC.test(words) || words.endsWith('?')) return undefined;
  return imperatives.has(first) || /^(?:do|don't|never|see|make)$/.test(first) ? from : undefined;
}
