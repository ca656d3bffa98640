// A document as pieces that can be laid out anew: what each is, its mark, its words in one line. Pure.

import type { BlockKind, IntakeDocument } from '../../src/intake/document.js';
import { passageOf } from '../../src/intake/passage.js';

/** A block with the words that it had, however they were laid out. */
export interface Piece {
  kind: BlockKind;
  level: number;
  /** Its words in one line; of a row as typed, with its tabs and bars. */
  words: string;
  /** What stood before its words: `•`, `12.`, `(a)`; nothing for most. */
  mark: string;
  label: string | undefined;
  /** Whether an empty line stands before it. */
  isApart: boolean;
  /** Whether it goes on in the line of the piece before. */
  isRunIn: boolean;
}

/** The pieces of a document, in order. */
export function piecesOf(document: IntakeDocument): Piece[] {
  const { text, blocks } = document;
  let last = 0;
  return blocks.map((block) => {
    // A header in the hole of a paragraph that goes on behind it comes after that.
    const gap = block.start < last ? '\n\n' : text.slice(last, block.start);
    last = Math.max(last, block.end);
    const line = gap.slice(gap.lastIndexOf('\n') + 1);
    const words = block.kind === 'row' ? text.slice(block.start, block.end) : passageOf(document, block).words;
    return {
      kind: block.kind,
      level: block.level,
      words,
      mark: line.trim(),
      label: block.label,
      isApart: /\n\s*\n/.test(gap) || block.start === 0,
      isRunIn: !gap.includes('\n') && block.start > 0,
    };
  });
}

/** How the lines of a text are made of its pieces. */
export interface Lines {
  /** So many characters to a line; a piece to a line where none is said. */
  width?: number;
  /** What stands before an item, for each of its levels. */
  indent: string;
  /** Whether the lines of an item after its first are set in as far as its words. */
  isHanging: boolean;
  /** Whether words are broken at the end of a line. */
  isHyphenated: boolean;
  /** What stands between a mark and the words. */
  gap: string;
  /** The foot of a page and the head of the next, where pages end; `#` is the number of the page, `@` the title. */
  pageBreak?: string;
}

export const PLAIN: Lines = { indent: '  ', isHanging: false, isHyphenated: false, gap: ' ' };

const LINES_OF_A_PAGE = 23;

/** Pieces as a text. */
export function textOf(pieces: readonly Piece[], style: Lines): string {
  const written = inParagraphs(pieces).flatMap((piece, at) => [
    ...(piece.isApart && at > 0 ? [''] : []),
    ...linesOf(piece, style),
  ]);
  const title = pieces.find(({ kind }) => kind === 'title')?.words.slice(0, 70) ?? '';
  const { pageBreak } = style;
  return `${(pageBreak === undefined ? written : inPages(written, pageBreak.replace('@', title))).join('\n')}\n`;
}

/** What runs in with the piece before is one paragraph with it. */
function inParagraphs(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.isRunIn && last) joined[joined.length - 1] = { ...last, words: `${last.words} ${piece.words}` };
    else joined.push(piece);
  }
  return joined;
}

function linesOf(
  { kind, level, words, mark }: Piece,
  { width, indent, isHanging, isHyphenated, gap }: Lines,
): string[] {
  const before = kind === 'item' ? indent.repeat(level) : '';
  const beginning = `${before}${mark}${mark === '' ? '' : gap}`;
  // Markup has its headings on one line.
  if (width === undefined || kind === 'row' || mark === '##') return `${beginning}${words}`.split('\n');
  const hanging = isHanging ? ' '.repeat(beginning.length) : kind === 'item' ? before : '';
  return wrapped(words, { width, beginning, hanging, isHyphenated });
}

interface Wrapping {
  width: number;
  beginning: string;
  hanging: string;
  isHyphenated: boolean;
}

function wrapped(words: string, { width, beginning, hanging, isHyphenated }: Wrapping): string[] {
  const lines: string[] = [];
  let line = beginning;
  let isFresh = true;
  for (const word of words.split(' ')) {
    let rest = word;
    if (!isFresh && line.length + 1 + word.length > width) {
      const cut = isHyphenated ? cutOf(word, width - line.length - 2) : 0;
      if (cut > 0) {
        line += ` ${word.slice(0, cut)}-`;
        rest = word.slice(cut);
      }
      lines.push(line);
      line = hanging;
      isFresh = true;
    }
    line += isFresh ? rest : ` ${rest}`;
    isFresh = false;
  }
  return [...lines, line];
}

/** Where a word of small letters is broken, with three letters at least on either side; 0 for one that isn't. */
function cutOf(word: string, room: number): number {
  if (!/^\p{Ll}{7,}[,.;]?$/u.test(word)) return 0;
  const cut = Math.min(room, word.replace(/\W$/, '').length - 3);
  return cut >= 3 ? cut : 0;
}

/** Pages end where so many lines are full, in the middle of sentences as it comes. */
function inPages(lines: readonly string[], pageBreak: string): string[] {
  const paged: string[] = [];
  lines.forEach((line, at) => {
    if (at > 0 && at % LINES_OF_A_PAGE === 0)
      paged.push(...pageBreak.replaceAll('#', String(at / LINES_OF_A_PAGE)).split('\n'));
    paged.push(line);
  });
  return paged;
}
