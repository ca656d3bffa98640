// Records: an ask with lines below it that say whose it is and by when ("Lead: Ministry of Health", "By when: June 2027"). Pure.

import type { Block } from './document.js';
import { beginsAsAsk } from './headings.js';

/** What a line with a colon says of the ask that it belongs to. */
type Field = 'asked' | 'who' | 'due' | 'other';

/** An ask of a record; `value` is where in its block it begins. */
export interface AskOfRecord {
  from: number;
  who: string | undefined;
  due: string | undefined;
  label: string | undefined;
}

const NUMBER = '(?:\\s(?:no\\.?\\s?)?(?:\\d{1,3}|[A-Z]))?';
const FIELDS: [RegExp, Field][] = [
  [
    new RegExp(
      `^(?:(?:our|key|main|specific)\\s)?(?:recommend(?:ations?|ed(?: actions?| measures?)?)|actions?(?: (?:needed|required|requested|proposed|recommended|points?))?|asks?|demands?|requests?|solutions?|remed(?:y|ies)|answers?|what to do|measures?(?: needed)?|proposals?|what (?:is|must|should|needs|has)\\b.{0,30}|we (?:ask|recommend|propose))${NUMBER}$`,
      'i',
    ),
    'asked',
  ],
  [
    /^(?:addressed to|addressees?|directed (?:to|at)|responsib\p{L}+(?:\s\p{L}+){0,3}|(?:lead|implementing|competent|main)(?:\s\p{L}+){0,2}|(?:actions? (?:required |needed )?)?by(?: whom)?|who(?:se)?(?:\s\p{L}+){0,2}|for whom|actors?|recipients?|to(?: whom)?|for|institutions?|duty[- ]bearers?|owner|(?:action|task) (?:for|of))$/iu,
    'who',
  ],
  [
    /^(?:by when|when|deadline|time ?(?:frame|line|scale|limit)|timing|due(?: date| by)?|target date|date|period|term|horizon)$/i,
    'due',
  ],
  [
    /^(?:support\p{L}*|partners?|why|rationale|reasons?|score|status|position|priority|indicators?(?:\s\d+)?|progress|cost|budget|basis|legal basis|context|finding|issue|problem|theme|source|note|comment|background|evidence|see)$/iu,
    'other',
  ],
];

const LINE = /^\(?(\p{L}[^:|.;()]{1,45}?)\)?\s?:\s+(?=\S)/u;

/** What a line says of an ask, and where its value begins. */
function fieldOf(words: string): { field: Field; from: number; key: string } | undefined {
  const [found, key = ''] = LINE.exec(words) ?? [];
  const field = FIELDS.find(([shape]) => shape.test(key))?.[1];
  return found === undefined || field === undefined ? undefined : { field, from: found.length, key };
}

/** The asks of the records of a document, by the blocks in which they stand; blocks that only belong to one have none. */
export function recordsIn(
  blocks: readonly Block[],
  wordsOf: (block: Block) => string,
): Map<Block, AskOfRecord | undefined> {
  const found = new Map<Block, AskOfRecord | undefined>();
  const fields = blocks.map((block) => (block.kind === 'row' ? undefined : fieldOf(wordsOf(block))));
  const isRepeated = fields.filter((it) => it?.field === 'asked').length > 1;
  // "Actor: Sugar mills" above the orders leads them in, and is no line of the ask before it.
  const firstWho = fields.findIndex((it) => it?.field === 'who');
  const first = blocks[firstWho - 1];
  const leads = first === undefined || (first.kind === 'heading' && numberOf(wordsOf(first)) === 0);
  const isOften = fields.filter((it) => it?.field === 'who').length > 1;
  for (let at = 0; at < blocks.length; at++) {
    const end = endOf(fields, at);
    if (end === at) continue;
    const run = blocks.slice(at, end).map((block, place) => ({ block, field: fields[at + place] }));
    const valueOf = (kind: Field): string | undefined => {
      const line = run.find(({ field }) => field?.field === kind);
      return line?.field && wordsOf(line.block).slice(line.field.from);
    };
    const own = run.find(({ field }) => field?.field === 'asked');
    const who = valueOf('who');
    const above = blocks[at - 1];
    const asked =
      own?.block ?? (who !== undefined && !leads && above && isAsk(above, wordsOf(above), isOften) ? above : undefined);
    if (
      asked &&
      (who !== undefined || isRepeated) &&
      (!own?.field || beginsAsAsk(wordsOf(asked).slice(own.field.from)))
    ) {
      for (const { block } of run) found.set(block, undefined);
      const title = own ? undefined : titleOf(blocks, at - 1, wordsOf);
      if (title) found.set(title.block, undefined);
      const label = asked.label ?? title?.number ?? labelIn(wordsOf(asked), own?.field?.key);
      found.set(asked, { from: own?.field?.from ?? numberOf(wordsOf(asked)), who, due: valueOf('due'), label });
    }
    at = end - 1;
  }
  return found;
}

/** "3. Fund the wells", "Recommendation 3: Fund the wells". */
const labelIn = (words: string, key = ''): string | undefined =>
  /^(\d{1,3}|[A-Z])[.)]\s/.exec(words)?.[1] ?? /\s([\dA-Z]{1,3})$/.exec(key)?.[1];

/** Where a run of such lines ends. */
function endOf(fields: readonly ReturnType<typeof fieldOf>[], at: number): number {
  let end = at;
  while (fields[end] !== undefined && !(end > at && fields[end]?.field === 'asked')) end++;
  return end;
}

/** Where every ask has its line, also one whose first word is no verb elsewhere: "Station officers at clinics". */
const isAsk = ({ kind }: Block, words: string, isOften: boolean): boolean => {
  const said = words.slice(numberOf(words));
  if (kind !== 'paragraph' && kind !== 'item' && kind !== 'heading') return false;
  return (
    beginsAsAsk(said) ||
    (isOften &&
      (kind !== 'heading' || said !== words) &&
      /^(?!The\b|An?\b|It\b|This\b|These\b|There\b)\p{Lu}\p{Ll}+\s\p{Ll}/u.test(said))
  );
};

/** "3. " before the words of a heading. */
const numberOf = (words: string): number => /^(?:\d{1,3}|[A-Z])[.)]\s+/.exec(words)?.[0].length ?? 0;

/** "1. Clear the backlog of appeals", above the ask itself: a name with a number. */
function titleOf(
  blocks: readonly Block[],
  at: number,
  wordsOf: (block: Block) => string,
): { block: Block; number: string } | undefined {
  const block = blocks[at - 1];
  const asked = blocks[at];
  if (!block || !asked || asked.label !== undefined || /[.:;]$/.test(wordsOf(block))) return undefined;
  const number = block.label ?? /^(\d{1,3}|[A-Z])[.)]\s/.exec(wordsOf(block))?.[1];
  return number === undefined || wordsOf(block).split(' ').length > 12 ? undefined : { block, number };
}
