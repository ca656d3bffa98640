import { describe, expect, it } from '@jest/globals';
import type { IntakeDocument } from './document.js';
import { passageOf } from './passage.js';
import { readText } from './read-text.js';

const shown = (document: IntakeDocument) =>
  document.blocks.map((block) => [block.kind, block.label ?? '', passageOf(document, block).words]);

describe('readText', () => {
  it('joins lines that a machine broke, across the end of a page, and knows the words that were cut', () => {
    const text = [
      '12. The Committee recommends that the State party take all the measures that are nec-',
      'essary to protect the families of persons who are held in remand prisons, and in partic-',
      'ular that it inform them of every transfer between the prisons of the country, that it',
      '',
      'GE.25-03321',
      '\fCEDAW/C/FJI/CO/6',
      '',
      'let them visit once a week, and that it pay for the journeys of children, as it has been',
      'asked to do.',
    ].join('\n');
    const document = readText(text);
    const [paragraph] = document.blocks.filter(({ kind }) => kind === 'paragraph');
    expect(paragraph).toMatchObject({ label: '12', holes: [expect.anything()] });
    const { words, places } = passageOf(document, paragraph!);
    expect(words).toContain('that are necessary to protect');
    expect(words).toContain('the country, that it let them visit once a week');
    expect(words).not.toContain('CEDAW');
    expect(text.slice(places[words.indexOf('visit')], places[words.indexOf('visit')]! + 5)).toBe('visit');
  });

  it('takes the foot of a page that says which of how many it is for no heading', () => {
    const text = `2. To the Harbour Office and the Coastal Rescue Service of the City\n\nYour boats have lain in the harbour for three years, and nobody there knows whose they are.\n\nHarbour Staff Group${' '.repeat(60)}Page 1 of 3\n\nWe ask that you move them.\n`;
    expect(shown(readText(text)).map(([kind]) => kind)).toEqual(['heading', 'paragraph', 'boilerplate', 'paragraph']);
  });

  it('tells letters from Roman numbers by what they count within', () => {
    const labels = readText('7. It should:\n\n(a) Do one thing:\n\n(i) here;\n\n(ii) there;\n\n(b) Do another.\n');
    expect(labels.blocks.map(({ label, level }) => [label, level])).toEqual([
      ['7', 0],
      ['(a)', 1],
      ['(i)', 2],
      ['(ii)', 2],
      ['(b)', 1],
    ]);
  });

  it('takes "(i)" after "(h)" for a letter', () => {
    const items = 'abcdefghi'.split('').map((letter) => `(${letter}) Stop that;`);
    const { blocks } = readText(`3. It should:\n\n${items.join('\n\n')}\n`);
    expect(blocks.at(-1)).toMatchObject({ label: '(i)', level: 1 });
  });

  it('leaves out contents, signatures and copies', () => {
    const document = readText(
      'Report on salt\n\nCONTENTS\n\nSummary ........ 3\n\nDear Minister,\n\nWe ask you to close the pans to children, all of them, this year.\n\nYours sincerely,\n\nAn Institute\n\ncc: The President should read this\n',
    );
    const said = shown(document).filter(([kind]) => kind === 'paragraph');
    expect(said.map(([, , words]) => words)).toEqual([
      'Dear Minister,',
      'We ask you to close the pans to children, all of them, this year.',
    ]);
  });

  it('gives headings that run into a paragraph a block of their own', () => {
    const document = readText(
      'Comment (CEACR)\n\nArticle 3. Mines. The Committee asks the Government to close the mines to children at once.\n',
    );
    expect(shown(document).slice(1)).toEqual([
      ['heading', '', 'Article 3. Mines.'],
      ['paragraph', '', 'The Committee asks the Government to close the mines to children at once.'],
    ]);
  });
});
