// Numbers and letters written otherwise. Pure.

import type { Layout } from './layout.js';
import type { Piece } from './sheets.js';
import { isBulleted } from './layouts-of-marks.js';

const ROMAN = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;
export function roman(number: number): string {
  let rest = number;
  let written = '';
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) written += sign;
  return written;
}

/** A label without its brackets and stops: what it counts. */
const bare = (label: string): string => label.replace(/^[([]|[).\]]$/g, '');
const labelled =
  (is: RegExp, write: (label: string) => string, kinds: readonly string[] = ['item', 'paragraph']) =>
  (pieces: Piece[]): Piece[] =>
    pieces.map((piece) =>
      piece.label !== undefined && kinds.includes(piece.kind) && is.test(bare(piece.label)) && piece.mark !== ''
        ? { ...piece, mark: write(bare(piece.label)) }
        : piece,
    );

const style = (
  name: string,
  is: RegExp,
  write: (label: string) => string,
  { kinds, ...more }: Partial<Layout> & { kinds?: string[] } = {},
): Layout => ({ name: `labels ${name}`, group: 'labels', pieces: labelled(is, write, kinds), ...more });
const NUMBER = /^\d+$/;
const LETTER = /^[a-z]{1,2}$/;
const numbersOfText = (pieces: readonly Piece[]): string | undefined =>
  pieces.some(({ kind, label = '' }) => (kind === 'paragraph' && /^\(?\d/.test(label)) || /\d\.\d/.test(label))
    ? 'paragraphs are not counted so beyond a few'
    : undefined;
const romans = (pieces: readonly Piece[]): string | undefined =>
  pieces.some(({ label = '' }) => /^[ivx]{2,}$/.test(bare(label)) || bare(label) === 'i')
    ? 'Roman numbers stand within its letters'
    : undefined;

export const LABELS: Layout[] = [
  style('1.', NUMBER, (n) => `${n}.`),
  style('1)', NUMBER, (n) => `${n})`),
  style('(1)', NUMBER, (n) => `(${n})`),
  style('[1]', NUMBER, (n) => `[${n}]`),
  style('1 –', NUMBER, (n) => `${n} –`),
  style('1:', NUMBER, (n) => `${n}:`),
  style('1.-', NUMBER, (n) => `${n}.-`),
  style('I.', NUMBER, (n) => `${roman(Number(n)).toUpperCase()}.`, {
    labels: romanNumbers,
    kinds: ['item'],
    unclear: numbersOfText,
  }),
  style('(i)', NUMBER, (n) => `(${roman(Number(n))})`, {
    labels: romanNumbers,
    kinds: ['item'],
    unclear: numbersOfText,
  }),
  style('a)', LETTER, (n) => `${n})`),
  style('a.', LETTER, (n) => `${n}.`, { unclear: romans }),
  style('(a)', LETTER, (n) => `(${n})`),
  style('[a]', LETTER, (n) => `[${n}]`),
  style('(A)', LETTER, (n) => `(${n.toUpperCase()})`, { unclear: romans }),
  style('A)', LETTER, (n) => `${n.toUpperCase()})`, { unclear: romans }),
  style('a –', LETTER, (n) => `${n} –`, { unclear: romans }),
  {
    name: 'bullets numbered 1.',
    group: 'labels',
    labels: null,
    pieces: counted((n) => `${String(n)}.`),
    unclear: (pieces) =>
      numbersOfText(pieces) ??
      (pieces.some(({ kind, label }) => kind === 'item' && label !== undefined)
        ? 'some items have labels already'
        : undefined),
  },
  {
    name: 'bullets numbered (1)',
    group: 'labels',
    labels: null,
    pieces: counted((n) => `(${String(n)})`),
    unclear: (pieces) =>
      pieces.some(({ kind, label }) => kind === 'item' && label !== undefined)
        ? 'some items have labels already'
        : undefined,
  },
];

/** "12.c" with its numbers as Roman ones. */
function romanNumbers(label: string): string {
  return label.replace(/\d+/g, (n) => roman(Number(n)));
}

/** Gives the bulleted items of each list numbers, those of each deeper list anew. */
function counted(write: (n: number) => string): (pieces: Piece[]) => Piece[] {
  return (pieces) => {
    const counts: number[] = [];
    return pieces.map((piece) => {
      if (piece.kind !== 'item') counts.length = 0;
      if (!isBulleted(piece)) return piece;
      counts.length = piece.level + 1;
      counts[piece.level] = (counts[piece.level] ?? 0) + 1;
      return { ...piece, mark: write(counts[piece.level] ?? 1) };
    });
  };
}
