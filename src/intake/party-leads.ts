// What stands before whoever is asked: when they are to act, or whose they are. Pure.

import { grammar } from './grammar.js';
import type { Setting } from './setting.js';

/** "Council of Europe member and observer States". */
const OF_BOTH =
  /^(?:the\s)?(?:member and observer (?:states|countries) of\s(?=.)|(?=.+\smember and observer (?:states|countries)$))(.+?)(?:\smember and observer (?:states|countries))?$/i;
const WHEN = /^(?:Until|Unless|Once|When|Whenever|While|If|Where|As long as|As soon as)\s/i;
const THEIR_OWN = /^(?:[Ii]ts|[Tt]heir)\s(?:\p{Ll}+\s){0,2}\p{Ll}+,\s(?=(?:the\s)?\p{Lu})/u;

/** "Until such reports exist Rome and Berlin", "Its lender, the Bank": without what only says when, or whose. */
export function withoutLead(words: string, { names }: Setting): string {
  if (WHEN.test(words) && !words.includes(',')) {
    const [first] = names.mentionsIn(words);
    return first && /\s(?:the\s)?$/.test(words.slice(0, first.start)) ? words.slice(first.start) : words;
  }
  return words.replace(THEIR_OWN, '');
}

/** Who is meant by a phrase that is not to be taken apart at its "and". */
export function wholeNamed(words: string, { names }: Setting): string[] | undefined {
  const agency = grammar.offices[words.replace(/^the\s/i, '').trim()];
  if (agency !== undefined) return [agency];
  const [body] = names.mentionsIn(OF_BOTH.exec(words)?.[1] ?? '');
  return body?.kind === 'body' ? [`${body.name} member states`, `${body.name} observer states`] : undefined;
}
