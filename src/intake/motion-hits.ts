import * as forms from './ask-forms.js';
import { complementOf } from './complement.js';
import type { Hit } from './hits.js';
import { matchesIn } from './matches.js';
import { because } from './reason.js';

const CHAMBER =
  '(?:House|Senate|Assembly|Parliament|Chamber|Congress|Legislature|Council|Conference|Meeting|Dáil(?:\\sÉireann)?|Seanad(?:\\sÉireann)?|Senedd|Bundestag|Knesset)';
/** "that the House therefore call on": what a motion asks a house to ask. */
const CALLS = new RegExp(
  `(?:^|[;,:]\\s*|\\band\\s+)that\\s+((?:(?:the|this)\\s+|(?=Congress|Dáil|Seanad))${CHAMBER}(?:\\sof\\s\\p{Lu}\\p{L}+)?)\\s+((?:\\p{Ll}+,?\\s+){0,2}?)(?=(?:${forms.motionVerbs})\\s)`,
  'giu',
);
/** "that the Committee be instructed to": the same without the house. */
const BE_ASKED =
  /(?:^|[;,:]\s*|\band\s+)that\s+((?:the\s+)?[^,;:]{4,90}?)\s+be\s+(?:also\s+)?(?:asked|requested|urged|invited|instructed|directed|encouraged|called (?:up)?on)\s+to\s+(?=\p{Ll})/giu;
/** "That the House (a) condemn ...; (b) call on ...": what the same house asks besides. */
const BESIDES = new RegExp(
  `(?:;\\s(?:and\\s)?(?:\\([a-z]{1,4}\\)\\s)?|[\\s,](?:and\\s)?\\([a-z]{1,4}\\)\\s)((?:\\p{Ll}+ly\\s|further\\s|also\\s|therefore\\s){0,2})(?=(?:${forms.motionVerbs})\\s)`,
  'gu',
);
/** "That this House notes ...". */
export const OF_A_MOTION = new RegExp(
  `^This House\\b|^(?:["']|Resolved,\\s)?[Tt]hat (?:(?:the|this)\\s)?(?:\\p{Lu}\\p{L}+\\s)?${CHAMBER}(?!\\p{L})`,
  'u',
);
const VERB = new RegExp(`^(?:${forms.motionVerbs})(?=\\s)`, 'iu');

/** The asks of a motion, whose sentences begin with "that". */
export function motionHits(sentence: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of matchesIn(sentence, CALLS)) {
    const from = match.index + match[0].length;
    const verb = VERB.exec(sentence.slice(from))?.[0] ?? '';
    hits.push({
      at: match.index + match[0].search(/\bthat\s/i) + 5,
      after: from + verb.length,
      verb,
      speaker: match[1] ?? '',
      why: because('motion-asks', `${match[1] ?? ''} ${verb}`),
    });
  }
  for (const match of OF_A_MOTION.test(sentence) ? matchesIn(sentence, BESIDES) : []) {
    const from = match.index + match[0].length;
    const verb = VERB.exec(sentence.slice(from))?.[0] ?? '';
    const at = from - (match[1]?.length ?? 0);
    hits.push({ at, after: from + verb.length, verb, speaker: '', why: because('second-verb') });
  }
  for (const match of matchesIn(sentence, BE_ASKED)) {
    const after = match.index + match[0].length;
    hits.push({
      at: match.index + match[0].search(/\bthat\s/i) + 5,
      after,
      verb: 'passive',
      speaker: '',
      complement: { party: match[1] ?? '', rest: sentence.slice(after), isThat: false },
      why: because('motion-has-asked'),
    });
  }
  return hits;
}

/** "That Parliament amend the Act": an item of a list of recommendations says only what they recommend. */
export function thatHits(sentence: string): Hit[] {
  const match = /^[Tt]hat\s+(?=\S)/.exec(sentence);
  if (!match) return [];
  const complement = complementOf(sentence);
  // "That the burden falls on a few is not fair": no verb is bare, and nothing is asked.
  if (complement.party !== '' && complement.rest.startsWith(complement.party)) return [];
  return [
    {
      at: 0,
      after: match[0].length,
      verb: 'that',
      speaker: '',
      complement,
      why: because('that-first'),
    },
  ];
}
