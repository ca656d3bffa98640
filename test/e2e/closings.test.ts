import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { countEvents, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ name: 'Edita' });
  api = world.as(editor);
});

afterEach(() => world.close());

const close = (id: string, given: Record<string, unknown> = {}): Promise<Answer> =>
  api.post(`/follow-ups/${id}/closing`, {
    kind: 'overtaken-by-events',
    occurredOn: '2020-06',
    reason: 'The mandate ended.',
    ...given,
  });
const versionOf = async (id: string): Promise<number> => Number((await rowOf(world, 'follow_up', id))!['version']);
const reopen = async (id: string): Promise<Answer> => api.delete(`/follow-ups/${id}/closing`, await versionOf(id));
const closingsOf = (id: string) =>
  world.a.rows(
    'SELECT act, kind, occurred_on, occurred_last::text, reason_hash, person_id, organization_id FROM closing WHERE follow_up_id = $1 ORDER BY recorded_at',
    [id],
  );
const isClosed = async (id: string) => (await rowOf(world, 'follow_up', id))!['closed'];

describe('POST /follow-ups/{id}/closing', () => {
  it('closes one, keeps its states, and records it once, without the words of the reason', async () => {
    const { id, implementation } = await world.a.followUp({ implementation: 'under-way' });
    const { status, body } = await close(id);
    expect([status, body]).toEqual([201, { followUpIds: [id] }]);
    const read = (await api.get(`/follow-ups/${id}`)).body;
    expect(read['closing']).toEqual({
      kind: 'overtaken-by-events',
      occurredOn: '2020-06',
      reason: 'The mandate ended.',
      recordedAt: expect.any(String),
      by: {
        id: editor.actor.membershipId,
        name: 'Edita',
        organization: { id: world.a.organizationId, name: 'First Organization' },
      },
    });
    expect([read['implementation'].state, read['implementation'].version]).toEqual(['under-way', 1]);
    const [closing] = await closingsOf(id);
    expect(closing).toEqual({
      act: 'closed',
      kind: 'overtaken-by-events',
      occurred_on: '2020-06',
      occurred_last: '2020-06-30',
      reason_hash: expect.anything(),
      person_id: editor.actor.personId,
      organization_id: world.a.organizationId,
    });
    expect(
      await world.a.rows('SELECT text, confidentiality FROM words WHERE hash = $1', [closing?.['reason_hash']]),
    ).toEqual([{ text: 'The mandate ended.', confidentiality: 'coalition' }]);
    expect(await openedEvents(world, id)).toEqual([
      {
        action: 'follow-up.closed',
        objectType: 'follow-up',
        version: read['version'],
        level: 'coalition',
        outcome: 'allow',
        details: { kind: 'overtaken-by-events', occurredOn: '2020-06', chain: false, followUps: [id] },
      },
    ]);
    expect(await world.a.rows('SELECT FROM transition WHERE track_id = $1', [implementation])).toEqual([]);
  });

  it.each(['overtaken-by-events', 'superseded', 'withdrawn-by-us', 'duplicate'])(
    'takes the kind %s, and a date that is not known',
    async (kind) => {
      const { id } = await world.a.followUp();
      expect((await close(id, { kind, occurredOn: null })).status).toBe(201);
      expect((await api.get(`/follow-ups/${id}`)).body['closing']).toMatchObject({ kind, occurredOn: null });
    },
  );

  it.each([
    ['/kind', { kind: 'done' }],
    ['/kind', { kind: undefined }],
    ['/occurredOn', { occurredOn: undefined }],
    ['/occurredOn', { occurredOn: '2020-13' }],
    ['/reason', { reason: ' ' }],
    ['/reason', { reason: null }],
    ['/chain', { chain: 'yes' }],
    ['/chain', { chain: null }],
    ['/state', { state: 'implemented' }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    const { id } = await world.a.followUp();
    expect(outcomeOf(await refused(world, () => close(id, given), 400, 'invalid-input'))).toEqual([
      400,
      'invalid-input',
      pointer,
    ]);
  });

  it('refuses a date in the future, and what is closed already', async () => {
    const { id } = await world.a.followUp();
    expect(outcomeOf(await refused(world, () => close(id, { occurredOn: '2999' }), 422, 'in-the-future'))).toEqual([
      422,
      'in-the-future',
      '/occurredOn',
    ]);
    await close(id);
    await refused(world, () => close(id), 409, 'closed');
    await refused(world, () => close(id, { chain: true }), 409, 'closed');
  });
});

describe('a whole chain', () => {
  let eu: string, kr: string, kp: string, apart: string;

  beforeEach(async () => {
    const recommendation_id = await world.a.recommendation();
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) ids.push((await world.a.followUp({ recommendation_id, asked: n % 3 === 0 })).id);
    [eu, kr, kp, apart] = ids as [string, string, string, string];
    for (const [from, through] of [
      [kr, eu],
      [kp, kr],
    ])
      await world.a.insert('follow_up_link', {
        workspace_id: world.a.workspaceId,
        recommendation_id,
        follow_up_id: from,
        through_id: through,
      });
  });

  it.each(['first', 'middle', 'last'])('is closed in one act and one event, from its %s link', async (which) => {
    const id = { first: eu, middle: kr, last: kp }[which]!;
    const { body } = await close(id, { chain: true });
    expect(body['followUpIds'].sort()).toEqual([eu, kr, kp].sort());
    expect([await isClosed(eu), await isClosed(kr), await isClosed(kp), await isClosed(apart)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(await countEvents(world)).toBe(1);
    const [event] = await openedEvents(world, id);
    expect([event!.action, event!.details['chain'], event!.version]).toEqual([
      'follow-up.closed',
      true,
      await versionOf(id),
    ]);
    expect([...(event!.details['followUps'] as string[])].sort()).toEqual([eu, kr, kp].sort());
    for (const link of [eu, kr, kp])
      expect((await api.get(`/follow-ups/${link}`)).body['closing']).toMatchObject({ reason: 'The mandate ended.' });
  });

  it('closes what is still open of it, and leaves the reason of what was closed before', async () => {
    await close(kr, { kind: 'duplicate', reason: 'Twice.' });
    const { body } = await close(kr, { chain: true });
    expect(body['followUpIds'].sort()).toEqual([eu, kp].sort());
    expect((await api.get(`/follow-ups/${kr}`)).body['closing']).toMatchObject({ kind: 'duplicate', reason: 'Twice.' });
  });

  it('is left open but for the one link where nothing else is said', async () => {
    await close(kr);
    expect([await isClosed(eu), await isClosed(kr), await isClosed(kp)]).toEqual([false, true, false]);
  });

  it.each(['first', 'middle', 'last'])('is reopened in one act and one event, from its %s link', async (which) => {
    const id = { first: eu, middle: kr, last: kp }[which]!;
    await close(eu, { chain: true });
    await close(apart);
    const before = await countEvents(world);
    expect((await api.delete(`/follow-ups/${id}/closing?chain=true`, await versionOf(id))).status).toBe(204);
    expect([await isClosed(eu), await isClosed(kr), await isClosed(kp), await isClosed(apart)]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(await countEvents(world)).toBe(before + 1);
    const event = (await openedEvents(world, id)).at(-1)!;
    expect([event.action, event.details['chain'], event.version]).toEqual([
      'follow-up.reopened',
      true,
      await versionOf(id),
    ]);
    expect([...(event.details['followUps'] as string[])].sort()).toEqual([eu, kr, kp].sort());
  });

  it('is reopened by what is closed of it alone, and not from a link that is open', async () => {
    await close(eu);
    await close(kp);
    const open = await versionOf(kr);
    await refused(world, () => api.delete(`/follow-ups/${kr}/closing?chain=true`, open), 409, 'not-closed');
    await refused(world, () => api.delete(`/follow-ups/${eu}/closing?chain=true`, 1), 412, 'stale');
    const wrong = `/follow-ups/${eu}/closing?chain=all`;
    expect((await api.delete(wrong, await versionOf(eu))).status).toBe(400);
    expect((await api.delete(`/follow-ups/${eu}/closing?chain=true`, await versionOf(eu))).status).toBe(204);
    expect([await isClosed(eu), await isClosed(kp), await versionOf(kr)]).toEqual([false, false, open]);
    expect((await closingsOf(kr)).length).toBe(0);
  });

  it('is reopened link by link', async () => {
    await close(eu, { chain: true });
    expect((await reopen(kp)).status).toBe(204);
    expect([await isClosed(eu), await isClosed(kp)]).toEqual([true, false]);
  });
});

describe('DELETE /follow-ups/{id}/closing', () => {
  it('takes it up again: the closing stays in its history', async () => {
    const { id } = await world.a.followUp();
    await close(id);
    expect((await reopen(id)).status).toBe(204);
    expect((await api.get(`/follow-ups/${id}`)).body['closing']).toBeNull();
    expect((await closingsOf(id)).map((c) => [c['act'], c['kind']])).toEqual([
      ['closed', 'overtaken-by-events'],
      ['reopened', null],
    ]);
    expect((await openedEvents(world, id))[1]).toEqual({
      action: 'follow-up.reopened',
      objectType: 'follow-up',
      version: await versionOf(id),
      level: 'coalition',
      outcome: 'allow',
      details: { followUps: [id] },
    });
    expect((await close(id, { kind: 'superseded', reason: 'Asked anew.' })).status).toBe(201);
    expect((await api.get(`/follow-ups/${id}`)).body['closing']).toMatchObject({
      kind: 'superseded',
      reason: 'Asked anew.',
    });
  });

  it('asks for the version, refuses a stale one, and what is open', async () => {
    const { id } = await world.a.followUp();
    const version = await versionOf(id);
    await refused(world, () => api.delete(`/follow-ups/${id}/closing`, version), 409, 'not-closed');
    await close(id);
    await refused(world, () => api.delete(`/follow-ups/${id}/closing`), 428, 'version-required');
    await refused(world, () => api.delete(`/follow-ups/${id}/closing`, version), 412, 'stale');
  });
});

describe('what is closed', () => {
  it("can't be moved, and says so in its options, until it is reopened", async () => {
    const { id, implementation } = await world.a.followUp();
    const evidenceIds = [await world.a.evidence(editor)];
    const start = () =>
      api.post(`/tracks/${implementation}/transitions`, { transition: 'start', occurredOn: '2020', evidenceIds });
    await close(id);
    await refused(world, start, 409, 'closed');
    const { body } = await api.get(`/tracks/${implementation}/transitions/options`);
    expect(
      body['items'].every(
        (o: { allowed: boolean; unmet: { condition: string }[] }) => !o.allowed && o.unmet.length > 0,
      ),
    ).toBe(true);
    expect(body['items'].find((o: { transition: string }) => o.transition === 'start').unmet[0].condition).toBe(
      'not-closed',
    );
    await reopen(id);
    expect((await start()).status).toBe(201);
  });

  it('is in no count by phase, but is still there', async () => {
    const { id, recommendationId } = await world.a.followUp({ implementation: 'implemented', response: 'accepted' });
    await world.a.followUp({ recommendation_id: recommendationId });
    await close(id);
    const { body } = await api.get('/recommendations');
    expect([body['items'][0].followUpCount, body['items'][0].counts]).toEqual([
      2,
      { response: { awaited: 1 }, implementation: { unknown: 1 } },
    ]);
    const idsOf = async (query: string) =>
      (await api.get(`/follow-ups?${query}`)).body['items'].map((f: { id: string }) => f.id);
    expect([await idsOf('closed=true'), (await idsOf('closed=false')).length, (await idsOf('')).length]).toEqual([
      [id],
      1,
      2,
    ]);
    await reopen(id);
    expect((await api.get('/recommendations')).body['items'][0].counts).toEqual({
      response: { agreed: 1, awaited: 1 },
      implementation: { fulfilled: 1, unknown: 1 },
    });
  });

  it('of an organization alone keeps its reason there', async () => {
    const other = await world.a.member({ organizationId: await world.a.organization() });
    const { id } = await world.a.followUp({
      recommendation_id: await world.a.recommendation({
        confidentiality: 'organization',
        organization_id: other.actor.organizationId,
      }),
    });
    expect(
      (
        await world
          .as(other)
          .post(`/follow-ups/${id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Ours alone.' })
      ).status,
    ).toBe(201);
    expect(await world.a.rows(`SELECT confidentiality, organization_id FROM words WHERE text = 'Ours alone.'`)).toEqual(
      [{ confidentiality: 'organization', organization_id: other.actor.organizationId }],
    );
    expect((await openedEvents(world, id))[0]!.level).toBe('organization');
  });
});
