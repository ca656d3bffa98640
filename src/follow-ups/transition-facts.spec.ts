import { describe, expect, it } from '@jest/globals';
import { systemActor } from '../access/system-actor.js';
import { factsOf, lastDayOf } from './transition-facts.js';

const actor = { ...systemActor({ workspaceId: 'w', timeZone: 'UTC', organizationId: 'ours' }, 'r'), personId: 'minji' };
const recorded = {
  history: [],
  evidence: [],
  engagements: [],
  organizations: 2,
  isDeadlinePast: true,
  responseState: 'accepted',
  openObjections: ['Theirs'],
};
const at = { from: 'open', history: [] };

describe('what conditions look at', () => {
  it('is the record, who acts, and what they say, seen from where it would stand', () => {
    expect(factsOf(actor, recorded, at, { note: 'Why.', codedBy: 'us' }, '2020-02-02')).toEqual({
      from: 'open',
      history: [],
      note: 'Why.',
      codedBy: 'us',
      roles: ['administrator'],
      personId: 'minji',
      organizationId: 'ours',
      organizations: 2,
      occurredLast: '2020-02-02',
      evidence: [],
      engagements: [],
      isDeadlinePast: true,
      responseState: 'accepted',
      openObjections: ['Theirs'],
    });
  });

  it('has no response where none is recorded', () => {
    const facts = factsOf(actor, { ...recorded, responseState: null }, at, {}, '2020-02-02');
    expect(facts).toMatchObject({ responseState: undefined, note: undefined, codedBy: undefined });
  });

  it('takes an engagement from the first day that it can have been, and one without a day as of now', () => {
    const engagements = [
      { kind: 'letter', occurredOn: '2019', awaitedLast: '2020-01-31' },
      { kind: 'meeting', occurredOn: 'some day', awaitedLast: null },
    ];
    expect(factsOf(actor, { ...recorded, engagements }, at, {}, '2020-02-02').engagements).toEqual([
      { kind: 'letter', occurredFirst: '2019-01-01', awaitedLast: '2020-01-31' },
      { kind: 'meeting', occurredFirst: '2020-02-02', awaitedLast: null },
    ]);
  });
});

describe('the last day on which it can have happened', () => {
  const today = '2020-06-15';

  it.each([
    ['2020-06-14', '2020-06-14'],
    ['2020-06-15', '2020-06-15'],
    ['2019', '2019-12-31'],
    ['2020-06', today],
    ['2020', today],
    [null, today],
  ])('of %s is %s', (occurredOn, last) => expect(lastDayOf(occurredOn, today)).toBe(last));

  it('is refused where all of it lies ahead, and where it is no date', () => {
    expect(() => lastDayOf('2020-06-16', today)).toThrow(
      expect.objectContaining({
        status: 422,
        errors: [expect.objectContaining({ pointer: '/occurredOn', code: 'in-the-future' })],
      }),
    );
    expect(() => lastDayOf('2020-02-30', today)).toThrow(
      expect.objectContaining({
        status: 400,
        errors: [expect.objectContaining({ pointer: '/occurredOn', code: 'is-edtf' })],
      }),
    );
    expect(() => lastDayOf('2021', today, '/elsewhere')).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/elsewhere' })] }),
    );
  });
});
