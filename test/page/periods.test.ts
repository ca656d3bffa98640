// Which days a period has: those of the workspace, not those of whoever reads it.

import { describe, expect, it } from '@jest/globals';
import { periodIn, periodsOf } from '../../web/src/changes/periods.js';
import { today } from '../../web/src/dates/dates.js';
import { cameIn, lately } from '../../web/src/phases/came.js';

describe('today', () => {
  it.each([
    ['Asia/Seoul', '2026-10-01'],
    ['UTC', '2026-09-30'],
    ['America/New_York', '2026-09-30'],
  ])('in %s is %s', (timeZone, day) => {
    expect(today(timeZone, new Date('2026-09-30T23:30:00Z'))).toBe(day);
  });
});

describe('the periods of a meeting', () => {
  it('are counted from the day that is given', () => {
    expect(periodsOf('2026-09-15', '2026-10-01')).toEqual({
      sinceMeeting: { from: '2026-09-15', to: '2026-10-01' },
      thisQuarter: { from: '2026-10-01', to: '2026-12-31' },
      lastQuarter: { from: '2026-07-01', to: '2026-09-30' },
      thirtyDays: { from: '2026-09-02', to: '2026-10-01' },
    });
    expect(periodIn(undefined, undefined, null, '2026-09-30')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(periodIn('2024-01-01', '2024-01-31', null, '2026-09-30')).toEqual({ from: '2024-01-01', to: '2024-01-31' });
  });
});

describe('what came to a phase', () => {
  it('is asked for in the last twelve months at first', () => {
    expect(lately('agreed', '2026-09-30')).toEqual({ phase: 'agreed', from: '2025-09-30', to: '2026-09-30' });
    expect(lately('agreed', '2024-02-29').from).toBe('2023-02-28');
  });

  it.each([
    ['agreed', '2025-01-02', '2025-01-01'],
    ['agreed', '2025-01-01', undefined],
    ['agreed', '2025', '2026'],
    ['accepted', '2025-01-01', '2025-01-02'],
    [undefined, '2025-01-01', '2025-01-02'],
  ])('is not asked for by %s, %s, %s', (phase, from, to) => {
    expect(cameIn(phase, from, to)).toBeUndefined();
  });
});
