import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { propose } from '../../src/intake/propose.js';
import { readText } from '../../src/intake/read-text.js';
import { BY_HAND } from './by-hand.js';
import { LAYOUTS } from './layouts.js';
import { readingsOf } from './readings.js';

/** A few forms, in as many layouts as there are. All documents are laid out anew in test/long/relaid.test.ts. */
const FEW = ['02-review-table', '13-treaty-list-footnotes', '38-checklist-lost-bullets', '39-letter-to-leaders'];
const folder = join(import.meta.dirname, 'documents');
const LEAST = 0.97;

describe('documents laid out anew', () => {
  it.each(FEW)('%s: is read as it was', async (name) => {
    const readings = await readingsOf(readFileSync(join(folder, `${name}.txt`), 'utf8'), 1);
    const total = (of: 'same' | 'all') => readings.reduce((sum, reading) => sum + reading[of], 0);
    const differences = readings.flatMap(({ name: layout, differences: some }) =>
      some.map((one) => `${layout}: ${one}`),
    );
    expect(total('same') >= LEAST * total('all') ? [] : differences).toEqual([]);
    expect(readings.length).toBeGreaterThan(LAYOUTS.length / 2);
  });

  it('are there', () => {
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(FEW.map((name) => `${name}.txt`)));
  });
});

describe('layouts of real life', () => {
  it.each(BY_HAND)('$name: the asks that a reader finds', ({ text, asks }) => {
    const found = propose(readText(text)).map(({ label, addressees, text: words }) =>
      [label ?? '-', addressees.join(', '), words].join(' | '),
    );
    expect(found).toEqual(asks.map((ask) => expect.stringMatching(new RegExp(`^${escaped(ask)}`)) as unknown));
  });
});

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
