import { describe, expect, it } from '@jest/globals';
import { preferredLanguage } from './language.js';

describe('the language of labels', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['ko', 'ko'],
    ['ko-KR,ko;q=0.9,en-US;q=0.8', 'ko'],
    ['en-GB,en;q=0.9,ko;q=0.8', 'en'],
    ['en;q=0.3, ko;q=0.7', 'ko'],
    ['fr, ko;q=0.5', 'ko'],
    ['fr, *;q=0.5', 'en'],
    ['ko;q=0, fr', 'en'],
    ['KO-kr', 'ko'],
    ['ko;q=x', 'en'],
    [`${'a'.repeat(1000)},ko`, 'en'],
  ])('of %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
