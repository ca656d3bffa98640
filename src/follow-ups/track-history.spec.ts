import { describe, expect, it } from '@jest/globals';
import type { WorkflowDefinition } from '../workflows/workflow.definition.js';
import { entryOf, fits, mayOpen, type Standing, standAfter } from './track-history.js';

const label = { en: 'x' };
const rule = (key: string, from: string, to: string) => ({ key, label, from: [from], to, conditions: [] });
const definition: WorkflowDefinition = {
  ...{ key: 'ours', version: 1, axis: 'implementation', official: false, title: label, source: 'Ours.' },
  initial: 'open',
  states: Object.fromEntries(['open', 'going', 'done'].map((state) => [state, { phase: 'unknown', label }])),
  transitions: [
    rule('start', 'open', 'going'),
    rule('end', 'open', 'done'),
    rule('agree', 'open', 'done'),
    rule('finish', 'going', 'done'),
  ],
};
/** Both workflows name their states alike. */
const book = {
  workflow: 'one',
  definitions: new Map([
    ['one', definition],
    ['two', { ...definition, initial: 'going' }],
  ]),
};
const past = (transition: string, from: string, to: string, given: Partial<Standing> = {}): Standing => ({
  ...{ id: 't', transition, from, to, workflow: 'one', fromWorkflow: 'one', position: '1' },
  ...{ occurredLast: '2020-01-01', unchecked: false, people: [], organizations: [], evidenceBroughtBy: [] },
  ...given,
});
const over = past('migrate', 'going', 'going', { workflow: 'two' });

describe('where a track stands', () => {
  it('is where what came last leads to, in the workflow of that', () => {
    const history = [past('start', 'open', 'going'), over];
    expect(standAfter(book, history)).toMatchObject({ workflow: 'two', state: 'going' });
    expect(standAfter(book, history, 1)).toMatchObject({ workflow: 'one', state: 'going' });
  });

  it('is the beginning of the workflow that it had first, where nothing came before', () => {
    expect(standAfter({ ...book, workflow: 'two' }, [past('start', 'open', 'going')], 0)).toMatchObject({
      ...{ workflow: 'one', state: 'open' },
    });
    expect(standAfter({ ...book, workflow: 'two' }, [])).toMatchObject({ workflow: 'two', state: 'going' });
  });
});

describe('history may be entered', () => {
  it.each([
    ['nothing', [], true],
    ['other history', [past('open', 'open', 'going', { unchecked: true })], true],
    ['a migration', [over], true],
    ['what was followed here', [over, past('start', 'open', 'going')], false],
  ] as const)('after %s: %#', (_, earlier, may) => expect(mayOpen([...earlier])).toBe(may));
});

describe('what comes next', () => {
  const at = (state: string, workflow = 'one') => ({ workflow, definition, state });

  it('may be nothing', () => expect(fits(at('done'), undefined)).toBe(true));

  it('fits where its rule leads on from there', () => {
    expect(fits(at('open'), past('start', 'open', 'going'))).toBe(true);
    expect(fits(at('going'), past('start', 'open', 'going'))).toBe(false);
    expect(fits(at('open'), past('finish', 'going', 'done'))).toBe(false); // Other rules lead from there to done.
    expect(fits(at('open'), past('start', 'going', 'done'))).toBe(false); // From there it leads elsewhere.
  });

  it('fits only in the workflow that it started from', () => {
    expect(fits(at('open', 'two'), past('start', 'open', 'going'))).toBe(false);
    expect(fits(at('open', 'two'), past('open', 'open', 'going', { unchecked: true }))).toBe(false);
  });

  it('fits as a migration on the state alone that it carried over, checked or not', () => {
    for (const unchecked of [false, true]) {
      expect(fits(at('going'), { ...over, unchecked })).toBe(true);
      expect(fits(at('open'), { ...over, unchecked })).toBe(false);
    }
  });

  it('fits as entered history on anything', () => {
    expect(fits(at('done'), past('open', 'open', 'going', { unchecked: true }))).toBe(true);
  });

  it('fits as a void where it goes on from or back to', () => {
    const lost = past('void', 'done', 'going');
    expect(['done', 'going', 'open'].map((state) => fits(at(state), lost))).toEqual([true, true, false]);
  });

  it('fits as a correction where any rule leads, or where it says that nothing happened', () => {
    const corrected = past('correct', 'open', 'going');
    expect(['open', 'going', 'done'].map((state) => fits(at(state), corrected))).toEqual([true, true, false]);
  });
});

describe('what brought a state about', () => {
  const keysOf = (...history: Standing[]) => entryOf(book, history).rules.map(({ key }) => key);

  it('is led to by the rule of its name, by any where it was corrected, by none where it was entered', () => {
    expect(keysOf(past('agree', 'open', 'done'))).toEqual(['agree']);
    expect(keysOf(past('correct', 'open', 'done'))).toEqual(['end', 'agree']);
    expect(keysOf(past('open', 'open', 'done', { unchecked: true }))).toEqual([]);
  });

  it('says what stood before it, and where', () => {
    const history = [past('start', 'open', 'going'), past('finish', 'going', 'done')];
    expect(entryOf(book, history)).toMatchObject({
      entered: history[1],
      before: [history[0]],
      stood: { state: 'going' },
    });
  });

  it('is nothing where nothing is recorded', () => {
    expect(entryOf(book, [])).toMatchObject({ entered: undefined, before: [], stood: { state: 'open' }, rules: [] });
  });
});
