// Lines of a page, from the pieces of text that a PDF draws. Pure.

/** A piece of text as pdf.js gives it: words, and where and how large they stand. */
export interface Piece {
  str: string;
  /** Scale, skew and place; the last two are x and y, from the lower left corner. */
  transform: number[];
  width: number;
  height: number;
}

export interface PdfLine {
  words: string;
  page: number;
  /** Where it begins and ends, and its base line, in points. */
  left: number;
  right: number;
  y: number;
  /** Of most of its letters, in points. */
  size: number;
}

interface Placed {
  str: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** The lines in the order in which they were drawn, which is the order of reading in what a word processor made. */
export function linesOfPage(pieces: readonly Piece[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: Placed[] = [];
  const close = (): void => {
    const line = lineOf(open, page);
    if (line) lines.push(line);
    open = [];
  };
  for (const piece of pieces) {
    const placed = placedOf(piece);
    if (placed.str.trim() === '') {
      const last = open.at(-1);
      if (last && isSameLine(open, placed)) last.str += ' ';
      continue;
    }
    if (open.length > 0 && !isSameLine(open, placed)) close();
    open.push(placed);
  }
  close();
  return lines;
}

function placedOf({ str, transform, width }: Piece): Placed {
  const [a = 0, b = 0, , d = 0, left = 0, y = 0] = transform;
  return { str, left, right: left + width, y, size: Math.hypot(a, b) || Math.abs(d) };
}

/** On the same base line, or raised or lowered a little, and not back at the left margin. */
function isSameLine(open: readonly Placed[], next: Placed): boolean {
  const last = open.at(-1);
  const main = open.reduce((one, other) => (other.str.length > one.str.length ? other : one));
  if (!last) return false;
  const size = Math.max(main.size, next.size);
  return Math.abs(next.y - main.y) < size * 0.6 && next.left > last.left - size && next.left < last.right + size * 30;
}

/** The line that pieces make; numbers that stand raised and small are notes, and no words of the text. */
function lineOf(pieces: readonly Placed[], page: number): PdfLine | undefined {
  const size = commonSize(pieces);
  const own = pieces.filter(
    (piece, n) => n === 0 || !(piece.size < size * 0.8 && /^\s*[\d*†,]{1,5}\s*$/.test(piece.str)),
  );
  const [first] = own;
  if (!first) return undefined;
  let words = first.str;
  own.slice(1).forEach((piece, n) => {
    const gap = piece.left - (own[n]?.right ?? 0);
    if (gap > size * 2.5) words += '\t';
    else if (gap > size * 0.18 && !/\s$/.test(words)) words += ' ';
    words += piece.str;
  });
  const y = own.reduce((one, other) => (other.str.length > one.str.length ? other : one)).y;
  return { words: cleaned(words), page, left: first.left, right: own.at(-1)?.right ?? 0, y, size };
}

/** The size that most characters have. */
export function commonSize(pieces: readonly { str?: string; words?: string; size: number }[]): number {
  const counts = new Map<number, number>();
  for (const { str, words, size } of pieces) {
    const rounded = Math.round(size * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + (str ?? words ?? '').length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** As text is written: ligatures apart, nothing that is no character, one space where there are several. */
export const cleaned = (words: string): string =>
  words
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\0-\x08\x0e-\x1f\x7f]/g, '') // eslint-disable-line no-control-regex
    .toWellFormed()
    .replace(/[ \u00a0]+/g, ' ')
    .trim();
