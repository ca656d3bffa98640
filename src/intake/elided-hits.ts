import { complementOf } from './complement.js';
import { imperatives } from './grammar.js';
import type { Hit } from './hits.js';
import { matchesIn } from './matches.js';
import type { Setting } from './setting.js';
import { areActors } from './who-acts.js';

/** ", and on the department to stop" after "we call on the ministry to"; " - and the Roundtable to make" after "buyers are encouraged to". */
const AGAIN = /(?:,|;|\s[–—-])\s(?:and|while)\s((?:(?:up)?on\s)?(?=\p{L})[^,;:.–—]{3,90}?\sto\s)(?=\p{Ll})/gu;
const ON = /\s(?:and|,)\s((?:up)?on\s(?=(?:the|all|its|other)\s|\p{Lu})[^;:.–—]{3,120}?\sto\s)(?=\p{Ll})/gu;

/** "and, for its part, the Commission to make". */
const IN_TURN = /\sand,\s(?:for (?:its|their|his|her) part|in turn|likewise),\s([^,;:.]{3,90}?\sto\s)(?=\p{Ll})/gu;

/** Asks whose verb is not said again. */
export function elidedHits(sentence: string, hits: readonly Hit[], setting: Setting): Hit[] {
  const first = hits[0];
  if (!first || first.verb === 'modal') return [];
  return [...matchesIn(sentence, AGAIN), ...matchesIn(sentence, ON), ...matchesIn(sentence, IN_TURN)].flatMap(
    (match) => {
      const words = match[1] ?? '';
      const at = match.index + match[0].length - words.length;
      const isOn = /^(?:up)?on\s/.test(words);
      const isOfCalls = /\bcalls?(?:ed|ing)?\b.*\b(?:up)?on$|\b(?:is|are)\scalled/.test(sentence.slice(0, at));
      const said = sentence.slice(at).replace(/^(?:up)?on\s/, '');
      const complement = complementOf(said);
      const verb = /^(?:(?:not|also|\p{Ll}+ly)\s)*([\p{L}-]+)/u.exec(complement.rest)?.[1] ?? '';
      if (
        at <= first.after ||
        (isOn &&
          !(isOfCalls || (/\bcall/i.test(first.verb) && /\sto\s\p{Ll}/u.test(sentence.slice(first.after, at))))) ||
        !(imperatives.has(verb) || verb === 'do')
      )
        return [];
      if (complement.isThat || !areActors(complement.party.replace(/\s\([^)]*\)$/, ''), setting)) return [];
      return [{ at, after: at + words.length, verb: first.verb, speaker: first.speaker, complement, why: first.why }];
    },
  );
}
