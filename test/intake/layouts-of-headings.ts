// Headings told otherwise, and empty lines. Pure.

import type { Layout } from './layout.js';
import type { Piece } from './sheets.js';
import { roman } from './layouts-of-labels.js';

/** Headings on a line of their own. */
const headed = (of: (piece: Piece) => Partial<Piece>) => (pieces: Piece[]) =>
  pieces.map((piece, at) =>
    piece.kind === 'heading' && !piece.isRunIn && !pieces[at + 1]?.isRunIn ? { ...piece, ...of(piece) } : piece,
  );
const colon = /\s*:$/;

export const HEADINGS: Layout[] = [
  { name: 'headings in capitals', group: 'headings', pieces: headed(({ words }) => ({ words: words.toUpperCase() })) },
  {
    name: 'headings underlined',
    group: 'headings',
    pieces: headed(({ words }) => ({ words: `${words}\n${'='.repeat(words.length)}`, isApart: true })),
  },
  { name: 'headings # ', group: 'headings', pieces: headed(() => ({ mark: '##', isApart: true })) },
  { name: 'headings **', group: 'headings', pieces: headed(({ words }) => ({ words: `**${words}**` })) },
  { name: 'headings == ==', group: 'headings', pieces: headed(({ words }) => ({ words: `== ${words} ==` })) },
  {
    name: 'headings numbered I.',
    group: 'headings',
    pieces: numberedHeadings((n) => `${roman(n).toUpperCase()}.`),
    unclear: alreadyNumbered,
    heading: /^[IVX]+\.\s/,
  },
  {
    name: 'headings numbered 1.',
    group: 'headings',
    pieces: numberedHeadings((n) => `${String(n)}.`),
    unclear: alreadyNumbered,
    heading: /^\d+\.\s/,
  },
  {
    name: 'headings numbered 1',
    group: 'headings',
    pieces: numberedHeadings(String),
    unclear: alreadyNumbered,
    heading: /^\d+\s/,
  },
  {
    name: 'headings numbered A.',
    group: 'headings',
    pieces: numberedHeadings((n) => `${String.fromCharCode(64 + n)}.`),
    unclear: alreadyNumbered,
    heading: /^[A-Z]\.\s/,
  },
  {
    name: 'headings with colon',
    group: 'headings',
    pieces: headed(({ words }) => ({ words: `${words.replace(colon, '')}:` })),
    unclear: (pieces) =>
      pieces.some(({ kind, words }) => kind === 'heading' && /^\d+(?:\.\d+)*[.)]?\s/.test(words))
        ? 'a numbered line that ends in a colon is cited by its number'
        : undefined,
  },
  {
    name: 'headings without colon',
    group: 'headings',
    pieces: headed(({ words }) => ({ words: words.replace(colon, '') })),
  },
];

function numberedHeadings(write: (n: number) => string): (pieces: Piece[]) => Piece[] {
  return (pieces) => {
    let n = 0;
    return headed(() => ({ mark: write(++n) }))(pieces);
  };
}

function alreadyNumbered(pieces: readonly Piece[]): string | undefined {
  const all = pieces.filter(({ kind }, at) => kind === 'heading' && !pieces[at + 1]?.isRunIn);
  if (all.some(({ words }) => /^(?:[IVXLC]+|\p{Lu}|\d+(?:\.\d+)*)[.)]?\s/u.test(words)))
    return 'headings have numbers already';
  if (all.length > 20) return 'more headings than letters';
  if (all.some(({ words }) => colon.test(words))) return 'a numbered line that ends in a colon is cited by its number';
  return pieces.some(
    ({ kind, label = '' }) => (kind === 'paragraph' || kind === 'item') && /^(?:\d{1,3}|[A-Z]|[IVX]+)$/.test(label),
  )
    ? 'paragraphs are counted so too'
    : undefined;
}

export const APART: Layout[] = [
  {
    name: 'empty lines doubled',
    group: 'apart',
    pieces: (pieces) => pieces,
    text: (text) => text.replace(/\n\n/g, '\n\n\n'),
  },
  {
    name: 'all apart',
    group: 'apart',
    pieces: (pieces) => pieces.map((piece) => ({ ...piece, isApart: !piece.isRunIn })),
  },
  {
    name: 'lists close',
    group: 'apart',
    pieces: (pieces) =>
      pieces.map((piece, at) => ({
        ...piece,
        isApart: piece.isApart && !(piece.kind === 'item' && pieces[at - 1]?.kind !== 'heading'),
      })),
  },
  {
    name: 'below headings close',
    group: 'apart',
    pieces: (pieces) =>
      pieces.map((piece, at) => ({ ...piece, isApart: piece.isApart && pieces[at - 1]?.kind !== 'heading' })),
  },
  { name: 'no empty lines', group: 'apart', pieces: (pieces) => pieces.map((piece) => ({ ...piece, isApart: false })) },
];
