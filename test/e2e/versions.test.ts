// Who changed what of a thing: every edit, nobody else's business, and nothing that was erased.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import { inWorkspace } from '../../src/access/in-workspace.js';
import type { Member } from '../factories/factories.js';
import { copiesThatDiffer } from '../support/copies.js';
import { browserOf } from '../support/people.js';
import { bytesOf, countEvents, openedEvents, outcomeOf, refused } from '../support/record.js';
import { type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
});
afterEach(() => world.close());

type Version = {
  version: number;
  act: string;
  by: { id: string; name: string } | null;
  changes: Record<string, unknown>[];
};
const versionsOf = async (path: string, caller = api): Promise<Version[]> => {
  const answer = await caller.get(`${path}/versions`);
  expect(answer.status).toBe(200);
  return answer.body['items'] as Version[];
};
/** The changes of the newest version. */
const newestOf = async (path: string, caller = api) => (await versionsOf(path, caller))[0]!.changes;
const made = async (path: string, body: unknown, caller = api): Promise<{ id: string; version: number }> => {
  const answer = await caller.post(path, body);
  expect(answer.status).toBe(201);
  return answer.body as { id: string; version: number };
};
const changed = async (path: string, body: unknown, version: number, caller = api): Promise<number> => {
  const answer = await caller.patch(path, body, version);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body['version'] as number;
};

const source = { title: 'A letter', kind: 'letter' };
const link = { kind: 'link', title: 'A page', url: 'https://example.org/a' };

describe('every edit', () => {
  it('is a version: who, when, from what to what, the newest first, the first one without changes', async () => {
    const { id } = await made('/sources', { ...source, issuers: ['A'] });
    const second = await world.a.member();
    await changed(`/sources/${id}`, { title: 'A longer letter', issuedOn: '2020-05' }, 1);
    await changed(`/sources/${id}`, { issuers: ['A', 'B'], issuedOn: null }, 2, world.as(second));
    const versions = await versionsOf(`/sources/${id}`);
    expect(versions.map(({ version, act, by }) => [version, act, by?.id])).toEqual([
      [3, 'changed', second.actor.membershipId],
      [2, 'changed', editor.actor.membershipId],
      [1, 'created', editor.actor.membershipId],
    ]);
    expect(versions.map(({ changes }) => changes)).toEqual([
      [
        { field: 'issuedOn', from: '2020-05', to: null },
        { field: 'issuers', from: ['A'], to: ['A', 'B'] },
      ],
      [
        { field: 'issuedOn', from: null, to: '2020-05' },
        { field: 'title', from: 'A letter', to: 'A longer letter' },
      ],
      [],
    ]);
    const events = await world.a.rows<{ at: Date }>(
      'SELECT at FROM audit_event WHERE object_id = $1 ORDER BY at DESC',
      [id],
    );
    const rows = await world.a.rows<{ recorded_at: Date }>(
      'SELECT recorded_at FROM record_version WHERE item_id = $1 ORDER BY version DESC',
      [id],
    );
    expect(rows).toHaveLength(events.length);
    rows.forEach(({ recorded_at }, n) => expect(recorded_at.getTime()).toBeLessThanOrEqual(events[n]!.at.getTime()));
  });

  it('that changes nothing is none, and one that is refused is none', async () => {
    const { id } = await made('/themes', { code: 'food', label: 'Food' });
    const version = await changed(`/themes/${id}`, { label: 'Food' }, 1);
    await refused(world, () => api.patch(`/themes/${id}`, { label: 'Other' }, 1), 412, 'stale');
    expect((await versionsOf(`/themes/${id}`)).map((v) => v.version)).toEqual([1]);
    await changed(`/themes/${id}`, { label: 'Right to food', labels: { ko: '식량권' } }, version);
    expect(await newestOf(`/themes/${id}`)).toEqual([
      { field: 'label', from: 'Food', to: 'Right to food' },
      { field: 'labels', from: {}, to: { ko: '식량권' } },
    ]);
  });

  it('comes in pages, with a count, and is asked for by what changed since', async () => {
    const { id } = await made('/themes', { code: 'food', label: 'Food 1' });
    for (let n = 1; n < 5; n += 1) await changed(`/themes/${id}`, { label: `Food ${String(n + 1)}` }, n);
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await api.get(`/themes/${id}/versions?limit=2&count=true${cursor && `&cursor=${cursor}`}`);
      expect(body['count']).toBe(5);
      seen.push(...(body['items'] as Version[]).map((v) => v.version));
      cursor = body['nextCursor'] as string | null;
    }
    expect(seen).toEqual([5, 4, 3, 2, 1]);
    const later = await api.get(`/themes/${id}/versions?updatedSince=2100-01-01T00:00:00Z`);
    expect(later.body['items']).toEqual([]);
  });

  it('of an addressee and of an organization', async () => {
    const { id } = await made('/addressees', { kind: 'state', isoCode: 'KP', name: 'North Korea' });
    await changed(`/addressees/${id}`, { aliases: ['DPRK'], names: { ko: '북한' } }, 1);
    expect(await newestOf(`/addressees/${id}`)).toEqual([
      { field: 'aliases', from: [], to: ['DPRK'] },
      { field: 'names', from: {}, to: { ko: '북한' } },
    ]);
    const organization = await world.a.organization('Before');
    await world.a.rows(`UPDATE organization SET name = 'After' WHERE id = $1`, [organization]);
    const [newest, first] = await versionsOf(`/organizations/${organization}`);
    expect(newest).toMatchObject({
      act: 'changed',
      by: null,
      changes: [{ field: 'name', from: 'Before', to: 'After' }],
    });
    expect(first).toMatchObject({ act: 'created', changes: [] });
  });

  it('of a recommendation, its themes among it', async () => {
    const [food, work, health] = [await world.a.theme(), await world.a.theme(), await world.a.theme()];
    const body = {
      code: 'R-1',
      title: 'Title',
      text: 'Text',
      sourceId: await world.a.source(),
      themeIds: [food, work],
    };
    const { id, version } = await made('/recommendations', body);
    const next = await changed(`/recommendations/${id}`, { text: 'Other text', themeIds: [work, health] }, version);
    const both = await newestOf(`/recommendations/${id}`);
    expect(both).toEqual([
      { field: 'text', from: 'Text', to: 'Other text' },
      { field: 'themeIds', added: [health], removed: [food] },
    ]);
    await changed(`/recommendations/${id}`, { themeIds: [work] }, next);
    const versions = await versionsOf(`/recommendations/${id}`);
    expect(versions.map(({ version: n, changes }) => [n, changes.length])).toEqual([
      [next + 1, 1],
      [next, 2],
      [version, 0],
    ]);
    expect(versions[0]!.changes).toEqual([{ field: 'themeIds', added: [], removed: [health] }]);
    expect(await copiesThatDiffer(world)).toEqual([]);
  });

  it('of a follow-up, without what moved its tracks', async () => {
    const recommendationId = await world.a.recommendation();
    const through = await world.a.followUp({ recommendation_id: recommendationId });
    const body = { addresseeId: await world.a.addressee(), asked: true, ask: 'Do it.' };
    const { id, version } = await made(`/recommendations/${recommendationId}/follow-ups`, body);
    const mine = await changed(`/follow-ups/${id}`, { ask: 'Do it now.', ownerId: editor.actor.membershipId }, version);
    const linked = await changed(`/follow-ups/${id}`, { through: [through.id] }, mine);
    const evidence = await made('/evidence', link);
    const { implementation } = (await api.get(`/follow-ups/${id}`)).body as { implementation: { id: string } };
    const act = { transition: 'start', occurredOn: '2020', evidenceIds: [evidence.id] };
    expect((await api.post(`/tracks/${implementation.id}/transitions`, act)).status).toBe(201);
    expect((await api.get(`/follow-ups/${id}`)).body['version']).toBeGreaterThan(linked);
    const versions = await versionsOf(`/follow-ups/${id}`);
    expect(versions.map(({ version: n, changes }) => [n, changes])).toEqual([
      [linked, [{ field: 'through', added: [through.id], removed: [] }]],
      [
        mine,
        [
          { field: 'ask', from: 'Do it.', to: 'Do it now.' },
          { field: 'ownerId', from: null, to: editor.actor.membershipId },
        ],
      ],
      [1, []],
    ]);
  });

  it('of evidence: its words, its acceptance and its check too', async () => {
    const { id } = await made('/evidence', { ...link, finding: 'First finding' });
    await changed(`/evidence/${id}`, { finding: 'Second finding', locator: 'p. 3', origin: 'An archive' }, 1);
    const verifier = world.as(await world.a.member({ roles: ['verifier'] }));
    expect((await verifier.post(`/evidence/${id}/verification`, {}, { 'if-match': '"2"' })).status).toBe(200);
    const [checked, edited] = await versionsOf(`/evidence/${id}`);
    expect(checked!.changes).toEqual([{ field: 'verification', from: 'none', to: 'verified' }]);
    expect(edited!.changes).toMatchObject([
      { field: 'finding', from: 'First finding', to: 'Second finding' },
      { field: 'locator', from: null, to: 'p. 3' },
      { field: 'originId' },
    ]);
    const kept = await world.a.rows('SELECT before, after FROM version_change WHERE workspace_id = $1', [
      world.a.workspaceId,
    ]);
    expect(JSON.stringify(kept)).not.toContain('finding');
  });
});

describe('what one may not see', () => {
  it.each([
    'recommendations',
    'sources',
    'addressees',
    'themes',
    'organizations',
    'evidence',
    'follow-ups',
    'engagements',
  ])('of what is elsewhere, or never was, there are no versions: %s', async (noun) => {
    const elsewhere = await world.a.otherWorkspace();
    const stranger = await elsewhere.member();
    const ids: Record<string, () => Promise<string>> = {
      recommendations: () => elsewhere.recommendation(),
      sources: () => elsewhere.source(),
      addressees: () => elsewhere.addressee(),
      themes: () => elsewhere.theme(),
      organizations: () => elsewhere.organization(),
      evidence: () => elsewhere.evidence(stranger),
      'follow-ups': async () => (await elsewhere.followUp()).id,
      engagements: () => engagement({ workspace_id: elsewhere.workspaceId, organization_id: elsewhere.organizationId }),
    };
    const never = bytesOf(await refused(world, () => api.get(`/${noun}/${uuid()}/versions`), 404, 'not-found'));
    const foreign = `/${noun}/${await ids[noun]!()}/versions`;
    expect(bytesOf(await refused(world, () => api.get(foreign), 404, 'not-found'))).toBe(never);
    expect((await world.as(stranger, elsewhere.slug).get(foreign)).body['items']).toHaveLength(1);
  });

  const engagement = (given: Record<string, unknown> = {}) =>
    world.a.insert('engagement', {
      id: uuid(),
      workspace_id: world.a.workspaceId,
      organization_id: world.a.organizationId,
      kind: 'letter',
      occurred_on: '2020',
      occurred_last: '2020-12-31',
      summary: 'x',
      ...given,
    });

  it('a level that was raised hides what was said before it was', async () => {
    const { id } = await made('/recommendations', {
      code: 'R-1',
      title: 'Names a village',
      text: 'x',
      sourceId: await world.a.source(),
    });
    await changed(`/recommendations/${id}`, { title: 'Names nobody' }, 1);
    const theirs = await world.a.member({ organizationId: await world.a.organization(), roles: ['administrator'] });
    const other = world.as(theirs);
    expect((await versionsOf(`/recommendations/${id}`, other)).length).toBe(2);
    await changed(`/recommendations/${id}`, { confidentiality: 'organization' }, 2);
    expect(outcomeOf(await other.get(`/recommendations/${id}/versions`))).toEqual([404, 'not-found']);
    const shown = await inWorkspace(theirs.actor, world.tx, (tx) =>
      tx.query<unknown[]>(`SELECT FROM version_change WHERE before::text LIKE '%village%'`),
    );
    expect(shown).toHaveLength(0);
    expect(await newestOf(`/recommendations/${id}`)).toEqual([
      { field: 'confidentiality', from: 'coalition', to: 'organization' },
    ]);
  });

  it('a recommendation that is theirs alone is not named by an engagement of all', async () => {
    const hidden = await world.a.recommendation({
      confidentiality: 'organization',
      organization_id: await world.a.organization(),
    });
    const [known, other, id] = [await world.a.recommendation(), await world.a.recommendation(), await engagement()];
    await world.a.rows('UPDATE engagement SET updated_at = clock_timestamp() WHERE id = $1', [id]);
    for (const recommendation_id of [hidden, known]) {
      const row = { workspace_id: world.a.workspaceId, engagement_id: id, recommendation_id };
      await world.a.rows(
        `INSERT INTO engagement_recommendation (workspace_id, engagement_id, recommendation_id) VALUES ($1, $2, $3)`,
        Object.values(row),
      );
    }
    expect(await newestOf(`/engagements/${id}`)).toEqual([{ field: 'recommendationIds', added: [known], removed: [] }]);
    const addresseeIds = [await world.a.addressee()];
    await changed(`/engagements/${id}`, { summary: 'y', addresseeIds, recommendationIds: [other] }, 2);
    expect(await newestOf(`/engagements/${id}`)).toEqual([
      { field: 'addresseeIds', added: addresseeIds, removed: [] },
      { field: 'recommendationIds', added: [other], removed: [known] },
      { field: 'summary', from: 'x', to: 'y' },
    ]);
  });

  it('of a restricted piece, to everybody but who is named on it; to them it is opened', async () => {
    const account = {
      kind: 'account',
      title: 'A witness',
      terms: 'background',
      statement: 'Said.',
      finding: 'Old words',
    };
    const { id } = await made('/evidence', { ...account, confidentiality: 'restricted' });
    await changed(`/evidence/${id}`, { finding: 'New words' }, 1);
    const auditor = world.as(await world.a.member({ roles: ['auditor'], readsAll: true }));
    for (const caller of [auditor, world.as(await world.a.member({ roles: ['administrator'] }))])
      await refused(world, () => caller.get(`/evidence/${id}/versions`), 404, 'not-found');
    expect(await newestOf(`/evidence/${id}`)).toEqual([{ field: 'finding', from: 'Old words', to: 'New words' }]);
    expect((await openedEvents(world, id)).map(({ action, level }) => [action, level]).at(-1)).toEqual([
      'evidence.opened',
      'restricted',
    ]);
  });

  it('people of another organization by their pseudonym', async () => {
    const { id } = await made('/sources', source);
    const other = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    const [theirs] = await versionsOf(`/sources/${id}`, other);
    expect([theirs!.by!.id, theirs!.by!.name]).toEqual([
      editor.actor.membershipId,
      expect.stringMatching(/^Member \d+$/),
    ]);
    expect((await versionsOf(`/sources/${id}`))[0]!.by!.name).toBe(editor.name);
  });
});

describe('what was withdrawn', () => {
  let id: string;

  beforeEach(async () => {
    ({ id } = await made('/evidence', {
      ...link,
      title: 'CANARY title',
      finding: 'CANARY finding',
      locator: 'CANARY',
    }));
    await changed(`/evidence/${id}`, { title: 'Second', finding: 'Third', locator: 'p. 4' }, 1);
    expect((await api.post(`/evidence/${id}/withdrawal`, { reason: 'In danger.' })).status).toBe(201);
  });

  it('is sealed in every version, for everybody, until it is restored', async () => {
    const sealed = await versionsOf(`/evidence/${id}`);
    expect(sealed.map(({ changes }) => changes)).toEqual([
      [{ field: 'withdrawal', from: 'none', to: 'withdrawn' }],
      [],
      [],
    ]);
    await decided('restore');
    expect((await versionsOf(`/evidence/${id}`)).map(({ changes }) => changes.length)).toEqual([1, 1, 3, 0]);
  });

  it('and erased leaves nothing of what it ever said', async () => {
    expect(JSON.stringify(await rowsOf())).toContain('CANARY');
    await decided('erase');
    expect((await versionsOf(`/evidence/${id}`)).map(({ act, changes }) => [act, changes])).toEqual([
      ['changed', [{ field: 'withdrawal', from: 'withdrawn', to: 'erased' }]],
      ['changed', [{ field: 'withdrawal', from: 'none', to: 'withdrawn' }]],
      ['changed', []],
      ['created', []],
    ]);
    expect((await rowsOf()).map(({ field }) => field)).toEqual(['withdrawal', 'withdrawal']);
    expect(JSON.stringify(await rowsOf())).not.toMatch(/CANARY|Second|p\. 4/);
  });

  const rowsOf = () =>
    world.a.rows<{ field: string }>(
      'SELECT c.* FROM version_change c JOIN record_version v ON v.id = c.version_id WHERE v.item_id = $1',
      [id],
    );
  async function decided(decision: string) {
    for (const role of ['administrator', 'verifier'] as const) {
      const browser = await browserOf(world, await world.a.member({ roles: [role] }));
      expect((await browser.post(`/evidence/${id}/withdrawal/decision`, { decision })).status).toBe(200);
    }
  }
});

describe('versions themselves', () => {
  it('are read by whoever reads the thing, whatever the role, and leave no trace', async () => {
    const { id } = await made('/sources', source);
    const before = await countEvents(world);
    for (const role of ['administrator', 'editor', 'verifier', 'partner', 'auditor'] as const)
      expect(await versionsOf(`/sources/${id}`, world.as(await world.a.member({ roles: [role] })))).toHaveLength(1);
    expect(await countEvents(world)).toBe(before);
  });

  it('are written by no role of the application, and what they say is never changed', async () => {
    const able = await world.a.rows(
      `SELECT r, t, p FROM unnest('{heed_app,heed_reader,heed_auth,heed_nobody}'::text[]) r, unnest('{record_version,version_change}'::text[]) t,
         unnest('{INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) p WHERE has_table_privilege(r, t, p)`,
    );
    expect(able).toEqual([]);
    const { id } = await made('/sources', source);
    await changed(`/sources/${id}`, { title: 'Other' }, 1);
    await expect(world.a.rows(`UPDATE version_change SET after = '"Forged"'`)).rejects.toMatchObject({
      driverError: { code: '23001' },
    });
  });
});
