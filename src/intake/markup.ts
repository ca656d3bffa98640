// What is written around words to say how they look: stars, lines below headings, the marks of a mail that is quoted. Pure.

import type { Span } from './document.js';

/** What is no part of the words, and which lines it makes headings. */
export interface Markup {
  cuts: Span[];
  /** Where the lines begin that are marked as headings. */
  headings: ReadonlySet<number>;
  /** The cuts within a stretch. */
  within: (span: Span) => Span[];
}

/** "**Recommendations**", "*Urges* the Government", "__now__". */
const STRESSED =
  /(?<![\p{L}\p{N}*])(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?!\s*\n)){1,400}?)(?<=[^\s*])\1(?![\p{L}\p{N}*])/gu;
const UNDERSCORED =
  /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])((?:[^_\n]|\n(?!\s*\n)){1,400}?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu;
/** "## To the Government". */
const HASHED = /^[^\S\n]{0,3}(#{1,6}[^\S\n]+)(?=\S)([^\n]*?)([^\S\n]+#+)?[^\S\n]*$/gm;
/** "== To the Government ==". */
const EQUALLED = /^[^\S\n]{0,3}(={2,6}[^\S\n]+)(?=\S)([^\n]*?)([^\S\n]+={2,6})[^\S\n]*$/gm;
/** A line of nothing but signs below a line of words. */
const UNDERLINED =
  /(?<=^|\n[^\S\n]*\n)([^\S\n]*\S[^\n]{0,120}[^\n.;,])\n([^\S\n]*(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,})[^\S\n]*)(?=\n|$)/g;

export function markupIn(text: string): Markup {
  const cuts = quoteMarks(text);
  const headings = new Set<number>();
  const cut = (start: number, length: number): void => {
    if (length > 0) cuts.push({ start, end: start + length });
  };
  for (const shape of [STRESSED, UNDERSCORED])
    for (const match of text.matchAll(shape)) {
      const [all, mark = ''] = match;
      cut(match.index, mark.length);
      cut(match.index + all.length - mark.length, mark.length);
    }
  for (const shape of [HASHED, EQUALLED])
    for (const match of text.matchAll(shape)) {
      const [all, before = '', words = '', after = ''] = match;
      const start = match.index + all.indexOf(before);
      cut(start, before.length);
      cut(start + before.length + words.length, after.length);
      headings.add(match.index);
    }
  for (const match of text.matchAll(UNDERLINED)) {
    const [all, words = '', line = ''] = match;
    const likeness = line.trim().length / words.trim().length;
    if (likeness < 0.5 || likeness > 2) continue;
    cut(match.index + all.length - line.length, line.length);
    headings.add(match.index);
  }
  cuts.sort((a, b) => a.start - b.start);
  return { cuts, headings, within: (span) => cuts.filter(({ start, end }) => start >= span.start && end <= span.end) };
}

const FEWEST = 3;
const MARK = /^[^\S\n]*(?:>[^\S\n]?)+/;

/** What a mail that is quoted has before each of its lines; a list whose items begin with that sign has it before some. */
function quoteMarks(text: string): Span[] {
  const found: Span[] = [];
  let run: { start: number; line: string; mark: string }[] = [];
  let start = 0;
  for (const line of [...text.split('\n'), '']) {
    const mark = MARK.exec(line)?.[0];
    if (mark !== undefined) run.push({ start, line, mark });
    else {
      if (isMail(run)) for (const one of run) found.push({ start: one.start, end: one.start + one.mark.length });
      run = [];
    }
    start += line.length + 1;
  }
  return found;
}

/** Empty lines have the mark too, and lines that go on with the one before. */
const isMail = (run: readonly { line: string; mark: string }[]): boolean => {
  const said = run.map(({ line, mark }) => line.slice(mark.length).trim());
  return (
    run.length >= FEWEST &&
    said.some(
      (words, at) => words === '' || (at > 0 && /^\p{Ll}/u.test(words) && /[\p{L}\p{N}]$/u.test(said[at - 1] ?? '')),
    )
  );
};
