// Orders that are told by the order beside them. Pure.

import { imperatives } from './grammar.js';

const BESIDE =
  /^\p{Lu}?\p{Ll}+(?:,\s\p{Ll}+)*,?\s(?:and|or)\s(\p{Ll}+)(?:,|\s(?:the|all|any|its|their|an?|each|every|those|these|such|with|on|to|for)\b)/u;

/** "Board and inspect the ships": a word that is an order because the one beside it is. */
export const isOrderBeside = (words: string): boolean => imperatives.has(BESIDE.exec(words)?.[1] ?? '');
