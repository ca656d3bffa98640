import { describe, expect, it } from '@jest/globals';
import { propose } from './propose.js';
import { readText } from './read-text.js';

/** A story with the sentence that asks and, below it, one that goes on with the same speaker. */
const story = (asks: string, more = ''): string =>
  `Three reporters held in Comoros

MORONI, July 27 (AP) - Three reporters spent nine days in a cell, their lawyer told a news conference on Tuesday.

${asks}${more}
`;
const by = (text: string): string[][] => propose(readText(text)).map((ask) => ask.by);

describe('for which body a story lets somebody speak', () => {
  it.each([
    ['Wapi Sasa, a legal clinic, wants Kenya to sign the treaty.', 'Wapi Sasa'],
    ['Rights group Wapisasa urged Kenya to sign the treaty.', 'Wapisasa'],
    [
      'The Committee to Shelter Reporters on Thursday urged Kenya to sign the treaty.',
      'Committee to Shelter Reporters',
    ],
    ['The Geneva-based Reporters Alliance urged Kenya to sign the treaty.', 'Reporters Alliance'],
    ['The Council of Boatmen, which claims 30,000 members, urged Kenya to sign the treaty.', 'Council of Boatmen'],
    [
      'The UN rights chief urged Kenya to sign the treaty.',
      'Office of the United Nations High Commissioner for Human Rights',
    ],
    [
      'The special rapporteur on human rights in Eritrea, Ana Pires, urged Kenya to sign the treaty.',
      'Special Rapporteur on the situation of human rights in Eritrea',
    ],
  ])('%s', (words, body) => {
    expect(by(story(words))).toEqual([[body]]);
  });

  it('goes on with the same body where nobody else speaks', () => {
    const more = ' Tanzania must open its border.';
    expect(by(story('Wapi Sasa, a legal clinic, wants Kenya to sign the treaty.', more))).toEqual([
      ['Wapi Sasa'],
      ['Wapi Sasa'],
    ]);
  });

  it('names no body where a person without one asks', () => {
    expect(by(story('Peter Kato, a lawmaker from the governing coalition, urged Kenya to sign the treaty.'))).toEqual([
      [],
    ]);
  });
});
