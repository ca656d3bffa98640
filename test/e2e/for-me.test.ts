// What waits for one: found for exactly those who can do something about it, and gone once it is done.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { ROLES } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { browserOf } from '../support/people.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

const KINDS = [
  'to-verify',
  'returned',
  'overdue',
  'next-steps',
  'mentioned',
  'to-confirm',
  'proposed',
  'answered',
  'role-requests',
  'withdrawals',
  'reader-requests',
  'lowerings',
  'flag-removals',
];

let world: World;
let europe: string;
let editor: Member;
let verifier: Member;
let api: Caller;
let theirs: Caller;

beforeEach(async () => {
  world = await openWorld();
  europe = await world.a.organization('Europe for Korea');
  editor = await world.a.member();
  verifier = await world.a.member({ roles: ['verifier'], organizationId: europe });
  [api, theirs] = [world.as(editor), world.as(verifier)];
});

afterEach(() => world.close());

type FollowUp = Awaited<ReturnType<World['a']['followUp']>>;
type Item = Record<string, any>;

const group = async (by: Caller, kind: string): Promise<{ count: number; items: Item[] }> =>
  (await by.get('/for-me')).body['groups'].find((g: { kind: string }) => g.kind === kind);
const ids = async (by: Caller, kind: string): Promise<string[]> => (await group(by, kind)).items.map((i) => i['id']);
const move = async (by: Caller, trackId: string, body: Record<string, unknown>): Promise<Answer> => {
  const answer = await by.post(`/tracks/${trackId}/transitions`, { occurredOn: null, note: 'Why.', ...body });
  expect([answer.status, answer.body['errors']]).toEqual([201, undefined]);
  return answer;
};

/** Claimed by a member on two origins that they brought. */
async function claimed(by = editor, followUp?: FollowUp): Promise<FollowUp> {
  const made = followUp ?? (await world.a.followUp());
  const evidenceIds = [await world.a.evidence(by), await world.a.evidence(by)];
  for (const id of evidenceIds) await world.a.link(made.implementation, id, by);
  await move(world.as(by), made.implementation, { transition: 'claim', evidenceIds });
  return made;
}

describe('all of it', () => {
  it('is every kind in its order, empty for whoever has nothing to do', async () => {
    for (const role of ROLES) {
      const { status, body } = await world.as(await world.a.member({ roles: [role] })).get('/for-me');
      expect([role, status]).toEqual([role, 200]);
      expect(body['groups']).toEqual(KINDS.map((kind) => ({ kind, count: 0, items: [], nextCursor: null })));
    }
    for (const kind of KINDS)
      expect((await api.get(`/for-me/${kind}?count=true`)).body).toEqual({ items: [], nextCursor: null, count: 0 });
    expect((await api.get('/for-me/nothing')).status).toBe(404);
    const elsewhere = await world.a.otherWorkspace();
    expect((await world.as(await elsewhere.member()).get('/for-me')).status).toBe(404);
  });
});

describe('to verify', () => {
  it('is what another organization claimed, with what is needed to act', async () => {
    const { id, recommendationId, implementation } = await claimed();
    expect((await group(theirs, 'to-verify')).items).toEqual([
      expect.objectContaining({
        id: implementation,
        trackId: implementation,
        followUpId: id,
        axis: 'implementation',
        state: 'reported-implemented',
        label: 'Reported implemented, awaiting check',
        phase: 'progressing',
        note: 'Why.',
        recommendation: expect.objectContaining({ id: recommendationId }),
        by: expect.objectContaining({ organization: { id: world.a.organizationId, name: 'First Organization' } }),
      }),
    ]);
    await move(theirs, implementation, { transition: 'verify' });
    expect(await ids(theirs, 'to-verify')).toEqual([]);
  });

  it('is for no other role, nor for the own organization, nor of what is closed', async () => {
    const { id } = await claimed();
    for (const role of ROLES) {
      const [here, there] = [
        await world.a.member({ roles: [role] }),
        await world.a.member({ roles: [role], organizationId: europe }),
      ];
      const found = [await ids(world.as(here), 'to-verify'), await ids(world.as(there), 'to-verify')];
      expect([role, ...found.map((f) => f.length)]).toEqual([role, 0, role === 'verifier' ? 1 : 0]);
    }
    await api.post(`/follow-ups/${id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' });
    expect(await ids(theirs, 'to-verify')).toEqual([]);
  });

  it('is not what one brought evidence for', async () => {
    const { implementation } = await claimed();
    const piece = await world.a.evidence(verifier);
    await world.a.link(implementation, piece, verifier);
    expect(await ids(theirs, 'to-verify')).toEqual([]);
    await world.a.link(implementation, piece, verifier, { stance: null });
    expect(await ids(theirs, 'to-verify')).toEqual([implementation]);
  });

  it('is not what one may not know', async () => {
    const recommendation_id = await world.a.recommendation({ confidentiality: 'organization' });
    await claimed(editor, await world.a.followUp({ recommendation_id }));
    expect((await group(theirs, 'to-verify')).count).toBe(0);
  });

  it('is also what waits to be published', async () => {
    const recommendation = await world.a.recommendation();
    const [{ id } = { id: '' }] = await world.a.rows<{ id: string }>(
      `SELECT id FROM track WHERE recommendation_id = $1 AND axis = 'publication'`,
      [recommendation],
    );
    await move(api, id, { transition: 'submit' });
    const administrator = world.as(await world.a.member({ roles: ['administrator'] }));
    expect((await group(administrator, 'to-verify')).items).toEqual([
      expect.objectContaining({ id, axis: 'publication', followUpId: null, addressee: null, phase: null }),
    ]);
    expect(await ids(api, 'to-verify')).toEqual([]);
  });

  it('is exactly what the options of each track allow, whatever its history', async () => {
    const both = await world.a.member({ roles: ['editor'], organizationId: europe });
    const person = { ...both, actor: { ...both.actor } };
    const alsoVerifier = await world.a.member({ roles: ['verifier'], organizationId: europe });
    const editors = [editor, both, await world.a.member(), person];
    const verifiers = [verifier, alsoVerifier, await world.a.member({ roles: ['verifier'] })];
    const tracks: string[] = [];
    for (const [first, ...rest] of [
      ['c0'],
      ['c1'],
      ['c0', 'r', 'c1'],
      ['c1', 'r', 'c2'],
      ['c2', 'r', 'c1', 'r', 'c0'],
      ['c0', 'x1'],
      ['c1', 'x2'],
      ['c0', 'v', 'gone'],
      ['o1'],
      ['o0', 'x1'],
    ] as string[][]) {
      const followUp = await world.a.followUp();
      tracks.push(followUp.implementation);
      for (const step of [first!, ...rest]) await take(followUp, step, editors);
    }
    for (const member of verifiers) {
      const allowed: string[] = [];
      for (const track of tracks) {
        const { body } = await world.as(member).get(`/tracks/${track}/transitions/options`);
        if (body['items'].some((o: Item) => o['transition'] === 'verify' && o['allowed'])) allowed.push(track);
      }
      expect((await ids(world.as(member), 'to-verify')).sort()).toEqual(allowed.sort());
      if (member !== verifiers[2]) expect(allowed.length).toBeGreaterThan(1);
      else expect(allowed.length).toBeLessThan(tracks.length);
    }
  });

  /** c: claimed, o: opened as claimed, x: the last one corrected to the same state, r: returned, v: verified, gone: its evidence withdrawn. */
  async function take(followUp: FollowUp, step: string, editors: Member[]): Promise<void> {
    const by = editors[Number(step[1])] ?? editor;
    const track = followUp.implementation;
    const last = async (): Promise<Item> =>
      (await api.get(`/tracks/${track}/transitions?sort=-recordedAt`)).body['items'][0];
    if (step.startsWith('c')) await claimed(by, followUp);
    else if (step === 'r') await move(theirs, track, { transition: 'return' });
    else if (step === 'v') await move(theirs, track, { transition: 'verify' });
    else if (step === 'gone') {
      const claim = (await api.get(`/tracks/${track}/transitions?sort=recordedAt`)).body['items'][0];
      await api.post(`/evidence/${String(claim.evidence[0].id)}/withdrawal`, { reason: 'A mistake.' });
    } else {
      const evidenceIds = [await world.a.evidence(by), await world.a.evidence(by)];
      const corrects = step.startsWith('x') ? (await last())['id'] : undefined;
      const transition = corrects === undefined ? 'open' : 'correct';
      await move(world.as(by), track, { transition, corrects, to: 'reported-implemented', evidenceIds });
    }
  }
});

describe('returned', () => {
  it('is what somebody else sent back, to who claimed it and to their organization, until it moves on', async () => {
    const { implementation } = await claimed();
    await move(theirs, implementation, { transition: 'return', note: 'Where is the second origin?' });
    const colleague = world.as(await world.a.member());
    for (const caller of [api, colleague])
      expect((await group(caller, 'returned')).items).toEqual([
        expect.objectContaining({
          id: implementation,
          state: 'under-way',
          note: 'Where is the second origin?',
          by: expect.objectContaining({ organization: { id: europe, name: 'Europe for Korea' } }),
        }),
      ]);
    expect(await ids(theirs, 'returned')).toEqual([]);
    const evidenceIds = [await world.a.evidence(editor), await world.a.evidence(editor)];
    await move(api, implementation, { transition: 'claim', evidenceIds });
    expect(await ids(api, 'returned')).toEqual([]);
  });

  it('is not what one took back oneself, nor what was checked', async () => {
    const own = await claimed();
    await move(api, own.implementation, {
      transition: 'report-partial',
      evidenceIds: [await world.a.evidence(editor, { credibility: 2 })],
    });
    const checked = await claimed();
    await move(theirs, checked.implementation, { transition: 'verify' });
    expect(await ids(api, 'returned')).toEqual([]);
  });
});

describe('overdue', () => {
  const due = async (days: number, given: Item = {}): Promise<string> => {
    const { id, recommendationId } = await world.a.followUp(given);
    const day = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    await world.a.insert('deadline', {
      id: uuid(),
      workspace_id: world.a.workspaceId,
      recommendation_id: recommendationId,
      follow_up_id: id,
      axis: 'response',
      due_on: day,
      due_last: day,
      basis: 'The letter.',
      person_id: editor.actor.personId,
      organization_id: world.a.organizationId,
    });
    return id;
  };

  it("is one's own, and what nobody in one's organization looks after, longest first", async () => {
    const colleague = await world.a.member();
    const own = await due(10, { owner_id: editor.actor.membershipId });
    const nobodys = await due(400);
    await due(20, { owner_id: colleague.actor.membershipId });
    await due(-20, { owner_id: editor.actor.membershipId });
    const closed = await due(30);
    await api.post(`/follow-ups/${closed}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' });
    const { items } = await group(api, 'overdue');
    expect(items.map((i) => i['id'])).toEqual([nobodys, own]);
    expect(items[1]).toMatchObject({
      since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      owner: { id: editor.actor.membershipId, name: editor.name },
      stands: [
        { axis: 'response', phase: 'awaited' },
        { axis: 'implementation', phase: 'unknown' },
      ],
    });
    expect(await ids(theirs, 'overdue')).toEqual([]);
    const first = await api.get('/for-me/overdue?limit=1');
    const next = await api.get(`/for-me/overdue?limit=1&cursor=${String(first.body['nextCursor'])}`);
    expect([first, next].map((a) => a.body['items'][0].id)).toEqual([nobodys, own]);
    expect(next.body['nextCursor']).toBeNull();
    expect((await api.get('/for-me/overdue?count=true&updatedSince=2001-01-01T00:00:00Z')).body['count']).toBe(2);
  });

  it('shows ten and counts up to a hundred', async () => {
    const [first] = [await due(1)];
    await world.a.rows(
      `INSERT INTO addressee (id, workspace_id, kind, code, name) SELECT gen_random_uuid(), $1, 'other', 'N' || n, 'N' || n FROM generate_series(1, 120) n`,
      [world.a.workspaceId],
    );
    await world.a.rows(
      `INSERT INTO follow_up (id, workspace_id, organization_id, confidentiality, source_id, recommendation_code, asked, ask, recommendation_id, addressee_id)
       SELECT gen_random_uuid(), f.workspace_id, f.organization_id, f.confidentiality, f.source_id, f.recommendation_code, true, 'Ask.', f.recommendation_id, a.id
       FROM follow_up f, addressee a WHERE f.id = $1 AND a.code LIKE 'N%' AND a.workspace_id = f.workspace_id`,
      [first],
    );
    await world.a.rows(
      `INSERT INTO track (id, workspace_id, organization_id, confidentiality, recommendation_id, follow_up_id, axis, workflow_id, state, phase)
       SELECT gen_random_uuid(), f.workspace_id, f.organization_id, f.confidentiality, f.recommendation_id, f.id, t.axis, t.workflow_id, t.state, t.phase
       FROM follow_up f JOIN track t ON t.follow_up_id = $1 WHERE f.recommendation_id = t.recommendation_id AND f.id <> $1`,
      [first],
    );
    await world.a.rows(
      `INSERT INTO deadline (id, workspace_id, recommendation_id, axis, due_on, due_last, basis, person_id, organization_id)
       SELECT gen_random_uuid(), d.workspace_id, d.recommendation_id, 'implementation', '2020-01-01', '2020-01-01', 'All.', d.person_id, d.organization_id
       FROM deadline d WHERE d.follow_up_id = $1`,
      [first],
    );
    const { count, items } = await group(api, 'overdue');
    expect([count, items.length]).toEqual([101, 10]);
  });
});

describe('evidence', () => {
  it('is waiting for editors and verifiers, but not where it disputes a claim of their organization', async () => {
    const { implementation } = await claimed();
    const [plain, disputing] = [
      await world.a.evidence(verifier, { acceptance: 'proposed', title: 'Plain' }),
      await world.a.evidence(verifier, { acceptance: 'proposed', title: 'Disputing' }),
    ];
    await world.a.link(implementation, disputing, verifier, { stance: 'contradicts' });
    await world.a.evidence(verifier, { acceptance: 'proposed', confidentiality: 'organization' });
    await world.a.evidence(verifier, { acceptance: 'proposed', confidentiality: 'restricted' });
    const seen: Record<string, string[]> = {};
    for (const role of ROLES)
      seen[role] = (await ids(world.as(await world.a.member({ roles: [role] })), 'proposed')).sort();
    expect(seen).toEqual({
      administrator: [plain, disputing].sort(),
      editor: [plain],
      verifier: [plain],
      partner: [],
      auditor: [],
    });
    expect((await group(api, 'proposed')).items[0]).toMatchObject({
      evidenceId: plain,
      title: 'Plain',
      version: 1,
      by: { organization: { name: 'Europe for Korea' } },
    });
  });

  it('comes back answered to who proposed it', async () => {
    const partner = await world.a.member({ roles: ['partner'], organizationId: europe });
    const [taken, declined] = [
      await world.a.evidence(partner, { acceptance: 'proposed' }),
      await world.a.evidence(partner, { acceptance: 'proposed' }),
    ];
    await world.a.evidence(partner, { acceptance: 'proposed' });
    const accept = (id: string, body: Item): Promise<Answer> =>
      api.post(`/evidence/${id}/acceptance`, body, { 'if-match': '"1"' });
    expect((await accept(taken, { acceptance: 'accepted' })).status).toBeLessThan(300);
    expect((await accept(declined, { acceptance: 'declined', reason: 'Not about this.' })).status).toBeLessThan(300);
    const { items } = await group(world.as(partner), 'answered');
    expect(items.map((i) => [i['id'], i['acceptance'], i['note']])).toEqual([
      [declined, 'declined', 'Not about this.'],
      [taken, 'accepted', null],
    ]);
    expect(await ids(theirs, 'answered')).toEqual([]);
    await world.a.rows(`ALTER TABLE evidence DISABLE TRIGGER touch`);
    await world.a.rows(`UPDATE evidence SET updated_at = now() - interval '31 days' WHERE id = $1`, [declined]);
    await world.a.rows(`ALTER TABLE evidence ENABLE TRIGGER touch`);
    expect(await ids(world.as(partner), 'answered')).toEqual([taken]);
  });

  it('withdrawn waits for a second person, who may decide', async () => {
    const piece = await world.a.evidence(editor);
    await api.post(`/evidence/${piece}/withdrawal`, { reason: 'A mistake.' });
    expect(await ids(theirs, 'withdrawals')).toEqual([]);
    const first = await browserOf(world, editor);
    expect((await first.post(`/evidence/${piece}/withdrawal/decision`, { decision: 'restore' })).status).toBeLessThan(
      300,
    );
    expect((await group(theirs, 'withdrawals')).items).toEqual([
      expect.objectContaining({ evidenceId: piece, decision: 'restore' }),
    ]);
    expect(await ids(api, 'withdrawals')).toEqual([]);
    const partner = world.as(await world.a.member({ roles: ['partner'] }));
    expect(await ids(partner, 'withdrawals')).toEqual([]);
    const second = await browserOf(world, verifier);
    await second.post(`/evidence/${piece}/withdrawal/decision`, { decision: 'restore' });
    expect(await ids(theirs, 'withdrawals')).toEqual([]);
  });
});

describe('role requests', () => {
  it('wait for another administrator than who asked, and not for whom it is about', async () => {
    const [asking, other] = [
      await world.a.member({ roles: ['administrator'] }),
      await world.a.member({ roles: ['administrator'] }),
    ];
    const concerned = await world.a.member({ roles: ['administrator'], name: 'Vera' });
    const browser = await browserOf(world, asking);
    const made = await browser.post(`/members/${concerned.actor.membershipId}/role-requests`, { role: 'verifier' });
    expect(made.status).toBe(201);
    expect((await group(world.as(other), 'role-requests')).items).toEqual([
      expect.objectContaining({
        id: made.body['id'],
        role: 'verifier',
        member: { id: concerned.actor.membershipId, name: 'Vera' },
        by: expect.objectContaining({ id: asking.actor.membershipId }),
      }),
    ]);
    for (const member of [asking, concerned, editor]) expect(await ids(world.as(member), 'role-requests')).toEqual([]);
    await world.a.rows(`UPDATE role_request SET created_at = now() - interval '8 days'`);
    expect(await ids(world.as(other), 'role-requests')).toEqual([]);
  });
});

describe('next steps', () => {
  it("are one's own open ones, the earliest first, and gone once they are settled", async () => {
    const followUp = await world.a.followUp();
    const later = await world.a.nextStep(editor, { follow_up_id: followUp.id, due_on: '2999', due_last: '2999-12-31' });
    const late = await world.a.nextStep(editor, { follow_up_id: followUp.id, what: 'Ask again.' });
    await world.a.nextStep(verifier, { follow_up_id: followUp.id });
    expect((await group(api, 'next-steps')).items).toMatchObject([
      { id: late, since: '2020', isPast: true, note: 'Ask again.', followUpId: followUp.id },
      { id: later, isPast: false },
    ]);
    await api.post(`/next-steps/${late}/outcomes`, { outcome: 'done' });
    expect(await ids(api, 'next-steps')).toEqual([later]);
  });
});
