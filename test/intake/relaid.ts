// A document laid out anew, and whether it is read as before. Pure.

import type { Proposal } from '../../src/intake/proposal.js';
import type { Layout } from './layout.js';
import { type Piece, PLAIN, textOf } from './sheets.js';

/** The same numbers for the same seed, from 0 to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The text of the pieces in these layouts. */
export function laidOut(pieces: readonly Piece[], layouts: readonly Layout[], random: () => number): string {
  const laid = layouts.reduce((all, layout) => layout.pieces?.(all) ?? all, [...pieces]);
  const style = layouts.reduce((lines, layout) => ({ ...lines, ...layout.lines }), PLAIN);
  return layouts.reduce((text, layout) => layout.text?.(text, random) ?? text, textOf(laid, style));
}

/** What a proposal says, for comparing: nothing of how its words are laid out. */
export interface Said {
  text: string;
  addressees: string;
  targets: string;
  label: string;
  due: string;
  section: string;
}
export const FIELDS = ['addressees', 'targets', 'label', 'due', 'section'] as const;

/** What proposals say; `layouts` are those that made the text, or those that are to be counted with. */
export function saidBy(proposals: readonly Proposal[], layouts: readonly Layout[], isMade: boolean): Said[] {
  const withoutLabels = layouts.some(({ labels }) => labels === null);
  return proposals.map(({ text, addressees, targets, label, due, section }) => ({
    text: letters(text),
    addressees: [...addressees].sort().join(', '),
    targets: [...targets].sort().join(', '),
    label: withoutLabels ? '' : labelled(label ?? '', isMade ? [] : layouts),
    due: due ?? '',
    section: headed(section ?? '', isMade ? layouts : []),
  }));
}

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function labelled(label: string, layouts: readonly Layout[]): string {
  const key = label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '.')
    .replace(/^\.|\.$/g, '');
  return layouts.reduce((said, { labels }) => labels?.(said) ?? said, key);
}

function headed(section: string, layouts: readonly Layout[]): string {
  const bare = layouts.reduce((said, { heading }) => (heading ? said.replace(heading, '') : said), section);
  // A number that runs in with its heading stands apart from it in some formats.
  return bare
    .replace(/^(?:\d{1,2}|[ivxlc]+|[a-z])[.)]\s|^\([ivxlc]+\)\s/i, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b]+/gu, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s*:$/, '')
    .trim();
}

/** How much of two readings is the same. */
export interface Agreement {
  /** Proposals that are the same in both. */
  same: number;
  /** Proposals of either, halved: `same` of them where all are. */
  all: number;
  differences: string[];
}

export function agreement(before: readonly Said[], after: readonly Said[]): Agreement {
  const left = [...after];
  const differences: string[] = [];
  let same = 0;
  for (const said of before) {
    const alike = left.filter(({ text }) => text === said.text);
    const match = alike.find((other) => FIELDS.every((field) => other[field] === said[field])) ?? alike[0];
    if (!match) {
      differences.push(`lost       ${said.label} ${said.text.slice(0, 70)}`);
      continue;
    }
    left.splice(left.indexOf(match), 1);
    const other = FIELDS.filter((field) => match[field] !== said[field]);
    if (other.length === 0) same++;
    for (const field of other)
      differences.push(`${field.padEnd(10)} [${match[field]}] not [${said[field]}]  ${said.text.slice(0, 40)}`);
  }
  for (const { label, text } of left) differences.push(`too much   ${label} ${text.slice(0, 70)}`);
  return { same, all: (before.length + after.length) / 2, differences };
}
