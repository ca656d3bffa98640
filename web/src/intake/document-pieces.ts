// A document as it is shown: its blocks in reading order, cut where proposals begin and end. Pure.

import type { Intake, Proposal } from './intake';

type Block = Intake['blocks'][number];
type Spanned = Pick<Proposal, 'id' | 'span'>;

/** A stretch of text that the same proposals cover. */
export interface Run {
  start: number;
  end: number;
  /** The shortest first: it is the one that is meant by a press. */
  proposals: string[];
}

/** What stands in one paragraph of the page. */
export interface Piece {
  start: number;
  kind: string;
  level: number;
  runs: Run[];
}

/** An empty line after the words: what follows is another paragraph. */
const ENDS = /\n\s*\n\s*$/;

/** Each place belongs to the innermost block, so that what stands in a hole of another is shown as what it is. */
export function piecesOf(text: string, blocks: Block[], proposals: Spanned[]): Piece[] {
  const pieces: Piece[] = [];
  // What belongs to no block is the number or the dot of the item that it stands before.
  let before: Run[] = [];
  for (const { start, end, block } of stretchesOf(text, blocks)) {
    const runs = [...before, ...runsOf(start, end, proposals)];
    const isOwn = block !== undefined || ENDS.test(text.slice(start, end)) || end === text.length;
    before = isOwn ? [] : runs;
    const first = runs[0]?.start ?? start;
    if (!isOwn || text.slice(first, end).trim() === '') continue;
    const { kind = 'paragraph', level = 0 } = block ?? {};
    pieces.push({ start: first, kind, level, runs });
  }
  return pieces;
}

interface Stretch {
  start: number;
  end: number;
  block: Block | undefined;
}

function stretchesOf(text: string, blocks: Block[]): Stretch[] {
  const edges = [...new Set([0, text.length, ...blocks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const waiting = [...blocks].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: Block[] = [];
  let next = 0;
  return edges.slice(0, -1).map((start, at) => {
    for (let block = waiting[next]; block && block.start <= start; block = waiting[next]) {
      open.push(block);
      next += 1;
    }
    while ((open.at(-1)?.end ?? Infinity) <= start) open.pop();
    return { start, end: edges[at + 1] ?? start, block: open.at(-1) };
  });
}

function runsOf(start: number, end: number, proposals: Spanned[]): Run[] {
  const here = proposals
    .filter(({ span }) => span.start < end && span.end > start)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const inside = here.flatMap(({ span }) => [span.start, span.end]).filter((edge) => edge > start && edge < end);
  const edges = [...new Set([start, ...inside, end])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? end;
    const covering = here.filter(({ span }) => span.start < to && span.end > from);
    return { start: from, end: to, proposals: covering.map(({ id }) => id) };
  });
}

/** Where one could cut a proposal in two: after a point, a semicolon, a colon or a comma, and before "and"; a list's dash stays with the first. */
export function cutsOf(text: string, { start, end }: Proposal['span']): number[] {
  const words = text.slice(start, end);
  return [...words.matchAll(/(?<=[.;:,])\s+(?:[-–•*]\s+)?(?=\S)|\s+(?=(?:and|or)\s)/gi)]
    .map((match) => start + match.index + match[0].length)
    .filter((at) => text.slice(start, at).trim() !== '' && text.slice(at, end).trim() !== '');
}

/** Where each word of a proposal but the first begins: any of them may begin a second ask. */
export const wordsIn = (text: string, { start, end }: Proposal['span']): number[] =>
  [...text.slice(start, end).matchAll(/(?<=\s)\S+/g)].map(({ index }) => start + index);

/** The sentences of a document of which nothing is proposed, with their places; headings are among them. */
export function sentencesLeft(text: string, blocks: Block[], proposals: Spanned[]): Proposal['span'][] {
  const all = blocks.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\S[\s\S]*?(?:[.;:!?](?=\s)|$)/g)].map(({ index, 0: words }) => ({
      start: start + index,
      end: start + index + words.trimEnd().length,
    })),
  );
  return [...new Map(all.map((span) => [span.start, span])).values()]
    .filter(({ start, end }) => !proposals.some(({ span }) => span.start < end && span.end > start))
    .sort((a, b) => a.start - b.start);
}
