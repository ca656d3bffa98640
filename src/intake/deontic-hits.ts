// Asks that stand in no verb of asking and no modal: "it would help if X paid", "a first step for X would be to pay",
// "what is needed from X is", "the responsibility lies with X, which must". Pure.

import { basic } from './past-forms.js';
import { complementOf } from './complement.js';
import { anyOf, grammar, imperatives } from './grammar.js';
import type { Hit, Reading } from './hits.js';
import { because } from './reason.js';
import type { Setting } from './setting.js';
import { isActor } from './who-acts.js';

const TASK = `(?:${anyOf(grammar.tasks)})`;
const WHO = '((?:the\\s|its\\s|their\\s|your\\s)?[^,;:]{2,80}?)';
/** "As for Chad, ", "In the meantime ". */
const FRONT =
  '^["“]?(?:(?:And|But|So|Then|Finally|Lastly|First|Second|Third),?\\s)?(?:(?!(?:If|When|While|Because)\\b)[^,;:]{3,60},\\s|(?:In addition|Beyond that|Besides|Likewise|Above all|Here|Today|Now|At the same time)\\s)?';

/** "It would help if the board published the study", "we would be glad if you took it up". */
const IF = new RegExp(
  `${FRONT}(?:it|we|I)\\s(?:would|'d)\\s(?:(?:also|really|greatly|much|certainly|therefore|very much|be|most|very|so|both)\\s)*(?:help(?:ful)?|glad|grateful|pleased|happy|relieved|obliged|appreciative|good|useful|wise|right|fitting|best|better|a\\s\\p{Ll}+|like\\sit|appreciate(?:\\sit)?|welcome(?:\\sit)?|prefer(?:\\sit)?|make\\s\\p{Ll}+\\s\\p{Ll}+|matter|do\\s\\p{Ll}+\\s\\p{Ll}+)(?:\\s(?:greatly|a lot|to us|them|us|matters|the families))?\\sif\\s`,
  'iu',
);

/** "A first step for the Congolese authorities would be to", "the duty of the army is to". */
const STEP = new RegExp(
  `${FRONT}(?:an?|the|one|another|its|their|our)\\s(?:[\\p{Ll}-]+\\s){0,4}?${TASK}\\s(?:for|of|before|facing|incumbent (?:up)?on)\\s${WHO}\\s(?:here\\s|now\\s)?(?:is|are|was|remains|would be|should be|must be|will be)\\s(?:now\\s|therefore\\s|thus\\s|still\\s|clear:\\s|simple:\\s|plain:\\s)*(?:to\\s|that\\s(?:it|they)\\s)(?=\\p{Ll})`,
  'iu',
);

/** "The responsibility for reopening them lies with the army, which must leave by May". */
const LIES = new RegExp(
  `^(?:the|that|this)\\s(?:\\p{Ll}+\\s)?${TASK}\\s(?:for|of|to)\\s[^,;:]{3,120}?\\s(?:lies|rests|falls|is|remains|sits)\\s(?:now\\s|squarely\\s|first\\s|therefore\\s|above all\\s)*(?:with|on|upon|to)\\s${WHO},\\s(?:which|who)\\s(?:must|should|ought to|has to|have to|needs? to)\\s`,
  'iu',
);

/** "What is needed from Belgium is a public word", "what Belgium needs to do is pay". */
const NEEDED = new RegExp(
  `${FRONT}(?:what|all that|the least that)\\s(?:(?:is|are|would be)\\s(?:\\p{Ll}+\\s)?(?:needed|required|wanted|asked|expected|demanded|called for|missing|owed|due|sought|lacking)(?:\\s(?:now|here|today))?\\s(?:of|from|by)\\s${WHO}|${WHO}\\s(?:(?:needs?|ha(?:s|ve)|ought|owes?\\s\\p{Ll}+)\\sto|must|should)\\s(?:now\\s)?do(?:\\s(?:now|first|next|here))?)\\s(?:is|are)(?:\\s(?:now|above all|first))?:?\\s(?:to\\s|that\\s(?:it|they)\\s)?`,
  'iu',
);

/** "And lastly, a request to the Bank of Ghana: stop taking fees". */
const WORD = new RegExp(
  `${FRONT}(?:an?|one|our|my|this|the)\\s(?:[\\p{Ll}-]+\\s){0,3}?(?:${anyOf(grammar.askingNouns)}|word)\\s(?:to|for|of)\\s${WHO}(?:\\s(?:is|remains|would be)\\s(?:this|simple|clear|short|plain|the same|one))?:\\s`,
  'iu',
);

/** "Only Kinshasa can reopen the road, and it should do so". */
const ONLY = new RegExp(
  `^["“]?(?:(?:only|nobody but|none but|no one but|nobody other than|no one other than)\\s${WHO}\\s(?:can|could|is able to)|${WHO}\\s(?:alone\\s(?:can|could)|(?:can|could|has the (?:power|means|money|votes) to|have the (?:power|means|money|votes) to|is (?:well |best |better )?(?:able|placed|positioned) to|are (?:well |best |better )?(?:able|placed|positioned) to)))\\s([^;:.]{3,160}?)(?:,|;|:)?\\s(?:and|so|but)\\s(?:(?:it|they|he|she)\\s)?(?:should|must|ought to|needs? to|has to|have to)\\s(?:now\\s)?do\\s(?:so|it|that)\\b`,
  'iu',
);

const hitOf = (found: string, party: string, rest: string): Hit => ({
  ...{ at: 0, after: found.length, verb: 'nominal', speaker: '' },
  complement: { party: party.trim(), rest, isThat: false },
  why: because('issuer-asks', found.replace(/[\s:,]+$/, '')),
});

const verbOf = (rest: string): string => /^(?:(?:not|also|now|\p{Ll}+ly)\s)*([\p{L}-]+)/u.exec(rest)?.[1] ?? '';
const isDeed = (rest: string): boolean => imperatives.has(verbOf(rest)) || /^(?:be|do|go|see|let)\b/.test(rest);

/** "If the board published": who, and what in the form of an order. */
function conditional(sentence: string, { setting }: Reading): Hit[] {
  const match = IF.exec(sentence);
  if (!match) return [];
  const clause = sentence.slice(match[0].length);
  const words = [...clause.matchAll(/(?<=\s)\p{Ll}[\p{L}-]*/gu)].slice(0, 14);
  for (const { index, 0: word } of words) {
    const party = clause
      .slice(0, index)
      .replace(/\s(?:also|\p{Ll}+ly|now|then|at last)\s*$/u, '')
      .trim();
    if (!isActor(party, setting)) continue;
    const rest = clause.slice(index);
    const wish = /^(?:would|could|can|will|were to|was to)\s/.exec(rest)?.[0];
    const base = wish === undefined ? basic(word) : verbOf(rest.slice(wish.length));
    if (base === undefined || !(imperatives.has(base) || /^(?:be|do|go)$/.test(base))) continue;
    const deed = wish === undefined ? base + rest.slice(word.length) : rest.slice(wish.length);
    return [hitOf(match[0], party, deed)];
  }
  return [];
}

/** "We have one request about Dhaka: that you obtain", "our request: publish that study". */
const NAMED = new RegExp(
  `^["“]?[^:.]{0,160}?\\b(?:our|my|their|her|his|its|an?|one)\\b[^:.]{0,60}?\\b(?:${anyOf(grammar.askingNouns)})\\b[^:.]{0,70}:\\s(that\\s)?`,
  'iu',
);

function afterColon(sentence: string, { setting }: Reading): Hit[] {
  const match = NAMED.exec(sentence);
  if (!match || /\b(?:made|was|were|had|received|refused|rejected)\b/.test(match[0])) return [];
  const rest = sentence.slice(match[0].length);
  const complement = match[1] === undefined ? { party: '', rest, isThat: false } : complementOf(`that ${rest}`);
  const isOrder = match[1] === undefined && isDeed(rest) && /\b(?:our|my|we|I)\b/.test(match[0]);
  if (!isOrder && !(match[1] !== undefined && isWho(complement.party, setting))) return [];
  return [
    {
      at: 0,
      after: match[0].length,
      verb: 'nominal',
      speaker: '',
      complement,
      why: because('issuer-asks', match[0].replace(/[\s:]+(?:that\s)?$/, '')),
    },
  ];
}

/** Asks by what is needed, whose turn it is, what would help. */
export function deonticHits(sentence: string, reading: Reading): Hit[] {
  const { setting } = reading;
  if (setting.form === 'press' && !/["“”]/.test(sentence)) return afterColon(sentence, reading);
  const found = [...conditional(sentence, reading), ...afterColon(sentence, reading)];
  if (found.length > 0) return found.slice(0, 1);
  for (const [frame, needsDeed] of [
    [STEP, true],
    [LIES, true],
    [WORD, true],
    [NEEDED, false],
  ] as const) {
    const match = frame.exec(sentence);
    const party = match?.[1] ?? match?.[2] ?? '';
    if (!match || !isWho(party, setting)) continue;
    const rest = sentence.slice(match[0].length);
    if (!needsDeed || isDeed(rest)) return [hitOf(match[0], party, rest)];
  }
  const only = ONLY.exec(sentence);
  const who = only?.[1] ?? only?.[2] ?? '';
  return only && isWho(who, setting) && isDeed(only[3] ?? '') ? [hitOf(only[0], who, only[3] ?? '')] : [];
}

const isWho = (party: string, setting: Setting): boolean =>
  isActor(party, setting) && !/^(?:us|we|everyone|everybody|all of us|it|them|people)$/i.test(party);
