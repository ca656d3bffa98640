// Whoever a clause speaks to where no rule knows the verb: by what stands between what is done and the one it is done to. Pure.

import { anyOf, grammar } from './grammar.js';
import { matchesIn } from './matches.js';
import { type Clause, FRONT, type Pressed } from './pressed-clause.js';
import { cutParty, movedBy, TOGETHER } from './pressed-party.js';

const { messages: MESSAGES, frames, sides } = grammar;
/** Where a party with a name begins. */
const PARTY = '(?=(?:the\\s|both\\s|its\\s|their\\s|your\\s)?\\p{Lu}|both\\b|them\\b|each\\b)';
const MESSAGE = anyOf([...MESSAGES.nouns, ...sides.given]);

/** "Set Chad a deadline", "leave Chad no room to doubt", "present Chad with a list", "leave Chad in no doubt". */
const GIVEN = new RegExp(
  `${FRONT}(?:do\\snot\\s|never\\s|not\\s)?(?:${anyOf(sides.giving)})\\s((?:the\\s)?\\p{Lu}[^,;:.]{1,60}?|them|both|it)(?:,[^,;]{3,60},)?\\s(?:(?:with\\s)?(?:an?|the|its|no|any|this|that|one|two|three)\\s(?:[\\p{Ll}-]+\\s){0,2}?${MESSAGE}|(?:in\\s(?:no|any)\\sdoubt|under\\sno\\sillusion|no\\s(?:room|way|choice|doubt|peace|rest)|on\\snotice|until\\s[^,;.]{3,40}\\sto\\s\\p{Ll}))`,
  'giu',
);

/** "Be frank with Chad about", "be tougher on Chad". */
const BEING = new RegExp(
  `\\b(?:be|been|being|stay|remain|become|get|grow|is|are)\\s(?:(?:more|very|as|far|much|equally|\\p{Ll}+ly)\\s){0,2}(?:${anyOf(sides.candid)})(?:\\sand\\s\\p{Ll}+)?\\s(?:with|to|towards?|on|in\\s(?:its|their|your|his|her)\\s(?:\\p{Ll}+\\s){0,2}with)\\s${PARTY}`,
  'giu',
);

/** "Step up the pressure on Chad", "whatever pressure it can on Chad". */
const PRESSURE = new RegExp(
  `\\b(?:${anyOf(sides.pressure)})\\b(?:\\s(?:it|they|you)\\s(?:can|has|have|may)|\\sto\\sbear)?\\s(?:on|upon|over)\\s${PARTY}`,
  'giu',
);

/** "In every conversation with Chad", "let no meeting with Chad pass". */
const MEETING = new RegExp(
  `\\b(?:every|each|all|any|no|its|their|his|her|your|own|next|future|forthcoming|upcoming|bilateral|coming|high-level|further|the)\\s(?:(?!(?:in|at|on|of|to|with|for|from|and|that|no|every|each|any|all)\\s)[\\p{L}-]+\\s){0,4}?(?:${anyOf(sides.meetings)})\\s(?:with|to)\\s${PARTY}`,
  'giu',
);
const AT_IT =
  /\b(?:in|at|during|on|through|before|ahead of|after|when|with|into|let|pass|use|using)\s(?:\p{Ll}+\s)?$/iu;

/** "Take the passports up with Chad": whatever is said to somebody, unless what stands before "with" binds both. */
const WITH = new RegExp(`\\b(?:with|before|vis-à-vis)\\s${PARTY}`, 'giu');
const SPEAKING = new RegExp(`${FRONT}(?:${anyOf([...frames.speaking, ...grammar.raising])})\\b`, 'giu');
const BINDING = new RegExp(`\\b(?:${anyOf(sides.binding)})(?:\\s\\p{Ll}+ly)?\\s$`, 'iu');
const SPEAKING_ONCE = new RegExp(SPEAKING.source, 'iu');
/** What is put in an agreement is demanded. */
const DEMANDING = new RegExp(
  `${FRONT}(?:seek|insist|demand|press|require|negotiate|ask|request|secure|obtain|push)\\b`,
  'iu',
);
/** "Enquire of the Chadian government why". */
const OF = new RegExp(
  `${FRONT}(?:(?:they|it|you|she|he|we)\\s)?(?:inquire|enquire|ask|demand|require|request|expect|beg|learn|find\\sout)\\s(?:\\p{Ll}+ly\\s)?of\\s${PARTY}`,
  'giu',
);

/** "Transmit them to both governments". */
const PASSED_ON = new RegExp(
  `${FRONT}(?:transmit|convey|send|forward|present|put|submit|hand|deliver|pass|communicate)\\s(?:them|it|these|this|those)(?:\\son|\\sover)?\\sto\\s${PARTY}`,
  'giu',
);

/** "In talks with the Taliban authorities, seek". */
const IN_TALKS = new RegExp(
  `(?:^|,\\s|\\s)(?:in|at|during)\\s(?:\\p{Ll}[\\p{Ll}-]+\\s){0,2}?(?:${anyOf(sides.meetings.filter((noun) => !noun.startsWith('consult')))})\\s(?:with|to)\\s${PARTY}`,
  'giu',
);

/** "Obtain the agreement of Kinshasa and the M23 to". */
const CONSENT = new RegExp(
  `\\b(?:${anyOf([...grammar.soughtFrom.verbs, 'ask for', 'request'])})\\s(?:[^,;.]{0,50}?\\s)?the\\s(?:\\p{Ll}+\\s)?(?:${anyOf([...frames.consent, ...grammar.soughtFrom.nouns])})\\sof\\s${PARTY}`,
  'giu',
);

/** "Demand the full withdrawal of Eritrean forces". */
const DEMANDED_OF = new RegExp(
  `${FRONT}(?:demand|seek|insist on|press for|call for|require|obtain|secure)\\s(?:[^,;.:]{0,50}?\\s)?(?:withdrawal|retreat|departure|disarmament|compliance|cooperation|return|recall)\\sof\\s(?=(?:the\\s|all\\s)?\\p{Lu})`,
  'giu',
);

/** Whom a clause speaks to; only where the other rules find nobody. */
export function spokenTo(clause: Clause): Pressed[] {
  const found = [
    ...matchesIn(clause.words, GIVEN)
      .map(({ index, 1: party = '' }) => ({ at: index, party }))
      .filter(({ party }) => !/\s(?:on|in|at|back|off|to|from|for|up|into|under|over|of)$/.test(party)),
    ...[
      ...matchesIn(clause.words, BEING),
      ...matchesIn(clause.words, PRESSURE),
      ...matchesIn(clause.words, OF),
      ...matchesIn(clause.words, IN_TALKS).filter(({ 0: talks }) =>
        (/agreement|programme|partnership|cooperation/.test(talks) ? DEMANDING : SPEAKING_ONCE).test(clause.words),
      ),
      ...matchesIn(clause.words, PASSED_ON),
      ...matchesIn(clause.words, CONSENT),
      ...matchesIn(clause.words, DEMANDED_OF),
    ].map((match) => behind(clause, match)),
    ...matchesIn(clause.words, MEETING)
      .filter(({ index }) => AT_IT.test(clause.words.slice(0, index)))
      .map((match) => behind(clause, match)),
    ...withIn(clause),
  ];
  return [...found, ...seats(clause)].flatMap(({ at, party }) => {
    if (!isNamed(party, clause)) return [];
    const [first] = clause.setting.names.mentionsIn(party);
    const moved = (words: string) => movedBy(words, clause, 'mild', clause.words.slice(0, at));
    // "Let no meeting with Chad pass": the verb behind is none of the name.
    const whole = moved(party);
    const names = (whole.length > 0 || !first ? whole : moved(party.slice(0, first.end))).filter(
      (name) => clause.setting.weights.has(name) || !/member states$/.test(name),
    );
    return names.length > 0 ? [{ at, names }] : [];
  });
}

/** Somebody with a name, or whom the words before it name. */
function isNamed(party: string, { setting }: Clause): boolean {
  if (/^(?:them|both|it|each)$/i.test(party) || TOGETHER.test(party)) return true;
  const [first] = setting.names.mentionsIn(party);
  return (
    PEER.test(party) ||
    (first !== undefined && (first.start <= 4 || /\bof\s(?:the\s)?$/.test(party.slice(0, first.start))))
  );
}
const PEER =
  /^(?:their|its|his|her|your)\s(?:\p{Lu}\p{L}+\s)?(?:\p{Ll}+\s){0,2}(?:counterparts?|partners?|opposite numbers?|hosts?|allies|ally)\b/u;

/** "Argue in Brussels for a mission", "let it be known in Tunis": where a government sits. */
const SAID = new RegExp(`${FRONT}(?:(?:${anyOf(sides.airing)})\\b[^;.:]{0,80}?)\\sin\\s(?=\\p{Lu})`, 'giu');

function seats({ words, setting }: Clause): { at: number; party: string }[] {
  return matchesIn(words, SAID).flatMap(({ index, 0: whole }) => {
    if (/\b(?:allow|let|enable|permit|help|free)\b[^,;]{0,50}$/.test(words.slice(0, index))) return [];
    const rest = words.slice(index + whole.length);
    const [seat] = setting.names.mentionsIn(rest.slice(0, 40));
    return seat?.how === 'capital' && seat.start === 0 ? [{ at: index, party: rest.slice(0, seat.end) }] : [];
  });
}

const behind = ({ words, setting }: Clause, { index, 0: whole }: RegExpExecArray) => ({
  at: index,
  party: cutParty(words.slice(index + whole.length), setting.names),
});

function withIn(clause: Clause): { at: number; party: string }[] {
  return matchesIn(clause.words, WITH)
    .filter(({ index }) => {
      const before = clause.words.slice(0, index);
      const said = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf(':')) + 1);
      return !BINDING.test(before) && matchesIn(said, SPEAKING).length > 0;
    })
    .map((match) => behind(clause, match));
}
