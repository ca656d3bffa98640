// Whom a text is written to, also where it has no salutation, or only an office in it. Pure.

import type { Block } from './document.js';
import type { Gazetteer } from './gazetteer.js';
import { grammar } from './grammar.js';
import { isSalutation } from './headings.js';
import { addressed } from './letter-address.js';
import { type Reader, readersIn } from './readers.js';
import { recipients } from './recipients.js';

/** "TO: The incoming Council of Ministers", "One-pager for members of the Human Rights Council". */
const TO = /^(?:TO|To)\s?:\s+(.{3,120})$/u;
const FOR =
  /^(?:an?\s)?(?:one-?pager|two-?pager|memo(?:randum)?|talking points|message|cheat ?sheet|brief(?:ing)?(?: (?:note|paper))?)\s(?:for|to)\s(?:the\s)?(.{3,90})$/iu;
const MEMBERS = /\b(?:members|member states|delegations|delegates)\s(?:of|to|at)\s(?:the\s)?/i;
const ORGAN = new RegExp(`\\b(?:${grammar.organs.join('|')})\\b`, 'i');

/** Whom the head of a text without a salutation says that it is for. */
function headedTo(names: Gazetteer, head: readonly string[], subject: string | null): string[] {
  const to = head.map((line) => (TO.exec(line) ?? FOR.exec(line))?.[1]).find((words) => words !== undefined);
  if (to === undefined) return [];
  const [first] = names.mentionsIn(to).filter(({ how }) => how !== 'capital');
  if (first && MEMBERS.test(to.slice(0, first.start))) return [`${first.name} member states`];
  if (first) return [first.name];
  return (ORGAN.test(to) || /\b(?:government|ministers?|cabinet|parliament|president)\b/i.test(to)) && subject !== null
    ? [subject]
    : [];
}

/** Offices that few states have, so that one of those which the text names is meant. */
const OFFICES: [RegExp, string[]][] = [
  [/\bchancellor\b/i, ['Germany', 'Austria']],
  [/\btaoiseach\b|\btánaiste\b/i, ['Ireland']],
  [/\b(?:foreign|home) secretary\b/i, ['United Kingdom of Great Britain and Northern Ireland']],
  [/\bsecretary of state\b|\bsecretary rubio\b|\bsenators?\b/i, ['United States of America']],
  [/\bfederal councill?ors?\b/i, ['Switzerland']],
];

/** "Dear Chancellor," in a text that names Germany. */
function officeMeant(salutation: string, weights: ReadonlyMap<string, number>): string[] {
  const states = OFFICES.find(([office]) => office.test(salutation))?.[1] ?? [];
  const named = states.filter((state) => weights.has(state));
  return named.length === 1 ? named : [];
}

/** A text, and where it greets if it is a letter. */
interface Written {
  names: Gazetteer;
  blocks: Block[];
  words: string[];
  head: string[];
  letter: number;
  memberStates: string;
  weights: Map<string, number>;
  subject: string | null;
}

/** All whom a text is written to; in a letter with what its head says of each. */
export function readersOf(written: Written): { you: string[]; readers: Reader[] } {
  const { words, letter, names } = written;
  const you = writtenTo(written);
  return { you, readers: readersIn(words.slice(0, Math.max(letter, 0)), you, names) };
}

function writtenTo({ names, blocks, words, head, letter, memberStates, weights, subject }: Written): string[] {
  if (letter < 0) return headedTo(names, head, subject);
  const above = words.slice(0, letter);
  const known = addressed(names, blocks, above, salutations(words, letter), memberStates);
  return (
    [known, officeMeant(words[letter] ?? '', weights)].find(({ length }) => length > 0) ??
    recipients(above, words.join('\n'))
  );
}

/** Everybody who is greeted: a letter to two may greet each on a line. */
function salutations(words: string[], first: number): string {
  const end = words.findIndex((line, at) => at > first && !isSalutation(line));
  return words.slice(first, end < 0 ? first + 1 : end).join(' ');
}
