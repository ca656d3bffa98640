// What an article tells of its speakers beside their names: "Ortiz, the coalition's director", "the union La Liga". Pure.

import type { Gazetteer } from './gazetteer.js';
import { anyOf, grammar } from './grammar.js';

const PERSON = "\\p{Lu}[\\p{L}'-]+(?:\\s(?:\\p{Lu}\\.\\s|al-|bin\\s|de\\s|van\\s)?\\p{Lu}[\\p{L}'-]+){1,2}";
/** The name of a body, as far as it goes. */
const BODY =
  "(?:\\p{Lu}[\\p{L}\\d&.'-]*[\\p{L}\\d](?:\\s(?:(?:of|for|the|to|against|de|du|and|on|in|without)\\s){0,2}\\p{Lu}[\\p{L}\\d&'-]*[\\p{L}\\d]){0,7})";
/** What somebody is in a body. */
const ROLE =
  '(?:(?:executive|general|deputy|senior|vice|legal|regional|managing|policy|research|programme|program|campaigns?|advocacy|communications|national|acting|former|chief|country)[\\s-])*(?:director|secretary|president|chair(?:person|man|woman)?|head|spokes(?:person|man|woman)|coordinator|executive|officer|lawyer|adviser|advisor|analyst|researcher|campaigner|manager|founder|co-founder|leader|representative|counsel|economist|organi[sz]er)\\b';
const NOUN = `(?:${anyOf(grammar.bodyNouns)}|non-profit|nonprofit|NGO|watchdog|think tank|campaign|network|movement|party|synod|conference)`;

const OWNERS = [
  // "Rebecca Ortiz, the coalition's director", "Ana Pires, Noordzee's head of stewardship".
  new RegExp(`(?<name>${PERSON}),\\s(?:the\\s)?(?<body>${BODY}|${NOUN})'s?\\s${ROLE}`, 'gu'),
  // "Amnesty's director in Kenya, Samuel Mwangi", "the council's chair Ana Pires".
  new RegExp(
    `(?<body>${BODY}|\\b${NOUN})'s?\\s${ROLE}(?:\\s(?:in|for|of|on)\\s[^,.":]{2,40},|,)?\\s(?<name>${PERSON})`,
    'gu',
  ),
  // "Human Rights Watch's Claire Adeyemi".
  new RegExp(`(?<body>${BODY})'s\\s(?<name>${PERSON})(?=\\s\\p{Ll})`, 'gu'),
  // "Bishop Oseso, who read the statement on behalf of the Council".
  new RegExp(`(?<name>${PERSON}),\\swho\\s[^,.":]{3,60}\\son behalf of\\s(?:the\\s)?(?<body>${BODY})`, 'gu'),
  // "Ana Pires, who directs Open Door".
  new RegExp(
    `(?<name>${PERSON}),\\swho\\s(?:directs|heads|leads|runs|chairs|founded|co-founded)\\s(?:the\\s)?(?:\\p{Ll}+\\s){0,4}?(?<body>${BODY})(?=[\\s,.])`,
    'gu',
  ),
  // "the Waso council of elders, whose chair, Golicha Duba".
  new RegExp(
    `\\bthe\\s(?<body>(?:\\p{Lu}[\\p{L}'-]+\\s){1,4}\\p{Ll}[^,.":]{3,40}|${BODY}),\\swhose\\s${ROLE},\\s(?<name>${PERSON}),`,
    'gu',
  ),
];

/** Which body each person speaks for, in the article's words, by surname. */
export function ownersIn(all: string): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const [at, shape] of OWNERS.entries())
    for (const { groups, 0: said } of all.matchAll(shape)) {
      // "Bazoum's lawyer Ana Pires" is a man's lawyer.
      if (!/ |\p{Lu}.*\p{Lu}/u.test(groups?.['body'] ?? '') && (at === 2 || /\b(?:lawyer|counsel)\b/.test(said)))
        continue;
      const surname = groups?.['name']?.split(' ').at(-1) ?? '';
      if (!owners.has(surname)) owners.set(surname, groups?.['body'] ?? '');
    }
  return owners;
}

const SELF_NAMED = new RegExp(
  `\\b(${NOUN})\\b(?:\\s[^,.":]{3,50})?,?\\s(?:(?:which|that)\\s(?:calls itself|is called|goes by the name of)|calling itself|called|known as)\\s(?:the\\s)?(${BODY})`,
  'gu',
);
const LED = new RegExp(
  `\\b(${NOUN}),?\\s(?:which is\\s)?(?:led|headed|coordinated|convened)\\sby\\s(?:the\\s)?(?:\\p{L}+\\s){0,4}?(${BODY})(?=[,.])`,
  'gu',
);
const SHORT = new RegExp(`(${BODY})\\s\\((\\p{Lu}[\\p{L}-]{1,9})\\)`, 'gu');

/** "The Waso council of elders": its name is how it is described. */
const DESCRIBED = new RegExp(
  `\\bthe\\s((?:\\p{Lu}[\\p{L}'-]+\\s){1,4}(${NOUN})(?:\\sof\\s\\p{Ll}+)?)(?=[\\s,.])`,
  'gu',
);
/** "Aldgate Bank", which is Aldgate where it is named again. */
const TWO_WORDS =
  /(?<![\p{L}]\s)(?<!\p{Lu}\p{L}*\s)(\p{Lu}[\p{L}'-]+)\s(?:Bank|Group|Holdings|Foundation|Trust|Fund|Institute|International|Watch)(?!\s\p{Lu})/gu;
const isUsedAlone = (name: string, all: string): boolean =>
  new RegExp(`(?<!\\p{Lu}[\\p{L}'-]*\\s)${name}(?='s|\\s\\p{Ll})`, 'u').test(all);

/** What an article calls bodies besides their names: "coalition", "RSF". */
export function nicknamesIn(all: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>(Object.entries(grammar.ngos));
  for (const [, noun = '', name = ''] of [...all.matchAll(SELF_NAMED), ...all.matchAll(LED)])
    if (!names.has(noun.toLowerCase())) names.set(noun.toLowerCase(), name);
  for (const [, name = '', noun = ''] of all.matchAll(DESCRIBED)) if (!names.has(noun)) names.set(noun, name);
  for (const [name, short = ''] of all.matchAll(TWO_WORDS))
    if (isUsedAlone(short, all) && !names.has(short)) names.set(short, name);
  for (const [, name = '', short = ''] of all.matchAll(SHORT))
    if (/ /.test(name)) names.set(short, name.replace(/^The\s/, ''));
  return names;
}

const KIND_AND_NAME = new RegExp(
  `^(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\\s)?(?:[\\p{L}'-]+\\s){0,4}?(?:${NOUN}),?\\s(${BODY})$`,
  'u',
);
const NAME_AND_KIND = new RegExp(
  `^(?:[Tt]he\\s)?(${BODY}),\\s(?:an?|the|one of the)\\s(?:[\\p{L}'-]+\\s){0,4}?${NOUN}(?:\\s(?:of|in|for|that|which|based|with)\\b[^,]*)?$`,
  'u',
);
/** "The two chairs of the Commission", "lawyers with Open Door". */
const PEOPLE_OF =
  /^(?:(?:the|both|several|some|two|three|four|other)\s)*(?:\p{Ll}+\s)?(?:co-?)?(?:chairs?|leaders|heads|officials|lawyers|representatives|campaigners|lawmakers|researchers|activists|analysts|experts|spokes\p{Ll}+)\s(?:of|on|at|for|with|from)\s(.+)$/u;
const ALONE = new RegExp(`^(?:[Tt]he\\s)?(${BODY})(?:,\\s(?:which|based)\\b[^,]*)?$`, 'u');

/** The bodies that a phrase names as who speaks, by what it calls them or how it writes them. */
export function bodiesNamed(phrase: string, names: Gazetteer, nicknames: ReadonlyMap<string, string>): string[] {
  const words = phrase
    .replace(/^(?:(?:In|On|At|After|During)\s[^,]{3,60},(?:\s[^,]{3,30},(?=\sthe\s))?|On\s\p{Lu}\p{L}+day)\s/u, '')
    .replace(/(?<=^(?:[Tt]he\s|[Aa]\s)?)\p{Lu}[\p{L}-]+-based\s/u, '')
    .replace(/(?<=\p{L})\sin\s(?:the\s)?\p{Lu}\p{L}+$/u, '')
    .replace(/\s\([^()]*\)/g, '')
    .replace(/,$/, '');
  for (const { index, 0: and } of words.matchAll(/,?\sand\s(?=the\s|\p{Lu})/gu)) {
    const sides = [words.slice(0, index), words.slice(index + and.length)];
    const two = sides.flatMap((side) => oneNamed(side, names, nicknames) ?? []);
    if (two.length === 2) return two;
  }
  const one = oneNamed(words, names, nicknames);
  return one === undefined ? [] : [one];
}

function oneNamed(words: string, names: Gazetteer, nicknames: ReadonlyMap<string, string>): string | undefined {
  const kind = new RegExp(
    `^(?:[Tt]he|[Aa]n?)\\s(?:\\p{Ll}+\\s){0,3}?(${NOUN})(?:\\sof\\s.*|,?\\s(?:led|headed)\\sby\\s.*)?$`,
    'u',
  ).exec(words)?.[1];
  const nickname = kind === undefined ? undefined : nicknames.get(kind.toLowerCase());
  if (nickname !== undefined) return nickname;
  const found = KIND_AND_NAME.exec(words)?.[1] ?? NAME_AND_KIND.exec(words)?.[1];
  if (found !== undefined && /^\p{Lu}/u.test(found)) return bodyInFull(found, names, nicknames);
  const alone = ALONE.exec(PEOPLE_OF.exec(words)?.[1] ?? words)?.[1];
  if (alone === undefined || !/^\p{Lu}/u.test(alone)) return undefined;
  const [known] = names.mentionsIn(alone);
  const isBody = known?.kind === 'body' && known.how === 'name' && known.start === 0 && known.end === alone.length;
  return isBody || nicknames.has(alone) || IS_BODY.test(alone) ? bodyInFull(alone, names, nicknames) : undefined;
}

/** What a name ends in or holds that no person's does. */
const IS_BODY =
  /\b(?:Watch|International|Network|Forum|Alliance|Cent(?:er|re)|Union|Association|Foundation|Council|Committee|Commission|Group|Assembly|Congress|Federation|Campaign|Movement|Society|Institute|Coalition|League|Project|Initiative|Trust|Observatory|Syndicate|Guild|Fund|Chamber|Synod|Confederation|Consortium|Collective|Authority|Conference|Borders|Bank)\b/;

/** A name as lists or the article have it in full. */
export function bodyInFull(name: string, names: Gazetteer, nicknames: ReadonlyMap<string, string>): string {
  const bare = name.replace(/^the\s/i, '');
  const said = nicknames.get(bare) ?? nicknames.get(bare.toLowerCase());
  if (said !== undefined) return said;
  const [known] = names.mentionsIn(bare);
  return known?.kind === 'body' && known.start === 0 && known.end === bare.length ? known.name : bare;
}
