import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { propose } from '../../src/intake/propose.js';
import { readText } from '../../src/intake/read-text.js';

/** Mini documents, one for each way in which a document says who is asked; an ask stands as `{{words|addressees > pressed|label|day}}`. */
const frames = readFileSync(join(import.meta.dirname, 'frames.txt'), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map((frame) => {
    const [name = '', ...lines] = frame.split('\n');
    return { name, marked: lines.join('\n') };
  });
const MARK = /\{\{([^{}|]*)\|([^{}]*)\}\}/g;

const namesOf = (words = ''): string[] => words.split(';').flatMap((name) => (name.trim() === '' ? [] : [name.trim()]));
const said = (words: string): string => words.replace(/\s+/g, ' ').replace(/[.;]$/, '');

describe('frames by which documents ask', () => {
  it.each(frames)('$name: the asks that a reader finds', ({ marked }) => {
    const expected = [...marked.matchAll(MARK)].map(([, words = '', told = '']) => {
      const [who = '', label = '', day = ''] = told.split('|').map((part) => part.trim());
      const [addressees, targets] = who.split('>');
      return {
        text: said(words),
        addressees: namesOf(addressees),
        targets: namesOf(targets),
        label: label === '' ? null : label,
        due: day === '' ? null : day,
      };
    });
    const found = propose(readText(marked.replace(MARK, '$1')));
    expect(
      found.map(({ text, addressees, targets, label, due }) => ({ text: said(text), addressees, targets, label, due })),
    ).toEqual(expected);
  });

  it('are there', () => {
    expect(frames.length).toBeGreaterThan(15);
  });
});
