// The page that was written by hand, as data.

import { readFileSync } from 'node:fs';

export interface Row {
  operation: string;
  /** `all`, `signed in`, or letters of roles. */
  who: string;
  things: string[];
  isFresh: boolean;
  /** A token is refused: it may not touch what its maker signs in with. */
  isOnlyInBrowser: boolean;
  /** Statuses that may stand in the way of whoever sees the thing, beside those of a state that does not fit. */
  but: number[];
}

export type Seen = 'level' | 'workspace' | 'person' | 'leaver' | 'asked';
const page = readFileSync(new URL('./who-may-what.md', import.meta.url), 'utf8').split('\n');
const lines = page
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

export const TABLE: Row[] = lines
  .filter(([operation = '']) => /^[A-Z]\w+_\w+$/.test(operation))
  .map(([operation = '', who = '', things = '', fresh = '', but = '']) => ({
    ...{
      operation,
      who,
      things: things.split(' ').filter((thing) => thing !== ''),
      isFresh: fresh.includes('S'),
      isOnlyInBrowser: fresh.includes('B'),
    },
    but: [...but.matchAll(/\b[45]\d\d\b/g)].map(([status]) => Number(status)),
  }));

/** Who sees a thing: as the page says in its own words. */
const WHO_SEES: [RegExp, Seen][] = [
  [/its level/, 'level'],
  [/whom it asks/, 'asked'],
  [/who would leave/, 'leaver'],
  [/every member/, 'workspace'],
  [/^the person/, 'person'],
];

export const SEEN = new Map<string, Seen>(
  lines.flatMap(([things = '', by = '']): [string, Seen][] => {
    const seen = WHO_SEES.find(([words]) => words.test(by))?.[1];
    return seen ? things.split(', ').map((thing) => [thing, seen]) : [];
  }),
);
