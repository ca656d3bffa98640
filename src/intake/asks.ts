import { actorsOf } from './actors.js';
import * as forms from './ask-forms.js';
import { asksNothing } from './asks-nothing.js';
import { isAsked } from './asked-here.js';
import { beginningOf } from './ask-beginnings.js';
import { complementOf } from './complement.js';
import type { Hit, Reading } from './hits.js';
import { hitsIn } from './hits-in.js';
import { OF_A_MOTION } from './motion-hits.js';
import { recentAt } from './recent-at.js';
import { CHAT, DONE, NAME, NAMES } from './sentence-shapes.js';
import { whoeverReads, wished } from './unnamed.js';
import { isActor } from './who-acts.js';
import type { Reason } from './reason.js';

/** An ask within a sentence. */
export interface Ask {
  start: number;
  end: number;
  addressees: string[];
  /** What is asked, without the verb of asking and who is asked. */
  body: string;
  /** The words that name who is asked, with what stands beside them ("through his Special Representative"). */
  party: string;
  /** Who asks, in the words of the sentence. */
  speaker: string;
  why: Reason;
}

/** The asks of one sentence, in order. */
export function asksIn(said: string, reading: Reading): Ask[] {
  const sentence = said.replace(/[—–]$/, ':');
  if (asksNothing(sentence) || (reading.setting.form !== 'press' && CHAT.test(sentence))) return [];
  const hits = hitsIn(sentence, reading);
  const asks: Ask[] = [];
  for (const hit of hits) {
    const ask = askOf(sentence, hit, {
      ...reading,
      recent: recentAt(
        sentence.slice(0, hit.after),
        /^\s*(?:the latter|both|it)\b/.exec(sentence.slice(hit.after))?.[0] ?? '',
        asks,
        reading,
      ),
    });
    if (!ask || isInside(sentence, asks.at(-1), hit)) continue;
    const last = asks.at(-1);
    if (last) {
      last.end = sentence.slice(0, ask.start).replace(/[\s,;]+(?:and|but|while)?\s*$/, '').length;
      last.body = last.body.slice(0, Math.max(0, last.end - sentence.lastIndexOf(last.body))).trim();
    }
    asks.push(ask);
  }
  const [first] = asks;
  if (first)
    first.start = beginningOf(
      sentence,
      first.start,
      reading.setting.form === 'resolution' || OF_A_MOTION.test(sentence),
    );
  return asks;
}

/** "Urges A to call on B" is one ask; only what a new clause asks is a second. */
function isInside(sentence: string, last: Ask | undefined, hit: Hit): boolean {
  if (!last) return false;
  const between = sentence.slice(last.start, hit.at);
  if (/\band that\s*$/.test(between))
    return (
      hit.verb !== 'passive' && !/^(?:shall|should|must)/.test(sentence.slice(0, hit.after).split(' ').at(-1) ?? '')
    );
  if (
    hit.verb === 'modal' &&
    /(?:;|,\s(?:and|but)|\sand)\s[^;,]{3,60}\bthat\s*$/.test(between) &&
    forms.advice.test(between)
  )
    return false;
  return !/(?:[;,]|\band|\bbut|\bwhile)\s*(?:(?:said|says|added|adding|saying|warning|arguing|stressing|insisting|noting)(?:\s+that)?\s*)?$/.test(
    between,
  );
}

function askOf(sentence: string, hit: Hit, { setting, recent }: Reading): Ask | undefined {
  const complement = hit.complement ?? complementOf(wished(hit.verb, clauseFrom(sentence, hit.after)));
  const [rest, party] = [complement.rest, complement.party.replace(/^of\s/i, '')];
  if (/^its? (?:own )?(?:president|secretary-general|bureau|chair|secretariat)\b/i.test(party)) return undefined;
  const isDone = complement.isThat && DONE.test(rest);
  const isParty = party !== '' && !isDone && (isActor(party, setting) || NAME.test(party) || NAMES.test(party));
  if (!isAsked(hit.verb, complement, isParty, setting)) return undefined;
  const isShort =
    party.split(' ').length <= 5 &&
    !/^(?:an?|the)\s+(?:immediate|urgent|unconditional|full|prompt|end|release|halt|lifting)\b/i.test(party);
  const isWanted = /\bfor$/.test(hit.verb) && !isParty;
  const named = isWanted
    ? /^(?:such|these|those|this|that)\s/.test(party)
      ? recent.asked
      : []
    : party === '' || (!isParty && !isShort)
      ? []
      : actorsOf(party, setting, recent).map(({ name }) => name);
  const addressees =
    named.length > 0 && (isParty || !complement.isThat)
      ? named
      : IT_HAS.test(sentence.slice(0, hit.at)) && recent.asked.length > 0
        ? recent.asked
        : whoeverReads(setting);
  return {
    start: hit.at,
    end: sentence.length,
    addressees,
    body: rest.trim(),
    party,
    speaker: hit.speaker,
    why: hit.why,
  };
}

/** "It has leverage; we ask that the tranche be made conditional". */
const IT_HAS = /\b(?:it|they)\s(?:has|have|holds?|can|could)\b[^.]*;\s(?:and\s|so\s)?$/;

/** What a verb governs ends with its clause, unless lettered elements stand in it. */
function clauseFrom(sentence: string, after: number): string {
  const rest = sentence.slice(after);
  return /\s\((?:a|i|1)\)\s/.test(rest) ? rest : (rest.split(/;\s/)[0] ?? '');
}
