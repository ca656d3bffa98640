// What looks like an ask and asks nothing. Pure.

import { anyOf, grammar } from './grammar.js';

const closing = new RegExp(`\\b(?:${anyOf(grammar.formulas)})\\b`, 'i');
const ASKING = anyOf(Object.keys(grammar.asking));
/** "We thank you and urge you to": thanks that lead to an ask. */
const ASKS_YOU = new RegExp(`\\b${ASKING}\\s+you\\s+to\\b`, 'i');
const ASKS_BESIDES = new RegExp(`\\bthank\\b.*\\band\\s+(?:\\p{Ll}+ly\\s+)?${ASKING}\\s`, 'u');
const empty = new RegExp(`\\b(?:${anyOf(grammar.vague)})\\b`, 'i');

/** "Requests the Speaker to send this motion to both". */
const SENT_ON =
  /\b(?:send|transmit|forward|convey|communicate)\s(?:a\scopy\sof\s)?(?:this|the\spresent)\s(?:motion|resolution|decision|recommendation|opinion|declaration)\b/i;

/** "Does the Philippines have to cooperate?" */
const QUESTION =
  /^["']?(?:(?:And|But|So)\s)?(?:What|Who|How|Why|Where|When|Which|Whose|Does|Do|Is|Are|Has|Have|Did|Was|Were|Should|Must|Can|Will)\b[^.!?]*\?["']?$/u;

/** Closing formulas, recitals and exhortations without content. */
export function asksNothing(words: string): boolean {
  if (/^(?:[–-]\s*)?(?:whereas|having regard to)\b/i.test(words)) return true;
  if (QUESTION.test(words) && !/\byou(?:r \p{L}+)?\b[^?]*\bplease\b|^(?:Could|Would|Will|Can) you\b/iu.test(words))
    return true;
  if ((ASKS_YOU.test(words) && /\bthank/i.test(words)) || ASKS_BESIDES.test(words)) return false;
  return (
    SENT_ON.test(words) ||
    closing.test(words) ||
    (empty.test(words) && (words.length < 170 || /\b(?:write|writing) to\b/.test(words)))
  );
}
