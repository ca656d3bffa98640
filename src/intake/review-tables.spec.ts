import { describe, expect, it } from '@jest/globals';
import { propose } from './propose.js';
import { readText } from './read-text.js';

const HEAD =
  'Report of the Working Group on the Universal Periodic Review\n\nNorway\n\nII. Conclusions and/or recommendations\n\n';
const found = (rows: string) => propose(readText(`${HEAD}${rows}`)).map(({ text, label, by }) => ({ text, label, by }));

describe('the table of a review', () => {
  it('has states by name and by code (ISO 3166-1); what is neither is no state', () => {
    expect(
      found('6.1 Open the archive (FRA, DEU);\n6.2 Sign the Protocol (KR) (Chile);\n6.3 Ask the bank (BIS);\n'),
    ).toEqual([
      { text: 'Open the archive', label: '6.1', by: ['France', 'Germany'] },
      { text: 'Sign the Protocol', label: '6.2', by: ['Republic of Korea', 'Chile'] },
    ]);
  });

  it.each([
    ['bars', ' | '],
    ['tabs', '\t'],
    ['gaps', '     '],
  ])('with %s between its cells is read cell by cell', (_name, gap) => {
    expect(
      found(
        `6.1 Open the archive (Chile);${gap}Noted${gap}A12\n\n6.2 Sign the Protocol (Peru);${gap}Supported${gap}B1\n\n6.3 Count the ships (Oman);\n`,
      ),
    ).toEqual([
      { text: 'Open the archive', label: '6.1', by: ['Chile'] },
      { text: 'Sign the Protocol', label: '6.2', by: ['Peru'] },
      { text: 'Count the ships', label: '6.3', by: ['Oman'] },
    ]);
  });

  it('whose left cells go on below their position is read without it', () => {
    const rows = [
      '6.1   Open the archive of the navy to those who        Noted',
      '      ask for it (Chile)',
      '6.2   Sign the Protocol on the rights of the           Supported',
      '      child (Peru)',
    ];
    expect(found(rows.join('\n'))).toEqual([
      { text: 'Open the archive of the navy to those who ask for it', label: '6.1', by: ['Chile'] },
      { text: 'Sign the Protocol on the rights of the child', label: '6.2', by: ['Peru'] },
    ]);
  });
});

it('items "3.1" and "3.2.1" below a paragraph "3" that ends in a colon are asked of whom it names', () => {
  const text = `Resolution on Norway

1. The Assembly is worried about the fjords of Norway and about those who live there.

3. The Assembly urges Norway to:

3.1. open the archive;

3.2. with regard to ships:

3.2.1. count them;

4. The Assembly resolves to remain seized of it.
`;
  expect(propose(readText(text)).map(({ label, addressees }) => [label, addressees])).toEqual([
    ['3.1', ['Norway']],
    ['3.2.1', ['Norway']],
  ]);
});

it('what a law demands, and what a list of things names, is no ask; "That the Ministry ..." under recommendations is', () => {
  const text = `Inquiry on Norway

Under the Convention, Norway must keep its archive open to everybody who asks for it in writing.

Recommendations

Recommendation 1: That the Ministry of Justice open the archive by 1 July 2027.

Recommendation 2: Give, as a matter of priority:

(a) Lamps;

(b) Desks,

to all who read there.
`;
  expect(propose(readText(text)).map(({ label, addressees, due }) => [label, addressees, due])).toEqual([
    ['Recommendation 1', ['Norway'], '2027-07-01'],
    ['Recommendation 2', ['Norway'], null],
  ]);
});
