import type { Block } from './document.js';
import type { Gazetteer, Mention } from './gazetteer.js';
import { greeted, isOnlyBody } from './greetings.js';
import { MINISTERS_OF, writtenTo } from './written-to.js';

const chairsIn = (salutation: string): string[] => {
  const chairs = CHAIRS.exec(salutation)?.[1];
  return chairs === undefined ? [] : [chairs.charAt(0).toUpperCase() + chairs.slice(1)];
};

/** The first line of an address, which stands like a title. */
const TO_AN_OFFICE =
  /^(?!.*\b(?:letter|appeal|statement|petition|memorandum|observers?)\b)(?:The\s)?(?:Honou?rable|Hon\.|Rt\.? Hon\.?|Right Honou?rable|H\.\s?E\.|His Excellency|Her Excellency|Mrs?\.?|Ms\.?|Dr\.?|Ambassador|Minister|President|Prime Minister|Commissioner|To\s(?:the\s|all\s)?(?:Permanent Representatives|Members|Governments|Heads|Ministers|Delegations|Missions|Ambassadors))\s/i;

/** A title, a line of the head of a mail, a number of a street. */
const isNoAddress = (names: Gazetteer, block: Block | undefined, line: string): boolean =>
  block?.level === 0 ||
  (block?.kind === 'title' && !TO_AN_OFFICE.test(line) && !isOnlyBody(names, line)) ||
  /^(?:re|subject|ref|from|date|via|cc|copy|copies|copied|c\/o)\b|@|\d{4,}/i.test(line);

/** The names in the address of a letter, line by line; lines that are only a place do not count. */
export function addressed(
  names: Gazetteer,
  blocks: Block[],
  lines: string[],
  salutation: string,
  memberStates: string,
): string[] {
  const written = [chairsIn(salutation), writtenTo(names, lines)].find(({ length }) => length > 0);
  if (written) return written;
  const to = lines.some((line) => TO_SOMEBODY.test(line));
  const found = lines.flatMap((line, at) => {
    if (to && !/^(?:and\s)?to\b/i.test(line)) return [];
    if (isCopied(lines, at)) return [];
    if (/^(?:To|For)\s*:\s*(?:all\s+)?(?:UN\s+)?Member States\b(?!\s+of\b)/i.test(line)) return [memberStates];
    if (isNoAddress(names, blocks[at], line)) return [];
    const members = membersIn(names, line);
    if (members !== undefined) return [members];
    const [first] =
      line.split(/\s[|»]\s/).length > 1 ? [] : names.mentionsIn(line).filter(({ how }) => how !== 'capital');
    if (!first || isPlace(first, line)) return [];
    const isMembers = first.kind === 'body' && OF_MEMBERS.test(line.slice(0, first.start));
    if (isMembers && /\bobserver\sstates\b/i.test(line.slice(0, first.start)))
      return [`${first.name} member states`, `${first.name} observer states`];
    return [isMembers && !first.name.endsWith('member states') ? `${first.name} member states` : first.name];
  });
  const offices = officesOf(names, salutation, lines);
  if (offices.length > 0 && found.every((name) => name === 'European Union')) return offices;
  const inTitle = titled(names, lines);
  if (found.length === 0 && inTitle.length > 0) return inTitle;
  const said = [
    ...names.mentionsIn(salutation).map(({ name }) => name),
    ...offices,
    ...seatOf(names, lines, salutation),
  ];
  return [...new Set(found.length > 0 ? found : said.length > 0 ? said : greeted(salutation, memberStates))];
}

/** Who stands below "CC:" gets a copy, until another line of the head begins. */
function isCopied(lines: string[], at: number): boolean {
  const head = lines
    .slice(0, at + 1)
    .findLast((line) => /^(?:to|re|subject|ref|from|date|via|dear|cc|copy|copies|copied)\b.{0,12}:/i.test(line));
  return head !== undefined && /^(?:cc|copy|copies|copied)\b/i.test(head);
}

const MEMBERS_OF = /\bmember states of\s(?:the\s)?(\p{Lu}.*)$/iu;
function membersIn(names: Gazetteer, line: string): string | undefined {
  const whose = MEMBERS_OF.exec(line)?.[1];
  const [body] = whose === undefined ? [] : names.mentionsIn(whose);
  const isWhole = body?.kind === 'body' && body.start === 0 && !body.name.endsWith('member states');
  return isWhole ? `${body.name} member states` : undefined;
}

/** "To Permanent Representatives of Member States of the Council": a line without a colon that says who is written to. */
const TO_SOMEBODY =
  /^To\s(?:the\s|all\s)?(?:Permanent Representatives|Members|Governments|Heads|Ministers|Delegations|Missions|Ambassadors)\s/;

/** "Malé, Republic of Maldives": a line of an address that ends in a state, and no office of it. */
const isPlace = (first: Mention, line: string): boolean =>
  first.kind === 'state' &&
  first.end === line.length &&
  /^[^,]*,\s*\S+(?:\s\S+)*$/.test(line) &&
  !/minist|president|government|embassy|mission/i.test(line);

/** "Dear Co-chairs of the Support Group,": they stand for themselves. */
const CHAIRS =
  /^Dear\s((?:co-?)?chairs?(?:persons?|women|men)?\s(?:of|and members of)\s(?:the\s)?\p{Lu}[^,:]{5,80})[,:]?$/iu;

/** "Open letter to the Governments of Kenya and Uganda on the pipeline": who is written to may stand in the title. */
function titled(names: Gazetteer, lines: string[]): string[] {
  const to = lines
    .map(
      (line) =>
        /\b(?:letter|appeal|memorandum|petition)\s+to\s+(.{3,90}?)(?=\s(?:on|about|regarding|concerning|ahead|before|calling|following|over)\b|[:;(]|$)/i.exec(
          line,
        )?.[1],
    )
    .find((words) => words !== undefined);
  return to === undefined
    ? []
    : names
        .mentionsIn(to)
        .filter(({ how }) => how !== 'capital')
        .map(({ name, kind, start }) =>
          kind === 'body' && !name.endsWith('member states') && MINISTERS_OF.test(to.slice(0, start))
            ? `${name} member states`
            : name,
        );
}

const OF_MEMBERS =
  /\bmembers?\b[^.;]{0,40}\b(?:of|to)\b|\b(?:ministers|governments|leaders|heads of state)\b[^.;]{0,40}\bof\s(?:the\s)?$/i;
const UNION = /\bEU\b|\bEuropean Union\b/;
/** "Dear High Representative," in a letter that speaks of the Union. */
const OFFICES = {
  'High Representative': 'High Representative of the Union for Foreign Affairs and Security Policy',
  Commissioner: 'European Commission',
};

function officesOf(names: Gazetteer, salutation: string, lines: string[]): string[] {
  if (!lines.some((line) => UNION.test(line)) || names.mentionsIn(salutation).length > 0) return [];
  return Object.entries(OFFICES)
    .filter(([office]) => new RegExp(`\\b${office}s?\\b`).test(salutation))
    .map(([, body]) => body);
}

/** "Dear President Poe," below "Washington, DC": whoever holds an office sits in the capital of the state. */
function seatOf(names: Gazetteer, lines: string[], salutation: string): string[] {
  if (!/\b(?:president|minister|secretary|chancellor|senator|chairman|chair|governor|king)\b/i.test(salutation))
    return [];
  const seats = lines
    .filter((line) => !/^(?:re|subject|ref|cc)\b|@/i.test(line) && line.length < 60)
    .flatMap((line) => names.mentionsIn(line).filter(({ how }) => how === 'capital'));
  const last = seats.at(-1);
  return last ? [last.name] : [];
}
