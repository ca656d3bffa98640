import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../access/actor.js';
import { systemActor } from '../access/system-actor.js';
import type { Condition, WorkflowDefinition } from '../workflows/workflow.definition.js';
import type { OptionView } from './transition-option.view.js';
import { type Around, optionsOf } from './transition-options.js';
import type { Recorded } from './transition-facts.queries.js';
import type { Book, Standing } from './track-history.js';

const label = (word: string) => ({ en: word, ko: `${word}ㅋ` });
const rule = (key: string, from: string[], to: string, ...conditions: Condition[]) => ({
  ...{ key, from, to, conditions, label: label(key) },
});

const begun: WorkflowDefinition = {
  key: 'begun',
  version: 1,
  axis: 'implementation',
  official: false,
  title: label('Begun'),
  source: 'Ours.',
  initial: 'open',
  states: {
    open: { phase: 'unknown', label: label('Open') },
    claimed: { phase: 'progressing', label: { en: 'Claimed' } },
  },
  transitions: [
    rule('claim', ['open'], 'claimed', { is: 'has-note' }),
    { ...rule('drop', ['claimed'], 'open'), label: { en: 'Drop' } },
  ],
};
const next: WorkflowDefinition = {
  ...begun,
  key: 'next',
  initial: 'first',
  states: { first: { phase: null, label: label('First') }, done: { phase: 'fulfilled', label: label('Done') } },
  transitions: [],
};
const book = {
  workflow: 'begun@1',
  definitions: new Map([
    ['begun@1', begun],
    ['next@1', next],
  ]),
};

const claim: Standing = {
  ...{ id: 't1', transition: 'claim', from: 'open', to: 'claimed', workflow: 'begun@1', fromWorkflow: 'begun@1' },
  ...{ position: '1', occurredLast: '2020-01-01', unchecked: false },
  ...{ people: ['minji'], organizations: ['ours'], evidenceBroughtBy: [] },
};
const piece: Recorded['evidence'][number] = {
  ...{ id: 'e', kind: 'link', stance: 'supports', shows: null, credibility: null, originId: 'o' },
  ...{ hasQuote: false, hasLocator: false, broughtBy: [] },
};
const over = (states: Record<string, string>, workflow = 'next@1') => ({ id: 'x', workflow, states, name: 'next@1' });

interface Given {
  history?: Standing[];
  evidence?: Recorded['evidence'];
  actor?: Partial<Actor>;
  around?: Partial<Around>;
}

/** The options by their keys, in order. */
function options(
  { history = [], evidence = [], actor = {}, around = {} }: Given = {},
  under: Book = book,
): Map<string, OptionView> {
  const found = optionsOf(
    under,
    {
      history,
      evidence,
      engagements: [],
      organizations: 1,
      isDeadlinePast: false,
      responseState: null,
      openObjections: [],
    },
    { ...systemActor({ workspaceId: 'w', timeZone: 'UTC' }, 'r'), ...actor },
    { today: '2020-06-15', isClosed: false, overs: [], ...around },
  );
  return new Map(found.map((one) => [one.transition, one]));
}
const ASKED: Condition[] = [
  { is: 'note-when-from', states: ['claimed'] },
  { is: 'other-person-than', transition: 'claim' },
];
const unmet = (option: OptionView | undefined): string[] | undefined => option?.unmet.map(({ condition }) => condition);

describe('the options of a track', () => {
  it('are what leads on from its state, then to enter history and to correct, then to go over', () => {
    expect([...options({ around: { overs: [over({ open: 'first' })] } }).keys()]).toEqual([
      'claim',
      'open',
      'correct',
      'migrate',
    ]);
    expect([...options({ history: [claim] }).keys()]).toEqual(['drop', 'open', 'correct']);
  });

  it('say where each leads and as what it counts, in the language of the reader', () => {
    expect(options().get('claim')).toMatchObject({
      ...{ label: 'claim', to: 'claimed', toLabel: 'Claimed', toPhase: 'progressing', workflow: null },
    });
    const ko = { language: 'ko' as const };
    expect(options({ actor: ko }).get('claim')).toMatchObject({ label: 'claimㅋ', toLabel: 'claimed' });
    expect(options({ actor: ko, history: [claim] }).get('drop')).toMatchObject({ label: 'drop', toLabel: 'Openㅋ' });
    expect(options({ actor: ko }).get('open')?.label).toBe('과거 상태 입력');
    expect(options({ actor: ko }).get('correct')?.label).toBe('오류 정정');
  });

  it('say what is missing, and are allowed where nothing is', () => {
    expect(options().get('claim')).toMatchObject({ allowed: false, unmet: [{ condition: 'has-note' }] });
    expect(options({ history: [claim] }).get('drop')).toMatchObject({ allowed: true, unmet: [] });
    expect(unmet(options({ history: [claim], actor: { roles: ['partner'] } }).get('drop'))).toEqual(['has-role']);
  });

  it('are asked for from the state that it is in, and from all that is recorded', () => {
    const asked = { ...rule('check', ['claimed'], 'open'), conditions: ASKED };
    const checked = { ...book, definitions: new Map([['begun@1', { ...begun, transitions: [asked] }]]) };
    expect(unmet(options({ history: [claim], actor: { personId: 'minji' } }, checked).get('check'))).toEqual([
      'note-when-from',
      'other-person-than',
    ]);
    expect(unmet(options({ history: [claim], actor: { personId: 'yuna' } }, checked).get('check'))).toEqual([
      'note-when-from',
    ]);
  });

  it('are all barred while the follow-up is closed, besides what else they lack', () => {
    const closed = options({ history: [claim], around: { isClosed: true, overs: [over({ claimed: 'first' })] } });
    expect([...closed].map(([key, option]) => [key, option.allowed, unmet(option)])).toEqual([
      ['drop', false, ['not-closed']],
      ['open', false, ['history-before']],
      ['correct', false, ['not-closed', 'has-note']],
      ['migrate', false, ['not-closed', 'has-note']],
    ]);
  });
});

describe('entering history', () => {
  it('takes a source, and says no state, since the caller does', () => {
    expect(options().get('open')).toMatchObject({ label: 'Enter history', to: null, toLabel: null, toPhase: null });
    expect(unmet(options().get('open'))).toEqual(['has-evidence']);
    expect(options({ evidence: [piece] }).get('open')?.allowed).toBe(true);
  });

  it('is too late after what was followed here, not after other history', () => {
    expect(options({ history: [claim], evidence: [piece] }).get('open')).toMatchObject({
      ...{ allowed: false, unmet: [{ condition: 'history-before' }] },
    });
    const opened = { ...claim, transition: 'open', unchecked: true };
    expect(options({ history: [opened], evidence: [piece] }).get('open')?.allowed).toBe(true);
  });
});

describe('correcting', () => {
  it('is for what was recorded, by any who move follow-ups', () => {
    expect(unmet(options().get('correct'))).toEqual(['something-to-correct']);
    expect(options({ history: [claim] }).get('correct')).toMatchObject({ label: 'Correct a mistake', to: null });
    for (const role of ['administrator', 'editor', 'verifier'] as const)
      expect(unmet(options({ history: [claim], actor: { roles: [role] } }).get('correct'))).toEqual(['has-note']);
    expect(unmet(options({ history: [claim], actor: { roles: ['partner'] } }).get('correct'))).toEqual([
      'has-role',
      'has-note',
    ]);
  });
});

describe('going over', () => {
  const migrate = (states: Record<string, string>, given: Given = {}, workflow?: string) =>
    options({ ...given, around: { overs: [over(states, workflow)] } }).get('migrate');

  it('says which workflow, and the counterpart of the state in it', () => {
    expect(migrate({ open: 'first' })).toEqual({
      ...{ transition: 'migrate', label: 'Go over to next@1', to: 'first', toLabel: 'First', toPhase: null },
      ...{ workflow: 'next@1', allowed: false, unmet: [{ condition: 'has-note', message: 'Say why, in a note.' }] },
    });
    expect(migrate({ open: 'first' }, { actor: { language: 'ko' } })).toMatchObject({
      ...{ label: '워크플로 이전: next@1', toLabel: 'Firstㅋ' },
    });
    expect(unmet(migrate({ open: 'first' }, { actor: { roles: ['verifier'] } }))).toEqual(['has-role', 'has-note']);
  });

  it('is offered without a state, and says why, where there is no counterpart or it would raise', () => {
    const none = { to: null, toLabel: null, toPhase: null };
    expect(migrate({ claimed: 'first' })).toMatchObject(none);
    expect(unmet(migrate({ claimed: 'first' }))).toEqual(['counterpart', 'has-note']);
    expect(migrate({ open: 'done' })).toMatchObject(none);
    expect(migrate({ open: 'done' })?.unmet[0]?.message).toMatch(/migration shows nothing/);
  });

  it('comes last of all that is recorded', () => {
    const later = { ...claim, occurredLast: '2020-06-16' };
    expect(migrate({ claimed: 'first' }, { history: [later] })?.unmet[0]?.message).toMatch(/something later is/);
    const today = { ...claim, occurredLast: '2020-06-15' };
    expect(unmet(migrate({ claimed: 'first' }, { history: [today] }))).toEqual(['has-note']);
  });
});
