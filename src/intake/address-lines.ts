// Which lines above a salutation say who is written to, and whom each names. Pure.

import type { Block } from './document.js';
import type { Gazetteer, Mention } from './gazetteer.js';
import { isOnlyBody } from './greetings.js';

/** The first line of an address, which stands like a title. */
const TO_AN_OFFICE =
  /^(?!.*\b(?:letter|appeal|statement|petition|memorandum|observers?)\b)(?:The\s)?(?:Honou?rable|Hon\.|Rt\.? Hon\.?|Right Honou?rable|H\.\s?E\.|His Excellency|Her Excellency|Mrs?\.?|Ms\.?|Dr\.?|Ambassador|Minister|President|Prime Minister|Commissioner|To\s(?:the\s|all\s)?(?:Permanent Representatives|Members|Governments|Heads|Ministers|Delegations|Missions|Ambassadors))\s/i;

/** A title, a line of the head of a mail, a number of a street. */
export const isNoAddress = (names: Gazetteer, block: Block | undefined, line: string): boolean =>
  block?.level === 0 ||
  (block?.kind === 'title' && !TO_AN_OFFICE.test(line) && !isOnlyBody(names, line)) ||
  /^(?:re|subject|ref|from|date|via|cc|copy|copies|copied|c\/o)\b|@|\d{4,}/i.test(line);

/** Whom a line names that is not cut into cells; a capital is only a place. */
export const namedIn = (names: Gazetteer, line: string): Mention[] =>
  line.split(/\s[|»]\s/).length > 1
    ? []
    : ofBodies(line, names.mentionsIn(line)).filter(({ how }) => how !== 'capital');

/** "Secretary General of the Council of Europe": of those who lead a body only the name of the body tells which one. */
const ofBodies = (line: string, mentions: Mention[]): Mention[] =>
  mentions.filter(
    ({ end }, at) =>
      !(
        mentions[at + 1]?.kind === 'body' &&
        /^\s(?:of|to)\s(?:the\s)?$/.test(line.slice(end, mentions[at + 1]?.start)) &&
        /^(?:Secretary|Director)[\s-]General$/.test(line.slice(mentions[at]?.start, end))
      ),
  );

/** Who stands below "CC:" gets a copy, until another line of the head begins. */
export function isCopied(lines: string[], at: number): boolean {
  const head = lines
    .slice(0, at + 1)
    .findLast((line) => /^(?:to|re|subject|ref|from|date|via|dear|cc|copy|copies|copied)\b.{0,12}:/i.test(line));
  return head !== undefined && /^(?:cc|copy|copies|copied)\b/i.test(head);
}

/** "Governments of the member states of the Council of Europe". */
const MEMBERS_OF = /\bmember states of\s(?:the\s)?(\p{Lu}.*)$/iu;
export function membersIn(names: Gazetteer, line: string): string | undefined {
  const whose = MEMBERS_OF.exec(line)?.[1];
  const [body] = whose === undefined ? [] : names.mentionsIn(whose);
  const isWhole = body?.kind === 'body' && body.start === 0 && !body.name.endsWith('member states');
  return isWhole ? `${body.name} member states` : undefined;
}

/** "Malé, Republic of Maldives": a line of an address that ends in a state, and no office of it. */
export const isPlace = (first: Mention, line: string): boolean =>
  first.kind === 'state' &&
  first.end === line.length &&
  /^[^,]*,\s*\S+(?:\s\S+)*$/.test(line) &&
  !/minist|president|government|embassy|mission/i.test(line);
