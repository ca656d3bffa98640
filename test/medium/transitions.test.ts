// The engine on the real database: history that is entered afterwards, corrections, and the conditions of each axis.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member, verifier: Member;
let followUp: Awaited<ReturnType<World['a']['followUp']>>;
let track: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ name: 'Edita' });
  verifier = await world.a.member({
    roles: ['verifier'],
    organizationId: await world.a.organization('Europe for Korea'),
    name: 'Vera',
  });
  followUp = await world.a.followUp();
  track = followUp.implementation;
});
afterEach(() => world.close());

const move = (by: Member, transition: string, body: Record<string, unknown> = {}): Promise<Answer> =>
  world.as(by).post(`/tracks/${track}/transitions`, { transition, occurredOn: null, ...body });
const made = async (answer: Promise<Answer>): Promise<string> => {
  const { status, body } = await answer;
  expect({ status, body }).toMatchObject({ status: 201 });
  return body['id'] as string;
};
const open = (to: string, occurredOn: string | null, evidenceIds: string[]): Promise<Answer> =>
  move(editor, 'open', { to, occurredOn, evidenceIds });
const correct = (
  corrects: string,
  to: string,
  occurredOn: string | null,
  more: Record<string, unknown> = {},
): Promise<Answer> => move(editor, 'correct', { corrects, to, occurredOn, note: 'Read again.', ...more });
const history = async (sort = 'occurredOn'): Promise<Record<string, any>[]> =>
  (await world.as(editor).get(`/tracks/${track}/transitions?sort=${sort}`)).body['items'];
const stands = async (): Promise<Record<string, any>> => (await world.as(editor).get(`/tracks/${track}`)).body;

/** Refused, and nothing is written. */
async function refused(answer: () => Promise<Answer>, status: number, more: Record<string, unknown>): Promise<void> {
  const written = (): Promise<unknown> =>
    world.a.rows(
      'SELECT (SELECT count(*) FROM transition), (SELECT count(*) FROM audit_event), (SELECT count(*) FROM track_evidence), (SELECT count(*) FROM words)',
    );
  const before = await written();
  const answered = await answer();
  expect({ ...answered.body, status: answered.status }).toMatchObject({ status, ...more });
  expect(await written()).toEqual(before);
}

describe('years of history, entered afterwards', () => {
  let source: string;
  beforeEach(async () => {
    source = await world.a.evidence(editor, { title: 'Annual report' });
  });

  test('in any order, with its source, and marked unchecked', async () => {
    await made(open('under-way', '2012-05', [source]));
    await made(open('implemented', '2013', [source]));
    await made(open('no-action', '2011', [source]));
    expect(
      (await history()).map((t) => [
        t['transition'],
        t['from'],
        t['to'],
        t['occurredOn'],
        t['unchecked'],
        t['inTimelineOnly'],
        t['evidence'].length,
      ]),
    ).toEqual([
      ['open', 'not-assessed', 'no-action', '2011', true, false, 1],
      ['open', 'not-assessed', 'under-way', '2012-05', true, false, 1],
      ['open', 'under-way', 'implemented', '2013', true, false, 1],
    ]);
    expect(await stands()).toMatchObject({ state: 'implemented', phase: 'fulfilled', unchecked: true });
    expect(
      await world.a.rows(
        'SELECT occurred_last::text, position::float FROM transition WHERE track_id = $1 ORDER BY position',
        [track],
      ),
    ).toEqual([
      { occurred_last: '2011-12-31', position: 0.5 },
      { occurred_last: '2012-05-31', position: 1 },
      { occurred_last: '2013-12-31', position: 2 },
    ]);
  });

  test('before what was followed here: where the claim can follow on it', async () => {
    const [one, two] = [await world.a.evidence(editor), await world.a.evidence(editor)];
    await made(move(editor, 'claim', { occurredOn: '2014', evidenceIds: [one, two] }));
    const before = await stands();
    await made(open('under-way', '2012', [source]));
    expect((await history()).map((t) => [t['to'], t['inTimelineOnly']])).toEqual([
      ['under-way', false],
      ['reported-implemented', false],
    ]);
    expect(await stands()).toMatchObject({
      state: 'reported-implemented',
      unchecked: false,
      version: before['version'],
    });
  });

  test('before what was followed here: in the timeline only, where the claim does not follow on it', async () => {
    const [one, two] = [await world.a.evidence(editor), await world.a.evidence(editor)];
    await made(move(editor, 'claim', { occurredOn: '2014', evidenceIds: [one, two] }));
    await made(open('reversed', '2012', [source]));
    expect((await history()).map((t) => [t['to'], t['inTimelineOnly']])).toEqual([
      ['reversed', true],
      ['reported-implemented', false],
    ]);
    expect(await stands()).toMatchObject({ state: 'reported-implemented', unchecked: false });
    expect(await world.a.rows('SELECT position FROM transition WHERE to_state = $1', ['reversed'])).toEqual([
      { position: null },
    ]);
  });

  test('but not after it', async () => {
    await made(move(editor, 'start', { occurredOn: '2012', evidenceIds: [source] }));
    await refused(() => open('implemented', '2013', [source]), 409, {
      code: 'transition-not-allowed',
      detail: expect.stringContaining('only before the first transition that was followed here'),
    });
    await refused(() => open('implemented', null, [source]), 409, { code: 'transition-not-allowed' });
  });

  test('only with a source, to a state that there is, and by those who move follow-ups', async () => {
    await refused(() => open('implemented', '2013', []), 422, {
      unmet: [{ condition: 'has-evidence', message: 'Attach 1 piece of evidence; 0 so far.' }],
    });
    await refused(() => open('finished', '2013', [source]), 409, {
      detail: expect.stringContaining('Say under "to" which state it was in: '),
    });
    await refused(() => move(editor, 'open', { evidenceIds: [source] }), 409, { code: 'transition-not-allowed' });
    await refused(() => move(verifier, 'open', { to: 'implemented', evidenceIds: [source] }), 403, {
      code: 'role-missing',
    });
  });

  test('is followed on from where it leads', async () => {
    await made(open('reported-implemented', '2013', [source]));
    await made(move(verifier, 'verify', { occurredOn: '2014' }));
    expect(await stands()).toMatchObject({ state: 'implemented', unchecked: false });
  });

  test('what is not known to have happened on any day counts as of the day it is told', async () => {
    await made(open('under-way', null, [source]));
    expect(
      await world.a.rows(
        `SELECT occurred_on, occurred_last = (now() AT TIME ZONE 'Asia/Seoul')::date AS today FROM transition`,
      ),
    ).toEqual([{ occurred_on: null, today: true }]);
  });

  test('a past move is placed between, and told in the log with the version that the track has', async () => {
    await made(move(editor, 'start', { occurredOn: '2012', evidenceIds: [source] }));
    await made(move(editor, 'find-no-action', { occurredOn: '2014', note: 'It stopped.' }));
    const strong = await world.a.evidence(editor, { credibility: 2 });
    await made(
      move(editor, 'find-not-implemented', { occurredOn: '2013', note: 'Nothing came of it.', evidenceIds: [strong] }),
    );
    await made(
      move(editor, 'report-partial', {
        occurredOn: '2013',
        evidenceIds: [await world.a.evidence(editor, { credibility: 1 })],
      }),
    );
    expect((await history()).map((t) => [t['transition'], t['from'], t['inTimelineOnly']])).toEqual([
      ['start', 'not-assessed', false],
      ['find-not-implemented', 'under-way', true],
      ['report-partial', 'under-way', true],
      ['find-no-action', 'under-way', false],
    ]);
    expect(await stands()).toMatchObject({ state: 'no-action', version: 3 });
    expect(await eventsOf(world, track)).toEqual(
      [2, 3, 3, 3].map((version) => `track.transitioned ${version} coalition`),
    );
  });
});

describe('a correction', () => {
  let strong: string, other: string;
  beforeEach(async () => {
    [strong, other] = [
      await world.a.evidence(editor, { credibility: 2 }),
      await world.a.evidence(editor, { credibility: 5 }),
    ];
  });
  const claim = (): Promise<string> =>
    made(move(editor, 'claim', { occurredOn: '2014', evidenceIds: [strong, other] }));

  test('takes the place of what it corrects, which stays to be read', async () => {
    const wrong = await claim();
    const right = await made(correct(wrong, 'partially-implemented', '2014-06'));
    expect(await stands()).toMatchObject({ state: 'partially-implemented', phase: 'progressing', version: 3 });
    expect(
      (await history('recordedAt')).map((t) => [
        t['id'],
        t['transition'],
        t['from'],
        t['to'],
        t['corrects'],
        t['correctedBy'],
        t['note'],
      ]),
    ).toEqual([
      [wrong, 'claim', 'not-assessed', 'reported-implemented', null, right, null],
      [right, 'correct', 'not-assessed', 'partially-implemented', wrong, null, 'Read again.'],
    ]);
    expect(await world.a.rows('SELECT DISTINCT position::text FROM transition')).toEqual([{ position: '1' }]);
    expect(await eventsOf(world, track)).toEqual(['track.transitioned 2 coalition', 'track.transitioned 3 coalition']);
  });

  test('needs a note, and what leads to the state that it puts in place', async () => {
    const wrong = await made(move(editor, 'start', { occurredOn: '2014', evidenceIds: [other] }));
    await refused(() => correct(wrong, 'partially-implemented', '2014', { note: undefined }), 422, {
      unmet: [
        {
          condition: 'has-evidence',
          message: 'Attach 1 piece of evidence speaking for it with a credibility of 1 to 3; 0 so far.',
        },
        { condition: 'has-note' },
      ],
    });
    await refused(() => correct(wrong, 'reported-implemented', '2014'), 422, { unmet: [{ condition: 'any-of' }] });
    await refused(
      () =>
        world.as(verifier).post(`/tracks/${track}/transitions`, {
          transition: 'correct',
          corrects: wrong,
          to: 'no-action',
          occurredOn: '2014',
          note: 'n',
        }),
      403,
      { code: 'role-missing' },
    );
    await made(correct(wrong, 'reported-implemented', '2014', { evidenceIds: [strong] }));
  });

  test('cannot raise to implemented without a verifier who is another person', async () => {
    await claim();
    const returned = await made(move(verifier, 'return', { note: 'Show more.' }));
    await refused(() => correct(returned, 'implemented', null), 403, { code: 'role-missing' });
    const both = await world.a.member({ roles: ['verifier', 'editor'] }); // Of the claimant's organization.
    await refused(
      () =>
        world.as(both).post(`/tracks/${track}/transitions`, {
          transition: 'correct',
          corrects: returned,
          to: 'implemented',
          occurredOn: null,
          note: 'n',
        }),
      422,
      {
        unmet: [{ condition: 'other-organization-than' }],
      },
    );
    await made(move(verifier, 'correct', { corrects: returned, to: 'implemented', note: 'I meant to verify it.' }));
    expect(await stands()).toMatchObject({ state: 'implemented', unchecked: false });
  });

  test('says that nothing happened, and is no way round a verification', async () => {
    await claim();
    await made(move(verifier, 'verify'));
    const against = await world.a.evidence(editor);
    await world.a.link(track, against, editor, { stance: 'contradicts' });
    const reversed = await made(move(editor, 'reverse', { note: 'Undone.' }));
    await refused(() => correct(reversed, 'implemented', null), 403, { code: 'role-missing' });
    await made(move(verifier, 'correct', { corrects: reversed, to: 'implemented', note: 'It was another law.' }));
    expect(await stands()).toMatchObject({ state: 'implemented', unchecked: false });
  });

  test('leaves entered history unchecked', async () => {
    await made(open('implemented', '2013', [strong]));
    await world.a.link(track, await world.a.evidence(editor), editor, { stance: 'contradicts' });
    const reversed = await made(move(editor, 'reverse', { note: 'Undone.' }));
    await made(correct(reversed, 'implemented', null));
    expect(await stands()).toMatchObject({ state: 'implemented', unchecked: true });
  });

  test('can be corrected in its turn, by naming it', async () => {
    const first = await claim();
    const second = await made(correct(first, 'under-way', '2014'));
    await refused(() => correct(first, 'no-action', '2014'), 409, {
      detail: expect.stringContaining('not corrected yet'),
    });
    const third = await made(correct(second, 'not-assessed', '2014'));
    expect(await stands()).toMatchObject({ state: 'not-assessed', phase: 'unknown' });
    await made(correct(third, 'partially-implemented', '2015'));
    expect(await stands()).toMatchObject({ state: 'partially-implemented' });
    expect(
      await world.a.rows('SELECT count(*)::int AS rows, count(DISTINCT position)::int AS positions FROM transition'),
    ).toEqual([{ rows: 4, positions: 1 }]);
  });

  test('of one in the middle has to fit between its neighbours, in state and date', async () => {
    await made(move(editor, 'start', { occurredOn: '2012', evidenceIds: [strong] }));
    const middle = await made(move(editor, 'claim', { occurredOn: '2013', evidenceIds: [other] }));
    await made(move(verifier, 'verify', { occurredOn: '2014' }));
    await refused(() => correct(middle, 'partially-implemented', '2013'), 409, {
      code: 'transition-not-allowed',
      detail: expect.stringContaining('What came later does not follow on that state: correct the later one first.'),
    });
    await refused(() => correct(middle, 'reported-implemented', '2011'), 409, {
      detail: expect.stringContaining('between what came before and what came after'),
    });
    await refused(() => correct(middle, 'reported-implemented', '2015'), 409, { code: 'transition-not-allowed' });
    await made(correct(middle, 'reported-implemented', '2013-02'));
    expect(await stands()).toMatchObject({ state: 'implemented' });
  });

  test('names a transition of this track, that counts', async () => {
    await claim();
    const foreign = (await world.a.followUp()).implementation;
    const elsewhere = await world
      .as(editor)
      .post(`/tracks/${foreign}/transitions`, { transition: 'start', occurredOn: '2014', evidenceIds: [strong] });
    await refused(() => correct(elsewhere.body['id'], 'no-action', '2014'), 409, { code: 'transition-not-allowed' });
    await refused(() => correct('01980000-0000-7000-8000-000000000000', 'no-action', '2014'), 409, {
      code: 'transition-not-allowed',
    });
    await refused(() => move(editor, 'correct', { to: 'no-action', note: 'n' }), 409, {
      code: 'transition-not-allowed',
    });
    await refused(() => move(editor, 'report-partial', { corrects: elsewhere.body['id'] }), 422, {
      code: 'only-with-correct',
      errors: [{ pointer: '/corrects' }],
    });
    await refused(() => move(editor, 'report-partial', { to: 'implemented' }), 409, {
      detail: expect.stringContaining('"report-partial" leads to "partially-implemented", not to "implemented".'),
    });
  });
});

describe('transitions that nobody may ask for', () => {
  test.each(['void', 'migrate'])('%s', async (transition) => {
    await refused(() => move(editor, transition), 409, {
      code: 'transition-not-allowed',
      allowed: expect.arrayContaining(['claim']),
    });
  });
  test('a verifier moves nothing but what asks for a verifier; a partner and an auditor nothing', async () => {
    const evidenceIds = [await world.a.evidence(editor)];
    await refused(() => move(verifier, 'start', { evidenceIds }), 403, { code: 'role-missing' });
    for (const role of ['partner', 'auditor'] as const) {
      const { status } = await move(await world.a.member({ roles: [role] }), 'start', { evidenceIds });
      expect(status).toBe(403);
    }
    expect(await world.a.rows('SELECT FROM transition')).toEqual([]);
  });
});

describe('what they said', () => {
  beforeEach(() => {
    track = followUp.response;
  });
  const engage = (given: Record<string, unknown>): Promise<string> =>
    made(
      world.as(editor).post('/engagements', {
        kind: 'letter',
        occurredOn: '2010-06-22',
        summary: 'A letter.',
        addresseeIds: [followUp.addresseeId],
        recommendationIds: [followUp.recommendationId],
        ...given,
      }),
    );
  const reply = async (): Promise<string> => {
    const id = await world.a.evidence(editor);
    await world.a.link(track, id, editor, { stance: 'context', shows: 'reply' });
    return id;
  };

  test('is awaited from a delivery, which is a letter of that day or before', async () => {
    const unmet = [
      {
        condition: 'has-engagement',
        message: 'Record the letter, request or meeting that delivered it, with its date.',
      },
    ];
    await refused(() => move(editor, 'deliver', { occurredOn: '2010-06-22' }), 422, { unmet });
    await engage({ addresseeIds: [await world.a.addressee()] });
    await engage({ recommendationIds: [await world.a.recommendation()] });
    await refused(() => move(editor, 'deliver', { occurredOn: '2010-06-22' }), 422, { unmet });
    await engage({});
    await refused(() => move(editor, 'deliver', { occurredOn: '2010-06-21' }), 422, { unmet });
    await made(move(editor, 'deliver', { occurredOn: '2010-06-22' }));
    expect(await stands()).toMatchObject({ state: 'delivered', phase: 'awaited' });
  });

  test('is delivered to a part with the letter that delivers the whole', async () => {
    const part = await world.a.recommendation({ part_of: followUp.recommendationId, label: '(a)' });
    track = (await world.a.followUp({ recommendation_id: part, addressee_id: followUp.addresseeId })).response;
    await engage({});
    await made(move(editor, 'deliver'));
  });

  test('is silence only when the awaited reply is past, or after a reminder', async () => {
    await engage({ awaitedOn: '2010-09' });
    await made(move(editor, 'deliver', { occurredOn: '2010-06-22' }));
    const unmet = [{ condition: 'reply-past-or-reminded' }];
    await refused(() => move(editor, 'record-silence', { occurredOn: '2010-09-30' }), 422, { unmet });
    await made(move(editor, 'record-silence', { occurredOn: '2010-10-01' }));
    expect(await stands()).toMatchObject({ state: 'no-reply', phase: 'no-reply' });
  });

  test('is silence after a reminder, not before it went out', async () => {
    await engage({});
    await made(move(editor, 'deliver', { occurredOn: '2010-06-22' }));
    await refused(() => move(editor, 'record-silence', { occurredOn: '2011' }), 422, {
      unmet: [{ condition: 'reply-past-or-reminded' }],
    });
    await engage({ kind: 'reminder', occurredOn: '2012-01-15' });
    await refused(() => move(editor, 'record-silence', { occurredOn: '2011' }), 422, {
      unmet: [{ condition: 'reply-past-or-reminded' }],
    });
    await made(move(editor, 'record-silence', { occurredOn: '2012-01' }));
  });

  test('is a position only with a reply, and a change of position only with a note', async () => {
    await engage({});
    await made(move(editor, 'deliver'));
    const unmet = [
      { condition: 'has-evidence', message: 'Attach 1 piece of evidence of what they replied; 0 so far.' },
    ];
    await world.a.link(track, await world.a.evidence(editor), editor, { shows: null });
    for (const transition of ['acknowledge', 'accept', 'note', 'reject'])
      await refused(() => move(editor, transition), 422, { unmet });
    await refused(() => move(editor, 'partially-accept'), 422, { unmet: [...unmet, { condition: 'has-note' }] });
    await reply();
    await made(move(editor, 'reject'));
    expect(await stands()).toMatchObject({ state: 'rejected', phase: 'not-agreed' });
    await refused(() => move(editor, 'accept'), 422, {
      unmet: [
        { condition: 'note-when-from', message: 'They held another position before: say why it changed, in a note.' },
      ],
    });
    await made(move(editor, 'accept', { note: 'A new government.' }));
    expect(await stands()).toMatchObject({ state: 'accepted', phase: 'agreed' });
  });

  test('is a reply where the transition that names the piece asks for one', async () => {
    await engage({});
    await made(move(editor, 'deliver'));
    const piece = await world.a.evidence(editor);
    await made(move(editor, 'accept', { evidenceIds: [piece] }));
    expect(await world.a.rows('SELECT stance, shows FROM track_evidence WHERE evidence_id = $1', [piece])).toEqual([
      { stance: 'context', shows: 'reply' },
    ]);
    expect((await history()).at(-1)).toMatchObject({
      transition: 'accept',
      from: 'delivered',
      evidence: [{ id: piece, stance: 'context' }],
    });
  });

  test('does not move what they did', async () => {
    await engage({});
    await made(move(editor, 'deliver'));
    await reply();
    await made(move(editor, 'accept'));
    expect(
      await world.a.rows('SELECT response_phase, implementation_phase FROM follow_up WHERE id = $1', [followUp.id]),
    ).toEqual([{ response_phase: 'agreed', implementation_phase: 'unknown' }]);
  });
});

describe('what is made public', () => {
  let administrator: Member;
  beforeEach(async () => {
    administrator = await world.a.member({ roles: ['administrator'] });
    const [found] = await world.a.rows<{ id: string }>(
      `SELECT id FROM track WHERE recommendation_id = $1 AND axis = 'publication'`,
      [followUp.recommendationId],
    );
    track = found!.id;
  });

  test('is submitted, approved by another person, and published; nothing of it has a phase', async () => {
    await made(move(editor, 'submit'));
    await refused(() => move(editor, 'approve'), 403, { code: 'role-missing' });
    await made(move(verifier, 'approve'));
    await made(move(administrator, 'publish'));
    expect(await stands()).toMatchObject({ axis: 'publication', state: 'published', phase: null });
    expect(await eventsOf(world, track)).toHaveLength(3);
  });

  test('is never approved by whoever submitted it', async () => {
    await made(move(administrator, 'submit'));
    await refused(() => move(administrator, 'approve'), 422, { unmet: [{ condition: 'other-person-than' }] });
  });

  test('is approved a second time by another person than whoever submitted it then', async () => {
    const second = await world.a.member({ roles: ['administrator'] });
    for (const [by, transition] of [
      [administrator, 'submit'],
      [second, 'approve'],
      [second, 'publish'],
      [second, 'submit'],
    ] as const)
      await made(move(by, transition));
    await refused(() => move(second, 'approve'), 422, { unmet: [{ condition: 'other-person-than' }] });
    await made(move(administrator, 'approve'));
  });

  test('goes back for changes, and off again, with a reason', async () => {
    await made(move(editor, 'submit'));
    await refused(() => move(verifier, 'request-changes'), 422, { unmet: [{ condition: 'has-note' }] });
    await made(move(verifier, 'request-changes', { note: 'Shorter.' }));
    for (const transition of ['revise', 'submit']) await made(move(editor, transition));
    for (const transition of ['approve', 'publish']) await made(move(verifier, transition));
    await refused(() => move(administrator, 'unpublish'), 422, { unmet: [{ condition: 'has-note' }] });
    await made(move(administrator, 'unpublish', { note: 'A source is in danger.' }));
    expect(await stands()).toMatchObject({ state: 'unpublished' });
    expect(
      await world.a.rows('SELECT response_state, implementation_state FROM follow_up WHERE id = $1', [followUp.id]),
    ).toEqual([{ response_state: 'not-delivered', implementation_state: 'not-assessed' }]);
  });
});

describe('a follow-up that is closed', () => {
  const close = (): Promise<Answer> =>
    world.as(editor).post(`/follow-ups/${followUp.id}/closing`, {
      kind: 'overtaken-by-events',
      occurredOn: '2015',
      reason: 'The body is gone.',
    });

  test('moves on neither axis until it is reopened, and says so among the options', async () => {
    await made(close().then((answer) => ({ ...answer, body: { id: 'closed', ...answer.body } })));
    const evidenceIds = [await world.a.evidence(editor)];
    await refused(() => move(editor, 'start', { evidenceIds }), 409, { code: 'closed' });
    const options = (await world.as(editor).get(`/tracks/${track}/transitions/options`)).body['items'];
    expect(options.every((o: Record<string, any>) => !o['allowed'])).toBe(true);
    expect(options[0].unmet[0]).toEqual({
      condition: 'not-closed',
      message: 'This follow-up is closed. Reopen it to move it.',
    });
    const { version } = (await world.as(editor).get(`/follow-ups/${followUp.id}`)).body as { version: number };
    expect((await world.as(editor).delete(`/follow-ups/${followUp.id}/closing`, version)).status).toBe(204);
    await made(move(editor, 'start', { evidenceIds }));
  });
});
