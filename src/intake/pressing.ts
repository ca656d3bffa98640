import type { Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { isActor } from './who-acts.js';
import { complementOf } from './complement.js';
import { conditions, namedBefore } from './depending.js';
import { anyOf, escaped, grammar } from './grammar.js';
import { sentencesOf } from './sentences.js';
import type { Setting } from './setting.js';
import { FRONT, raisedWith } from './raising.js';
import { visitedIn } from './visited.js';

const VERBS = Object.entries(grammar.pressing).map(([verb, words]) => ({ verb, words: words.split('|') }));
/** "Make clear to their partner in Baku". */
const PARTNER_IN =
  /^\s(?:on\s|to\s|with\s)?(?:their|its|his|her|the|your)\s(?:\p{Ll}+\s){0,2}(?:partners?|counterparts?|leaders(?:hip)?|authorities|government|rulers|officials|allies|hosts?)\sin\s(\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)/u;
/** Groups that no state has under it, so that whoever is to ask them moves them. */
const ABROAD =
  /^(?:(?:bi|multi)lateral |international |foreign |development )?(?:donors?|creditors|lenders|community|partners|states|governments|member associations|member states|parties to the conflict|warring parties|armed groups|neighbou?rs)$/i;
/** "Use his good offices with" is in the list with "its". */
const OWNER = /\b(?:his|her|their|your|our|all its)\b/;
const VERB = anyOf(VERBS.map(({ verb }) => verb)).replaceAll(
  /\bits\\s\+/g,
  '(?:its|his|her|their|your|our|all its)\\s+',
);
const PRESSING = new RegExp(
  `${FRONT}(${VERB}|(?:continue\\s+)?pressing|urging|encouraging|calling on|calling upon|persuading)\\b`,
  'giu',
);
const APPEAL = new RegExp(
  `${FRONT}(?:send|issue|make|address|transmit|direct)\\s+(?:an?|its|their|another|renewed|joint)\\s+(?:[\\p{Ll}-]+\\s+){0,3}(?:appeals?|letters?|communications?|calls?|demands?|protests?|démarches?|notes? of protest)\\s+(?:to|on)\\s+([^,;.:]{3,70}?)(?=\\s(?:to|for|about|over|that|on|in|at|by|calling|asking|urging)\\s|[,;.:]|$)`,
  'iu',
);
/** Asking a visitor in, or a question, moves nobody. */
const NOBODY = /^(?:for|how|why|what|whether|themselves|itself|questions?)\b/i;

/** Whom an ask wants its addressees to move, sentence by sentence; in a chain only the first. */
export function targetsIn(body: string, addressees: readonly string[], setting: Setting, recent: Recent): string[] {
  const others = { states: recent.states, asked: recent.states.slice(-2) };
  const found = sentencesOf(body).flatMap(({ start, end }) =>
    targetsOf(body.slice(start, end), addressees, setting, others),
  );
  return [...new Set(found)].filter((name) => !addressees.includes(name));
}

function targetsOf(sentence: string, addressees: readonly string[], setting: Setting, recent: Recent): string[] {
  for (const match of sentence.matchAll(PRESSING)) {
    const there = setting.names.mentionsIn(
      PARTNER_IN.exec(sentence.slice(match.index + match[0].length))?.[1] ?? '',
    )[0];
    if (there?.kind === 'state' && !addressees.includes(there.name)) return [there.name];
    const party = partyAfter(sentence.slice(match.index + match[0].length), (match[1] ?? '').toLowerCase());
    if (party === '' || NOBODY.test(party)) continue;
    const begun = setting.names.mentionsIn(party)[0];
    if (
      !isActor(party, setting) &&
      begun?.kind === 'state' &&
      begun.start <= 4 &&
      /^(?:demand|seek|obtain|secure|request)/i.test(match[1] ?? '')
    )
      return [begun.name];
    if (!isActor(party, setting)) continue;
    const meant = /^(?:them|it|him|her)$/i.test(party)
      ? namedBefore(sentence.slice(0, match.index), setting)
      : undefined;
    if (meant !== undefined && !addressees.includes(meant)) return [meant];
    const visited = visitedIn(sentence.slice(0, match.index), party, setting, recent);
    if (visited && !addressees.includes(visited)) return [visited];
    const named = actorsOf(party, setting, recent).filter(
      ({ isGroup, name }) =>
        !isGroup &&
        (!/^(?:ask|request)/i.test(match[1] ?? '') || setting.weights.has(name) || name.endsWith('member states')),
    );
    if (named.length > 0) return named.map(({ name }) => name);
    const others = actorsOf(party, setting, recent).filter(({ name }) => ABROAD.test(name));
    if (others.length > 0) return others.map(({ name }) => name);
    if (/influence|leverage/i.test(match[1] ?? '')) return actorsOf(party, setting, recent).map(({ name }) => name);
  }
  const appeal = appealed(sentence, setting, recent);
  if (appeal.length > 0) return appeal;
  const raised = raisedWith(sentence, setting, recent);
  return raised.length > 0 ? raised : conditions(sentence, setting, recent);
}

function partyAfter(rest: string, verb: string): string {
  const words =
    VERBS.find((entry) => entry.verb === verb || entry.verb === verb.replace(OWNER, 'its'))?.words.filter(
      (word) => word !== '',
    ) ?? [];
  const particle = new RegExp(`^\\s*(?:,[^,]{2,60},)?\\s*(?:${words.map(escaped).join('|')})\\s+`, 'i').exec(rest);
  if (words.length > 0 && !particle && verb !== 'engage') return '';
  const after = words.length > 0 ? rest.slice(particle?.[0].length ?? 0) : rest;
  const lifted = after.replace(/^\s*,[^,]{2,80},\s*/, ' ').trim();
  if (/\bthat\s*$/.test(particle?.[0] ?? '') || /^that\s/.test(lifted))
    return complementOf(/^that\s/.test(lifted) ? lifted : `that ${lifted}`).party;
  const organ = /^(?:the\s+)?(?:[\p{L}-]+\s+){0,2}?(?:authorities|government)\b(?!\s+(?:of|in)\b)/iu.exec(lifted)?.[0];
  if (organ !== undefined && /^demand|^seek|^obtain/.test(verb)) return organ;
  const { party } = complementOf(
    lifted.replace(/,?\s+(?:particularly|especially|notably|including|in particular)\s+/, ' and '),
  );
  const cut =
    /^(.*?)(?:,\s(?!(?:the\s)?\p{Lu}|and\s)|\s(?:that|so that|in order|with a view|over|about|how|why|whether|what|when|in|at|on|for|by|from|into|during|without|within|regarding|concerning|as regards|publicly|privately|again|firmly|clearly|beforehand|plainly|openly|directly)\s|[;:.]|$)/u.exec(
      party === '' ? lifted : party,
    );
  return (cut?.[1] ?? '').trim();
}

/** "Send an urgent appeal to Egypt". */
function appealed(sentence: string, setting: Setting, recent: Recent): string[] {
  const party = APPEAL.exec(sentence)?.[1];
  if (party === undefined) return [];
  return actorsOf(party, setting, recent)
    .filter(({ isGroup }) => !isGroup)
    .map(({ name }) => name);
}
