import { describe, expect, it } from '@jest/globals';
import { linkIn } from './link-in.js';

describe('the link in what was pasted', () => {
  it.each([
    ['https://one.example/report', 'https://one.example/report'],
    ['  www.one.example/a  ', 'https://www.one.example/a'],
    ['A report of one (https://one.example/r).', 'https://one.example/r'],
  ])('%j is %s', (text, url) => {
    expect(linkIn(text)).toBe(url);
  });

  it.each([
    'Mr Kim said that they will reply in May.',
    `${'He said so. '.repeat(20)}https://one.example/r`,
    'https://user:secret@one.example/',
    'http://localhost',
    `https://one.example/${'x'.repeat(2000)}`,
  ])('%j has none', (text) => {
    expect(linkIn(text)).toBeNull();
  });
});
