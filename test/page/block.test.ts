// What the page makes of a block that was copied out of a spreadsheet.

import { describe, expect, it } from '@jest/globals';
import { fieldOf, readBlock } from '../../web/src/bulk-actions/block.js';
import { dateOf } from '../../web/src/bulk-actions/pastedDate.js';

describe('a block', () => {
  it('is read under headings of either language, whatever their order', async () => {
    const block = await readBlock('국가\t코드\tColour\tStatus\nChina\tEU10-01(a)\tred\tUnder way\n');
    expect(block).toEqual({
      fields: ['code', 'addressee', 'implementation'],
      unknown: ['Colour'],
      lines: [{ n: 2, cells: { code: 'EU10-01(a)', addressee: 'China', implementation: 'Under way' } }],
    });
  });

  it('counts its lines as the spreadsheet does, over empty ones too', async () => {
    const block = await readBlock('Code\tAddressee\n\nA\tChina\n\t\nB\tRussia');
    expect(block?.lines.map(({ n, cells }) => [n, cells.code])).toEqual([
      [3, 'A'],
      [5, 'B'],
    ]);
  });

  it('keeps what a cell holds together: tabs and lines in quotes, commas between tabs', async () => {
    const block = await readBlock('code\taddressee\tnote\nA\tKorea, North\t"first\nsecond\tthird"');
    expect(block?.lines).toEqual([
      { n: 2, cells: { code: 'A', addressee: 'Korea, North', note: 'first\nsecond\tthird' } },
    ]);
  });

  it('is read where commas stand between its cells', async () => {
    expect((await readBlock('code,addressee\nA,"Korea, North"'))?.lines[0]?.cells.addressee).toBe('Korea, North');
  });

  it.each(['', 'code\tnote\nA\tx', 'A\tChina'])(
    'is none without headings for recommendation and addressee: %j',
    async (text) => {
      expect(await readBlock(text)).toBeUndefined();
    },
  );
});

describe('a heading', () => {
  it.each([
    [' Recommendation  Code ', 'code'],
    ['담당자', 'owner'],
    ['Due date', 'dueOn'],
    ['답변 기한', 'replyDueOn'],
    ['WHEN DID IT HAPPEN?', 'occurredOn'],
    ['constructor', undefined],
  ])('%j is %s', (heading, field) => {
    expect(fieldOf(heading)).toBe(field);
  });
});

describe('a day', () => {
  it.each([
    ['2019. 12. 2.', '2019-12-02'],
    ['2019/1/31', '2019-01-31'],
    ['2019년 12월 22일', '2019-12-22'],
    ['2019년 3월', '2019-03'],
    ['2019', '2019'],
    ['22 December 2019', '2019-12-22'],
    ['December 2nd, 2019', '2019-12-02'],
    ['Sept. 2019', '2019-09'],
    ['2026-06~', '2026-06~'],
    ['2026-34', '2026-34'],
    ['12/2/2019', undefined],
    ['2019-13-01', undefined],
    ['2019-02-30', undefined],
    ['31 June 2019', undefined],
    ['Decade 2019', undefined],
    ['soon', undefined],
  ])('%j is %s', (text, day) => {
    expect(dateOf(text)).toBe(day);
  });
});
