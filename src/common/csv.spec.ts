import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import papaparse from 'papaparse';
import { csvOf, inert } from './csv.js';

const read = (text: string, delimiter = ','): string[][] =>
  papaparse.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true }).data;

/** As a spreadsheet sees it: a cell whose first seen character begins a formula or a command, and that is not marked as text. */
const isActive = (cell: string): boolean =>
  /^[\s\p{Z}\p{C}]*[=+\-@|%＝＋－−＠｜％]/u.test(cell) || /^[\t\r\n]/.test(cell);

const ATTACKS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '|calc',
  '%0A=1',
  '\t=1',
  '\r=1',
  '\n=1',
  '\tplain',
  ' =1',
  '\u00A0=1',
  '\u200B=1',
  '\uFEFF=1',
  '\u202E=1',
  '＝1+1',
  '＋1',
  '－1',
  '−1',
  '＠SUM(A1)',
  '｜calc',
  '％1',
  "=cmd|' /C calc'!A0",
  '"=1+1"',
  'a;=1+1',
  'a; =1+1',
  'a\t=1+1',
  '",=1+1,"',
  '=HYPERLINK("http://evil.example";"x")',
];

describe('a table for spreadsheets', () => {
  it('is RFC 4180 with a byte order mark: cells in quotes, quotes doubled, lines that end in CR LF', () => {
    expect(
      csvOf([
        ['code', 'n'],
        ['say "yes", then', 3],
        ['한국어', null],
      ]),
    ).toBe('\uFEFF"code","n"\r\n"say ""yes"", then",3\r\n"한국어",\r\n');
  });

  it.each(ATTACKS)('has no active cell where somebody entered %j', (text) => {
    const table = csvOf([['first', text, 'last']]);
    for (const delimiter of [',', ';', '\t'])
      for (const row of read(table, delimiter))
        expect(row.filter((cell) => isActive(cell.replace(/^"|"$/g, '')) && delimiter !== ',')).toEqual([]);
    const [row = []] = read(table);
    expect(row.filter(isActive)).toEqual([]);
    expect(row).toHaveLength(3);
  });

  it('has none whatever anybody enters, and is read back with an apostrophe more at most', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.tuple(fc.constantFrom(...ATTACKS), fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (cells) => {
        const [row = []] = read(csvOf([['x', ...cells]]));
        expect(row.filter(isActive)).toEqual([]);
        expect(row.slice(1)).toEqual(cells.map(inert));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves prose, dates and codes alone', () => {
    for (const text of ['EU10-01(a)', '2010-06/2010-08', 'a - b', '50 % of them', '"quoted"', 'yes; no'])
      expect(inert(text)).toBe(text);
  });
});
