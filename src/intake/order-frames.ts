// What a line above orders says of them: whether it tells of something else, and who is asked. Pure.

import { ORGAN_END, type Recent } from './actor-words.js';
import { actorsOf } from './actors.js';
import { anyOf, grammar } from './grammar.js';
import { decased } from './heading-case.js';
import type { Setting } from './setting.js';
import { areActors, isActor } from './who-acts.js';

/** What asks now, whatever else the line tells. */
const ASKS = new RegExp(
  `\\b(?:must|should|shall|ought to|needs? to|ha(?:s|ve) to|(?:is|are) (?:\\p{Ll}+ly )?(?:asked|urged|requested|called|invited|encouraged|expected|required|recommended|advised|needed)|we (?:\\p{Ll}+ly )?(?:want|expect|need|look to|${anyOf(Object.keys(grammar.asking))})|(?:we(?:'re| are)|I am) (?:\\p{Ll}+ly )?(?:\\p{Ll}+ing)|(?:we|I) would (?:\\p{Ll}+ )?(?:see|welcome|appreciate|like|be)|our (?:\\p{L}+ ){0,3}(?:${anyOf(grammar.askingNouns)}))\\b`,
  'iu',
);
/** What others asked, promised or did before; what a law or a plan says; what whoever writes does; what readers can do. */
const PAST =
  /\b(?:recommended|urged|called (?:up)?on|called for|asked|requested|demanded|promised|pledged|agreed|accepted|adopted|committed|undertook|undertaken|decided|proposed|advised|required|obliged|was|were|had|did|made|told|ordered|sought|previous(?:ly)?|earlier|former|ago|already|in (?:19|20)\d\d)\b/i;
const TEXT =
  /\b(?:provides?|says?|states?|stipulates?|aims?|mandated?|requires?|obliges?|promises|contains?|defines?|allows?|objectives?|works? to|tasks? of|would|can|could|may|might)\b/i;
const OWN =
  /\b(?:we|I)\s(?:will|shall|are (?:committed|going|planning|working)|plan|intend|commit|pledge|promise|undertake|work|try|hope to|aim|do|did|have)\b|\b(?:our|my)\s(?:own\s)?(?:\p{Ll}+\s)?(?:work|plans?|programme|commitments?|role|mission|methods?|pledges?|aims?|goals?|part|tasks?|offer|promises?|activities|strategy|team)\b/iu;
const READERS =
  /\b(?:donate|subscribe|sign up|readers?|you can|how (?:to|you)|what you can|tips|get involved|take part|join us|support us|volunteers?|stay (?:safe|informed)|advice for (?:travell?ers|readers|visitors|families))\b/i;

/** Whether what a line leads in is asked by nobody now. */
export function isTold(words: string, isToYou: boolean): boolean {
  const said = isToYou ? words.replace(/\b(?:how\s)?you (?:can|could|may|might)\b/gi, 'you') : words;
  if (OWN.test(said) || (READERS.test(said) && !isToYou)) return true;
  return !ASKS.test(said) && (PAST.test(said) || TEXT.test(said));
}

/** "Three steps for the Government of Chad", "what is asked of Mali", "Norway's part": where who is asked may stand. */
const SLOTS =
  /(?:^|\s)(?:of|from|to|for|by|upon)\s((?:the\s)?(?:[^,;:.?!\s]+\s){0,7}?[^,;:.?!\s]+?)(?=[,;:.?!)]|\s(?:is|are|that|which|who|now|in|as|by|before|this|at|on|we|and\swhat|should|must|can|could|to|until|next|today|over|within|:)(?:[\s,;:.?!]|$)|$)/giu;

/** "The mandate of MINUSCA shall include", "UNMISS, whose tasks are": who bears what the line leads in. */
const BEARER =
  /\b(?:mandate|tasks|duties|functions|responsibilities|role|work)\sof\s((?:the\s)?[^,;:]{2,80}?)\s(?:shall|should|will|must|is|are|includes?)\b/i;
const OWNERS =
  /\b(?:demands?|asks?|calls?|requests?|appeals?|expectations|wishes|proposals|priorities|agenda)\sof\s(?:the\s)?(.{3,60})$/i;

/** "Key demands of fishing communities": who asks, where no state or body is named. */
const isOfAskers = (words: string, setting: Setting): boolean => {
  const owner = OWNERS.exec(words)?.[1];
  return (
    owner !== undefined && setting.names.mentionsIn(owner).length === 0 && !ORGAN_END.test(owner) && /s$/.test(owner)
  );
};

/** Who is asked by a line above orders, wherever in it they stand; nobody where it only names a place or a matter. */
export function partiesIn(line: string, setting: Setting, recent: Recent): string[] {
  const words = decased(line.replace(/[\s:—–?!]+$/, ''), setting);
  if (/\byou(?:rs|r\s\p{Ll}+)?$/u.test(words) && setting.you.length > 0) return setting.you;
  const namesOf = (party: string): string[] => actorsOf(party, setting, recent).map(({ name }) => name);
  if (isOfAskers(words, setting)) return [];
  const bare = words.replace(
    /^(?:(?:and|but|so|now|first|next|then|finally|as for|over to|to|for|from|by|asked of|demanded of|needed from|wanted from)[,:]?\s+)+/i,
    '',
  );
  if (bare.split(' ').length <= 12 && areActors(bare, setting)) return namesOf(bare);
  const bearer = BEARER.exec(words)?.[1];
  if (bearer !== undefined && areActors(bearer, setting)) return namesOf(bearer);
  for (const [, party = ''] of words.matchAll(SLOTS))
    if (areActors(party, setting) && !/^(?:us|me|it|them|you)$/i.test(party)) return namesOf(party);
  const owner =
    /^(?:what\s|how\s|why\s)?(.{3,60}?)(?:'s?\s\p{Ll}|\s(?:can|must|should|is|are|has|have|needs?|ought|now|first|to)\b|,)/iu.exec(
      bare,
    )?.[1] ?? '';
  return isActor(owner, setting) && !/^(?:these|this|that|here|there|it|we|he|she|they)\b/i.test(owner)
    ? namesOf(owner)
    : [];
}
