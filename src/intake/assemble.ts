// The document of a file whose reader knows paragraphs: one to a line, an empty line between them. Pure.

import { classify } from './classify.js';
import type { IntakeDocument } from './document.js';
import { markerOf } from './markers.js';
import type { RoughBlock } from './rough-block.js';

/** A paragraph with what its file says of it. */
export interface FileParagraph {
  words: string;
  kind?: 'title' | 'heading' | 'boilerplate' | 'row';
  level?: number;
  /** What stands before its words on paper, and isn't among them: `12.`, `(a)`, `•`. */
  mark?: string;
  /** How far it is set in, in columns. */
  indent?: number;
}

/** Notes come after the text, so that no paragraph is broken by one. */
export function assemble(body: readonly FileParagraph[], notes: readonly string[]): IntakeDocument {
  const pieces: string[] = [];
  const rough: RoughBlock[] = [];
  let at = 0;
  const put = (words: string): number => {
    pieces.push(words);
    at += words.length + 2;
    return at - words.length - 2;
  };
  for (const paragraph of body) {
    const { words, mark } = paragraph;
    const line = mark ? `${mark} ${words}` : words;
    rough.push(roughOf(paragraph, line, put(line)));
  }
  const from = at;
  for (const note of notes) {
    const start = put(note);
    rough.push({ start, end: start + note.length, isApart: true });
  }
  const { text, blocks } = classify(pieces.join('\n\n'), rough);
  return {
    text,
    blocks: blocks.map((block) => (block.start >= from ? { ...block, kind: 'footnote' as const } : block)),
  };
}

/** Most marks are told from the words as in any text; what looks like none is named. */
function roughOf({ kind, level, mark, indent }: FileParagraph, line: string, start: number): RoughBlock {
  const told = { start, end: start + line.length, isApart: true, ...(indent === undefined ? {} : { indent }) };
  const known = { ...told, ...(kind === undefined ? {} : { kind }), ...(level === undefined ? {} : { level }) };
  if (!mark || markerOf(line)) return known;
  return { ...known, start: start + mark.length + 1, label: mark.replace(/[.:]$/, '') };
}
