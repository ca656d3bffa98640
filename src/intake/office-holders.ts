import { gazetteer, type Mention } from './gazetteer.js';
import { escaped } from './grammar.js';

const OFFICE =
  '(?:Secretary of (?:State|Defen[cs]e|the Treasury)|(?:Foreign|Home|Defen[cs]e|Treasury) Secretary|Attorney General|(?:(?:Prime|Foreign|Interior|Justice|Defence|Defense|Deputy|Vice|Crown|First|Finance|Home)[\\s-])*(?:President|Minister|Chancellor|King|Queen|Emir|Sultan|Governor|Prince))';
const PERSON = "\\p{Lu}[\\p{L}'-]+(?: (?:bin |al-|de |van )?\\p{Lu}[\\p{L}.'-]*){0,3}";
const HOLDER = new RegExp(`^(?:'s)?\\s(?:\\p{Ll}[\\p{L}-]+\\s){0,2}${OFFICE}\\s${PERSON}$`, 'u');
const BEHIND_A_STATE = new RegExp(`^(?:'s)?\\s(?:\\p{Ll}[\\p{L}-]+\\s){0,2}(${OFFICE})\\s(${PERSON})`, 'u');

/** "South Korean" before " President Moon Jae-in": an office and the name of who holds it. */
export const isOffice = (words: string): boolean => HOLDER.test(words.trimEnd());

/** Who holds an office of which state, as a text introduces them: "President Moon" after "South Korean President Moon Jae-in". */
export function officeHolders(all: string): Record<string, string> {
  const holders: Record<string, string> = {};
  for (const mention of gazetteer.mentionsIn(all)) {
    if (mention.how === 'leader')
      Object.assign(holders, leaderLater(all.slice(mention.start, mention.end), mention.name, all));
    if (mention.kind !== 'state' || mention.how === 'capital') continue;
    const found = BEHIND_A_STATE.exec(all.slice(mention.end, mention.end + 120));
    if (found && !(found[2] !== undefined && found[2] in holders))
      Object.assign(holders, known(found[1] ?? '', found[2] ?? '', mention, all));
  }
  return holders;
}

const TITLES = [
  'Mr',
  'Mr.',
  'Mrs',
  'Mrs.',
  'Ms',
  'Ms.',
  'President',
  'Prime Minister',
  'Chancellor',
  'Premier',
  'Chairman',
  'General',
];

const FIRST_NAMED = new Set(['China', "Democratic People's Republic of Korea", 'Republic of Korea']);

/** "Mr. Kim" and "Kim" after "Kim Jong Un"; the name alone only where nobody else in the text bears it. */
function leaderLater(written: string, state: string, all: string): Record<string, string> {
  const full = written.replace(/(?:'s|')$/, '');
  const person = full.split(' ');
  // By their last name, which in East Asia stands first.
  const family = (FIRST_NAMED.has(state) ? person[0] : person.at(-1)) ?? '';
  if (person.length < 2 || family.length < 3) return {};
  const bearers = new RegExp(
    `(?:\\p{Lu}[\\p{L}'.-]+ ){1,2}${escaped(family)}\\b|\\b${escaped(family)}(?: \\p{Lu}[\\p{L}'-]+){1,2}`,
    'gu',
  );
  const isHis = [...all.matchAll(bearers)].every(
    ([name]) => name.includes(full) || TITLES.some((title) => name.includes(title)),
  );
  const names = [...TITLES.flatMap((title) => [`${title} ${family}`, `${title} ${full}`]), ...(isHis ? [family] : [])];
  return Object.fromEntries(names.map((it) => [it, state]));
}

/** The names under which the text may speak of somebody later; a name alone only where it is asked to act. */
function known(office: string, person: string, { name }: Mention, all: string): Record<string, string> {
  const names = person.split(' ');
  const ends = [names[0] ?? '', names.at(-1) ?? ''].filter((word) => word.length > 2);
  const alone = ends.filter((word) =>
    new RegExp(
      `\\b${word}\\s(?:should|must|ought)\\b|\\b(?:urged?|asked?|call(?:ed)? (?:up)?on|told|press(?:ed)?)\\s${word}\\b`,
    ).test(all),
  );
  const short = office.split(/[\s-]/).at(-1) ?? office;
  const written = [person, ...ends.flatMap((end) => [`${office} ${end}`, `${short} ${end}`]), ...alone];
  return Object.fromEntries(written.map((it) => [it, name]));
}
