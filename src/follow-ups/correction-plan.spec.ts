import { describe, expect, it } from '@jest/globals';
import { MOVERS, type WorkflowDefinition } from '../workflows/workflow.definition.js';
import { planCorrection } from './correction-plan.js';
import type { Standing } from './track-history.js';
import { OPENING } from './transition-wish.js';

const label = { en: 'x' };
const definition: WorkflowDefinition = {
  ...{ key: 'ours', version: 1, axis: 'implementation', official: false, title: label, source: 'Ours.' },
  initial: 'open',
  states: Object.fromEntries(['open', 'going', 'done'].map((state) => [state, { phase: 'unknown', label }])),
  transitions: [{ key: 'start', label, from: ['open'], to: 'going', conditions: [] }],
};
const book = {
  workflow: 'one',
  definitions: new Map([
    ['one', definition],
    ['two', definition],
  ]),
};
const past = (transition: string, from: string, to: string, given: Partial<Standing> = {}): Standing => ({
  ...{ id: 't', transition, from, to, workflow: 'one', fromWorkflow: 'one', position: '1' },
  ...{ occurredLast: '2020-01-01', unchecked: false, people: [], organizations: [], evidenceBroughtBy: [] },
  ...given,
});
const corrected = (history: Standing[], to: string | undefined) =>
  planCorrection(book, history, { transition: 'correct', corrects: 't', to, occurredLast: '2020-01-01' });
const refused = (why: string) => ({ refused: expect.objectContaining({ en: why }) });
const WHY = { is: 'has-note' };

describe('a correction of history that was entered', () => {
  const entered = [past('open', 'open', 'going', { unchecked: true })];

  it('puts any state in its place, as unchecked as it was, on a source', () => {
    expect(corrected(entered, 'done')).toMatchObject({
      ...{ from: 'open', to: 'done', unchecked: true, history: [], place: { same: '1' } },
      ways: [[...OPENING, WHY]],
    });
  });

  it('needs one of the states of the workflow', () => {
    for (const to of ['nowhere', undefined])
      expect(corrected(entered, to)).toEqual(refused('Say under "to" what is right instead: open, going, done.'));
  });
});

describe('a correction of what was carried over', () => {
  it('puts in place what leads on from the state before, though the history before was entered', () => {
    const before = past('open', 'open', 'going', { id: 'before', unchecked: true });
    const over = past('migrate', 'going', 'going', { workflow: 'two', unchecked: true, position: '2' });
    expect(corrected([before, over], 'done')).toEqual(refused('Say under "to" what is right instead: going.'));
    expect(corrected([before, over], 'going')).toMatchObject({ unchecked: true, ways: [[MOVERS, WHY]] });
  });
});

describe('a correction that says that nothing happened', () => {
  it('is for any who move follow-ups, where nothing was recorded before, and is as checked as nothing is', () => {
    expect(corrected([past('start', 'open', 'going')], 'open')).toMatchObject({
      ...{ from: 'open', to: 'open', unchecked: false, history: [] },
      ways: [[MOVERS, WHY]],
    });
  });
});
