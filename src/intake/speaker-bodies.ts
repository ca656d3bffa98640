// For which body somebody in an article speaks. Pure.

import { escaped } from './grammar.js';

const BODY_WORD =
  /\b(?:of|for|Watch|International|Network|Forum|Alliance|Center|Centre|Union|Association|Foundation|Council|Committee|Group)\b/;

/** "The Karachi-based group Justice at Sea" is Justice at Sea. */
export function bareName(words: string | undefined): string | undefined {
  return words?.replace(
    /^(?:\p{Lu}[\p{L}-]+-based\s+)?(?:\p{Ll}+\s+){0,3}(?:group|organi[sz]ation|charity|network|watchdog|coalition|nonprofit|non-profit|think tank|federation)\s+(?=\p{Lu})/u,
    '',
  );
}

/** A group by its name: "Network of Refugee Doctors". */
export function groupIn(words: string): string | undefined {
  const names = words
    .replace(/^The\s/, '')
    .matchAll(/((?:\p{Lu}[\p{L}'-]+\s(?:(?:of|for|on|and|the|in)\s){0,2}){1,6}\p{Lu}[\p{L}'-]+)/gu);
  return [...names].map(([name]) => name).find((name) => BODY_WORD.test(name));
}

/** By what a speaker is known. */
export function surname(words: string): string {
  return /(\p{Lu}[\p{L}-]+)(?:\s(?:also|has|on|further|\p{Ll}+ly))*,?\s*$/u.exec(words)?.[1] ?? '\u0000';
}

/** "Dóra Kis, director of Danube Legal Aid,", "a spokesperson for the Fund, Ana Pires,": the body beside a name. */
export function introducedWith(name: string, text: string): string | undefined {
  const all = around(name, text);
  // "Head of Advocacy at the Open Campaign": the body is whom somebody is at.
  const at = new RegExp(
    `\\b${escaped(name)},\\s(?:the\\s|an?\\s)?[^,."]{0,60}?\\b(?:[Aa]dvocacy|[Rr]esearch|[Pp]olicy|[Pp]rogrammes?|[Pp]rograms?|[Cc]ommunications|[Ll]itigation|[Oo]perations)\\sat\\s((?:the\\s)?\\p{Lu}[^,.":]{2,70})`,
    'u',
  ).exec(all)?.[1];
  const behind = new RegExp(
    `\\b${escaped(name)},\\s(?:the\\s|an?\\s)?[^,."]{0,50}?\\b(?:of|at|for|with)\\s((?:the\\s)?(?:\\p{Lu}[^,."]{2,70}|group\\b|organi[sz]ation\\b))`,
    'u',
  ).exec(all)?.[1];
  const ahead = new RegExp(
    `\\b(?:spokes\\p{L}+|director|head|chair|adviser|researcher|lawyer|campaigner|coordinator)\\s(?:of|at|for|with)\\s((?:the\\s)?\\p{Lu}[^,."]{2,70}),\\s(?:\\p{Lu}[\\p{L}'-]+\\s){0,3}${escaped(name)}\\b`,
    'u',
  ).exec(all)?.[1];
  const beside = new RegExp(`\\b${escaped(name)}\\s(?:of|from)\\s(?:the\\s)?(\\p{Lu}[^,."]{2,70})`, 'u').exec(all)?.[1];
  const chaired = new RegExp(
    `\\b${escaped(name)},\\swho\\s(?:chairs|heads|leads|runs|directs|represents)\\s(?:the\\s)?([^,."]{3,70})`,
    'u',
  ).exec(all)?.[1];
  return (at ?? behind ?? ahead ?? beside ?? chaired)?.replace(/^the\s/, '').trim();
}

/** What stands around a name wherever a text has it; the rest of a long text cannot introduce it. */
function around(name: string, text: string): string {
  const pieces: string[] = [];
  for (let at = text.indexOf(name), from = 0; at >= 0; at = text.indexOf(name, at + name.length)) {
    const start = Math.max(from, at - REACH);
    from = Math.min(text.length, at + name.length + REACH);
    if (from > start) pieces.push(text.slice(start, from));
  }
  return pieces.join('\n');
}

/** How far from a name the body may stand. */
const REACH = 300;
