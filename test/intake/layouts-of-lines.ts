// Lines broken anywhere, pages, signs of machines, and what stands around a text. Pure.

import type { Layout } from './layout.js';
import { type Piece } from './sheets.js';

const wrap = (width: number, more: Partial<Layout['lines']> = {}): Layout['lines'] => ({ width, ...more });

export const LINES: Layout[] = [
  { name: 'wrapped at 50', group: 'lines', lines: wrap(50) },
  { name: 'wrapped at 72', group: 'lines', lines: wrap(72) },
  { name: 'wrapped at 72, hanging', group: 'lines', lines: wrap(72, { isHanging: true }) },
  { name: 'wrapped at 100', group: 'lines', lines: wrap(100) },
  { name: 'wrapped at 100, no indent', group: 'lines', lines: wrap(100, { indent: '' }) },
  { name: 'wrapped at 60, words broken', group: 'lines', lines: wrap(60, { isHyphenated: true }) },
  { name: 'pages: number, form feed, head', group: 'lines', lines: wrap(90, { pageBreak: '\n#\n\f@\n' }) },
  { name: 'pages: head with number', group: 'lines', lines: wrap(90, { pageBreak: '\n\nThe long way home  | #\n\n' }) },
  {
    name: 'pages: page # of 9',
    group: 'lines',
    lines: wrap(80, { isHanging: true, pageBreak: '\n\nPage # of 9\n\n' }),
  },
  {
    name: 'pages: symbol and number',
    group: 'lines',
    lines: wrap(80, { pageBreak: '\n\nGE.26-01234    #\n\fA/HRC/62/31\n\n' }),
  },
  { name: 'pages: bare number', group: 'lines', lines: wrap(80, { pageBreak: '\n#\n' }) },
  { name: 'set in by 8', group: 'lines', lines: { indent: '        ' } },
  { name: 'set in by tabs', group: 'lines', lines: { indent: '\t' } },
  { name: 'not set in', group: 'lines', lines: { indent: '' }, unclear: deepBullets },
  { name: 'all set in', group: 'frame', text: (text) => text.replace(/^(?=.)/gm, '    ') },
];

/** Bullets within bullets. */
export function deepBullets(pieces: readonly Piece[]): string | undefined {
  return pieces.some(({ kind, label, level }) => kind === 'item' && label === undefined && level > 1)
    ? 'a bullet below a bullet is told by its indent alone'
    : undefined;
}

const replaced =
  (from: RegExp, to: string, share = 1) =>
  (text: string, random: () => number): string =>
    text.replace(from, (found) => (random() < share ? to : found));

/** Straight signs as a word processor sets them. */
const curly = (text: string): string =>
  text
    .replace(/(?<=^|[\s([–—-])"/gmu, '\u201c')
    .replaceAll('"', '\u201d')
    .replace(/(?<=^|[\s([–—-])'/gmu, '\u2018')
    .replaceAll("'", '\u2019');

const LIGATURES: [string, string][] = [
  ['ffi', '\ufb03'],
  ['ffl', '\ufb04'],
  ['ff', '\ufb00'],
  ['fi', '\ufb01'],
  ['fl', '\ufb02'],
];

export const SIGNS: Layout[] = [
  { name: 'curly quotes', group: 'signs', text: curly },
  {
    name: 'straight quotes',
    group: 'signs',
    text: (text) => text.replace(/[\u201c\u201d]/g, '"').replace(/[\u2018\u2019]/g, "'"),
  },
  { name: 'CRLF', group: 'signs', text: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'hard spaces', group: 'signs', text: replaced(/(?<=\S) (?=\S)/g, '\u00a0', 0.3) },
  { name: 'thin spaces', group: 'signs', text: replaced(/(?<=\S) (?=\S)/g, '\u2009', 0.3) },
  { name: 'double spaces', group: 'signs', text: replaced(/(?<=[.:;,]) (?=\S)/g, '  ') },
  { name: 'spaces at the ends of lines', group: 'signs', text: (text) => text.replace(/$/gm, '  ') },
  { name: 'soft hyphens', group: 'signs', text: (text) => text.replace(/(?<=\p{Ll}{3})(?=\p{Ll}{4})/gu, '\u00ad') },
  { name: 'zero-width spaces', group: 'signs', text: replaced(/(?<=\S) (?=\S)/g, ' \u200b', 0.2) },
  { name: 'hard hyphens', group: 'signs', text: replaced(/(?<=\p{L})-(?=\p{L})/gu, '\u2011') },
  {
    name: 'ligatures',
    group: 'signs',
    text: (text) => LIGATURES.reduce((said, [from, to]) => said.replaceAll(from, to), text),
  },
  { name: 'dashes long', group: 'signs', text: replaced(/(?<=\w )–(?= \w)/g, '—') },
];

const emphasized = (text: string): string =>
  text.replace(
    /^(\s*(?:\d{1,2}\.\s)?)(Urges|Requests|Calls (?:up)?on|Invites|Encourages|Recommends|Demands|Decides)\b/gm,
    '$1*$2*',
  );

/** What a page of the web has around its text. */
const MENU = `Skip to main content
We use cookies to improve your experience. Accept all | Manage settings

Home
About us
What we do
News
Donate

`;
const FOOT = `

Share this page
Facebook
Twitter

Related articles
Stay up to date: subscribe to our newsletter
© 2026 All rights reserved. Privacy policy
`;
const MAIL = `From: Anna Berg <anna@example.org>
To: Paul Ndour
Subject: FW: for your information

`;

export const FRAMES: Layout[] = [
  { name: 'quoted as mail', group: 'frame', text: (text) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>') },
  { name: 'below the head of a mail', group: 'frame', text: (text) => MAIL + text },
  { name: 'with menus of a page', group: 'frame', text: (text) => MENU + text + FOOT },
  { name: 'first words emphasized', group: 'frame', text: emphasized },
];
