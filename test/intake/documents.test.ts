import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { propose } from '../../src/intake/propose.js';
import type { Proposal } from '../../src/intake/proposal.js';
import { readText } from '../../src/intake/read-text.js';
import { because } from '../../src/intake/reason.js';
import { type Expected, score } from './score.js';

const folder = join(import.meta.dirname, 'documents');
const documents = readdirSync(folder).filter((file) => file.endsWith('.txt'));
const read = (file: string) => propose(readText(readFileSync(join(folder, file), 'utf8')));
const expected = (file: string) =>
  (
    JSON.parse(readFileSync(join(folder, file.replace('.txt', '.expected.json')), 'utf8')) as {
      recommendations: Expected[];
    }
  ).recommendations;

describe('labelled documents', () => {
  it.each(documents)('%s: nothing missed, nothing too much, labels and days right', (file) => {
    const { recall, precision, labels, due, addressees, targets, by } = score(expected(file), read(file));
    expect({ file, recall, precision, labels, due }).toEqual({ file, recall: 1, precision: 1, labels: 1, due: 1 });
    expect(addressees).toBeGreaterThanOrEqual(0.85);
    expect(targets).toBeGreaterThanOrEqual(0.5);
    expect(by).toBeGreaterThanOrEqual(0.8);
  });

  it('are there, ten at least', () => {
    expect(documents.length).toBeGreaterThanOrEqual(10);
  });

  it.each(documents)('%s: read again, it gives the same', (file) => {
    expect(read(file)).toEqual(read(file));
  });

  it.each(documents)('%s: every place in the text holds the words', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const { text: words, span } of read(file)) {
      const there = text.slice(span.start, span.end).replace(/\s+/g, ' ');
      expect(there.slice(0, 20)).toBe(words.slice(0, 20));
      expect(there.slice(-10)).toBe(words.slice(-10));
    }
  });
});

describe('score', () => {
  const item: Expected = {
    text: 'Open the camps',
    addressees: ['Chad'],
    targets: [],
    section: null,
    label: '4',
    by: [],
    due: null,
  };
  const proposal = (change: Partial<Proposal>): Proposal => ({
    ...item,
    text: 'Open the camps to all.',
    through: [],
    parts: [],
    why: '',
    reason: because('polite'),
    span: { start: 0, end: 1 },
    ...change,
  });

  it('counts what is missed, too much and wrong', () => {
    expect(score([item], [proposal({})])).toEqual({
      recall: 1,
      precision: 1,
      addressees: 1,
      targets: 1,
      labels: 1,
      due: 1,
      by: 1,
    });
    expect(score([item], [proposal({}), proposal({})])).toMatchObject({ recall: 1, precision: 0.5 });
    expect(score([item], [])).toMatchObject({ recall: 0 });
    const wrong = proposal({ addressees: ['Mali'], targets: ['Chad'], label: null, due: '2026-01-01', by: ['Chile'] });
    expect(score([item], [wrong])).toMatchObject({ addressees: 0, targets: 0, labels: 0, due: 0, by: 0 });
    expect(score([{ ...item, optional: true }], [proposal({})])).toMatchObject({ recall: 1, precision: 1 });
  });
});
