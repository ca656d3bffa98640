// Whom of its readers a letter to several speaks to at a place: "Secretary-General, we ask you". Pure.

import type { Gazetteer } from './gazetteer.js';

/** One of those to whom a letter is written, with the lines of its head that name them. */
export interface Reader {
  name: string;
  lines: string[];
}

/** Which line of the head of a letter names whom; a line with a person alone belongs to the office below it. */
export function readersIn(lines: readonly string[], you: readonly string[], names: Gazetteer): Reader[] {
  const readers = you.map((name) => ({ name, lines: [] as string[] }));
  let above: string[] = [];
  for (const piece of lines.flatMap((line) => line.replace(/^to\s?:\s*/i, '').split(/;\s+/))) {
    const named = new Set(names.mentionsIn(piece).map(({ name }) => name));
    const found = readers.filter(({ name }) => named.has(name) || piece.includes(name));
    for (const reader of found) reader.lines.push(...above, piece);
    above = found.length > 0 ? [] : PERSON.test(piece) ? [piece] : above;
  }
  return readers;
}

/** "H.E. Mr António Guterres". */
const PERSON =
  /^(?:(?:H\.?\s?E\.?|His Excellency|Her Excellency|Mrs?|Ms|Mx|Dr|Prof(?:essor)?|Hon(?:ou?rable)?|Rt|Sir|Dame|Amb(?:assador)?|The)\.?\s)+\p{Lu}/u;

const OFFICE =
  '(?:(?:[Vv]ice|[Dd]eputy|[Pp]rime|[Ff]oreign|[Hh]igh|[Ee]xecutive|[Ss]pecial|[Mm]anaging|[Aa]ttorney|[Ff]ederal|[Cc]hief|[Gg]eneral)[\\s-]){0,2}(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Ss]ecretar(?:y|ies)(?:[\\s-][Gg]eneral|\\sof\\s[Ss]tate)?|[Cc]hair(?:person|man|woman)?|[Cc]o-?[Cc]hair|[Cc]ommissioner|[Rr]epresentative|[Dd]irector(?:[\\s-][Gg]eneral)?|[Gg]overnor|[Aa]mbassador|[Ss]peaker|[Ee]xecutive|CEO|[Gg]eneral|[Pp]rosecutor|[Aa]dministrator|[Ee]nvoy|[Ss]enator|[Cc]oordinator|[Mm]ayor|[Kk]ing|[Qq]ueen|[Rr]apporteur)';
const TITLE = '(?:(?:Dear|Honou?rable|Your Excellency|Excellency|H\\.E\\.|Mrs?|Ms|Madam|Mister|Dr|Sir)\\.?,?\\s)';
const SURNAME = "\\p{Lu}[\\p{L}'-]+(?:\\s\\p{Lu}[\\p{L}'-]+)?";
/** "Mr President", "President Abinader", "Ms Hagen": an office, a name behind a title, or both. */
const VOCATIVE = `(?:${TITLE}*(${OFFICE})(?:\\s(${SURNAME}))?|${TITLE}+(${SURNAME}))`;
/** "Chairperson, the statute is ready." */
const AHEAD = new RegExp(
  `^(?:(?:And|But|Finally|Lastly|So|Now),?\\s)?${VOCATIVE},\\s(?!\\p{Lu}\\p{L}+\\s(?:said|says)\\b)`,
  'u',
);
/** "We ask you, Mr President, to", "This is yours to decide, Minister." */
const WITHIN = new RegExp(`\\b(?:you|yours|your\\s\\p{Ll}+)\\b(?:\\s\\p{Ll}+){0,4},\\s${VOCATIVE}[,.:!?]`, 'u');

/** "You, Mr President" is you. */
const BEHIND_YOU = new RegExp(`(?<=^[Yy]ou),\\s${VOCATIVE},?(?=\\s|$)`, 'u');
export const withoutVocative = (party: string): string => party.replace(BEHIND_YOU, '');

const plain = (office: string): string =>
  office
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .replace(/\bchair(?:person|man|woman)\b/, 'chair')
    .replace(/\bceo\b/, 'chief executive');

/** The reader whom a paragraph speaks to by office or name. */
export function spokenTo(words: string, readers: readonly Reader[]): Reader | undefined {
  if (readers.length < 2) return undefined;
  const found = AHEAD.exec(words) ?? WITHIN.exec(words);
  if (!found) return undefined;
  const [, office, behind, alone] = found;
  const surname = behind ?? alone;
  const bearing = (sign: RegExp): Reader[] =>
    readers.filter(({ lines }) => lines.some((line) => sign.test(line) || sign.test(plain(line))));
  const called = surname === undefined ? [] : bearing(new RegExp(`(?<!\\p{L})${surname}(?!\\p{L})`, 'u'));
  if (called.length === 1) return called[0];
  if (office === undefined) return undefined;
  const holders = bearing(new RegExp(`(?<!\\p{L})${plain(office)}(?:s|person)?(?!\\p{L})`, 'u'));
  if (holders.length === 1) return holders[0];
  // "President" is said to the President, not to the "President and CEO" or to the Vice-President.
  const exact = holders.filter(({ lines }) =>
    lines.some((line) => new RegExp(`(?:^|,\\s|\\bthe\\s)${plain(office)}(?:,|\\sof\\b|$)`).test(plain(line))),
  );
  return exact.length === 1 ? exact[0] : undefined;
}

/** "To IGAD, the guarantor, we have a request", "To the team principals, who receive a copy: you told us". */
const TO =
  /^(?:And\s|Finally,\s)?[Tt]o\s((?:the\s|our\s)?[^,:;.]{2,70}?)(?:,\s(?:who|which|whose|the|an?|as|too|our|its|in|copied)\b[^:;.]{0,90}?)?(?:,|:)\s(?:and\s)?(?:we|you|our|I)\b/u;

/** The party to whom a paragraph says that it speaks. */
export const turnedTo = (words: string): string | undefined => TO.exec(words)?.[1];

/** "Both of you", "you all". */
export const EVERYBODY =
  /^(?:(?:all|both|each|either|neither|every one|the (?:two|three|four)|all (?:two|three|four))\sof\syou|you\s(?:all|both|two|three))$/i;

const SINGULAR = /(?<=[^s])s$/;
/** What those of its readers may be called that are states, where others are bodies. */
const OF_STATES = /^(?:shareholders?|(?:executive )?directors|governments|states|capitals|countries|ministers)$/i;
const GENERIC = /^(?:institutions|organi[sz]ations|bodies)$/i;
/** What a company may be called that bears no such word in its name. */
const ANY = /^(?:company|firm|group|corporation|business|operator|enterprise|concern|management|board)$/i;
const CALLED =
  /^(?:the|these|both|all|your|both the|all the|all of the|your own)\s(?:(two|three|four|five)\s)?((?:executive )?\p{L}+)$/iu;

/** Which of several readers a common noun means: "both banks", "the Commission", "the shareholders". */
export function readersCalled(
  phrase: string,
  readers: readonly Reader[],
  isState: (name: string) => boolean,
): string[] | undefined {
  const found = readers.length < 2 ? null : CALLED.exec(phrase);
  if (!found) return undefined;
  const noun = (found[2] ?? '').replace(/ies$/, 'y').replace(SINGULAR, '');
  const isSeveral = /s$/i.test(found[2] ?? '');
  const states = readers.filter(({ name }) => isState(name)).map(({ name }) => name);
  if (OF_STATES.test(found[2] ?? '')) return states.length > 1 && states.length < readers.length ? states : undefined;
  const bodies = readers.filter(({ name }) => !isState(name)).map(({ name }) => name);
  if (GENERIC.test(found[2] ?? '')) return bodies.length > 1 ? bodies : undefined;
  const [only] = bodies;
  if (ANY.test(noun) && bodies.length === 1 && only !== undefined && states.length > 0)
    return isSeveral ? undefined : [only];
  const called = bodies.filter((name) => new RegExp(`(?<!\\p{L})${noun}(?!\\p{L})`, 'iu').test(name));
  return isSeveral === called.length > 1 && called.length > 0 ? called : undefined;
}
