// What looks like an ask and asks nothing. Pure.

import { anyOf, grammar } from './grammar.js';

const closing = new RegExp(`\\b(?:${anyOf(grammar.formulas)})\\b`, 'i');
const empty = new RegExp(`\\b(?:${anyOf(grammar.vague)})\\b`, 'i');

/** "Requests the Speaker to send this motion to both". */
const SENT_ON =
  /\b(?:send|transmit|forward|convey|communicate)\s(?:a\scopy\sof\s)?(?:this|the\spresent)\s(?:motion|resolution|decision|recommendation|opinion|declaration)\b/i;

/** Closing formulas, recitals and exhortations without content. */
export function asksNothing(words: string): boolean {
  if (/^(?:[–-]\s*)?(?:whereas|having regard to)\b/i.test(words)) return true;
  if (/\b(?:urge|ask|request|encourage|call (?:up)?on|appeal to)\s+you\s+to\b/i.test(words) && /\bthank/i.test(words))
    return false;
  if (/\bthank\b.*\band\s+(?:\p{Ll}+ly\s+)?(?:urge|ask|request|encourage|call (?:up)?on|appeal to)\s/u.test(words))
    return false;
  return SENT_ON.test(words) || closing.test(words) || (empty.test(words) && (words.length < 170 || /\b(?:write|writing) to\b/.test(words)));
}
