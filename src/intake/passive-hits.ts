import { ORGAN_END } from './actor-words.js';
import * as forms from './ask-forms.js';
import { withoutAside } from './asides.js';
import { complementOf } from './complement.js';
import type { Hit, Reading } from './hits.js';
import { imperatives } from './grammar.js';
import { matchesIn } from './matches.js';
import type { Setting } from './setting.js';
import { NAME } from './sentence-shapes.js';
import { sharedSubject } from './shared-subjects.js';
import { subjectOfModal } from './should-subjects.js';
import { isActor } from './who-acts.js';
import { because } from './reason.js';

export function politeHits(sentence: string): Hit[] {
  const match = forms.polite.exec(sentence);
  if (!match) return [];
  const said = sentence.slice(match.index + match[0].length);
  const party = /^(?:the\s+(?:Government|State\s+party)|your\s+\p{L}+)(?=\s)/u.exec(said)?.[0] ?? 'you';
  const rest = said
    .slice(said.startsWith(party) ? party.length : 0)
    .replace(/^\s*(?:would|could|can|will|were to|please)?\s*/, '');
  return [
    {
      at: 0,
      after: match[0].length,
      verb: 'please',
      speaker: 'we',
      complement: { party, rest, isThat: false },
      why: because('polite'),
    },
  ];
}

/** "Tether is urged to": a name that nothing else tells. */
const isByName = (phrase: string): boolean =>
  NAME.test(phrase.replace(/\s(?:itself|themselves)$/, '').replace(/^The\s/, 'the ')) &&
  !/^(?:It|He|She|They|You|We|This|That|There|These|Those|Nothing|Nobody|Readers|Everyone|Anyone)$/.test(phrase);

/** "They could raise the cases and are encouraged to do so". */
const OFFERED = /\b(?:could|can|may|might)\s(.+?)(?:,?\s(?:and|but))?\s*$/;

export function passiveHits(said: string, { setting }: Reading): Hit[] {
  const sentence = withoutAside(said);
  const hits: Hit[] = [];
  for (const match of matchesIn(sentence, forms.passive)) {
    const told = sentence.slice(0, match.index);
    const shared = /\s(?:and|but)\s*$/.test(told) ? sharedSubject(told, setting) : undefined;
    const { phrase, start } = shared ?? subjectOfModal(told, (words) => isActor(words, setting));
    const rest = sentence.slice(match.index + match[0].length);
    if ((isActor(phrase, setting) || isByName(phrase)) && !/\b(?:that|which|who|if)\s*$/.test(sentence.slice(0, start)))
      hits.push({
        at: start,
        after: match.index + match[0].length,
        verb: 'passive',
        speaker: '',
        complement: {
          party: phrase,
          rest: /^do (?:so|it)\b/.test(rest) ? (OFFERED.exec(told)?.[1] ?? rest) : rest,
          isThat: false,
        },
        why: because('is-asked', match[1] ?? ''),
      });
  }
  if (setting.form === 'press') hits.push(...toldHits(sentence, setting));
  hits.push(...desiredHits(sentence, setting));
  for (const match of matchesIn(sentence, forms.impersonal)) {
    const complement = complementOf(
      `${match[1] === undefined ? '' : `to ${match[1]} `}that ${sentence.slice(match.index + match[0].length)}`,
    );
    hits.push({
      at: match.index,
      after: match.index + match[0].length,
      verb: 'impersonal',
      speaker: '',
      complement,
      why: because('impersonal'),
    });
  }
  return hits;
}

/** "It is desirable that the ministry record": only with a verb that is bare, or "should". */
const DESIRED =
  /\b(?:[Ii]t\s(?:is|would be)|(?:considers|deems|finds)\sit)\s(?:\p{Ll}+ly\s|also\s|therefore\s|equally\s)*(?:desirable|essential|important|imperative|vital|crucial|necessary|advisable|urgent|indispensable|critical|appropriate|preferable)\sthat\s/gu;

function desiredHits(sentence: string, setting: Setting): Hit[] {
  return matchesIn(sentence, DESIRED).flatMap((match) => {
    const after = match.index + match[0].length;
    const complement = complementOf(`that ${sentence.slice(after)}`);
    const verb = /^(?:(?:not|also|\p{Ll}+ly)\s)*([\p{L}-]+)/u.exec(complement.rest)?.[1] ?? '';
    const isBare = imperatives.has(verb) || verb === 'should';
    if (
      !isBare ||
      (complement.party.endsWith('s') && !/^(?:the|its|their)\s/i.test(complement.party)) ||
      !isActor(complement.party, setting)
    )
      return [];
    return [{ at: match.index, after, verb: 'impersonal', speaker: '', complement, why: because('impersonal') }];
  });
}

/** "Ankara was urged to", "ministers face calls to": only of somebody by name or office, and not what was before. */
function toldHits(sentence: string, setting: Setting): Hit[] {
  return matchesIn(sentence, forms.toldTo).flatMap((match) => {
    const said = sentence.slice(0, match.index);
    const { phrase, start } = subjectOfModal(
      said.replace(/\s(?:has|have|had|also|again|itself|now)\s*$/u, ' '),
      (words) => isActor(words, setting),
    );
    const isNamed = setting.names.mentionsIn(phrase).length > 0 || ORGAN_END.test(phrase);
    if (
      !isNamed ||
      !isActor(phrase, setting) ||
      /\b(?:that|which|who|if|when|after)\s*$/.test(sentence.slice(0, start))
    )
      return [];
    if (/\bhad\s*$/.test(said) || forms.history.test(sentence)) return [];
    const after = match.index + match[0].length;
    const complement = { party: phrase, rest: sentence.slice(after), isThat: false };
    const why = because('is-asked', match[1] ?? match[2] ?? '');
    return [{ at: start, after, verb: 'passive', speaker: '', complement, why }];
  });
}
