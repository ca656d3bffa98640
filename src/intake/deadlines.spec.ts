import { describe, expect, it } from '@jest/globals';
import { dueOf } from './deadlines.js';

describe('dueOf', () => {
  it.each([
    ['publish it by 30 June 2027', '2027-06-30'],
    ['publish it no later than March 31, 2026', '2026-03-31'],
    ['publish it before May 2026', '2026-05-31'],
    ['publish it by 2028', '2028-12-31'],
    ['publish it by the end of 2026 or by 1 May 2027', '2026-12-31'],
    ['report within 120 days of the adoption of the present resolution', '2026-11-14'],
    ['report no later than six months from the adoption of this resolution', '2027-01-17'],
    ['report within one month after the date of this letter', '2026-08-17'],
  ])('reads "%s"', (words, due) => {
    expect(dueOf(words, '2026-07-17')).toBe(due);
  });

  it.each([
    'extend the measures for one year from the date of adoption',
    'act without delay and before the next harvest',
    'give information within one year',
    'release those who were arrested before 2019',
    'investigate what happened on 12 May 2025',
  ])('reads no day out of "%s"', (words) => {
    expect(dueOf(words, '2026-07-17')).toBeNull();
  });

  it('computes no period for a document without a date', () => {
    expect(dueOf('report within 90 days of its adoption', null)).toBeNull();
  });

  it('ends a period in a shorter month with its last day', () => {
    expect(dueOf('report within one month of its adoption', '2026-01-31')).toBe('2026-02-28');
  });
});
