import { announcing } from './ask-forms.js';
import { anyOf, grammar } from './grammar.js';
import { beginsAsAsk, beginsWithOrder } from './headings.js';

const DEMANDS = new RegExp(`\\b(?:${anyOf(grammar.demands)})\\b`, 'i');
const THINGS = new RegExp(
  `\\bfollowing\\s+(?:[\\p{L}-]+\\s+){0,3}(?:${anyOf(grammar.listedThings)})\\b|\\b(?:${anyOf(grammar.listedThings)})\\s*:$`,
  'iu',
);

/** A line above a list that names what follows: demands, steps, recommendations. */
export function isDemandLead(words: string): boolean {
  if (/\b(?:welcom|not(?:e|ed|es|ing)\b|appreciat|commend|regret|concern|took|taken)/i.test(words)) return false;
  return (
    DEMANDS.test(words) &&
    /\b(?:following|these|should|must|include|recommend|demand|call|ask|urge)\b/i.test(words) &&
    !/\b(?:was|were|had|enjoyed|accepted|taken|adopted)\b/i.test(words)
  );
}

const STATED = new RegExp(
  `(?:^|[;,]\\s(?:and\\s)?|^(?:That\\s)?(?:[Tt]he|[Tt]his)\\s(?:\\p{Lu}?\\p{L}+\\s){1,4}|^We\\s)(?:(?:\\p{Ll}+ly|also|further|with\\s\\p{Ll}+(?:\\s\\p{Ll}+)?)\\s){0,2}(?:${anyOf(grammar.stating)})\\b[^;]*[:—–]$`,
  'iu',
);

/** "The Bundestag notes:" leads in what a house states, whatever it says there somebody should do. */
export const isStated = (words: string): boolean => STATED.test(words) && !ASKING.test(words);

const ASKING = new RegExp(
  `\\b(?:${anyOf([...Object.keys(grammar.asking), ...Object.values(grammar.asking).map(([form = '']) => form)])}|recommendations?|should|must)\\b`,
  'i',
);

/** Whether the items below an item only list things that belong to what it asks. */
export function listsThings(words: string, children: readonly string[]): boolean {
  if (announcing.test(words)) return false;
  // "Paying particular attention to:" above those to whom it is paid.
  if (/\b(?:attention|regard|respect|relation|addition|limited|relating|related|due)\sto\s*:$/.test(words))
    return children.every((child) => !beginsAsAsk(child));
  if (/\b(?:to|by|that|should|must|including by)\s*:?$/.test(words.replace(/\s*:$/, ''))) return false;
  if (areThings(words, children)) return true;
  const isPlaces =
    /\b(?:that|which) (?:includes?|covers?|comprises?|contains?)\s*:$|\b(?:in|at|for|of|on|from|with|against|into|over|about|concerning|regarding|between|such as|namely|including|who|whom|whose)\s*:$/.test(
      words,
    );
  return (
    (isPlaces || THINGS.test(words)) && children.filter((child) => beginsAsAsk(child)).length * 2 < children.length
  );
}

/** "Provide, as a matter of priority:" above things that are to be provided: short, without a verb. */
function areThings(words: string, children: readonly string[]): boolean {
  return (
    beginsWithOrder(words) &&
    /^\p{Lu}?\p{L}+(?:,[^,:]{3,50})?\s*:$/u.test(words) &&
    !/^(?:ensure|guarantee|demand|achieve|adopt|take|urge|recommend)/i.test(words) &&
    children.every((child) => child.split(' ').length <= 10 && !beginsWithOrder(child) && !ACTS.test(child))
  );
}

const ACTS = /\b(?:should|must|shall|is|are|was|were|be|to \p{Ll}+|an? (?:end|halt|ban))\b/u;

/** A lettered element inside a running sentence. */
export interface InlineItem {
  label: string;
  start: number;
  end: number;
  /** Where the element that leads it in begins: "(a) urge Chad to (i) ...". */
  lead?: number;
}

/** Lettered elements inside a running sentence: "to (a) adopt ...; (b) repeal ...". */
export function inlineItems(words: string, from: number): InlineItem[] {
  const marks = [
    ...words
      .slice(from)
      .matchAll(
        /(?<=[\s:;,])(?<!\d\s)(?<!\b(?:and|or|to)\s(?=\(\w\)\s(?:above|below|of)))(\((?:[a-h]|[ivx]{1,4}|\d)\))\s+(?=\S)/g,
      ),
  ].map((match) => ({
    label: match[1] ?? '',
    at: from + match.index,
    start: from + match.index + match[0].length,
  }));
  const isCounting = marks[0] !== undefined && /^\((?:a|i|1)\)$/.test(marks[0].label) && marks.length > 1;
  if (!isCounting) return [];
  return nested(
    words,
    marks.map(({ label, start }, at) => {
      const end = marks[at + 1]?.at ?? words.length;
      return { label, start, end: words.slice(0, end).replace(/[\s,;]+(?:and|or)?\s*$/, '').length };
    }),
  );
}

/** "(a) urge Chad to (i) ...": what leads in elements of its own is none, and its label goes before theirs. */
function nested(words: string, items: InlineItem[]): InlineItem[] {
  let over: InlineItem | undefined;
  return items.flatMap((item, at) => {
    const isLead =
      items[at + 1]?.label === '(i)' && /\b(?:to|by|should|must|that)$/.test(words.slice(item.start, item.end));
    if (isLead) over = item;
    else if (/^\([a-h]\)$/.test(item.label)) over = undefined;
    if (isLead) return [];
    return [over ? { ...item, label: `${over.label} ${item.label}`, lead: over.start } : item];
  });
}
