import type { Span } from './document.js';

const ABBREVIATIONS =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|Arts|art|arts|para|paras|Sr|Jr|Gen|Lt|Col|Capt|Sen|Rep|Gov|Hon|Rev|vs|etc|cf|approx|vol|ed|eds|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|e\.g|i\.e|U\.S|U\.N|U\.K|E\.U|D\.C|a\.m|p\.m|H\.E|Ph\.D)|\b\p{Lu})\.$/u;
/** After these a sentence may well end. */
const AT_THE_END = /\b(?:U\.S|U\.N|U\.K|E\.U|a\.m|p\.m|etc|Inc|Ltd|Co|Corp|D\.C)\.$/;

/** The sentences of a passage, in order, without the spaces between them. */
export function sentencesOf(words: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const match of words.matchAll(/[.!?…]+["')\]]*(?:\d{1,2}|\[\d+\]|[\u00b9\u00b2\u00b3\u2070-\u2079]+)?(?=\s)/g)) {
    const end = match.index + match[0].length;
    if (!endsHere(words, match.index + 1, end)) continue;
    found.push({ start, end });
    start = end + (/^\s+/.exec(words.slice(end))?.[0].length ?? 0);
  }
  if (start < words.length) found.push({ start, end: words.length });
  return found;
}

function endsHere(words: string, stop: number, end: number): boolean {
  const before = words.slice(Math.max(0, stop - 12), stop);
  const after = words.slice(end, end + 40).trimStart();
  if (!/^["'([]*[\p{Lu}\d]/u.test(after)) return false;
  if (!ABBREVIATIONS.test(before)) return true;
  return AT_THE_END.test(before) && /^["']*(?:The|It|We|He|She|They|In|But|This|These|A|An)\s/.test(after);
}
