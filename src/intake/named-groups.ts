// Bodies that a story calls by a name of their own: "Adilet, a legal clinic,", "Rights group Cristosal", "the Saami
// Council", "RSF". Pure.

import { BODY_WORD } from './speaker-bodies.js';
import type { Setting } from './setting.js';

const KIND =
  '(?:group|charity|organi[sz]ation|network|watchdog|coalition|nonprofit|non-profit|union|NGO|party|think tank|federation|association|clinic|campaign|collective|agency|alliance|foundation|committee|institute|council|league|society|movement|forum|initiative|project|trust|observatory|chamber|church|congress|confederation)s?';
const PART =
  "(?:\\p{Lu}[\\p{L}\\d'&.-]*|(?:of|for|on|and|the|in|without|with|against|to|de|des|du|la|al|wa|kwa)(?=\\s\\p{Lu}))";
const NAME = `\\p{Lu}[\\p{L}\\d'&.-]*(?:\\s${PART}){0,9}`;
/** "Adilet, a legal clinic": what a name is, right behind it. */
const APPOSED = new RegExp(
  `^(?:[Tt]he\\s)?(${NAME}),\\s(?:an?|the|one of the|another|\\p{Lu}[\\p{L}'-]+\\s(?:biggest|largest|main|oldest)|\\p{Lu}[\\p{L}]+'s?)\\s(?:(?!\\b(?:of|at|for|with|who|from|in|that|which|by)\\s)[^,;:"]){0,60}?\\b${KIND}\\b`,
  'u',
);
/** "Malaysian rights group Suaram", "the union United Filipino Seafarers". */
const DESCRIBED = new RegExp(
  `^(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\\s)?(?:[\\p{L}'.-]+\\s){0,4}?(?:\\p{Lu}?\\p{Ll}+['’]\\s)?(?:${KIND.slice(0, -2)}|Group|Charity|Union|NGO),?\\s(${NAME}),?$`,
  'u',
);
/** "CPJ", "TrialWatch": letters that no surname has. */
const LETTERS = /^(?:\p{Lu}{2,}[\p{L}-]*|\p{Lu}\p{Ll}+\p{Lu}\p{L}+)$/u;
/** "Separately, ", "In Saint Paul, Minnesota, ". */
const FRONT =
  /^(?:"|(?:(?:In|On|At|From|After|During|Speaking|Writing|Responding)\s[^,]{2,60}|Separately|Meanwhile|Also|Later|Earlier|But|And|Likewise|Elsewhere|For (?:its|their|his|her) part),\s(?:\p{Lu}\p{L}+,\s)?)+/u;
const OFFICE =
  /\b(?:President|Minister|Prime|Secretary|Senator|Sen|Rep|Judge|Justice|General|Colonel|Captain|Ambassador|Bishop|Archbishop|Cardinal|Pope|Rev|Reverend|Imam|Father|Sister|Dr|Mr|Ms|Mrs|Prof|Professor|MEP|MP|Lord|Lady|King|Queen|Prince|Princess|Sheikh|Mayor|Governor|Chancellor)\b/;

/** What stands behind a name of a body, and no part of it. */
const plain = (name: string): string =>
  name
    .replace(/^(?:the|The)\s/, '')
    .replace(/^\p{Lu}[\p{L}-]+-based\s/u, '')
    .replace(/\s(?:on|in|last|this)\s(?:\p{Lu}\p{L}+day|\p{Lu}\p{L}+)$/u, '')
    .replace(/\s\p{Lu}\p{L}+day$/u, '')
    .trim();

/** The body that a phrase names as who speaks, in full where the text explains its letters. */
export function groupNamed(words: string, { all, names }: Setting): string | undefined {
  const phrase = words
    .replace(FRONT, '')
    .replace(/^For\s(?=the\s\p{Lu})/u, '')
    .trim();
  if (/^(?:[Tt]he\s)?(?:UN|U\.N\.|United Nations)\s/.test(phrase)) return undefined;
  const described = (DESCRIBED.exec(phrase) ?? DESCRIBED.exec(phrase.replace(/,.*$/su, '')))?.[1];
  const name = plain(described ?? APPOSED.exec(phrase)?.[1] ?? bodyAhead(phrase) ?? bare(phrase, all) ?? '');
  const [mention] = names.mentionsIn(name);
  if (name === '' || OFFICE.test(name)) return undefined;
  if (mention?.start === 0 && mention.end === name.length) return mention.kind === 'body' ? mention.name : undefined;
  return inFull(name, all);
}

/** "The Committee to Protect Journalists on Thursday": a name that says itself that it is a body's. */
function bodyAhead(phrase: string): string | undefined {
  const name = AHEAD.exec(phrase)?.[1];
  return name !== undefined && /\s/.test(name) && BODY_WORD.test(name) ? name.replace(/['’]s?$/, '') : undefined;
}
const AHEAD = new RegExp(`^(?:[Tt]he\\s)?(${NAME})(?=$|,|\\s\\p{Ll})`, 'u');

/** A name alone: letters, or a word behind which the text has an office of its own ("Cristosal's director"). */
function bare(phrase: string, all: string): string | undefined {
  const head = phrase
    .replace(/,.*$/su, '')
    .replace(/^[Tt]he\s/, '')
    .replace(/\s(?:is|was|has|are|also)$/, '');
  if (LETTERS.test(head)) return head;
  if (!/^\p{Lu}[\p{L}-]+$/u.test(head)) return undefined;
  const isBody = new RegExp(
    `\\b(?:of|at|for|by|with|from)\\s${head}\\b(?!,?\\s(?:on|in)\\s\\p{Lu})|\\b${head}\\s(?:in\\s\\p{Lu}\\p{L}+\\s)?(?:Country\\s)?(?:[Dd]irector|[Ss]pokes\\p{L}+|[Cc]oordinator|[Rr]esearcher|and partners)\\b`,
    'u',
  ).test(all);
  const isPerson = new RegExp(`\\p{Lu}[\\p{L}'.-]+\\s${head}\\b|\\b(?:he|she)\\s(?:said|added)`, 'u').test(all);
  return isBody && !isPerson ? head : undefined;
}

/** "RSF" of "Reporters Without Borders (RSF)". */
function inFull(name: string, all: string): string {
  if (!/^\p{Lu}{2,}$/u.test(name)) return name;
  const full = new RegExp(
    `((?:\\p{Lu}[\\p{L}'-]+\\s(?:(?:of|for|and|the|on|in)\\s){0,2}){1,7}\\p{Lu}?[\\p{L}'-]+)\\s\\(${name}\\)`,
    'u',
  ).exec(all)?.[1];
  return full?.replace(/^The\s/, '') ?? name;
}

/** "UN rights chief Volker Türk", "the UN refugee agency", "the UN Human Rights Committee": of which body of the United Nations somebody is. */
export function officeIn(words: string, surname: string, all: string): string | undefined {
  const of = OFFICES.find(
    ([office]) =>
      new RegExp(office, 'i').test(words) ||
      new RegExp(`(?:${office})[^.;"]{0,40}\\b${surname}(?![\\p{L}\\p{N}])`, 'iu').test(all),
  );
  return (
    of?.[1] ??
    /^(?:[Tt]he\s)?(?:UN|U\.N\.|United Nations)\s((?:\p{Lu}\p{L}+\s){1,4}(?:Committee|Agency))\b/u.exec(words)?.[1]
  );
}
const OFFICES = [
  [
    'rights (?:chief|office|body|boss)|High Commissioner for Human Rights',
    'Office of the United Nations High Commissioner for Human Rights',
  ],
  [
    'refugee (?:chief|agency|office)|High Commissioner for Refugees',
    'Office of the United Nations High Commissioner for Refugees',
  ],
] as const;

/** "On human rights in North Korea": the mandates for states have one name. */
export function mandateOf(mandate: string, names: Setting['names']): string {
  const place = /^(?:the\s)?(?:situation of\s)?human rights(?:\ssituation)?\s(?:in|for)\s(.+)$/i.exec(mandate)?.[1];
  const [state] = names.mentionsIn(place ?? '');
  if (place === undefined || state?.kind !== 'state') return `Special Rapporteur on ${mandate}`;
  const article = /^(?:Democratic|Republic|Islamic|Syrian|Russian|Central|Lao|United)\b/.test(state.name) ? 'the ' : '';
  return `Special Rapporteur on the situation of human rights in ${article}${state.name}`;
}
