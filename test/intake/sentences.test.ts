// Ways in which sentences ask, name who is asked and who is to be moved: small documents, marked, so that each class stays held.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { propose } from '../../src/intake/propose.js';
import { readText } from '../../src/intake/read-text.js';

/** `[[what asks]](who is asked; and who > who is to be moved | by which day)`. */
const MARK = /\[\[([^]*?)\]\]\(([^)]*)\)/g;
const listed = (names: string): string =>
  names
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
    .sort()
    .join('; ');
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

interface Marked {
  name: string;
  text: string;
  asks: string[];
}

function marked(part: string): Marked {
  const [name = '', ...lines] = part.split('\n');
  const asks: string[] = [];
  const text = lines.join('\n').replace(MARK, (_, words: string, said: string) => {
    const [who = '', due = ''] = said.split('|');
    const [addressees = '', targets = ''] = who.split('>');
    asks.push(`${listed(addressees)} > ${listed(targets)} | ${due.trim()} | ${oneLine(words)}`);
    return words;
  });
  return { name, text, asks };
}

const documents = readFileSync(join(import.meta.dirname, 'sentences.txt'), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map(marked);

describe('sentences that ask', () => {
  it.each(documents)('$name', ({ text, asks }) => {
    const found = propose(readText(text)).map(
      (ask) =>
        `${[...ask.addressees].sort().join('; ')} > ${[...ask.targets].sort().join('; ')} | ${ask.due ?? ''} | ${oneLine(ask.text)}`,
    );
    expect(found).toEqual(asks);
  });

  it('are many, and some ask nothing', () => {
    expect(documents.flatMap(({ asks }) => asks).length).toBeGreaterThan(90);
  });
});
