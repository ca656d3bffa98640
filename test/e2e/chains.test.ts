// Chains of pressure with a state per link, and groups that are followed as one until they are spread out.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { countEvents, openedEvents, outcomeOf, refused } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;
let recommendation: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  recommendation = await world.a.recommendation();
});

afterEach(() => world.close());

const follow = (addresseeId: string, given: Record<string, unknown> = {}, id = recommendation): Promise<Answer> =>
  api.post(`/recommendations/${id}/follow-ups`, {
    addresseeId,
    asked: false,
    ask: 'What this link must do.',
    ...given,
  });
const linksOf = (followUpId: unknown) =>
  world.a
    .rows<{ through_id: string }>('SELECT through_id FROM follow_up_link WHERE follow_up_id = $1 ORDER BY 1', [
      followUpId,
    ])
    .then((rows) => rows.map((r) => r.through_id));

/** One link of a chain by the code of its addressee. */
async function link(code: string, through: string[] = []): Promise<string> {
  const { status, body } = await follow(await world.a.addressee({ code, name: code }), {
    asked: through.length === 0,
    through,
  });
  expect(status).toBe(201);
  return body['id'];
}

describe('a chain', () => {
  it('EU, press South Korea to make North Korea permit visits: three states at once, read in one answer', async () => {
    const eu = await link('EU');
    const kr = await link('KR', [eu]);
    const kp = await link('KP', [kr]);
    const tracks = Object.fromEntries(
      (
        await world.a.rows<{ key: string; id: string }>(
          `SELECT follow_up_id || axis AS key, id FROM track WHERE follow_up_id IS NOT NULL`,
        )
      ).map((t) => [t.key, t.id]),
    );
    const evidence = await world.a.evidence(editor, { credibility: 2 });
    const move = async (id: string, body: Record<string, unknown>) =>
      expect(
        (
          await api.post(`/tracks/${String(tracks[`${id}implementation`])}/transitions`, {
            occurredOn: '2020',
            evidenceIds: [evidence],
            ...body,
          })
        ).status,
      ).toBe(201);
    await move(eu, { transition: 'start' });
    await move(kr, { transition: 'find-no-action', note: 'It was not raised at any meeting.' });
    const { body } = await api.get(`/recommendations/${recommendation}`);
    const chain = body['followUps'].map((f: Record<string, any>) => [
      f['addressee'].code,
      f['asked'],
      f['through'],
      f['implementation'].phase,
    ]);
    expect(chain).toHaveLength(3);
    expect(chain).toEqual(
      expect.arrayContaining([
        ['EU', true, [], 'progressing'],
        ['KR', false, [eu], 'not-started'],
        ['KP', false, [kr], 'unknown'],
      ]),
    );
    expect(body['followUps'][0].addressee.code).toBe('EU');
    expect((await openedEvents(world, kp))[0]!.details).toMatchObject({ asked: false, through: [kr] });
  });

  it('may meet: two roads to one addressee', async () => {
    const [eu, us] = [await link('EU'), await link('US')];
    const kr = await link('KR', [eu, us]);
    const kp = await link('KP', [kr, eu]);
    expect([await linksOf(kr), await linksOf(kp)]).toEqual([[eu, us].sort(), [kr, eu].sort()]);
    expect((await api.get(`/follow-ups/${kp}`)).body['through']).toEqual([eu, kr].sort());
  });

  it('never runs in a circle, however long, and leaves what it was', async () => {
    const a = await link('A1');
    const b = await link('B1', [a]);
    const c = await link('C1', [b]);
    const d = await link('D1', [c]);
    for (const through of [[d], [b], [a], [c, a]])
      await refused(world, () => api.patch(`/follow-ups/${a}`, { through }, 3), 409, 'circle');
    expect([await linksOf(a), await linksOf(b), await linksOf(d)]).toEqual([[], [a], [c]]);
    expect((await api.patch(`/follow-ups/${d}`, { through: [b, a] }, 3)).status).toBe(200);
    expect(await linksOf(d)).toEqual([a, b].sort());
  });

  it('turns round in two steps', async () => {
    const a = await link('A1');
    const b = await link('B1', [a]);
    await refused(world, () => api.patch(`/follow-ups/${a}`, { asked: false, through: [b] }, 3), 409, 'circle');
    expect((await api.patch(`/follow-ups/${b}`, { asked: true, through: [] }, 3)).status).toBe(200);
    expect((await api.patch(`/follow-ups/${a}`, { asked: false, through: [b] }, 3)).status).toBe(200);
  });

  it('stays within one recommendation, one workspace, and what the actor may know', async () => {
    const elsewhere = await world.a.followUp();
    const foreign = await (await world.a.otherWorkspace()).followUp();
    const own = await link('EU');
    for (const id of [elsewhere.id, foreign.id]) {
      const addresseeId = await world.a.addressee();
      expect(
        outcomeOf(await refused(world, () => follow(addresseeId, { through: [own, id] }), 404, 'not-found')),
      ).toEqual([404, 'not-found', '/through/1']);
      expect(
        outcomeOf(await refused(world, () => api.patch(`/follow-ups/${own}`, { through: [id] }, 3), 404, 'not-found')),
      ).toEqual([404, 'not-found', '/through/0']);
    }
  });
});

describe('a group', () => {
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  let group: string;

  beforeEach(async () => {
    group = await world.a.addressee({ kind: 'group', code: 'UN-MEMBERS', name: 'UN member states', member_count: 192 });
  });

  const member = async (code: string, dates: Record<string, string> = {}): Promise<string> => {
    const id = await world.a.addressee({ code, name: code });
    const last = Object.fromEntries(Object.entries(dates).map(([k, v]) => [k.replace('_on', '_last'), v]));
    await world.a.insert('addressee_member', {
      id: (await world.a.rows<{ id: string }>('SELECT gen_random_uuid() AS id'))[0]!.id,
      workspace_id: world.a.workspaceId,
      group_id: group,
      member_id: id,
      ...dates,
      ...last,
    });
    return id;
  };

  it('of 192 states with 7 spread out says that 185 are not followed', async () => {
    const { body } = await follow(group, { asked: true });
    expect(body['members']).toEqual({ count: 192, followed: 0, notFollowed: 192 });
    for (let n = 0; n < 7; n += 1)
      expect((await follow(await world.a.addressee(), { asked: true, viaGroupId: group })).body['viaGroup']).toEqual({
        id: group,
        code: 'UN-MEMBERS',
        name: 'UN member states',
      });
    expect((await api.get(`/follow-ups/${String(body['id'])}`)).body['members']).toEqual({
      count: 192,
      followed: 7,
      notFollowed: 185,
    });
    const { body: read } = await api.get(`/recommendations/${recommendation}`);
    expect([
      read['followUpCount'],
      read['followUps'].find((f: { id: string }) => f.id === body['id']).members.notFollowed,
    ]).toEqual([8, 185]);
  });

  it('counts a member that is followed for itself, and what is spread out of another recommendation not', async () => {
    const kp = await member('KP');
    await follow(kp, { asked: true });
    const elsewhere = await world.a.recommendation();
    await follow(await world.a.addressee(), { asked: true, viaGroupId: group }, elsewhere);
    expect((await follow(group, { asked: true })).body['members']).toEqual({
      count: 192,
      followed: 1,
      notFollowed: 191,
    });
  });

  it('that lists its members counts those of today', async () => {
    await world.a.rows('UPDATE addressee SET member_count = NULL WHERE id = $1', [group]);
    for (const code of ['FR', 'DE']) await member(code);
    await member('GB', { until_on: day(-400) });
    await member('HR', { from_on: day(400) });
    expect((await follow(group, { asked: true })).body['members']).toEqual({ count: 2, followed: 0, notFollowed: 2 });
  });

  it('is spread out into the members of today in one act: not those who left, nor those to come, nor those followed already', async () => {
    const [fr, de] = [await member('FR'), await member('DE', { from_on: '1958-01-01' })];
    await member('GB', { until_on: '2020-02-01' });
    await member('HR', { from_on: day(400) });
    const leaving = await member('LV', { until_on: day(400) });
    const followed = await member('IE');
    const own = (await follow(followed, { asked: true, ask: 'Its own.' })).body;
    const before = await countEvents(world);
    const { body, status } = await follow(group, {
      asked: true,
      ask: 'Do not return refugees.',
      expand: 'members',
      workflows: { implementation: 'resolution-reporting@1' },
    });
    expect([status, await countEvents(world)]).toEqual([201, before + 1]);
    const listed = await api.get(`/recommendations/${recommendation}/follow-ups?sort=movedAt`);
    const spread = listed.body['items'].filter((f: Record<string, any>) => f['viaGroup'] !== null);
    expect(
      spread
        .map((f: Record<string, any>) => [
          f['addressee'].code,
          f['viaGroup'].id,
          f['ask'],
          f['implementation'].workflow,
        ])
        .sort(),
    ).toEqual(['DE', 'FR', 'LV'].map((code) => [code, group, 'Do not return refugees.', 'resolution-reporting@1']));
    expect((await openedEvents(world, body['id']))[0]!.details).toMatchObject({ members: [de, fr, leaving] });
    expect((await api.get(`/follow-ups/${String(own['id'])}`)).body).toMatchObject({ viaGroup: null, ask: 'Its own.' });
    expect((await api.get(`/follow-ups/${String(body['id'])}`)).body['members']).toEqual({
      count: 192,
      followed: 4,
      notFollowed: 188,
    });
  });

  it('can be spread out along a chain, each member through the same link', async () => {
    await member('FR');
    const first = await link('US');
    const { body } = await follow(group, { through: [first], expand: 'members' });
    const [spread] = await world.a.rows<{ id: string }>('SELECT id FROM follow_up WHERE via_group_id = $1', [group]);
    expect([await linksOf(body['id']), await linksOf(spread?.id)]).toEqual([[first], [first]]);
  });

  it('is nothing that a state has', async () => {
    expect(
      (
        await follow(await world.a.addressee({ kind: 'state', code: 'KP', iso_code: 'KP' }), {
          asked: true,
          expand: 'members',
        })
      ).body['members'],
    ).toBeNull();
    expect(await world.a.rows('SELECT FROM follow_up WHERE recommendation_id = $1', [recommendation])).toHaveLength(1);
  });
});
