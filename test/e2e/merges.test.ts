// Two entries for one thing become one: everything that named the old one goes over, or nothing does; and back again.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as random, v7 as uuid } from 'uuid';
import type { Member, Row } from '../factories/factories.js';
import { copiesThatDiffer } from '../support/copies.js';
import { bytesOf, countEvents, everything, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;
let old: string;
let kept: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  old = await world.a.addressee({
    kind: 'group',
    code: 'EU-27',
    name: 'Europe',
    names: { ko: '유럽' },
    aliases: ['The Union', 'EU'],
  });
  kept = await world.a.addressee({ kind: 'group', code: 'EU', name: 'European Union', aliases: ['E.U.'] });
});
afterEach(() => world.close());

const merge = (id = old, into = kept, version = 1, noun = 'addressees', caller = api): Promise<Answer> =>
  caller.post(`/${noun}/${id}/merge`, { into }, { 'if-match': `"${String(version)}"` });
const undo = (id = old, version = 1, noun = 'addressees'): Promise<Answer> =>
  api.delete(`/${noun}/${id}/merge`, version);
const preview = async (id = old, into = kept, noun = 'addressees', caller = api): Promise<Record<string, any>> => {
  const answer = await caller.get(`/${noun}/${id}/merge-preview?into=${into}`);
  expect([answer.status, answer.headers['etag']]).toEqual([200, `"${String(answer.body['version'])}"`]);
  return answer.body;
};
const row = (table: string, given: Row): Promise<string> =>
  world.a.insert(table, { id: uuid(), workspace_id: world.a.workspaceId, ...given });
const member = (group_id: string, member_id: string): Promise<string> =>
  row('addressee_member', { group_id, member_id });
const engagement = async (addressees: string[], given: Row = {}): Promise<string> => {
  const id = await row('engagement', {
    organization_id: world.a.organizationId,
    kind: 'letter',
    occurred_on: '2020',
    occurred_last: '2020-12-31',
    summary: 'x',
    ...given,
  });
  for (const addressee_id of addressees)
    await world.a.insert('engagement_addressee', {
      workspace_id: world.a.workspaceId,
      engagement_id: id,
      addressee_id,
    });
  return id;
};
const addresseesOf = async (id: string): Promise<unknown[]> =>
  (await world.a.rows('SELECT addressee_id FROM engagement_addressee WHERE engagement_id = $1', [id])).map(
    (link) => link['addressee_id'],
  );
const columnOf = async (table: string, id: string, column: string): Promise<unknown> =>
  (await rowOf(world, table, id, column))?.[column];

/** One of everything that names the old one. */
async function fill() {
  const elsewhere = await world.a.organization();
  const hidden = await world.a.recommendation({ confidentiality: 'organization', organization_id: elsewhere });
  const other = await world.a.addressee();
  return {
    followUp: (await world.a.followUp({ addressee_id: old })).id,
    hidden: (await world.a.followUp({ recommendation_id: hidden, addressee_id: old })).id,
    via: (await world.a.followUp({ via_group_id: old })).id,
    group: await member(await world.a.addressee({ kind: 'group' }), old),
    member: await member(old, other),
    by: await engagement([other], { by_addressee_id: old }),
    to: await engagement([old, other]),
    both: await engagement([old, kept]),
    predecessor: await world.a.addressee({ successor_id: old }),
    other,
  };
}
/** Where each of them points. */
const pointsOf = async (f: Awaited<ReturnType<typeof fill>>): Promise<unknown[]> => [
  await columnOf('follow_up', f.followUp, 'addressee_id'),
  await columnOf('follow_up', f.hidden, 'addressee_id'),
  await columnOf('follow_up', f.via, 'via_group_id'),
  await columnOf('addressee_member', f.group, 'member_id'),
  await columnOf('addressee_member', f.member, 'group_id'),
  await columnOf('engagement', f.by, 'by_addressee_id'),
  await columnOf('addressee', f.predecessor, 'successor_id'),
  (await addresseesOf(f.to)).includes(old) ? old : kept,
];
const MOVED = [
  { kind: 'engagement', count: 1 },
  { kind: 'engagement-addressee', count: 1 },
  { kind: 'engagement-double', count: 1 },
  { kind: 'follow-up', count: 1 },
  { kind: 'member', count: 1 },
  { kind: 'membership', count: 1 },
  { kind: 'predecessor', count: 1 },
  { kind: 'via-group', count: 1 },
];

describe('a preview', () => {
  it('says what would go over, and changes nothing', async () => {
    await fill();
    const before = await everything(world);
    expect(await preview()).toEqual({
      id: old,
      old: { id: old, name: 'Europe' },
      into: { id: kept, name: 'European Union' },
      aliases: ['Europe', 'EU-27', '유럽', 'The Union'],
      moves: MOVED,
      conflicts: [],
      version: 1,
    });
    expect(await everything(world)).toEqual(before);
  });

  it.each(['preview', 'merge'])('of one with itself, or with what one may not know: %s', async (what) => {
    const ask = (id: string, into: string) =>
      what === 'merge' ? merge(id, into) : api.get(`/addressees/${id}/merge-preview?into=${into}`);
    const foreign = await (await world.a.otherWorkspace()).addressee();
    const pointer = what === 'merge' ? '/into' : '?into';
    for (const into of [foreign, random(), await world.a.source()])
      expect(outcomeOf(await refused(world, () => ask(old, into), 404, 'not-found'))).toEqual([
        404,
        'not-found',
        pointer,
      ]);
    await refused(world, () => ask(foreign, kept), 404, 'not-found');
    expect(outcomeOf(await refused(world, () => ask(old, old), 422, 'itself'))).toEqual([422, 'itself', pointer]);
  });
});

describe('a merge', () => {
  it('moves everything that named the old one, what the caller may not see too, with one event', async () => {
    const all = await fill();
    const before = await countEvents(world);
    const answer = await merge();
    expect([answer.status, answer.headers['etag']]).toEqual([201, '"1"']);
    expect(answer.body).toMatchObject({
      noun: 'addressee',
      old: { id: old, name: 'Europe' },
      into: { id: kept, name: 'European Union' },
      was: { code: 'EU-27', names: { ko: '유럽' } },
      moves: MOVED,
      by: { id: editor.actor.membershipId },
      undone: null,
    });
    expect(await pointsOf(all)).toEqual(Array(8).fill(kept));
    expect([await addresseesOf(all.both), await rowOf(world, 'addressee', old)]).toEqual([[kept], undefined]);
    expect(await columnOf('addressee', kept, 'aliases')).toEqual(['E.U.', 'Europe', 'EU-27', '유럽', 'The Union']);
    expect(await copiesThatDiffer(world)).toEqual([]);
    expect(await countEvents(world)).toBe(before + 1);
    const [event] = await openedEvents(world, old);
    expect(event).toMatchObject({
      action: 'addressee.merged',
      objectType: 'addressee',
      version: 1,
      level: 'coalition',
    });
    expect(event!.details).toMatchObject({
      into: kept,
      merge: answer.body['id'],
      moved: { 'follow-up': [all.followUp] },
    });
    expect(JSON.stringify(event!.details)).not.toContain(all.hidden);
  });

  it('is a version of everything that it moved, by whoever merged', async () => {
    const all = await fill();
    await merge();
    const newest = async (path: string) => (await api.get(`${path}/versions`)).body['items'][0];
    expect(await newest(`/follow-ups/${all.followUp}`)).toMatchObject({
      by: { id: editor.actor.membershipId },
      changes: [{ field: 'addresseeId', from: old, to: kept }],
    });
    expect((await newest(`/engagements/${all.to}`)).changes).toEqual([
      { field: 'addresseeIds', added: [kept], removed: [old] },
    ]);
    expect((await newest(`/engagements/${all.both}`)).changes).toEqual([
      { field: 'addresseeIds', added: [], removed: [old] },
    ]);
    expect((await newest(`/addressees/${kept}`)).changes).toMatchObject([{ field: 'aliases' }]);
  });

  it('answers links to the old one with where it went, and lists and search with the kept one alone', async () => {
    await merge();
    const gone = await api.get(`/addressees/${old}?fields=name`);
    expect([gone.status, gone.body['code'], gone.body['into']]).toEqual([308, 'merged', kept]);
    expect(gone.headers['location']).toBe(`/api/v1/workspaces/${world.a.slug}/addressees/${kept}?fields=name`);
    const followed = await world.at({ authorization: `Bearer ${editor.token}` }).get(gone.headers['location']!);
    expect(followed.body).toEqual({ id: kept, name: 'European Union' });
    for (const q of ['Europe', 'EU-27', '유럽', 'The Union']) {
      const { body } = await api.get(`/addressees?q=${encodeURIComponent(q)}`);
      expect(body['items'].map((a: { id: string }) => a.id)).toEqual([kept]);
    }
    const again = { addresseeId: old, asked: true, ask: 'x' };
    const recommendation = await world.a.recommendation();
    await refused(world, () => api.post(`/recommendations/${recommendation}/follow-ups`, again), 404, 'not-found');
    await refused(world, () => api.patch(`/addressees/${old}`, { name: 'x' }, 1), 404, 'not-found');
  });

  it('of one that was merged into leads on', async () => {
    const third = await world.a.addressee({ kind: 'group' });
    await merge();
    expect((await merge(kept, third, 2)).status).toBe(201);
    expect((await api.get(`/addressees/${old}`)).body['into']).toBe(kept);
    expect((await api.get(`/addressees/${kept}`)).body['into']).toBe(third);
    expect(await columnOf('addressee', third, 'aliases')).toEqual(expect.arrayContaining(['Europe', 'European Union']));
  });

  it('says nothing of itself elsewhere', async () => {
    await merge();
    const elsewhere = await world.a.otherWorkspace();
    const stranger = world.as(await elsewhere.member({ roles: ['administrator'] }), elsewhere.slug);
    const never = bytesOf(await stranger.get(`/addressees/${random()}`));
    for (const path of [`/addressees/${old}`, `/addressees/${old}/merge`, `/sources/${old}`])
      expect(bytesOf(await stranger.get(path))).toBe(never);
    expect((await stranger.get('/merges')).body['items']).toEqual([]);
    expect(outcomeOf(await api.get(`/sources/${old}`))).toEqual([404, 'not-found']);
  });

  it('takes the version that was seen, and an editor', async () => {
    await refused(world, () => merge(old, kept, 2), 412, 'stale');
    await refused(world, () => api.post(`/addressees/${old}/merge`, { into: kept }), 428, 'version-required');
    for (const role of ['verifier', 'partner', 'auditor'] as const) {
      const caller = world.as(await world.a.member({ roles: [role] }));
      await refused(world, () => merge(old, kept, 1, 'addressees', caller), 403, 'forbidden');
    }
  });
});

describe('a conflict', () => {
  /** Refused by a merge either with the same words as in the preview; answers codes and things. */
  async function conflictsOf(): Promise<unknown[]> {
    const { conflicts } = await preview();
    const answer = await refused(world, () => merge(), 409, 'merge-conflicts');
    expect(answer.body['conflicts']).toEqual(conflicts);
    for (const { message } of conflicts as { message: string }[]) expect(message.length).toBeGreaterThan(40);
    return (conflicts as { code: string; things: { id: string }[] }[]).map(({ code, things }) => [
      code,
      ...things.map(({ id }) => id),
    ]);
  }

  it('is a recommendation that is followed with both', async () => {
    const one = await world.a.followUp({ addressee_id: old });
    await world.a.followUp({ recommendation_id: one.recommendationId, addressee_id: kept });
    expect(await conflictsOf()).toEqual([['both-followed', one.id]]);
    expect((await api.delete(`/follow-ups/${one.id}`, 3)).status).toBe(204);
    expect((await merge()).status).toBe(201);
  });

  it('is one that the caller may not see, of which nothing is said', async () => {
    const elsewhere = await world.a.organization();
    const hidden = await world.a.recommendation({ confidentiality: 'organization', organization_id: elsewhere });
    for (const addressee_id of [old, kept]) await world.a.followUp({ recommendation_id: hidden, addressee_id });
    expect(await conflictsOf()).toEqual([['hidden']]);
  });

  it('is a circle of groups, however long, either way', async () => {
    const between = await world.a.addressee({ kind: 'group' });
    await member(old, between);
    await member(between, kept);
    expect(await conflictsOf()).toEqual([['circle', old]]);
    await world.a.rows(
      'UPDATE addressee_member SET group_id = member_id, member_id = group_id WHERE workspace_id = $1',
      [world.a.workspaceId],
    );
    expect(await conflictsOf()).toEqual([['circle', old]]);
  });

  it('is a group or a member that both have', async () => {
    const [group, state] = [await world.a.addressee({ kind: 'group' }), await world.a.addressee()];
    for (const one of [old, kept]) {
      await member(group, one);
      await member(one, state);
    }
    expect(await conflictsOf()).toEqual([
      ['same-group', group],
      ['same-member', state],
    ]);
  });

  it('is a kept one that has no members by its kind', async () => {
    await member(old, await world.a.addressee());
    await world.a.rows(`UPDATE addressee SET kind = 'other' WHERE id = $1`, [kept]);
    expect(await conflictsOf()).toEqual([['no-group', kept]]);
  });

  it('is an engagement of one towards the other, and a follow-up spread out from the other', async () => {
    const towards = await engagement([old], { by_addressee_id: kept });
    const spread = await world.a.followUp({ addressee_id: old, via_group_id: kept });
    expect(await conflictsOf()).toEqual([
      ['spread-out-from-other', spread.id],
      ['towards-itself', towards],
    ]);
  });

  it('is a kept one that the old one succeeded, but not the other way round', async () => {
    const between = await world.a.addressee({ successor_id: old });
    await world.a.rows('UPDATE addressee SET successor_id = $1 WHERE id = $2', [between, kept]);
    expect(await conflictsOf()).toEqual([['succeeded-by-old', kept]]);
    await world.a.rows('UPDATE addressee SET successor_id = NULL WHERE id = $1', [kept]);
    await world.a.rows('UPDATE addressee SET successor_id = $1 WHERE id = $2', [kept, old]);
    expect((await merge(old, kept, 2)).status).toBe(201);
  });

  it('is more aliases than anybody looks through', async () => {
    const aliases = Array.from({ length: 48 }, (_, n) => `Alias ${String(n)}`);
    await world.a.rows('UPDATE addressee SET aliases = $1 WHERE id = $2', [aliases, kept]);
    expect(await conflictsOf()).toEqual([['too-many-aliases']]);
  });

  it('are all told at once', async () => {
    await member(old, kept);
    await world.a.rows('UPDATE addressee SET successor_id = $1 WHERE id = $2', [old, kept]);
    expect(await conflictsOf()).toEqual([
      ['circle', old],
      ['succeeded-by-old', kept],
    ]);
  });
});

describe('undoing', () => {
  it('puts back everything as it was, with one event, and what came since stays', async () => {
    const all = await fill();
    const was = await pointsOf(all);
    const before = (await api.get(`/addressees/${old}`)).body;
    await merge();
    const since = await world.a.followUp({ addressee_id: kept });
    const events = await countEvents(world);
    expect((await undo()).status).toBe(204);
    expect(await pointsOf(all)).toEqual(was);
    expect((await addresseesOf(all.both)).sort()).toEqual([old, kept].sort());
    expect((await api.get(`/addressees/${old}`)).body).toEqual({ ...before, version: 2 });
    expect(await columnOf('addressee', kept, 'aliases')).toEqual(['E.U.']);
    expect(await columnOf('follow_up', since.id, 'addressee_id')).toBe(kept);
    expect(await copiesThatDiffer(world)).toEqual([]);
    expect(await countEvents(world)).toBe(events + 1);
    expect((await openedEvents(world, old)).map(({ action, version }) => [action, version])).toEqual([
      ['addressee.merged', 1],
      ['addressee.merge-undone', 2],
    ]);
    const versions = (await api.get(`/addressees/${old}/versions`)).body['items'] as { act: string }[];
    expect(versions.map(({ act }) => act)).toEqual(['restored', 'created']);
    expect((await api.get(`/addressees/${old}/merge`)).body).toMatchObject({
      undone: { by: { id: editor.actor.membershipId }, at: expect.any(String) },
      version: 2,
    });
    await refused(world, () => undo(old, 2), 404, 'not-found');
    expect((await merge(old, kept, 2)).status).toBe(201);
  });

  it('is refused where what went over was moved on or deleted since, and then nothing is', async () => {
    const followUp = await world.a.followUp({ addressee_id: old });
    await merge();
    const elsewhere = await world.a.addressee();
    await world.a.rows('UPDATE follow_up SET addressee_id = $1 WHERE id = $2', [elsewhere, followUp.id]);
    await refused(world, () => undo(), 409, 'changed-since');
  });

  it('is refused where its code was given to another one since', async () => {
    await merge();
    await world.a.addressee({ code: 'EU-27' });
    await refused(world, () => undo(), 409, 'key-taken');
  });

  it('takes the version of the merge', async () => {
    await merge();
    await refused(world, () => undo(old, 2), 412, 'stale');
    await refused(world, () => api.delete(`/addressees/${old}/merge`), 428, 'version-required');
  });

  it('forgets a successor that is gone since', async () => {
    const successor = await world.a.addressee();
    await world.a.rows('UPDATE addressee SET successor_id = $1 WHERE id = $2', [successor, old]);
    await merge(old, kept, 2);
    expect((await api.delete(`/addressees/${successor}`, 1)).status).toBe(204);
    expect((await undo()).status).toBe(204);
    expect((await api.get(`/addressees/${old}`)).body['successor']).toBeNull();
  });
});

describe('merges', () => {
  it('are listed, the latest first, by noun and by what was kept', async () => {
    const [first, second] = [await world.a.source(), await world.a.source()];
    await merge();
    await merge(first, second, 1, 'sources');
    const idsOf = async (query: string) =>
      ((await api.get(`/merges${query}`)).body['items'] as { old: { id: string } }[]).map((m) => m.old.id);
    expect(await idsOf('')).toEqual([first, old]);
    expect([await idsOf('?noun=addressee'), await idsOf(`?into=${second}`)]).toEqual([[old], [first]]);
  });

  it('count what another organization alone may know to that organization only', async () => {
    await fill();
    const holder = await world.a.rows<{ organization_id: string }>(
      `SELECT organization_id FROM follow_up WHERE workspace_id = $1 AND confidentiality = 'organization'`,
      [world.a.workspaceId],
    );
    await merge();
    const theirs = world.as(await world.a.member({ organizationId: holder[0]!.organization_id }));
    const followUpsFor = async (caller: Caller) =>
      (await caller.get(`/addressees/${old}/merge`)).body['moves'].find((m: { kind: string }) => m.kind === 'follow-up')
        .count;
    expect([await followUpsFor(api), await followUpsFor(theirs)]).toEqual([1, 2]);
  });
});

describe('two sources', () => {
  let letter: string;
  let copy: string;

  beforeEach(async () => {
    letter = await world.a.source({ title: 'Letter to the EU', symbol: 'L/1' });
    copy = await world.a.source({ title: 'EU letter', symbol: 'L/1 (copy)', note: 'Entered twice.' });
  });

  it('become one: its recommendations, follow-ups and their lists, and what it is found by', async () => {
    const recommendation = await world.a.recommendation({ source_id: copy });
    const followUp = await world.a.followUp({ recommendation_id: recommendation });
    expect(await preview(copy, letter, 'sources')).toMatchObject({
      aliases: ['EU letter', 'L/1 (copy)'],
      moves: [{ kind: 'recommendation', count: 1 }],
      conflicts: [],
    });
    expect((await merge(copy, letter, 1, 'sources')).status).toBe(201);
    expect([
      await columnOf('recommendation', recommendation, 'source_id'),
      await columnOf('follow_up', followUp.id, 'source_id'),
    ]).toEqual([letter, letter]);
    expect(await copiesThatDiffer(world)).toEqual([]);
    expect((await api.get(`/sources/${copy}`)).headers['location']).toMatch(new RegExp(`/sources/${letter}$`));
    const found = async (path: string) => ((await api.get(path)).body['items'] as { id: string }[]).map(({ id }) => id);
    expect(await found('/sources?q=EU%20letter')).toEqual([letter]);
    for (const sort of ['code', '-updatedAt'])
      expect(await found(`/recommendations?q=${encodeURIComponent('L/1 (copy)')}&sort=${sort}`)).toEqual([
        recommendation,
      ]);
    expect((await openedEvents(world, copy))[0]).toMatchObject({
      action: 'source.merged',
      details: { into: letter, moved: { recommendation: [recommendation] } },
    });
    const [newest] = (await api.get(`/recommendations/${recommendation}/versions`)).body['items'];
    expect(newest.changes).toEqual([{ field: 'sourceId', from: copy, to: letter }]);
  });

  it('become one with what is to be done next about them, and two again', async () => {
    const step = await world.a.nextStep(editor, { source_id: copy });
    expect(await preview(copy, letter, 'sources')).toMatchObject({ moves: [{ kind: 'next-step', count: 1 }] });
    await merge(copy, letter, 1, 'sources');
    expect(await columnOf('next_step', step, 'source_id')).toBe(letter);
    await undo(copy, 1, 'sources');
    expect(await columnOf('next_step', step, 'source_id')).toBe(copy);
  });

  it('become two again', async () => {
    const recommendation = await world.a.recommendation({ source_id: copy });
    const before = (await api.get(`/sources/${copy}`)).body;
    await merge(copy, letter, 1, 'sources');
    expect((await undo(copy, 1, 'sources')).status).toBe(204);
    expect((await api.get(`/sources/${copy}`)).body).toEqual({ ...before, version: 2 });
    expect((await api.get(`/sources/${letter}`)).body).toMatchObject({ aliases: [], recommendationCount: 0 });
    expect(await columnOf('recommendation', recommendation, 'source_id')).toBe(copy);
    expect(await copiesThatDiffer(world)).toEqual([]);
  });
});

describe('every key to an addressee or a source', () => {
  it('is one that a merge moves: a new one needs its line in the migration that says so', async () => {
    const keys = await world.a.rows<{ key: string }>(
      `SELECT k.conrelid::regclass || '.' || (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[array_upper(k.conkey, 1)]) AS key
       FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid IN ('addressee'::regclass, 'source'::regclass)`,
    );
    expect(keys.map(({ key }) => key).sort()).toEqual([
      'addressee.successor_id',
      'addressee_member.group_id',
      'addressee_member.member_id',
      'engagement.by_addressee_id',
      'engagement_addressee.addressee_id',
      'follow_up.addressee_id',
      'follow_up.source_id', // Follows its recommendation.
      'follow_up.via_group_id',
      'next_step.source_id',
      'recommendation.source_id',
    ]);
  });

  it('is moved for nobody who is not asked: the function takes a merge of one’s own workspace, and a role that writes', async () => {
    const code = async (roles: string): Promise<unknown> => {
      await world.tx.query('SAVEPOINT attempt');
      try {
        await world.tx.query(
          `SELECT set_config('role', 'heed_app', true), set_config('app.workspace', $1, true), set_config('app.roles', $2, true)`,
          [world.a.workspaceId, roles],
        );
        return await world.tx.query('SELECT heed_merge($1)', [random()]);
      } catch (error) {
        return (error as { driverError: { code: string } }).driverError.code;
      } finally {
        await world.tx.query('ROLLBACK TO SAVEPOINT attempt');
      }
    };
    expect([await code('editor'), await code('partner')]).toEqual(['42501', '42501']);
  });
});
