// What the page's fields make of a date, and what they leave as it is.

import { describe, expect, it } from '@jest/globals';
import { partsOf, toEdtf } from '../../web/src/dates/parts.js';

const parts = (year: string, month = '', day = '', isAbout = false) => ({ year, month, day, isAbout });

describe('the fields of a date', () => {
  it.each([
    ['2010', parts('2010')],
    ['2010-06', parts('2010', '06')],
    ['2019-12-02', parts('2019', '12', '2')],
    ['2010-06~', parts('2010', '06', '', true)],
    ['1948~', parts('1948', '', '', true)],
  ])('begin with %s, and say the same when nobody changes them', (edtf, fields) => {
    expect(partsOf(edtf)).toEqual(fields);
    expect(toEdtf(fields)).toBe(edtf);
  });

  it('are empty for what is not known', () => {
    expect(partsOf(null)).toEqual(parts(''));
    expect(toEdtf(parts(''))).toBeNull();
  });

  it.each(['2010/2012', '2010-06/2010-09', '201X', '2010-34', '2010-41', '2010?', '2010-06%', '2010-1X'])(
    'have no place for %s, which stays as it is said',
    (edtf) => {
      expect(partsOf(edtf)).toBeUndefined();
    },
  );

  it.each([
    [parts('201', '06'), null],
    [parts('2010', '', '7'), '2010'],
    [parts('2010', '06', '', true), '2010-06~'],
  ])('say %j as %s', (fields, edtf) => {
    expect(toEdtf(fields)).toBe(edtf);
  });
});
