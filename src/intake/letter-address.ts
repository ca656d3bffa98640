import type { Block } from './document.js';
import type { Gazetteer, Mention } from './gazetteer.js';
import { greeted, isOnlyBody } from './greetings.js';
import { companiesIn } from './recipients.js';
import { MINISTERS_OF, writtenTo } from './written-to.js';

const chairsIn = (salutation: string): string[] => {
  const chairs = CHAIRS.exec(salutation)?.[1];
  return chairs === undefined ? [] : [chairs.charAt(0).toUpperCase() + chairs.slice(1)];
};

/** The first line of an address, which stands like a title. */
const TO_AN_OFFICE =
  /^(?!.*\b(?:letter|appeal|statement|petition|memorandum)\b)(?:The\s)?(?:Honou?rable|Hon\.|Rt\.? Hon\.?|Right Honou?rable|H\.\s?E\.|His Excellency|Her Excellency|Mrs?\.?|Ms\.?|Dr\.?|Ambassador|Minister|President|Prime Minister|Commissioner)\s/i;

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
  const found = lines.flatMap((line, at) => {
    if (/^(?:To|For)\s*:\s*(?:all\s+)?(?:UN\s+)?Member States\b(?!\s+of\b)/i.test(line)) return [memberStates];
    if (
      blocks[at]?.level === 0 ||
      (blocks[at]?.kind === 'title' && !TO_AN_OFFICE.test(line) && !isOnlyBody(names, line)) ||
      /^(?:re|subject|ref|from|date|via|cc|copy|copies|copied|c\/o)\b|@|\d{4,}/i.test(line)
    )
      return [];
    const mentions = namedIn(names, line);
    const [first] = mentions;
    if (!first || isPlace(first, line)) return [];
    if (FOR_SEVERAL.test(line.slice(0, first.start)) && mentions.every(({ kind }) => kind === 'state'))
      return mentions.map(({ name }) => name);
    const isMembers = first.kind === 'body' && OF_MEMBERS.test(line.slice(0, first.start));
    if (isMembers && /\bobserver\sstates\b/i.test(line.slice(0, first.start)))
      return [`${first.name} member states`, `${first.name} observer states`];
    return [isMembers && !first.name.endsWith('member states') ? `${first.name} member states` : first.name];
  });
  const offices = officesOf(names, salutation, lines);
  if (offices.length > 0 && found.every((name) => name === 'European Union')) return offices;
  const to = titled(names, lines);
  if (found.length === 0 && to.length > 0) return to;
  const said = [
    ...names.mentionsIn(salutation).map(({ name }) => name),
    ...offices,
    ...seatOf(names, lines, salutation),
  ];
  return [...new Set(found.length > 0 ? found : said.length > 0 ? said : greeted(salutation, memberStates))];
}

/** Whom a line names that is not cut into cells; a capital is only a place. */
const namedIn = (names: Gazetteer, line: string): Mention[] =>
  line.split(/\s[|»]\s/).length > 1
    ? []
    : ofBodies(line, names.mentionsIn(line)).filter(({ how }) => how !== 'capital');

/** "Executive Directors for Japan and Norway", "The Ambassadors of Chile and Peru": an office that several states have. */
const FOR_SEVERAL =
  /\b(?:directors|ambassadors|ministers|presidents|governments|representatives|governors|heads of (?:state|government)|missions|embassies)\b.{0,40}\b(?:for|of)\s(?:the\s)?$/i;

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
        /\b(?:letter|appeal|memorandum|petition)\s+to\s+(.{3,140}?)(?=,\s\d|\s(?:on|about|regarding|concerning|ahead|before|calling|following|over)\b|[:;(]|$)/i.exec(
          line,
        )?.[1],
    )
    .find((words) => words !== undefined);
  if (to === undefined) return [];
  const known = names
    .mentionsIn(to)
    .filter(({ how }) => how !== 'capital')
    .map(({ name, kind, start }) =>
      kind === 'body' && !name.endsWith('member states') && MINISTERS_OF.test(to.slice(0, start))
        ? `${name} member states`
        : name,
    );
  return [...companiesIn(to), ...known];
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
