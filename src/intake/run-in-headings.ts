import type { Block } from './document.js';
import { sentencesOf } from './sentences.js';

const OPENING =
  /^(?:Articles?|Part|Section|Paragraphs?|Chapter|Follow-up|Legislation|Application in practice)\b[^.]{0,80}(?:\.|$)/;
const FINITE =
  /\b(?:is|are|was|were|has|have|had|notes?|recalls?|requests?|urges?|observes?|welcomes?|should|will|may|must|can|asks?|recommends?|considers?|hopes?|trusts?|concluded|adopted|noted|stated)\b/;

/** Headings that stand in one line with the paragraph below them ("Article 2. Scope. The Committee ...") get a block of their own. */
export function splitRunIns(text: string, blocks: Block[]): Block[] {
  const isUsual = /\bCEACR\b|\(Ratification: \d{4}\)|\bILC session\b/.test(text);
  // Below headings by article a number counts within the article; without them it counts the comment through, and one cites by it.
  const isCounted = !/^\W{0,3}Articles?\s\d/m.test(text);
  return blocks.flatMap((block) =>
    isUsual && block.label !== undefined && block.kind !== 'row'
      ? numbered(text, block, isCounted)
      : block.kind === 'paragraph' && block.label === undefined
        ? split(text, block, isUsual)
        : [block],
  );
}

function split(text: string, block: Block, isUsual: boolean): Block[] {
  const raw = text.slice(block.start, block.end);
  const sentences = sentencesOf(raw);
  const body = sentences.findIndex(({ start, end }, at) => {
    const number = sentences[at - 1];
    const isNumbered = number !== undefined && /^\d{1,2}\.$/.test(raw.slice(number.start, number.end));
    return at > 0 && isSentence(raw.slice(start, end), isNumbered ? 24 : 12);
  });
  const first = sentences[0];
  const isShort = first !== undefined && first.end < 90 && (sentences.length > 1 || /^(?:\S+ ){0,4}\S+\.$/.test(raw));
  if (!OPENING.test(raw) && !(isUsual && isShort)) return [block];
  if (!first || isSentence(raw.slice(first.start, first.end), 16)) return [block];
  const [last, next] = body < 0 ? [sentences.at(-1), undefined] : [sentences[body - 1], sentences[body]];
  const heading: Block = { ...block, kind: 'heading', level: 2, end: block.start + (last?.end ?? 0) };
  return next ? [heading, { ...block, start: block.start + next.start }] : [heading];
}

function isSentence(words: string, most = 12): boolean {
  return words.split(/\s+/).length > most || FINITE.test(words);
}

/** "(ii) Integrated strategy. The Committee notes": the number is its heading's, and nobody cites by it. */
function numbered(text: string, { label, ...block }: Block, isCounted: boolean): Block[] {
  const raw = text.slice(block.start, block.end);
  const sentences = sentencesOf(raw);
  const [first, second] = sentences;
  const isHeading =
    first !== undefined &&
    second !== undefined &&
    first.end < 110 &&
    /\.\s*$/.test(raw.slice(0, first.end)) &&
    !isSentence(raw.slice(first.start, first.end), 16) &&
    isSentence(raw.slice(second.start, second.end), 6);
  const isOnly = !/[.:;]$/.test(raw) && sentences.every(({ start, end }) => !isSentence(raw.slice(start, end), 16));
  return isHeading || isOnly
    ? split(text, { ...block, kind: 'paragraph', level: 0 }, true).map((part) =>
        isCounted && part.kind === 'paragraph' && /^\d+$/.test(label ?? '') ? { ...part, label } : part,
      )
    : [{ ...block, ...(label !== undefined && { label }) }];
}
