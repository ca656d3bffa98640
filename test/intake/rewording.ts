// A change of wording: edits of a text, and what becomes of places and names.

import { readFileSync } from 'node:fs';
import type { Mention } from '../../src/intake/gazetteer.js';
import type { Proposal } from '../../src/intake/proposal.js';

/** What is put in place of a stretch of a text. */
export interface Edit {
  start: number;
  end: number;
  words: string;
}

/** A text in other words, and what has become of the names of its proposals. */
export interface Reworded {
  edits: Edit[];
  name: (old: string) => string;
}

/** A document as it was, with what the intake finds in it. */
export interface Source {
  text: string;
  proposals: readonly Proposal[];
  /** Its states by the names of the lists. */
  isState: (name: string) => boolean;
  mentionsIn: (text: string) => Mention[];
  /** Whether a word is one of English, or one that the lists of the intake know, and no name that a text gives. */
  isWord: (word: string) => boolean;
  isStory: boolean;
}

/** One change of wording. */
export interface Change {
  /** Its class, and the words that come in. */
  kind: string;
  to: string;
  /** `undefined` where a document has nothing to change. */
  of: (source: Source) => Reworded | undefined;
}

export interface Words {
  states: [name: string, spelt: string, adjective: string, people: string, capital: string][];
  ambiguous: string[];
  syllables: string[];
  askingTo: Record<string, string[]>;
  askingThat: Record<string, string[]>;
  askingNouns: string[];
  adverbs: string[];
  openings: string[];
  asides: string[];
  relatives: string[];
  modals: string[];
  pressing: string[];
  pressingFrames: Record<string, string>;
  describing: string[];
  groups: string[];
}
/** Classes of words, of which each stands for the others. */
export const data = JSON.parse(readFileSync(new URL('reworded.en.json', import.meta.url), 'utf8')) as Words;

export const applied = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((whole, { start, end, words }) => whole.slice(0, start) + words + whole.slice(end), text);

/** Where a place of the old text is in the new one; within what was replaced, at its beginning. */
export const moved = (at: number, edits: readonly Edit[]): number =>
  edits.reduce(
    (to, { start, end, words }) =>
      end <= at ? to + words.length - (end - start) : start < at ? to - (at - start) : to,
    at,
  );

export const asIs = (old: string): string => old;
export const some = (edits: Edit[], name = asIs): Reworded | undefined => {
  const sorted = edits
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((edit, at, all) => all.slice(0, at).every((other) => other.end <= edit.start));
  return sorted.length > 0 ? { edits: sorted, name } : undefined;
};

/** Words without line breaks. */
export const oneLine = (words: string): string => words.replace(/\s+/g, ' ');
