import { isCopied, isNoAddress, isPlace, membersIn, namedIn } from './address-lines.js';
import type { Block } from './document.js';
import type { Gazetteer } from './gazetteer.js';
import { greeted } from './greetings.js';
import { companiesIn } from './recipients.js';
import { MINISTERS_OF, writtenTo } from './written-to.js';

const chairsIn = (salutation: string): string[] => {
  const chairs = CHAIRS.exec(salutation)?.[1];
  return chairs === undefined ? [] : [chairs.charAt(0).toUpperCase() + chairs.slice(1)];
};

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
  const inTitle = titled(names, lines);
  if (found.length === 0 && inTitle.length > 0) return inTitle;
  const said = [
    ...names.mentionsIn(salutation).map(({ name }) => name),
    ...offices,
    ...seatOf(names, lines, salutation),
  ];
  return [...new Set(found.length > 0 ? found : said.length > 0 ? said : greeted(salutation, memberStates))];
}

/** "Executive Directors for Japan and Norway", "The Ambassadors of Chile and Peru": an office that several states have. */
const FOR_SEVERAL =
  /\b(?:directors|ambassadors|ministers|presidents|governments|representatives|governors|heads of (?:state|government)|missions|embassies)\b.{0,40}\b(?:for|of)\s(?:the\s)?$/i;

/** "To Permanent Representatives of Member States of the Council": a line without a colon that says who is written to. */
const TO_SOMEBODY =
  /^To\s(?:the\s|all\s)?(?:Permanent Representatives|Members|Governments|Heads|Ministers|Delegations|Missions|Ambassadors)\s/;

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
