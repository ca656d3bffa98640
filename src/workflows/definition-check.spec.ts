import { describe, expect, it } from '@jest/globals';
import { inLanguage } from '../common/words.js';
import { builtInWorkflows } from './built-in-workflows.js';
import { faultsOf } from './definition-check.js';
import {
  BUILT_IN,
  type Condition,
  type StateDefinition,
  type TransitionDefinition,
  type WorkflowDefinition,
} from './workflow.definition.js';

const label = { en: 'In English', ko: '한국어로' };
const state = (phase: string | null, given: Partial<StateDefinition> = {}): StateDefinition => ({
  phase,
  label,
  ...given,
});
const rule = (key: string, from: string[], to: string, ...conditions: Condition[]): TransitionDefinition => ({
  key,
  label,
  from,
  to,
  conditions,
});

/** A review: not looked at, claimed, checked. Sound. */
const sound = (given: Partial<WorkflowDefinition> = {}): WorkflowDefinition => ({
  key: 'our-review',
  version: 1,
  axis: 'implementation',
  official: false,
  title: label,
  source: 'Ours.',
  initial: 'open',
  states: { open: state('unknown'), claimed: state('progressing'), checked: state('fulfilled', { final: true }) },
  transitions: [
    rule('claim', ['open'], 'claimed'),
    rule('return', ['claimed'], 'open'),
    rule('verify', ['claimed'], 'checked'),
  ],
  ...given,
});
const { states, transitions } = sound();
const faults = (given: Partial<WorkflowDefinition>, languages = ['en', 'ko']) =>
  faultsOf(sound(given), languages).map(({ code, at }) => `${code} ${at}`);
/** The faults of a definition whose verification asks for this. */
const asking = (...conditions: Condition[]) =>
  faults({ transitions: [...transitions.slice(0, 2), rule('verify', ['claimed'], 'checked', ...conditions)] });

describe('a definition', () => {
  it('is sound', () => expect(faults({})).toEqual([]));

  it.each(builtInWorkflows.map((definition) => [definition.key, definition] as const))(
    'that is built in is sound: %s',
    (_, definition) => {
      expect(faultsOf(definition, ['en', 'ko'])).toEqual([]);
    },
  );

  it('is sound where one of several states that a transition starts from comes after what it asks for', () => {
    const either = rule('verify', ['open', 'claimed'], 'checked', { is: 'other-person-than', transition: 'claim' });
    expect(faults({ transitions: [rule('claim', ['open'], 'claimed'), either] })).toEqual([]);
    const asked = rule('verify', ['claimed'], 'checked', { is: 'other-person-than', transition: 'start' });
    const begun = { ...states, begun: state('unknown') };
    const onlyFrom = (...from: string[]) =>
      faults({ states: begun, transitions: [rule('start', ['open'], 'begun'), rule('claim', from, 'claimed'), asked] });
    expect(onlyFrom('open', 'begun')).toEqual([]);
  });
});

describe('a definition is refused when', () => {
  it('a state can not be reached', () => {
    expect(faults({ states: { ...states, lost: state('reversed', { final: true }) } })).toEqual(['unreachable lost']);
  });

  it('states reach each other only', () => {
    const ring = { here: state('unknown'), there: state('unknown') };
    const among = [rule('go', ['here'], 'there'), rule('come', ['there'], 'here')];
    expect(faults({ states: { ...states, ...ring }, transitions: [...transitions, ...among] })).toEqual([
      'unreachable here',
      'unreachable there',
    ]);
  });

  it('a state has no way out and is not marked final', () => {
    expect(faults({ states: { ...states, checked: state('fulfilled') } })).toEqual(['dead-end checked']);
  });

  it('a condition is unknown', () => {
    expect(asking({ is: 'full-moon' } as unknown as Condition)).toEqual(['unknown-condition verify']);
    expect(asking({ is: 'toString' } as unknown as Condition)).toEqual(['unknown-condition verify']);
    expect(
      asking({ is: 'any-of', conditions: [{ is: 'has-note' }, { is: 'full-moon' } as unknown as Condition] }),
    ).toEqual(['unknown-condition verify']);
  });

  it('no role that may move a follow-up is asked for', () => {
    const roles = (...named: string[]) => asking({ is: 'has-role', roles: named } as Condition);
    expect(roles('verifier')).toEqual([]);
    expect(roles('auditor', 'editor')).toEqual([]);
    for (const powerless of [['auditor'], ['partner'], ['auditor', 'partner'], ['king'], []])
      expect(roles(...powerless)).toEqual(['nobody-can verify']);
  });

  it.each(['other-person-than', 'other-organization-than'] as const)(
    '%s is about a transition that can not come before',
    (is) => {
      expect(asking({ is, transition: 'claim' })).toEqual([]);
      expect(asking({ is, transition: 'return' })).toEqual([]); // Returned, and claimed anew.
      expect(asking({ is, transition: 'verify' })).toEqual(['nobody-can verify']); // Nothing leads back from there.
      expect(asking({ is, transition: 'approve' })).toEqual(['nobody-can verify']);
      expect(asking({ is: 'any-of', conditions: [{ is, transition: 'approve' }] })).toEqual(['nobody-can verify']);
    },
  );

  it('there is nothing that would meet a condition', () => {
    expect(asking({ is: 'any-of', conditions: [] })).toEqual(['malformed-condition verify']);
    expect(asking({ is: 'response-in', states: [] })).toEqual(['malformed-condition verify']);
    for (const given of [{ kinds: [] }, { stance: [] }, { credibility: 0 }]) {
      expect(asking({ is: 'has-evidence', count: 1, ...given })).toEqual(['malformed-condition verify']);
    }
  });

  it('who may have classified it is nobody, or no key', () => {
    expect(asking({ is: 'coded-by', who: ['state'] })).toEqual([]);
    for (const who of [[], ['UPR Info'], [7], 'state', undefined])
      expect(asking({ is: 'coded-by', who } as Condition)).toEqual(['malformed-condition verify']);
  });

  it('a condition says what nobody reads, which would make it weaker than it looks', () => {
    expect(asking({ is: 'has-evidence', count: 1, quote: true, locator: true })).toEqual([]);
    for (const slip of [{ credibilty: 3 }, { quote: false }, { locator: 'para. 4' }])
      expect(asking({ is: 'has-evidence', count: 1, ...slip } as Condition)).toEqual(['malformed-condition verify']);
    expect(asking({ is: 'has-note', length: 10 } as Condition)).toEqual(['malformed-condition verify']);
  });

  it('a note is asked for from a state that is not there', () => {
    expect(asking({ is: 'note-when-from', states: ['claimed'] })).toEqual([]);
    expect(asking({ is: 'note-when-from', states: ['claimed', 'lost'] })).toEqual(['unknown-state verify']);
  });

  it('a flag has no label in a language of the workspace', () => {
    expect(faults({ flags: { urgent: label } })).toEqual([]);
    expect(faults({ flags: { urgent: { en: 'Urgent' } } })).toEqual(['missing-label urgent']);
    expect(faults({ flags: { urgent: 'Urgent' } as never })).toEqual(['malformed urgent']);
  });

  it('a key could not be named in a path, or a text could not be kept', () => {
    expect(faults({ states: { ...states, 'Has Capitals': state('unknown') } })).toEqual(['malformed Has Capitals']);
    expect(faults({ transitions: [...transitions, rule('re open', ['claimed'], 'open')] })).toEqual([
      'malformed re open',
    ]);
    expect(faults({ flags: { 'a@b': label } })).toEqual(['malformed a@b']);
    for (const bad of ['\0', '\ud800']) {
      expect(faults({ source: bad })).toEqual(['malformed source']);
      expect(faults({ title: { ...label, [bad]: 'x' } })).toEqual(['malformed source']);
      expect(faults({ states: { ...states, open: state('unknown', { label: { ...label, en: bad } }) } })).toEqual([
        'malformed source',
      ]);
    }
  });

  it('two transitions from one state share a key', () => {
    expect(faults({ transitions: [...transitions, rule('claim', ['open'], 'checked')] })).toEqual(['shared-key claim']);
    const oneShared = rule('claim', ['claimed', 'open'], 'checked');
    expect(faults({ transitions: [...transitions, oneShared] })).toEqual(['shared-key claim']);
    const wider = [
      rule('claim', ['open', 'claimed'], 'claimed'),
      ...transitions.slice(1),
      rule('claim', ['open'], 'checked'),
    ];
    expect(faults({ transitions: wider })).toEqual(['shared-key claim']);
    expect(faults({ transitions: [...transitions, rule('return', ['open'], 'claimed')] })).toEqual([]); // From another state.
  });

  it.each(BUILT_IN)('a transition takes the key "%s", which every workflow has', (key) => {
    expect(faults({ transitions: [...transitions, rule(key, ['open'], 'checked')] })).toEqual([`shared-key ${key}`]);
  });

  it('a phase is not one of its axis', () => {
    expect(faults({ states: { ...states, claimed: state('agreed') } })).toEqual(['foreign-phase claimed']);
    expect(faults({ states: { ...states, claimed: state(null) } })).toEqual(['foreign-phase claimed']);
    expect(faults({ axis: 'response' })).toEqual([
      'foreign-phase open',
      'foreign-phase claimed',
      'foreign-phase checked',
    ]);
    expect(faults({ axis: 'publication' })).toEqual([
      'foreign-phase open',
      'foreign-phase claimed',
      'foreign-phase checked',
    ]);
    const without = Object.fromEntries(
      Object.entries(states).map(([key, { final }]) => [key, state(null, final ? { final } : {})]),
    );
    expect(faults({ axis: 'publication', states: without })).toEqual([]);
  });

  it('a label is missing in a language of the workspace', () => {
    const english = { en: 'In English' };
    expect(faults({ title: english })).toEqual(['missing-label title']);
    expect(faults({ title: english }, ['en'])).toEqual([]);
    expect(faults({ states: { ...states, open: state('unknown', { label: { en: 'Open', ko: ' ' } }) } })).toEqual([
      'missing-label open',
    ]);
    expect(faults({ transitions: [{ ...transitions[0]!, label: english }, ...transitions.slice(1)] })).toEqual([
      'missing-label claim',
    ]);
    expect(faults({}, ['en', 'fr'])).toHaveLength(7);
  });

  it('it names a state that is not there', () => {
    expect(faults({ initial: 'nowhere' })).toContain('unknown-state initial');
    expect(faults({ transitions: [...transitions, rule('lose', ['open'], 'lost')] })).toEqual(['unknown-state lose']);
    expect(faults({ transitions: [...transitions, rule('find', ['lost'], 'open')] })).toEqual(['unknown-state find']);
    expect(faults({ transitions: [...transitions, rule('find', ['open'], 'toString')] })).toEqual([
      'unknown-state find',
    ]);
  });

  it('all of these at once, each one named with where it is and what to do', () => {
    const found = faultsOf(
      sound({
        title: { en: 'Only English' },
        states: { ...states, checked: state('fulfilled'), lost: state('agreed', { final: true }) },
        transitions: [
          ...transitions.slice(0, 2),
          rule('claim', ['open'], 'checked'),
          rule('verify', ['claimed'], 'gone', { is: 'has-role', roles: ['auditor'] }, {
            is: 'full-moon',
          } as unknown as Condition),
        ],
      }),
      ['en', 'ko'],
    );
    expect(inLanguage(found, 'en')).toEqual([
      { code: 'unknown-state', at: 'verify', message: 'There is no state "gone".' },
      { code: 'unreachable', at: 'lost', message: 'No transition leads here from the start.' },
      { code: 'dead-end', at: 'checked', message: 'No transition leads out, and it is not marked final.' },
      { code: 'shared-key', at: 'claim', message: 'Another transition from the same state has this key.' },
      { code: 'foreign-phase', at: 'lost', message: '"agreed" is not a phase of implementation.' },
      { code: 'missing-label', at: 'title', message: 'The label in "ko" is missing.' },
      { code: 'nobody-can', at: 'verify', message: 'No role that may move a follow-up is named.' },
      { code: 'unknown-condition', at: 'verify', message: 'There is no condition "full-moon".' },
    ]);
  });
});

describe('a draft that can not be read', () => {
  const malformed = (given: Record<string, unknown>) => faults(given);

  it('says which state or transition, and nothing breaks', () => {
    expect(malformed({ title: { en: 7 } })).toEqual(['malformed title']);
    for (const given of [
      null,
      7,
      'x',
      [],
      {},
      { phase: 'unknown' },
      { phase: 7, label },
      { phase: 'unknown', label: { en: null } },
      { phase: 'unknown', label: 'Open' },
    ]) {
      expect(malformed({ states: { ...states, open: given } })).toEqual(['malformed open']);
    }
    for (const given of [
      {},
      { from: 'open' },
      { from: [7] },
      { to: undefined },
      { to: {} },
      { conditions: {} },
      { conditions: [null] },
      { conditions: [{}] },
      { label: [] },
    ]) {
      expect(
        malformed({
          transitions: [
            ...transitions,
            { ...(Object.keys(given).length > 0 ? rule('extra', ['open'], 'claimed') : {}), ...given },
          ],
        }),
      ).toEqual([expect.stringMatching(/^malformed /)]);
    }
  });

  it.each([
    { is: 'has-evidence' },
    { is: 'has-evidence', count: 0 },
    { is: 'has-evidence', count: '1' },
    { is: 'has-evidence', count: 1.5 },
    { is: 'has-evidence', count: 1, kinds: ['rumour'] },
    { is: 'has-evidence', count: 1, kinds: 'link' },
    { is: 'has-evidence', count: 1, stance: ['for'] },
    { is: 'has-evidence', count: 1, credibility: 7 },
    { is: 'has-evidence', count: 1, independentOrigins: 0 },
    { is: 'has-evidence', count: 1, shows: 'will' },
    { is: 'note-when-from' },
    { is: 'note-when-from', states: [7] },
    { is: 'any-of' },
    { is: 'any-of', conditions: [null] },
    { is: 'any-of', conditions: [{ is: 'has-role' }] },
    { is: 'has-role' },
    { is: 'has-role', roles: 'verifier' },
    { is: 'other-person-than' },
    { is: 'other-organization-than', transition: 7 },
    { is: 'response-in' },
  ])('has a condition that says too little, or what nobody understands: %j', (condition) => {
    expect(asking(condition as unknown as Condition)).toEqual(['malformed-condition verify']);
  });
});

/** The tables of docs/workflows.md, copied by hand: state [phase], and transition | from | to | conditions. */
interface Table {
  axis: string;
  states: Record<string, string | null>;
  transitions: [key: string, from: string, to: string, ...conditions: Condition[]][];
}

const reply: Condition = { is: 'has-evidence', count: 1, shows: 'reply' };
const note: Condition = { is: 'has-note' };
const verifier: Condition = { is: 'has-role', roles: ['verifier'] };
const publisher: Condition = { is: 'has-role', roles: ['administrator', 'verifier'] };
const pieceAndNote: Condition[] = [{ is: 'has-evidence', count: 1 }, note];

/** Of the UPR: a reply with its words, and who classified it. */
const words: Condition = { is: 'has-evidence', count: 1, shows: 'reply', quote: true };
const coder: Condition = { is: 'coded-by', who: ['state', 'ohchr', 'upr-info'] };
/** Of the Human Rights Committee: copied from its document, with symbol and paragraph. */
const copied: Condition[] = [{ is: 'has-evidence', count: 1, locator: true }, { is: 'has-note' }];
/** Those of which workflows.md, the design, says that the wording is verified. */
const OFFICIAL = ['upr-response@1', 'upr-implementation@1', 'hrc-follow-up@2017', 'hrc-follow-up@2001'];

const TABLES: Record<string, Table> = {
  'advocacy-response@1': {
    axis: 'response',
    states: {
      'not-delivered': 'awaited',
      delivered: 'awaited',
      acknowledged: 'awaited',
      accepted: 'agreed',
      'partially-accepted': 'partly-agreed',
      noted: 'awaited',
      rejected: 'not-agreed',
      'no-reply': 'no-reply',
    },
    transitions: [
      ['deliver', 'not-delivered', 'delivered', { is: 'has-engagement' }],
      ['acknowledge', 'delivered, no-reply', 'acknowledged', reply],
      [
        'accept',
        'delivered, acknowledged, no-reply, partially-accepted, noted, rejected',
        'accepted',
        reply,
        { is: 'note-when-from', states: ['partially-accepted', 'noted', 'rejected'] },
      ],
      [
        'partially-accept',
        'delivered, acknowledged, no-reply, noted, rejected, accepted',
        'partially-accepted',
        reply,
        note,
      ],
      ['note', 'delivered, acknowledged, no-reply, partially-accepted, rejected, accepted', 'noted', reply],
      ['reject', 'delivered, acknowledged, no-reply, partially-accepted, noted, accepted', 'rejected', reply],
      ['record-silence', 'delivered, acknowledged', 'no-reply', { is: 'reply-past-or-reminded' }],
    ],
  },
  'implementation@1': {
    axis: 'implementation',
    states: {
      'not-assessed': 'unknown',
      'no-action': 'not-started',
      'under-way': 'progressing',
      'partially-implemented': 'progressing',
      'reported-implemented': 'progressing',
      implemented: 'fulfilled',
      'not-implemented': 'not-done',
      reversed: 'reversed',
    },
    transitions: [
      ['find-no-action', 'not-assessed, under-way', 'no-action', ...pieceAndNote],
      ['start', 'not-assessed, no-action', 'under-way', { is: 'has-evidence', count: 1, stance: ['supports'] }],
      [
        'report-partial',
        'not-assessed, no-action, under-way, reported-implemented',
        'partially-implemented',
        { is: 'has-evidence', count: 1, stance: ['supports'], credibility: 3 },
      ],
      [
        'claim',
        'not-assessed, no-action, under-way, partially-implemented',
        'reported-implemented',
        {
          is: 'any-of',
          conditions: [
            { is: 'has-evidence', count: 2, stance: ['supports'], independentOrigins: 2 },
            { is: 'has-evidence', count: 1, stance: ['supports'], shows: 'act' },
          ],
        },
      ],
      [
        'verify',
        'reported-implemented',
        'implemented',
        verifier,
        { is: 'other-person-than', transition: 'claim' },
        { is: 'other-person-than-evidence' },
        { is: 'other-organization-than', transition: 'claim' },
        { is: 'no-open-objection' },
      ],
      ['return', 'reported-implemented', 'under-way', verifier, note],
      [
        'find-not-implemented',
        'not-assessed, no-action, under-way, partially-implemented, reported-implemented',
        'not-implemented',
        { is: 'has-evidence', count: 1, stance: ['contradicts'], credibility: 3 },
        note,
      ],
      [
        'reverse',
        'partially-implemented, implemented',
        'reversed',
        { is: 'has-evidence', count: 1, stance: ['contradicts'] },
        note,
      ],
      ['reopen', 'not-implemented, reversed', 'not-assessed', note],
    ],
  },
  'publication@1': {
    axis: 'publication',
    states: {
      draft: null,
      'in-review': null,
      'changes-requested': null,
      approved: null,
      published: null,
      unpublished: null,
    },
    transitions: [
      ['submit', 'draft, published', 'in-review'],
      ['approve', 'in-review', 'approved', publisher, { is: 'other-person-than', transition: 'submit' }],
      ['request-changes', 'in-review', 'changes-requested', publisher, note],
      ['revise', 'changes-requested, unpublished', 'draft'],
      ['publish', 'approved', 'published', publisher],
      ['unpublish', 'published', 'unpublished', publisher, note],
    ],
  },
  'resolution-reporting@1': {
    axis: 'implementation',
    states: {
      'none-known': 'unknown',
      'midterm-submitted': 'progressing',
      'final-submitted': 'fulfilled',
      'without-figures': 'progressing',
      'nil-report': 'fulfilled',
    },
    transitions: [
      [
        'find-none-known',
        'midterm-submitted, final-submitted, without-figures, nil-report',
        'none-known',
        ...pieceAndNote,
      ],
      [
        'record-midterm-submitted',
        'none-known, final-submitted, without-figures, nil-report',
        'midterm-submitted',
        ...pieceAndNote,
      ],
      [
        'record-final-submitted',
        'none-known, midterm-submitted, without-figures, nil-report',
        'final-submitted',
        ...pieceAndNote,
      ],
      [
        'record-without-figures',
        'none-known, midterm-submitted, final-submitted, nil-report',
        'without-figures',
        ...pieceAndNote,
      ],
      [
        'record-nil-report',
        'none-known, midterm-submitted, final-submitted, without-figures',
        'nil-report',
        ...pieceAndNote,
      ],
    ],
  },
  'upr-response@1': {
    axis: 'response',
    states: {
      pending: 'awaited',
      supported: 'agreed',
      'partially-supported': 'partly-agreed',
      'noted-by-state': 'awaited',
      'noted-unanswered': 'no-reply',
      'not-supported': 'not-agreed',
    },
    transitions: [
      [
        'record-supported',
        'pending, partially-supported, noted-by-state, noted-unanswered, not-supported',
        'supported',
        words,
        coder,
      ],
      [
        'record-partially-supported',
        'pending, supported, noted-by-state, noted-unanswered, not-supported',
        'partially-supported',
        words,
        coder,
      ],
      [
        'record-noted-by-state',
        'pending, supported, partially-supported, noted-unanswered, not-supported',
        'noted-by-state',
        words,
        coder,
      ],
      [
        'record-noted-unanswered',
        'pending, supported, partially-supported, noted-by-state, not-supported',
        'noted-unanswered',
        { is: 'has-evidence', count: 1 },
        coder,
      ],
      [
        'record-not-supported',
        'pending, supported, partially-supported, noted-by-state, noted-unanswered',
        'not-supported',
        words,
        coder,
      ],
    ],
  },
  'upr-implementation@1': {
    axis: 'implementation',
    states: {
      'not-assessed': 'unknown',
      'not-implemented': 'not-started',
      'partially-implemented': 'progressing',
      'fully-implemented': 'fulfilled',
    },
    transitions: [
      [
        'record-not-assessed',
        'not-implemented, partially-implemented, fully-implemented',
        'not-assessed',
        ...pieceAndNote,
      ],
      [
        'record-not-implemented',
        'not-assessed, partially-implemented, fully-implemented',
        'not-implemented',
        ...pieceAndNote,
      ],
      [
        'record-partially-implemented',
        'not-assessed, not-implemented, fully-implemented',
        'partially-implemented',
        ...pieceAndNote,
      ],
      [
        'record-fully-implemented',
        'not-assessed, not-implemented, partially-implemented',
        'fully-implemented',
        ...pieceAndNote,
      ],
    ],
  },
  'hrc-follow-up@2017': {
    axis: 'implementation',
    states: { awaiting: 'unknown', a: 'fulfilled', b: 'progressing', c: 'not-started', d: 'unknown', e: 'reversed' },
    transitions: [
      ['record-awaiting', 'a, b, c, d, e', 'awaiting', ...copied],
      ['record-a', 'awaiting, b, c, d, e', 'a', ...copied],
      ['record-b', 'awaiting, a, c, d, e', 'b', ...copied],
      ['record-c', 'awaiting, a, b, d, e', 'c', ...copied],
      ['record-d', 'awaiting, a, b, c, e', 'd', ...copied],
      ['record-e', 'awaiting, a, b, c, d', 'e', ...copied],
    ],
  },
  'hrc-follow-up@2001': {
    axis: 'implementation',
    states: {
      awaiting: 'unknown',
      incomplete: 'not-started',
      'partially-satisfactory': 'progressing',
      satisfactory: 'fulfilled',
    },
    transitions: [
      ['record-awaiting', 'incomplete, partially-satisfactory, satisfactory', 'awaiting', ...copied],
      ['record-incomplete', 'awaiting, partially-satisfactory, satisfactory', 'incomplete', ...copied],
      ['record-partially-satisfactory', 'awaiting, incomplete, satisfactory', 'partially-satisfactory', ...copied],
      ['record-satisfactory', 'awaiting, incomplete, partially-satisfactory', 'satisfactory', ...copied],
    ],
  },
  'cedaw-follow-up@1': {
    axis: 'implementation',
    states: {
      implemented: 'fulfilled',
      'substantially-implemented': 'progressing',
      'partially-implemented': 'progressing',
      'not-implemented': 'not-started',
      'lack-of-information': 'unknown',
    },
    transitions: [
      [
        'record-implemented',
        'substantially-implemented, partially-implemented, not-implemented, lack-of-information',
        'implemented',
        ...pieceAndNote,
      ],
      [
        'record-substantially-implemented',
        'implemented, partially-implemented, not-implemented, lack-of-information',
        'substantially-implemented',
        ...pieceAndNote,
      ],
      [
        'record-partially-implemented',
        'implemented, substantially-implemented, not-implemented, lack-of-information',
        'partially-implemented',
        ...pieceAndNote,
      ],
      [
        'record-not-implemented',
        'implemented, substantially-implemented, partially-implemented, lack-of-information',
        'not-implemented',
        ...pieceAndNote,
      ],
      [
        'record-lack-of-information',
        'implemented, substantially-implemented, partially-implemented, not-implemented',
        'lack-of-information',
        ...pieceAndNote,
      ],
    ],
  },
  'ilo-supervision@1': {
    axis: 'implementation',
    states: {
      'direct-request': 'unknown',
      observation: 'not-started',
      'government-reply': 'progressing',
      'case-of-interest': 'progressing',
      'case-of-satisfaction': 'fulfilled',
    },
    transitions: [
      [
        'record-direct-request',
        'observation, government-reply, case-of-interest, case-of-satisfaction',
        'direct-request',
        ...pieceAndNote,
      ],
      [
        'record-observation',
        'direct-request, government-reply, case-of-interest, case-of-satisfaction',
        'observation',
        ...pieceAndNote,
      ],
      [
        'record-government-reply',
        'direct-request, observation, case-of-interest, case-of-satisfaction',
        'government-reply',
        ...pieceAndNote,
      ],
      [
        'record-case-of-interest',
        'direct-request, observation, government-reply, case-of-satisfaction',
        'case-of-interest',
        ...pieceAndNote,
      ],
      [
        'record-case-of-satisfaction',
        'direct-request, observation, government-reply, case-of-interest',
        'case-of-satisfaction',
        ...pieceAndNote,
      ],
    ],
  },
  'communication@1': {
    axis: 'response',
    states: {
      sent: 'awaited',
      'no-reply': 'no-reply',
      'partial-reply': 'partly-agreed',
      'substantive-reply': 'agreed',
    },
    transitions: [
      ['record-sent', 'no-reply, partial-reply, substantive-reply', 'sent', ...pieceAndNote],
      ['record-no-reply', 'sent, partial-reply, substantive-reply', 'no-reply', ...pieceAndNote],
      ['record-partial-reply', 'sent, no-reply, substantive-reply', 'partial-reply', ...pieceAndNote],
      ['record-substantive-reply', 'sent, no-reply, partial-reply', 'substantive-reply', ...pieceAndNote],
    ],
  },
  'visit-request@1': {
    axis: 'response',
    states: {
      requested: 'awaited',
      reminded: 'awaited',
      agreed: 'agreed',
      postponed: 'partly-agreed',
      refused: 'not-agreed',
    },
    transitions: [
      ['record-requested', 'reminded, agreed, postponed, refused', 'requested', ...pieceAndNote],
      ['record-reminded', 'requested, agreed, postponed, refused', 'reminded', ...pieceAndNote],
      ['record-agreed', 'requested, reminded, postponed, refused', 'agreed', ...pieceAndNote],
      ['record-postponed', 'requested, reminded, agreed, refused', 'postponed', ...pieceAndNote],
      ['record-refused', 'requested, reminded, agreed, postponed', 'refused', ...pieceAndNote],
    ],
  },
  'visit@1': {
    axis: 'implementation',
    states: { 'not-made': 'unknown', made: 'fulfilled' },
    transitions: [
      ['record-not-made', 'made', 'not-made', ...pieceAndNote],
      ['record-made', 'not-made', 'made', ...pieceAndNote],
    ],
  },
};

describe('the built-in definitions', () => {
  it('all have a table here', () => {
    expect(builtInWorkflows.map(({ key, version }) => `${key}@${version}`).sort()).toEqual(Object.keys(TABLES).sort());
  });

  it.each(Object.keys(TABLES))('are as the tables say: %s', (name) => {
    const definition = builtInWorkflows.find(({ key, version }) => `${key}@${version}` === name)!;
    const written: Table = {
      axis: definition.axis,
      states: Object.fromEntries(Object.entries(definition.states).map(([key, { phase }]) => [key, phase])),
      transitions: definition.transitions.map(({ key, from, to, conditions }) => [
        key,
        from.join(', '),
        to,
        ...conditions,
      ]),
    };
    expect(written).toEqual(TABLES[name]);
    expect(definition.initial).toBe(
      name === 'cedaw-follow-up@1' ? 'lack-of-information' : Object.keys(TABLES[name]!.states)[0],
    );
    expect(definition.official).toBe(OFFICIAL.includes(name));
  });

  it('say "Noted" and "Not supported" of the UPR, never that anybody refused', () => {
    const upr = builtInWorkflows.find(({ key }) => key === 'upr-response')!;
    expect([upr.states['noted-by-state']!.label.en, upr.states['not-supported']!.label.en]).toEqual([
      'Noted',
      'Not supported',
    ]);
    expect(JSON.stringify(upr)).not.toMatch(/refus|reject|거부|거절/i);
  });

  it('have the double footnote of the ILO as a flag, not as a state', () => {
    const ilo = builtInWorkflows.find(({ key }) => key === 'ilo-supervision')!;
    expect(Object.keys(ilo.flags ?? {})).toEqual(['double-footnote']);
    expect(builtInWorkflows.filter(({ flags }) => flags).map(({ key }) => key)).toEqual(['ilo-supervision']);
  });

  it('name the document or body that each stands on', () => {
    const sourceOf = (name: string) =>
      builtInWorkflows.find(({ key, version }) => `${key}@${version}` === name)!.source;
    expect(sourceOf('hrc-follow-up@2017')).toContain('CCPR/C/128/3');
    for (const name of ['upr-response@1', 'upr-implementation@1']) expect(sourceOf(name)).toContain('UPR Info');
    for (const { source } of builtInWorkflows) expect(source.length).toBeGreaterThan(40);
  });

  it('show a claim as awaiting a check', () => {
    const implementation = builtInWorkflows.find(({ key }) => key === 'implementation')!;
    expect(implementation.states['reported-implemented']?.label).toEqual({
      en: 'Reported implemented, awaiting check',
      ko: '이행 보고됨, 확인 대기',
    });
  });
});
