// Who took part in an engagement, by role, and the evidence of the engagement itself: who sees it, what stays of it, and how it stood.

import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { inWorkspace } from '../../src/access/in-workspace.js';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { bytesOf, outcomeOf, refused } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

type Body = Record<string, any>;
let world: World;
let editor: Member;
let api: Caller;
let stranger: Caller;
let letter: { addresseeIds: string[]; recommendationIds: string[] } & Record<string, unknown>;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  stranger = world.as(await world.a.member({ organizationId: await world.a.organization() }));
  letter = {
    ...{ kind: 'letter', occurredOn: '2019-03', summary: 'A letter.' },
    addresseeIds: [await world.a.addressee()],
    recommendationIds: [await world.a.recommendation()],
  };
});
afterEach(() => world.close());

const made = async (answer: Promise<Answer>): Promise<Body> => {
  const { status, body } = await answer;
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
};
const engage = async (more: object = {}): Promise<string> =>
  (await made(api.post('/engagements', { ...letter, ...more })))['id'];
const piece = async (more: object = {}): Promise<string> =>
  (await made(api.post('/evidence', { kind: 'link', title: 'The letter', url: 'https://example.org/a', ...more })))[
    'id'
  ];
const attach = (id: string, evidenceId: string, shows = 'text', by = api): Promise<Answer> =>
  by.post(`/engagements/${id}/evidence`, { evidenceId, shows });
const shownTo = async (caller: Caller, id: string, moment = ''): Promise<unknown[]> =>
  (await caller.get(`/engagements/${id}/evidence?${moment}`)).body['items'].map((l: Body) => [
    l['evidence'].title,
    l['shows'],
  ]);
const countFor = async (caller: Caller, id: string): Promise<number> =>
  (await caller.get(`/engagements/${id}`)).body['evidenceCount'];
const kept = (id: string): Promise<unknown[]> =>
  world.a.rows(
    `SELECT evidence_id, shows, person_id, organization_id FROM engagement_evidence WHERE engagement_id = $1 ORDER BY recorded_at, id`,
    [id],
  );
const instant = async (): Promise<string> => {
  const [row] = await world.a.rows<{ at: Date }>('SELECT clock_timestamp() AS at FROM pg_sleep(0.003)');
  return row!.at.toISOString();
};

const ADVISER = { side: 'addressed', role: "a minister's adviser" };
const SECRETARIAT = { side: 'acting', role: "two members of the coalition's secretariat" };

describe('participants', () => {
  it('are roles in the order in which they were told, and what is told anew takes their place', async () => {
    const id = await engage({ participants: [ADVISER, SECRETARIAT] });
    expect((await api.get(`/engagements/${id}`)).body['participants']).toEqual([ADVISER, SECRETARIAT]);
    const { body } = await api.patch(`/engagements/${id}`, { participants: [SECRETARIAT] }, 1);
    expect(body['participants']).toEqual([SECRETARIAT]);
    expect(await world.a.rows('SELECT participants FROM engagement WHERE id = $1', [id])).toEqual([
      { participants: [SECRETARIAT] },
    ]);
    const { items } = (await api.get(`/engagements/${id}/versions`)).body;
    expect(items[0].changes).toEqual([{ field: 'participants', from: [ADVISER, SECRETARIAT], to: [SECRETARIAT] }]);
    expect((await api.get(`/engagements/${await engage()}`)).body['participants']).toEqual([]);
  });

  it.each([
    [[{ side: 'ours', role: 'x' }], '/participants/0/side'],
    [[ADVISER, { side: 'acting', role: ' ' }], '/participants/1/role'],
    [[{ side: 'acting', role: 'x'.repeat(201) }], '/participants/0/role'],
    [[{ ...ADVISER, name: 'Somebody' }], '/participants/0/name'],
    [['an adviser'], '/participants/0'],
    [Array.from({ length: 51 }, () => ADVISER), '/participants'],
    [null, '/participants'],
  ])('refuses %j', async (participants, pointer) => {
    const { status, body } = await api.post('/engagements', { ...letter, participants });
    expect([status, body['code'], body['errors']?.[0]?.pointer]).toEqual([400, 'invalid-input', pointer]);
    expect(await world.a.rows('SELECT FROM engagement WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
  });

  it('stand as they stood then', async () => {
    const id = await engage({ participants: [ADVISER] });
    const before = await instant();
    await api.patch(`/engagements/${id}`, { participants: [ADVISER, SECRETARIAT] }, 1);
    const at = async (moment: string) => (await api.get(`/engagements/${id}?${moment}`)).body['participants'];
    expect(await at(`knownAt=${before}`)).toEqual([ADVISER]);
    expect(await at('asOf=2019-03-31')).toEqual([ADVISER, SECRETARIAT]);
  });
});

describe('evidence of an engagement', () => {
  it('is attached with what it shows, listed, counted and told in the timeline', async () => {
    const [id, evidenceId] = [await engage(), await piece()];
    expect(await made(attach(id, evidenceId))).toMatchObject({
      evidence: { id: evidenceId, title: 'The letter', version: 1 },
      shows: 'text',
      linkedBy: { id: editor.actor.membershipId },
    });
    expect([await shownTo(stranger, id), await countFor(stranger, id)]).toEqual([[['The letter', 'text']], 1]);
    const { body } = await stranger.get(`/recommendations/${letter.recommendationIds[0]!}/timeline?kind=engagement`);
    expect(body['items'][0].engagement).toMatchObject({
      participants: [],
      evidence: [{ shows: 'text', evidence: { id: evidenceId, title: 'The letter' } }],
    });
    expect((await eventsOf(world, id)).at(-1)).toBe('engagement-evidence.attached 1 coalition');
  });

  it('is said anew and taken off by one more row: nothing of what was said goes', async () => {
    const [id, evidenceId] = [await engage(), await piece()];
    await made(attach(id, evidenceId, 'text'));
    await made(attach(id, evidenceId, 'delivery'));
    expect([await shownTo(api, id), await countFor(api, id)]).toEqual([[['The letter', 'delivery']], 1]);
    expect((await api.delete(`/engagements/${id}/evidence/${evidenceId}`)).status).toBe(204);
    expect([await shownTo(api, id), await countFor(api, id)]).toEqual([[], 0]);
    expect(outcomeOf(await api.delete(`/engagements/${id}/evidence/${evidenceId}`))).toEqual([404, 'not-found']);
    const by = { evidence_id: evidenceId, person_id: editor.actor.personId, organization_id: world.a.organizationId };
    expect(await kept(id)).toEqual(['text', 'delivery', null].map((shows) => ({ ...by, shows })));
    expect((await eventsOf(world, id)).slice(1)).toEqual([
      'engagement-evidence.attached 1 coalition',
      'engagement-evidence.attached 1 coalition',
      'engagement-evidence.detached 1 coalition',
    ]);
  });

  it('stands as it stood then, and on days before it was entered as what was known of it', async () => {
    const [id, first, second] = [await engage(), await piece(), await piece({ title: 'A receipt' })];
    await made(attach(id, first));
    const before = await instant();
    await made(attach(id, second, 'delivery'));
    await api.delete(`/engagements/${id}/evidence/${first}`);
    const at = async (moment: string) => {
      const shown = await shownTo(api, id, moment);
      expect((await api.get(`/engagements/${id}?${moment}`)).body['evidenceCount']).toBe(shown.length);
      return shown;
    };
    expect(await at(`knownAt=${before}`)).toEqual([['The letter', 'text']]);
    expect(await at('asOf=2019-03-31')).toEqual([['A receipt', 'delivery']]);
    expect(await at(`asOf=2019-03-31&knownAt=${before}`)).toEqual([['The letter', 'text']]);
    const day = '2024-02-01';
    await world.a.rows('UPDATE engagement SET created_at = $1 WHERE id = $2', [`${day}T01:00:00Z`, id]);
    expect(await at(`asOf=${day}`)).toEqual([]);
    expect(await at(`asOf=${dayIn('Asia/Seoul', new Date())}`)).toEqual([['A receipt', 'delivery']]);
  });

  it('goes with the engagement, and the piece stays', async () => {
    const [id, evidenceId] = [await engage(), await piece()];
    await made(attach(id, evidenceId));
    expect((await api.delete(`/engagements/${id}`, 1)).status).toBe(204);
    expect([await kept(id), (await api.get(`/evidence/${evidenceId}`)).status]).toEqual([[], 200]);
  });

  it('is nothing that was withdrawn, and what is withdrawn later is not described', async () => {
    const [id, evidenceId] = [await engage(), await piece()];
    await made(attach(id, evidenceId));
    await made(api.post(`/evidence/${evidenceId}/withdrawal`, { reason: 'In danger.' }));
    expect(await shownTo(api, id)).toEqual([[null, 'text']]);
    expect(outcomeOf(await attach(id, evidenceId, 'reply'))).toEqual([422, 'withdrawn', '/evidenceId']);
    expect(await kept(id)).toHaveLength(1);
  });

  it('is written by editors and administrators alone', async () => {
    const [id, evidenceId] = [await engage(), await piece()];
    for (const role of ['verifier', 'partner', 'auditor'] as const) {
      const caller = world.as(await world.a.member({ roles: [role] }));
      await refused(world, () => attach(id, evidenceId, 'text', caller), 403, 'forbidden');
      await refused(world, () => caller.delete(`/engagements/${id}/evidence/${evidenceId}`), 403, 'forbidden');
      expect((await caller.get(`/engagements/${id}/evidence`)).status).toBe(200);
    }
  });

  test('the database changes none of it, and lets nobody sign with another name', async () => {
    const [id, evidenceId] = [await engage(), await piece()];
    await made(attach(id, evidenceId));
    const as = (sql: string, values: unknown[]) => inWorkspace(editor.actor, world.tx, (tx) => tx.query(sql, values));
    await expect(as(`UPDATE engagement_evidence SET shows = 'reply' WHERE engagement_id = $1`, [id])).rejects.toThrow(
      /permission denied/,
    );
    await expect(as(`DELETE FROM engagement_evidence WHERE engagement_id = $1`, [id])).rejects.toThrow(
      /permission denied/,
    );
    const other = await world.a.member();
    await expect(
      as(
        `INSERT INTO engagement_evidence (id, workspace_id, engagement_id, evidence_id, shows, person_id, organization_id)
          VALUES ($1, $2, $3, $4, 'text', $5, $6)`,
        [uuid(), world.a.workspaceId, id, evidenceId, other.actor.personId, other.actor.organizationId],
      ),
    ).rejects.toThrow(/row-level security/);
    expect(await kept(id)).toHaveLength(1);
  });
});

describe.each(['organization', 'restricted'])('a piece at level %s', (confidentiality) => {
  it('is in no list, count, timeline or version of whoever may not know of it, and its event is as confidential', async () => {
    const [id, hidden, open] = [await engage(), await piece({ title: 'Hidden', confidentiality }), await piece()];
    await made(attach(id, hidden, 'minutes'));
    await made(attach(id, open));
    expect([await shownTo(api, id), await countFor(api, id)]).toEqual([
      [
        ['Hidden', 'minutes'],
        ['The letter', 'text'],
      ],
      2,
    ]);
    for (const moment of ['', `knownAt=${await instant()}`]) {
      expect(await shownTo(stranger, id, moment)).toEqual([['The letter', 'text']]);
      expect((await stranger.get(`/engagements/${id}?${moment}`)).body['evidenceCount']).toBe(1);
      const listed = (await stranger.get(`/engagements/${id}/evidence?count=true&${moment}`)).body;
      expect([listed['count'], JSON.stringify(listed).includes(hidden)]).toEqual([1, false]);
      const timeline = `/recommendations/${letter.recommendationIds[0]!}/timeline?${moment}`;
      expect(JSON.stringify((await stranger.get(timeline)).body)).not.toContain(hidden);
      expect(JSON.stringify((await api.get(timeline)).body)).toContain(hidden);
    }
    expect((await eventsOf(world, id)).slice(1)).toEqual([
      `engagement-evidence.attached 1 ${confidentiality}`,
      'engagement-evidence.attached 1 coalition',
    ]);
  });

  it('is answered like one that never was, attached or taken off by whoever may not know of it', async () => {
    const [id, hidden] = [await engage(), await piece({ confidentiality })];
    await made(attach(id, hidden));
    const acts: ((evidenceId: string) => Promise<Answer>)[] = [
      (evidenceId) => attach(id, evidenceId, 'text', stranger),
      (evidenceId) => stranger.delete(`/engagements/${id}/evidence/${evidenceId}`),
    ];
    for (const act of acts) {
      const never = bytesOf(await refused(world, () => act(uuid()), 404, 'not-found'));
      expect(bytesOf(await refused(world, () => act(hidden), 404, 'not-found'))).toBe(never);
    }
  });
});

test('evidence of an engagement that one may not know of is not there', async () => {
  const [id, evidenceId] = [await engage({ confidentiality: 'organization' }), await piece()];
  await made(attach(id, evidenceId));
  expect(outcomeOf(await stranger.get(`/engagements/${id}/evidence`))).toEqual([404, 'not-found']);
  await refused(world, () => attach(id, evidenceId, 'reply', stranger), 404, 'not-found');
  const rows = await inWorkspace(
    { ...editor.actor, ...(await world.a.member({ organizationId: await world.a.organization() })).actor },
    world.tx,
    (tx) => tx.query<unknown[]>('SELECT FROM engagement_evidence'),
  );
  expect(rows).toEqual([]);
});
