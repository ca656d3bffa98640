// What the page makes of the rows of a pasted block: as few acts as can be, and why a row is left out.

import { describe, expect, it } from '@jest/globals';
import type { Block, Line } from '../../web/src/bulk-actions/block.js';
import { type Known, planOf } from '../../web/src/bulk-actions/plan.js';

type Row = Known['rows'][number];

const track = (id: string, state = 'not-assessed'): Row['response'] =>
  ({
    id,
    version: 4,
    state,
    label: state === 'under-way' ? 'Under way' : 'Not assessed',
    workflow: 'flow@1',
  }) as Row['response'];
const row = (n: number, given: Partial<Row> = {}): Row => ({
  id: `follow-up-${String(n)}`,
  version: n,
  recommendation: { id: `ask-${String(n)}`, code: `A-${String(n)}`, title: 'An ask' },
  addressee: { id: 'geneva', code: 'CH', name: 'Geneva' },
  response: track(`said-${String(n)}`),
  implementation: track(`done-${String(n)}`),
  closing: null,
  owner: null,
  ...given,
});
const flow = {
  transitions: [{ key: 'start', from: ['not-assessed'], to: 'under-way' }],
  stateCalled: (label: string) =>
    ({ 'under way': 'under-way', 'not assessed': 'not-assessed', over: 'over' })[label.toLowerCase()],
};
const known = (given: Partial<Known> = {}): Known => ({
  rows: [row(1), row(2), row(3)],
  members: [
    { id: 'kim', name: 'Kim Editor' },
    { id: 'lee-1', name: 'Lee' },
    { id: 'lee-2', name: 'Lee' },
  ] as Known['members'],
  workflows: new Map([['flow@1', flow]]) as unknown as Known['workflows'],
  evidenceIds: [],
  ...given,
});
const block = (...cells: Line['cells'][]): Block => ({
  fields: [],
  unknown: [],
  lines: cells.map((each, at) => ({ n: at + 2, cells: each })),
});
const at = (n: number, given: Line['cells'] = {}): Line['cells'] => ({
  code: `a-${String(n)}`,
  addressee: 'geneva',
  ...given,
});
const faultOf = (cells: Line['cells'], given: Partial<Known> = {}): unknown => {
  const { asked, leftOut } = planOf(block(cells), known(given));
  expect(asked).toEqual([]);
  return leftOut.map(({ fault, about }) => [fault, about])[0];
};

describe('a plan', () => {
  it('puts rows with one wish together into one act, owners before moves, each in the version that was seen', () => {
    const { asked, leftOut } = planOf(
      block(
        at(1, { implementation: 'under way', owner: 'kim editor', note: 'Begun.' }),
        at(2, { implementation: 'Under way', note: 'Begun.' }),
        at(3, { implementation: 'Under way', occurredOn: '2020. 5.' }),
      ),
      known({ evidenceIds: ['piece'] }),
    );
    const start = { transition: 'start', occurredOn: null, note: 'Begun.', evidenceIds: ['piece'] };
    expect(leftOut).toEqual([]);
    expect(asked).toEqual([
      { owner: { ownerId: 'kim' }, items: [{ id: 'follow-up-1', version: 1 }] },
      {
        transition: start,
        items: [
          { id: 'done-1', version: 4 },
          { id: 'done-2', version: 4 },
        ],
      },
      {
        transition: { transition: 'start', occurredOn: '2020-05', evidenceIds: ['piece'] },
        items: [{ id: 'done-3', version: 4 }],
      },
    ]);
  });

  it('sets deadlines on both sides, with their basis, whatever the version', () => {
    const due = { replyDueOn: '31 March 2027', dueOn: '2027-34', basis: 'The letter' };
    expect(planOf(block(at(1, due), at(2, { dueOn: '2027-34', basis: 'The letter' })), known()).asked).toEqual([
      { deadline: { axis: 'response', dueOn: '2027-03-31', basis: 'The letter' }, items: [{ id: 'follow-up-1' }] },
      {
        deadline: { axis: 'implementation', dueOn: '2027-34', basis: 'The letter' },
        items: [{ id: 'follow-up-1' }, { id: 'follow-up-2' }],
      },
    ]);
  });

  it('finds an addressee by its code too, and leaves alone what is so already', () => {
    const rows = [row(1, { owner: { id: 'kim', name: 'Kim Editor' } })];
    const { asked } = planOf(
      block({
        code: 'A-1',
        addressee: 'ch',
        owner: 'Kim Editor',
        response: 'Not assessed',
        implementation: 'Under way',
      }),
      known({ rows }),
    );
    expect(asked.map(({ transition, owner }) => [transition?.transition, owner])).toEqual([['start', undefined]]);
  });

  it.each<[Line['cells'], string, string]>([
    [{ addressee: 'Geneva', owner: 'Kim Editor' }, 'noCode', 'Geneva'],
    [{ code: 'A-1', owner: 'Kim Editor' }, 'noCode', 'A-1'],
    [{ code: 'B-1', addressee: 'Geneva' }, 'noSuchCode', 'B-1'],
    [{ code: 'A-1', addressee: 'Seoul' }, 'noSuchAddressee', 'Seoul'],
    [at(1, { owner: 'Park' }), 'noSuchMember', 'Park'],
    [at(1, { owner: 'lee' }), 'severalMembers', 'lee'],
    [at(1, { response: 'Purple' }), 'noSuchState', 'Purple'],
    [at(1, { response: 'Over' }), 'noWay', 'Over'],
    [at(1, { response: 'Under way', occurredOn: '5/6/2020' }), 'noDate', '5/6/2020'],
    [at(1, { dueOn: '2027-02-30', basis: 'x' }), 'noDate', '2027-02-30'],
    [at(1, { dueOn: '2027' }), 'noBasis', '2027'],
    [at(1, { basis: 'The letter' }), 'nothing', 'a-1'],
    [at(1, { response: 'Not assessed' }), 'nothing', 'a-1'],
  ])('leaves %j out: %s, about %s', (cells, fault, about) => {
    expect(faultOf(cells)).toEqual([fault, about]);
  });

  it('leaves a row out as a whole, and one that stands there twice the second time', () => {
    const { asked, leftOut } = planOf(
      block(
        at(1, { owner: 'Kim Editor', dueOn: 'soon', basis: 'x' }),
        at(2, { owner: 'Kim Editor' }),
        at(2, { owner: 'Kim Editor' }),
      ),
      known(),
    );
    expect(asked).toEqual([{ owner: { ownerId: 'kim' }, items: [{ id: 'follow-up-2', version: 2 }] }]);
    expect(leftOut.map(({ line, fault }) => [line.n, fault])).toEqual([
      [2, 'noDate'],
      [4, 'twice'],
    ]);
  });
});
