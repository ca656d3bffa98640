import { describe, expect, it } from '@jest/globals';
import { propose } from './propose.js';
import { readText } from './read-text.js';
import { aboveList, because, inWords, REASON_CODES } from './reason.js';

const LETTER = `Letter on a matter

Dear Ministers,

We write to you about a matter that has been open for ten years.

We urge Norway to:

- publish the report of the inquiry in full;
- ratify the protocol without delay.

We call on Chad to act on what the inquiry found.
`;

describe('why an ask was proposed', () => {
  it.each(REASON_CODES)('is said in English: %s', (code) => {
    expect(inWords(because(code, 'the words'))).toMatch(/^[A-Z][^{}]+$/);
  });

  it('holds the words of the document as they are', () => {
    expect(inWords(because('item-under', 'Costs: $& and $1'))).toBe('An item under "Costs: $& and $1"');
    expect(inWords(aboveList(because('issuer-asks', 'We urge')))).toBe('The issuer asks ("We urge"), above a list');
  });

  it('is the rule that found it, for each by itself', () => {
    const found = propose(readText(LETTER));
    expect(found.map(({ reason }) => reason)).toEqual([
      { code: 'issuer-asks', words: 'We urge', isAboveList: true },
      { code: 'issuer-asks', words: 'We urge', isAboveList: true },
      { code: 'issuer-asks', words: 'We call on', isAboveList: false },
    ]);
    expect(found.map(({ why, reason }) => why === inWords(reason))).toEqual([true, true, true]);
  });
});
