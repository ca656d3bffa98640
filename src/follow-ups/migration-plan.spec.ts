import { describe, expect, it } from '@jest/globals';
import { MOVERS, type WorkflowDefinition } from '../workflows/workflow.definition.js';
import { planMigration } from './migration-plan.js';
import { definitionIn, type Standing } from './track-history.js';
import type { Wish } from './transition-wish.js';

const label = { en: 'x' };
const workflow = (key: string, initial: string, phases: Record<string, string>): WorkflowDefinition => ({
  ...{ key, version: 1, axis: 'implementation', official: false, title: label, source: 'Ours.', initial },
  states: Object.fromEntries(Object.entries(phases).map(([state, phase]) => [state, { phase, label }])),
  transitions: [],
});
const book = {
  workflow: 'old',
  definitions: new Map([
    ['old', workflow('old', 'open', { open: 'unknown', going: 'progressing' })],
    ['new', workflow('new', 'first', { first: 'unknown', moving: 'progressing', done: 'fulfilled' })],
  ]),
};
const past = (given: Partial<Standing> = {}): Standing => ({
  ...{ id: 't1', transition: 'start', from: 'open', to: 'going', workflow: 'old', fromWorkflow: 'old' },
  ...{ position: '1', occurredLast: '2020-01-01', unchecked: false },
  ...{ people: [], organizations: [], evidenceBroughtBy: [] },
  ...given,
});
const plan = (history: Standing[], wish: Partial<Wish> = {}) =>
  planMigration(book, history, {
    transition: 'migrate',
    occurredLast: '2020-01-01',
    over: { id: 'x', workflow: 'new', states: { open: 'first', going: 'moving' } },
    ...wish,
  });

describe('a migration', () => {
  it('stands at the end, leads to the counterpart in the other workflow, and takes a mover who says why', () => {
    const history = [past()];
    expect(plan(history)).toEqual({
      ...{ from: 'going', to: 'moving', fromWorkflow: 'old', workflow: 'new' },
      place: { after: '1', before: null },
      unchecked: false,
      ways: [[MOVERS, { is: 'has-note' }]],
      history,
    });
  });

  it('of a track of which nothing is recorded goes from where it begins', () => {
    expect(plan([])).toMatchObject({
      from: 'open',
      to: 'first',
      place: { after: null, before: null },
      unchecked: false,
    });
  });

  it('leaves entered history unchecked', () => {
    expect(plan([past({ unchecked: true })])).toMatchObject({ unchecked: true });
  });

  it('may name where it leads, but nothing else', () => {
    expect(plan([past()], { to: 'moving' })).toMatchObject({ to: 'moving' });
    expect(plan([past()], { to: 'first' })).toMatchObject({
      refused: { en: 'The cross-walk leads to "moving", not to "first".' },
    });
  });

  it.each([
    ['it names no cross-walk', [past()], { over: undefined }, /^Say under "workflow"/],
    ['something later is recorded', [past({ occurredLast: '2020-01-02' })], {}, /something later is/],
    [
      'there is no counterpart',
      [past()],
      { over: { id: 'x', workflow: 'new', states: {} } },
      /no counterpart of "going"/,
    ],
    [
      'it shows more',
      [past()],
      { over: { id: 'x', workflow: 'new', states: { going: 'done' } } },
      /shows nothing that/,
    ],
  ])('is refused where %s', (_, history, wish, why) => {
    expect(plan(history, wish)).toMatchObject({ refused: { en: expect.stringMatching(why) } });
  });
});

describe('a workflow that the history names', () => {
  it('has to have been read', () => {
    expect(() => definitionIn(book, 'another')).toThrow('A workflow of the history was not read.');
  });
});
