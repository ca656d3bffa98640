// A way in which the same words are laid out anew. Pure.

import type { Lines, Piece } from './sheets.js';

/** One way to lay out a document; two of different groups can be had together. */
export interface Layout {
  name: string;
  group: 'marks' | 'labels' | 'headings' | 'apart' | 'lines' | 'signs' | 'ends' | 'frame' | 'file';
  pieces?: (pieces: Piece[]) => Piece[];
  lines?: Partial<Lines>;
  text?: (text: string, random: () => number) => string;
  /** What the labels become, if the layout counts otherwise; `null` where it gives some to what had none. */
  labels?: ((label: string) => string) | null;
  /** What it adds before a heading that may stay there. */
  heading?: RegExp;
  /** Why a careful reader could not tell either, of a document for which that is so. */
  unclear?: (pieces: readonly Piece[]) => string | undefined;
}
