// Bullets, and what stands between a mark and its words. Pure.

import type { Layout } from './layout.js';
import type { Piece } from './sheets.js';

const items = (of: (piece: Piece) => Piece) => (pieces: Piece[]) =>
  pieces.map((piece) => (piece.kind === 'item' ? of(piece) : piece));
export const isBulleted = ({ kind, label }: Piece): boolean => kind === 'item' && label === undefined;

const BULLETS = [
  ...'•–—-*·▪◦‣→>✓□o➢»',
  '\uf0b7',
  '\uf0a7',
  '\u00fc',
  '\u00d8',
  '+',
  '~',
  '●',
  '■',
  '❑',
  '⮚',
  '=>',
  '->',
  '--',
];
const bullets: Layout[] = BULLETS.map((bullet) => ({
  name: `bullet ${/[\uE000-\uF8FF]/.test(bullet) ? `U+${bullet.charCodeAt(0).toString(16)}` : bullet}`,
  group: 'marks',
  pieces: items((piece) => (isBulleted(piece) ? { ...piece, mark: bullet } : piece)),
}));

const lostBullets = (pieces: readonly Piece[]): string | undefined => {
  if (pieces.some((piece) => isBulleted(piece) && !/^["'(]?\p{Lu}/u.test(piece.words)))
    return 'without a bullet, an item that begins with a small letter is the rest of the line above';
  if (pieces.some((piece) => isBulleted(piece) && piece.level > 1))
    return 'without bullets nothing says how deep an item is';
  if (pieces.some((piece, at) => isBulleted(piece) && pieces[at + 1]?.kind === 'paragraph' && !pieces[at + 1]?.label))
    return 'without bullets nothing says where a list ends and the text goes on';
  return undefined;
};

export const MARKS: Layout[] = [
  ...bullets,
  {
    name: 'no bullets',
    group: 'marks',
    pieces: items((piece) => (isBulleted(piece) ? { ...piece, mark: '' } : piece)),
    lines: { indent: '' },
    unclear: lostBullets,
  },
  {
    name: 'no bullets, set in',
    group: 'marks',
    pieces: items((piece) => (isBulleted(piece) ? { ...piece, mark: '' } : piece)),
    lines: { indent: '    ' },
    unclear: lostBullets,
  },
  { name: 'tab after marks', group: 'ends', lines: { gap: '\t' } },
  { name: 'nothing after marks', group: 'ends', lines: { gap: '' }, unclear: lettersAlone },
  { name: 'three spaces after marks', group: 'ends', lines: { gap: '   ' } },
  { name: 'hard space after marks', group: 'ends', lines: { gap: '\u00a0' } },
  { name: 'thin space after marks', group: 'ends', lines: { gap: '\u2009' } },
  { name: 'marks on lines of their own', group: 'ends', lines: { gap: '\n' } },
];

/** "oEnsure", "-Ensure", "a.ensure". */
function lettersAlone(pieces: readonly Piece[]): string | undefined {
  return pieces.some(({ mark }) => /[\p{L}\d*+>~–—-]$|^\p{L}\.$/u.test(mark))
    ? 'a mark that is a letter, a digit or a dash is a part of the word that it touches, and so is a letter with a stop'
    : undefined;
}
