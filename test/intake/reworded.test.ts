// What is found in a document doesn't hang on the words by which it is asked: a sample; test/long takes all changes of all documents.
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHANGES } from './reworded.js';
import { applied } from './rewording.js';
import { run } from './rewording-runs.js';

const folder = join(import.meta.dirname, 'documents');
/** One of so many changes goes with each document, so that each goes with one at least. */
const SHARE = 67;

describe('documents in other words', () => {
  it('ask the same of the same', () => {
    const { kinds, differences } = run([folder], (document, change) => (document * 5 + change) % SHARE === 0);
    const all = [...kinds.values()];
    const touched = all.reduce((sum, one) => sum + one.touched, 0);
    const share = all.reduce((sum, one) => sum + one.kept, 0) / touched;
    expect(touched).toBeGreaterThan(150);
    expect(share > 0.95 ? [] : differences).toEqual([]);
  });

  it('know every change by its words', () => {
    expect(new Set(CHANGES.map(({ kind, to }) => `${kind}: ${to}`)).size).toBe(CHANGES.length);
  });

  it('put words in place, the later ones first', () => {
    const edits = [
      { start: 0, end: 2, words: 'They' },
      { start: 3, end: 7, words: 'beseech' },
    ];
    expect(applied('We urge Chad', edits)).toBe('They beseech Chad');
  });
});
