// The pages and files in which the same pieces may come. Pure.

import { docxOf, list, NUMBERING, p, style, STYLES } from '../support/documents.js';
import { deepBullets } from './layouts-of-lines.js';
import type { Piece } from './sheets.js';

/** A format with the bytes, or the source, that a document becomes in it. */
export interface FileLayout {
  name: string;
  format: 'html' | 'docx';
  of: (pieces: readonly Piece[]) => string | Buffer;
  /** Why a careful reader could not tell either. */
  unclear?: (pieces: readonly Piece[]) => string | undefined;
}

/** Nothing in such a file is set in, or stands in cells. */
const flat = (pieces: readonly Piece[]): string | undefined =>
  deepBullets(pieces) ??
  (pieces.some(({ kind }) => kind === 'row') ? 'the cells of a row are parted by nothing' : undefined);

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>A page</title></head><body><nav><ul><li>Home</li><li>News</li></ul></nav>${body}<footer>Imprint</footer></body></html>`;
const marked = ({ mark, words }: Piece): string => escaped(mark === '' ? words : `${mark} ${words}`);
const rowOf = ({ words }: Piece): string =>
  `<tr>${words
    .replace(/^\||\|$/g, '')
    .split(/\s*\|\s*|\t+| {3,}/)
    .map((cell) => `<td>${escaped(cell.trim())}</td>`)
    .join('')}</tr>`;

/** Elements that say what they are; a row is one of a table. */
function semantic(pieces: readonly Piece[]): string {
  return page(
    `<main>${pieces
      .map((piece, at) => {
        const { kind, label, level } = piece;
        if (kind === 'title') return `<h1>${marked(piece)}</h1>`;
        if (kind === 'heading') return `<h2>${marked(piece)}</h2>`;
        if (kind === 'row')
          return `${pieces[at - 1]?.kind === 'row' ? '' : '<table>'}${label === undefined ? rowOf(piece) : rowOf({ ...piece, words: `${label}\t${piece.words}` })}${pieces[at + 1]?.kind === 'row' ? '' : '</table>'}`;
        if (kind !== 'item' || label !== undefined) return `<p>${marked(piece)}</p>`;
        return `${'<ul>'.repeat(level)}<li>${escaped(piece.words)}</li>${'</ul>'.repeat(level)}`;
      })
      .join('\n')}</main>`,
  );
}

/** Lists whose items hold the lists below them, as pages are mostly made. */
function nested(pieces: readonly Piece[]): string {
  let depth = 0;
  let body = '';
  const to = (level: number): void => {
    for (; depth > level; depth--) body += '</li></ul>';
    if (depth === level && level > 0) body += '</li>';
    for (; depth < level; depth++) body += '<ul>';
  };
  for (const piece of pieces) {
    const { kind, level, words } = piece;
    to(kind === 'item' ? level : 0);
    if (kind === 'item') body += `<li><p>${piece.label === undefined ? escaped(words) : marked(piece)}</p>`;
    else if (kind === 'title') body += `<h1>${marked(piece)}</h1>`;
    else if (kind === 'heading') body += `<h3>${marked(piece)}</h3>`;
    else body += `<p>${marked(piece)}</p>`;
  }
  to(0);
  return page(`<article>${body}</article>`);
}

const bold = (piece: Piece): string =>
  piece.kind === 'heading' || piece.kind === 'title' ? `<b>${marked(piece)}</b>` : marked(piece);

/** Nothing but divisions. */
const divisions = (pieces: readonly Piece[]): string =>
  page(`<div class="content">${pieces.map((piece) => `<div><span>${bold(piece)}</span></div>`).join('\n')}</div>`);

/** Nothing but line breaks. */
const breaks = (pieces: readonly Piece[]): string =>
  page(
    `<div>${pieces.map((piece, at) => `${piece.isApart && at > 0 ? '<br>' : ''}${bold(piece)}<br>`).join('\n')}</div>`,
  );

/** A table for the looks: the text in one of its cells. */
const inTable = (pieces: readonly Piece[]): string =>
  page(
    `<table><tr><td class="left"><p>Menu</p><p>Contact</p></td><td>${pieces
      .map((piece) => `<p>${bold(piece)}</p>`)
      .join('\n')}</td></tr></table>`,
  );

/** What a word processor saves as a page. */
const ofWord = (pieces: readonly Piece[]): string =>
  page(
    `<div class=WordSection1>${pieces
      .map((piece) => {
        if (piece.kind !== 'item')
          return `<p class=MsoNormal>${piece.kind === 'heading' ? `<b><span lang=EN-GB>${marked(piece)}</span></b>` : marked(piece)}<o:p></o:p></p>`;
        const mark = piece.label === undefined ? '<span style="font-family:Symbol">·</span>' : escaped(piece.mark);
        return `<p class=MsoListParagraph style='margin-left:${String(36 * piece.level)}pt;text-indent:-18.0pt;mso-list:l0 level${String(piece.level)} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>${escaped(piece.words)}<o:p></o:p></p>`;
      })
      .join('\n')}</div>`,
  );

/** Bullets as a word processor counts them, headings by their style; numbers as typed. */
const docx = (pieces: readonly Piece[]): Buffer =>
  docxOf(
    pieces
      .map((piece) => {
        const { kind, words, mark, label, level } = piece;
        const typed = mark === '' ? words : `${mark} ${words}`;
        if (kind === 'title') return p(typed, style('Titel'));
        if (kind === 'heading') return p(typed, style('berschrift1'));
        if (kind === 'item' && label === undefined) return p(words, list(3, Math.min(level - 1, 0)));
        if (kind === 'row')
          return `<w:tbl><w:tr>${(label === undefined ? words : `${label}\t${words}`)
            .split(/\s*\|\s*|\t+| {3,}/)
            .filter((cell) => cell !== '')
            .map((cell) => `<w:tc>${p(cell)}</w:tc>`)
            .join('')}</w:tr></w:tbl>`;
        return p(typed);
      })
      .join(''),
    { styles: STYLES, numbering: NUMBERING },
  );

/** Headings that are only bold, and every mark as typed. */
const plainDocx = (pieces: readonly Piece[]): Buffer =>
  docxOf(pieces.map(({ mark, words }) => p(mark === '' ? words : `${mark}\u00a0${words}`)).join(''), {
    styles: STYLES,
    numbering: NUMBERING,
  });

export const FILES: readonly FileLayout[] = [
  { name: 'page: what it is', format: 'html', of: semantic },
  { name: 'page: lists within lists', format: 'html', of: nested },
  { name: 'page: divisions', format: 'html', of: divisions, unclear: flat },
  { name: 'page: line breaks', format: 'html', of: breaks, unclear: flat },
  { name: 'page: table for the looks', format: 'html', of: inTable, unclear: flat },
  { name: 'page: of a word processor', format: 'html', of: ofWord, unclear: flat },
  { name: 'docx: styles and lists', format: 'docx', of: docx },
  { name: 'docx: as typed', format: 'docx', of: plainDocx, unclear: flat },
];
