import { describe, expect, it } from '@jest/globals';
import { isISO31661Alpha2 } from 'class-validator';
import { isCountryCode } from './iso-code.js';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

describe('a country code', () => {
  it('is one of the 249 of ISO 3166-1, or Kosovo', () => {
    const taken = pairs.filter(isCountryCode);
    expect(taken).toEqual(pairs.filter((code) => isISO31661Alpha2(code) || code === 'XK'));
    expect(taken).toHaveLength(250);
  });

  it.each(['EU', 'UN', 'EZ', 'XA', 'XB', 'ZZ', 'QO', 'UK', 'SU', 'AA', 'kp', 'KP ', 'KPK', '', 1, null])(
    'is not %p',
    (code) => {
      expect(isCountryCode(code)).toBe(false);
    },
  );
});
