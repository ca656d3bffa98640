import { describe, expect, it } from '@jest/globals';
import { inLanguage } from '../common/words.js';
import { conditions, type TransitionFacts, unmetOf } from './conditions.js';
import type { PastTransition } from './standing.js';
import type { EvidenceFact } from './evidence-condition.js';
import type { Condition, EvidenceCondition } from './workflow.definition.js';

/** Minji of Han River is about to act, on the day of the resolution. */
const facts = (given: Partial<TransitionFacts> = {}): TransitionFacts => ({
  from: 'reported-implemented',
  note: undefined,
  codedBy: undefined,
  roles: ['editor'],
  personId: 'minji',
  organizationId: 'han-river',
  organizations: 2,
  occurredLast: '2013-03-21',
  evidence: [],
  history: [],
  engagements: [],
  isDeadlinePast: false,
  responseState: undefined,
  openObjections: [],
  ...given,
});

let n = 0;
const piece = (given: Partial<EvidenceFact> = {}): EvidenceFact => ({
  id: `piece-${++n}`,
  kind: 'link',
  stance: 'supports',
  shows: null,
  credibility: null,
  originId: `origin-${n}`,
  hasQuote: false,
  hasLocator: false,
  broughtBy: ['somebody'],
  ...given,
});

const past = (
  transition: string,
  to: string,
  people: string[],
  given: Partial<PastTransition> = {},
): PastTransition => ({
  transition,
  to,
  from: 'before',
  workflow: 'implementation@1',
  fromWorkflow: 'implementation@1',
  people,
  organizations: ['han-river'],
  evidenceBroughtBy: [],
  ...given,
});

const whyNot = (condition: Condition, given: Partial<TransitionFacts> = {}): string | undefined =>
  unmetOf(facts(given), [condition])[0]?.message.en;

describe('has-note', () => {
  it('is met by a note', () => expect(whyNot({ is: 'has-note' }, { note: 'They told us so.' })).toBeUndefined());
  it('asks for one', () => expect(whyNot({ is: 'has-note' })).toBe('Say why, in a note.'));
});

describe('note-when-from', () => {
  const condition: Condition = { is: 'note-when-from', states: ['rejected', 'noted'] };
  it('asks for a note where the position was another one', () => {
    expect(whyNot(condition, { from: 'rejected' })).toBe(
      'They held another position before: say why it changed, in a note.',
    );
  });
  it('is met by a note', () =>
    expect(whyNot(condition, { from: 'rejected', note: 'A new minister.' })).toBeUndefined());
  it('asks for nothing from any other state', () => expect(whyNot(condition, { from: 'delivered' })).toBeUndefined());
});

describe('has-evidence', () => {
  const needs = (given: Partial<EvidenceCondition>, ...evidence: EvidenceFact[]) =>
    whyNot({ is: 'has-evidence', count: 1, ...given }, { evidence });

  it('counts pieces, and says how many are there', () => {
    expect(needs({})).toBe('Attach 1 piece of evidence; 0 so far.');
    expect(needs({}, piece())).toBeUndefined();
    expect(needs({ count: 2 }, piece())).toBe('Attach 2 pieces of evidence; 1 so far.');
    expect(needs({ count: 2 }, piece(), piece())).toBeUndefined();
  });

  it('takes only the kinds that are asked for', () => {
    expect(needs({ kinds: ['file', 'account'] }, piece({ kind: 'link' }))).toBe(
      'Attach 1 piece of evidence (a file or an account); 0 so far.',
    );
    expect(needs({ kinds: ['file', 'account'] }, piece({ kind: 'account' }))).toBeUndefined();
    expect(needs({ kinds: ['link'] })).toBe('Attach 1 piece of evidence (a link); 0 so far.');
  });

  it('takes only the stance that is asked for', () => {
    expect(needs({ stance: ['supports'] }, piece({ stance: 'context' }), piece({ stance: 'contradicts' }))).toBe(
      'Attach 1 piece of evidence speaking for it; 0 so far.',
    );
    expect(needs({ stance: ['contradicts'] }, piece({ stance: 'supports' }))).toBe(
      'Attach 1 piece of evidence speaking against it; 0 so far.',
    );
    expect(needs({ stance: ['supports', 'contradicts'] }, piece({ stance: 'context' }))).toBe(
      'Attach 1 piece of evidence speaking for it or speaking against it; 0 so far.',
    );
    expect(needs({ stance: ['supports', 'contradicts'] }, piece({ stance: 'contradicts' }))).toBeUndefined();
    expect(needs({ stance: ['context'] }, piece())).toBe('Attach 1 piece of evidence giving context; 0 so far.');
  });

  it.each([
    [1, true],
    [3, true],
    [4, false],
    [6, false],
    [null, false],
  ])('asked for a credibility of 3 or better: %p is enough: %p', (credibility, isEnough) => {
    expect(needs({ credibility: 3 }, piece({ credibility }))).toBe(
      isEnough ? undefined : 'Attach 1 piece of evidence with a credibility of 1 to 3; 0 so far.',
    );
  });

  it('counts two pieces of one origin once, where origins must be independent', () => {
    const copies = [piece({ originId: 'agency' }), piece({ originId: 'agency' })];
    const condition = { count: 2, independentOrigins: 2 };
    expect(needs(condition, ...copies)).toBe(
      'Attach 2 pieces of evidence from 2 independent origins; what is attached goes back to 1 origin.',
    );
    expect(needs(condition, ...copies, piece())).toBeUndefined();
    expect(needs({ count: 2 }, ...copies)).toBeUndefined();
    expect(needs({ count: 3, independentOrigins: 3 }, ...copies, piece())).toBe(
      'Attach 3 pieces of evidence from 3 independent origins; what is attached goes back to 2 origins.',
    );
  });

  it('counts origins of fitting pieces only', () => {
    expect(
      needs(
        { count: 2, stance: ['supports'], independentOrigins: 2 },
        piece({ originId: 'a' }),
        piece({ originId: 'a' }),
        piece({ originId: 'b', stance: 'contradicts' }),
      ),
    ).toContain('goes back to 1 origin');
  });

  it('takes only what has its words, or its place, where they are asked for', () => {
    expect(needs({ quote: true }, piece({ hasLocator: true }))).toBe(
      'Attach 1 piece of evidence with the words themselves (its quote); 0 so far.',
    );
    expect(needs({ quote: true }, piece({ hasQuote: true }))).toBeUndefined();
    expect(needs({ locator: true }, piece({ hasQuote: true }))).toBe(
      'Attach 1 piece of evidence with symbol and paragraph (its locator); 0 so far.',
    );
    expect(needs({ locator: true }, piece({ hasLocator: true }))).toBeUndefined();
    expect(needs({ quote: true, shows: 'reply' }, piece({ hasQuote: true }), piece({ shows: 'reply' }))).toBe(
      'Attach 1 piece of evidence of what they replied with the words themselves (its quote); 0 so far.',
    );
  });

  it('takes only what shows the reply, or the act itself', () => {
    expect(needs({ shows: 'reply' }, piece(), piece({ shows: 'act' }))).toBe(
      'Attach 1 piece of evidence of what they replied; 0 so far.',
    );
    expect(needs({ shows: 'reply' }, piece({ shows: 'reply' }))).toBeUndefined();
    expect(needs({ shows: 'act' }, piece({ shows: 'reply' }))).toBe(
      'Attach 1 piece of evidence that is an official record of the act itself; 0 so far.',
    );
  });

  it('wants one piece to have everything at once', () => {
    const condition: Partial<EvidenceCondition> = {
      kinds: ['link'],
      stance: ['supports'],
      credibility: 2,
      shows: 'act',
    };
    const fitting = { kind: 'link', stance: 'supports', credibility: 2, shows: 'act' } as const;
    expect(needs(condition, piece(fitting))).toBeUndefined();
    expect(
      needs(
        condition,
        piece({ ...fitting, kind: 'file' }),
        piece({ ...fitting, stance: 'context' }),
        piece({ ...fitting, credibility: 3 }),
        piece({ ...fitting, shows: null }),
      ),
    ).toBe(
      'Attach 1 piece of evidence (a link) that is an official record of the act itself speaking for it with a credibility of 1 to 2; 0 so far.',
    );
  });
});

describe('has-engagement', () => {
  const engagement = (occurredFirst: string) => ({ kind: 'letter', occurredFirst, awaitedLast: null });
  const message = 'Record the letter, request or meeting that delivered it, with its date.';
  it('asks for the act that delivered it', () => expect(whyNot({ is: 'has-engagement' })).toBe(message));
  it('is met by one of that day or before', () =>
    expect(whyNot({ is: 'has-engagement' }, { engagements: [engagement('2013-03-21')] })).toBeUndefined());
  it('is not met by one that came later', () =>
    expect(whyNot({ is: 'has-engagement' }, { engagements: [engagement('2013-03-22')] })).toBe(message));
});

describe('reply-past-or-reminded', () => {
  const condition: Condition = { is: 'reply-past-or-reminded' };
  const message = 'Wait until the awaited reply is past, or record a reminder.';
  const letter = (awaitedLast: string | null) => ({
    engagements: [{ kind: 'letter', occurredFirst: '2013-01-01', awaitedLast }],
  });
  const reminder = (occurredFirst: string) => ({
    engagements: [{ kind: 'reminder', occurredFirst, awaitedLast: null }],
  });

  it('is not met by a letter that nobody said when to answer', () =>
    expect(whyNot(condition, letter(null))).toBe(message));
  it('is not met on the last day of waiting', () => expect(whyNot(condition, letter('2013-03-21'))).toBe(message));
  it('is met on the day after', () => expect(whyNot(condition, letter('2013-03-20'))).toBeUndefined());
  it('is met by a reminder', () => expect(whyNot(condition, reminder('2013-03-21'))).toBeUndefined());
  it('is not met by a reminder that went out later', () =>
    expect(whyNot(condition, reminder('2013-03-22'))).toBe(message));
  it('is met by one of several', () => {
    const engagements = [...letter('2013-03-20').engagements, ...letter(null).engagements];
    expect(whyNot(condition, { engagements })).toBeUndefined();
  });
});

describe('any-of', () => {
  const condition: Condition = {
    is: 'any-of',
    conditions: [{ is: 'has-note' }, { is: 'has-evidence', count: 1, shows: 'act' }],
  };
  it('is met by either', () => {
    expect(whyNot(condition, { note: 'Why.' })).toBeUndefined();
    expect(whyNot(condition, { evidence: [piece({ shows: 'act' })] })).toBeUndefined();
  });
  it('says every way to meet it', () => {
    expect(whyNot(condition)).toBe(
      'Say why, in a note. Or: Attach 1 piece of evidence that is an official record of the act itself; 0 so far.',
    );
  });
});

describe('has-role', () => {
  const condition: Condition = { is: 'has-role', roles: ['administrator', 'verifier'] };
  it('is met by one of the roles', () => expect(whyNot(condition, { roles: ['partner', 'verifier'] })).toBeUndefined());
  it('says whom to ask', () =>
    expect(whyNot(condition, { roles: ['editor'] })).toBe('Ask somebody with the role administrator or verifier.'));
});

describe('other-person-than', () => {
  const condition: Condition = { is: 'other-person-than', transition: 'claim' };
  const message = 'You stand behind this claim yourself: ask another person.';
  const refuses = (...history: PastTransition[]) => expect(whyNot(condition, { history })).toBe(message);
  const allows = (...history: PastTransition[]) => expect(whyNot(condition, { history })).toBeUndefined();

  it('bars whoever claimed', () => refuses(past('claim', 'reported-implemented', ['minji'])));
  it('allows another person', () => allows(past('claim', 'reported-implemented', ['yuna'])));
  it('bars whoever corrected the claim, and whoever made what was corrected into it', () => {
    refuses(past('correct', 'reported-implemented', ['yuna', 'minji']));
    refuses(past('claim', 'reported-implemented', ['minji', 'yuna']));
  });
  it('bars whoever entered the claim as history', () => refuses(past('open', 'reported-implemented', ['minji'])));
  it('bars the claimant when a verification of it was voided since', () => {
    const sinceVoided = [past('verify', 'implemented', ['yuna']), past('void', 'reported-implemented', ['jisoo'])];
    refuses(past('claim', 'reported-implemented', ['minji']), ...sinceVoided);
    refuses(past('open', 'reported-implemented', ['minji']), ...sinceVoided);
    refuses(past('correct', 'reported-implemented', ['minji']), ...sinceVoided);
  });
  it('lets whoever made the verification void verify it, unless they brought evidence', () => {
    allows(
      past('claim', 'reported-implemented', ['yuna']),
      past('verify', 'implemented', ['jisoo']),
      past('void', 'reported-implemented', ['minji']),
    );
  });
  it('lets whoever verified it before verify it again', () => {
    allows(
      past('claim', 'reported-implemented', ['yuna']),
      past('verify', 'implemented', ['minji']),
      past('void', 'reported-implemented', ['jisoo']),
    );
  });
  it('bars the claimant where a correction says that nothing happened since', () => {
    refuses(past('open', 'reported-implemented', ['minji']), past('correct', 'reported-implemented', ['yuna']));
  });
  it('bars nobody for what they did before somebody else claimed anew', () => {
    allows(
      past('claim', 'reported-implemented', ['minji']),
      past('return', 'under-way', ['jisoo']),
      past('claim', 'reported-implemented', ['yuna']),
    );
    allows(past('start', 'under-way', ['minji']), past('claim', 'reported-implemented', ['yuna']));
  });
  it('bars the last who claimed where the state has come about otherwise since', () => {
    const since = [past('return', 'under-way', ['jisoo']), past('correct', 'reported-implemented', ['yuna'])];
    refuses(past('claim', 'reported-implemented', ['minji']), ...since);
    allows(past('claim', 'reported-implemented', ['jisoo']), ...since);
  });
  it('is about persons: a second account of one person is the same person', () => {
    expect(facts()).not.toHaveProperty('accountId');
    refuses(past('claim', 'reported-implemented', ['minji']));
  });
});

describe('other-person-than-evidence', () => {
  const condition: Condition = { is: 'other-person-than-evidence' };
  const message = 'You brought evidence for it yourself: ask another person.';
  it('is met where others brought it', () =>
    expect(
      whyNot(condition, { evidence: [piece()], history: [past('claim', 'reported-implemented', ['minji'])] }),
    ).toBeUndefined());
  it.each(['supports', 'context'] as const)('bars whoever entered, edited or linked a piece that %s', (stance) => {
    expect(whyNot(condition, { evidence: [piece({ stance, broughtBy: ['yuna', 'minji'] })] })).toBe(message);
  });
  it('does not bar whoever brought what contradicts it', () =>
    expect(whyNot(condition, { evidence: [piece({ stance: 'contradicts', broughtBy: ['minji'] })] })).toBeUndefined());
  it('bars whoever brought what the claim cites, though it was taken off since', () => {
    expect(
      whyNot(condition, {
        history: [past('claim', 'reported-implemented', ['yuna'], { evidenceBroughtBy: ['minji'] })],
      }),
    ).toBe(message);
  });
  it('bars them when a verification was voided since', () => {
    const claim = past('claim', 'reported-implemented', ['yuna'], { evidenceBroughtBy: ['minji'] });
    expect(
      whyNot(condition, {
        history: [claim, past('verify', 'implemented', ['jisoo']), past('void', 'reported-implemented', ['yuna'])],
      }),
    ).toBe(message);
  });
});

describe('other-organization-than', () => {
  const condition: Condition = { is: 'other-organization-than', transition: 'claim' };
  const message = 'Your organization made this claim: ask somebody of another organization.';
  const ours = past('claim', 'reported-implemented', ['yuna']);
  const theirs = past('claim', 'reported-implemented', ['yuna'], { organizations: ['europe-for-korea'] });
  it('bars a colleague of the claimant', () => expect(whyNot(condition, { history: [ours] })).toBe(message));
  it('allows another organization', () => expect(whyNot(condition, { history: [theirs] })).toBeUndefined());
  it('asks for nothing where the workspace has one organization', () =>
    expect(whyNot(condition, { history: [ours], organizations: 1 })).toBeUndefined());
  it('bars the organization of whoever corrected the claim', () => {
    expect(
      whyNot(condition, {
        history: [{ ...theirs, transition: 'correct', organizations: ['europe-for-korea', 'han-river'] }],
      }),
    ).toBe(message);
  });
  it('bars the organization that entered the claim as history, also when a verification was voided since', () => {
    const opened = past('open', 'reported-implemented', ['yuna']);
    expect(whyNot(condition, { history: [opened] })).toBe(message);
    const other = { organizations: ['europe-for-korea'] };
    expect(
      whyNot(condition, {
        history: [
          opened,
          past('verify', 'implemented', ['jisoo'], other),
          past('void', 'reported-implemented', ['jisoo'], other),
        ],
      }),
    ).toBe(message);
  });
});

describe('deadline-passed, response-in and no-open-objection', () => {
  it('waits for the deadline', () => {
    expect(whyNot({ is: 'deadline-passed' })).toBe('Wait until the deadline has passed.');
    expect(whyNot({ is: 'deadline-passed' }, { isDeadlinePast: true })).toBeUndefined();
  });
  it('says which response it needs', () => {
    const condition: Condition = { is: 'response-in', states: ['accepted', 'partially-accepted'] };
    const message = 'Record first what they said: this needs a response of accepted or partially-accepted.';
    expect(whyNot(condition, { responseState: 'rejected' })).toBe(message);
    expect(whyNot(condition)).toBe(message);
    expect(whyNot(condition, { responseState: 'accepted' })).toBeUndefined();
  });
  it('waits for the answer to an objection', () => {
    expect(whyNot({ is: 'no-open-objection' }, { openObjections: ['Europe for Korea'] })).toBe(
      'Europe for Korea objects: answer it first.',
    );
    expect(whyNot({ is: 'no-open-objection' }, { openObjections: ['One', 'Two'] })).toBe(
      'One objects: answer it first. Two objects: answer it first.',
    );
    expect(whyNot({ is: 'no-open-objection' })).toBeUndefined();
  });
});

describe('coded-by', () => {
  const condition: Condition = { is: 'coded-by', who: ['state', 'upr-info'] };
  it('is met by one of those named', () => expect(whyNot(condition, { codedBy: 'upr-info' })).toBeUndefined());
  it('names them otherwise', () => {
    for (const codedBy of [undefined, 'somebody', 'toString'])
      expect(whyNot(condition, { codedBy })).toBe('Say under "codedBy" who classified it so: state, upr-info.');
  });
});

describe('a state that was carried over from another workflow', () => {
  const over = (given: Partial<PastTransition> = {}): PastTransition =>
    past('migrate', 'declared', ['vera'], {
      from: 'reported-implemented',
      workflow: 'ours@1',
      organizations: ['europe'],
      ...given,
    });
  const condition: Condition = { is: 'other-person-than', transition: 'declare' };

  it('is still the claim of whoever made it, under whatever name', () => {
    expect(whyNot(condition, { history: [past('claim', 'reported-implemented', ['minji']), over()] })).toContain(
      'ask another person',
    );
    expect(
      whyNot(condition, { personId: 'vera', history: [past('claim', 'reported-implemented', ['minji']), over()] }),
    ).toContain('ask another person');
    expect(
      whyNot(
        { is: 'other-organization-than', transition: 'declare' },
        { history: [past('claim', 'reported-implemented', ['minji']), over()] },
      ),
    ).toContain('another organization');
  });
  it('still stands on the evidence of then', () => {
    const claim = past('claim', 'reported-implemented', ['somebody'], { evidenceBroughtBy: ['minji'] });
    expect(whyNot({ is: 'other-person-than-evidence' }, { history: [claim, over()] })).toContain('brought evidence');
  });
  it('has nothing to do with a namesake of the other workflow', () => {
    const history = [
      past('claim', 'declared', ['minji']),
      past('return', 'under-way', ['vera'], { from: 'declared' }),
      over({ from: 'under-way' }),
    ];
    expect(whyNot(condition, { history })).toBeUndefined();
  });
});

describe('several conditions', () => {
  it('are all named that are not met, in order, each with its message', () => {
    const required: Condition[] = [
      { is: 'has-role', roles: ['verifier'] },
      { is: 'no-open-objection' },
      { is: 'has-note' },
    ];
    expect(inLanguage(unmetOf(facts(), required), 'en')).toEqual([
      { condition: 'has-role', message: 'Ask somebody with the role verifier.' },
      { condition: 'has-note', message: 'Say why, in a note.' },
    ]);
    expect(inLanguage(unmetOf(facts(), required), 'ko')).toEqual([
      { condition: 'has-role', message: '다음 역할을 맡은 사람에게 요청하세요: 확인자.' },
      { condition: 'has-note', message: '이유를 메모에 적으세요.' },
    ]);
    expect(unmetOf(facts({ roles: ['verifier'], note: 'Why.' }), required)).toEqual([]);
  });

  it('are each tried above', () => {
    expect(Object.keys(conditions).sort()).toEqual([
      'any-of',
      'coded-by',
      'deadline-passed',
      'has-engagement',
      'has-evidence',
      'has-note',
      'has-role',
      'no-open-objection',
      'note-when-from',
      'other-organization-than',
      'other-person-than',
      'other-person-than-evidence',
      'reply-past-or-reminded',
      'response-in',
    ]);
  });
});
