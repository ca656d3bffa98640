// A POST that creates, sent twice with one key: done once, answered twice.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { browserOf } from '../support/people.js';
import { countEvents, everything, refused } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
});
afterEach(() => world.close());

const THEME = { code: 'refugees', label: 'Refugees' };
const post = (path: string, body: unknown, key: string, who = editor): Promise<Answer> =>
  world.as(who).post(path, body, { 'idempotency-key': key });
const kept = (): Promise<Record<string, any>[]> =>
  world.a.rows('SELECT * FROM idempotency_key WHERE workspace_id = $1', [world.a.workspaceId]);
const themes = (): Promise<unknown[]> =>
  world.a.rows('SELECT code FROM theme WHERE workspace_id = $1 ORDER BY code', [world.a.workspaceId]);

describe('Idempotency-Key', () => {
  test('the same key and body answer the first result again, and nothing is done twice', async () => {
    const first = await post('/themes', THEME, 'one');
    const before = await everything(world);
    const second = await post('/themes', { label: THEME.label, code: THEME.code }, 'one');
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect([second.status, second.body]).toEqual([201, first.body]);
    for (const name of ['etag', 'audit-receipt', 'content-type'])
      expect([name, second.headers[name]]).toEqual([name, first.headers[name]]);
    expect(first.headers['audit-receipt']).toMatch(/^[0-9a-f]{64}$/);
    expect(await everything(world)).toEqual(before);
    expect(await themes()).toEqual([{ code: 'refugees' }]);
    expect(await countEvents(world)).toBe(1);
  });

  test('answers as the first time even where the thing has changed since', async () => {
    const first = await post('/themes', THEME, 'one');
    await world.as(editor).patch(`/themes/${String(first.body['id'])}`, { label: 'Other' }, 1);
    expect((await post('/themes', THEME, 'one')).body).toEqual(first.body);
  });

  test('another body is 422, and so is a body where there was none', async () => {
    await post('/themes', THEME, 'one');
    const { body } = await refused(
      world,
      () => post('/themes', { ...THEME, label: 'Other' }, 'one'),
      422,
      'idempotency-key-reused',
    );
    expect(body['errors'][0].pointer).toBe('Idempotency-Key');
    await refused(world, () => post('/themes', undefined, 'one'), 422, 'idempotency-key-reused');
  });

  test('what failed is not kept: the key may be used again', async () => {
    await refused(world, () => post('/themes', { code: 'refugees' }, 'one'), 400, 'invalid-input');
    await world.a.theme('taken');
    await refused(world, () => post('/themes', { code: 'taken', label: 'x' }, 'one'), 409, 'already-exists');
    expect(await kept()).toEqual([]);
    expect((await post('/themes', THEME, 'one')).status).toBe(201);
  });

  test('works where services take several steps: evidence, a recommendation, a follow-up, a transition', async () => {
    const followUp = await world.a.followUp();
    const link = { kind: 'link', title: 'A reply', url: 'https://example.org/reply', origin: 'A ministry' };
    const made = await post('/evidence', link, 'e');
    const move = { transition: 'start', occurredOn: '2020', evidenceIds: [made.body['id']] };
    const path = `/tracks/${followUp.implementation}/transitions`;
    for (const [at, body] of [
      ['/evidence', link],
      [path, move],
    ] as const) {
      const first = await post(at, body, 'e');
      expect([first.status, (await post(at, body, 'e')).body]).toEqual([201, first.body]);
    }
    expect(
      await world.a.rows('SELECT count(*)::integer AS n FROM transition WHERE track_id = $1', [
        followUp.implementation,
      ]),
    ).toEqual([{ n: 1 }]);
    expect(await world.a.rows('SELECT count(*)::integer AS n FROM evidence WHERE id = $1', [made.body['id']])).toEqual([
      { n: 1 },
    ]);
  });

  test('expires after 24 hours; what has expired is deleted on the way, of others too', async () => {
    await post('/themes', THEME, 'one');
    await post('/themes', { code: 'b', label: 'b' }, 'one', await world.a.member()).then(({ status }) =>
      expect(status).toBe(201),
    );
    const [row] = await kept();
    expect(row?.['expires_at'].getTime() - Date.now()).toBeGreaterThan(86_300_000);
    expect(row?.['expires_at'].getTime() - Date.now()).toBeLessThanOrEqual(86_400_000);
    await world.a.rows(`UPDATE idempotency_key SET expires_at = clock_timestamp() - interval '1 second'`);
    expect((await post('/themes', { code: 'c', label: 'c' }, 'one')).status).toBe(201);
    expect((await kept()).map(({ body }) => JSON.parse(String(body)).code)).toEqual(['c']);
  });

  test.each(['', 'two words', 'é'.repeat(2), 'x'.repeat(201)])('refuses %j, which is no key', async (key) => {
    const answer = await refused(world, () => post('/themes', THEME, key), 400, 'invalid-input');
    expect(answer.body['errors'][0].pointer).toBe('Idempotency-Key');
  });

  test('a longest key works', async () => {
    expect((await post('/themes', THEME, 'x'.repeat(200))).status).toBe(201);
  });
});

describe('whose key it is', () => {
  test('a person has it for themselves, also at a level that only they may read', async () => {
    const source = await world.a.source();
    const asked = { sourceId: source, title: 'Ours', text: 'What is asked.', confidentiality: 'organization' };
    const mine = await post('/recommendations', { ...asked, code: 'O-1' }, 'one');
    expect(mine.status).toBe(201);
    const elsewhere = await world.a.member({ organizationId: await world.a.organization() });
    const theirs = await post('/recommendations', { ...asked, code: 'O-1' }, 'one', elsewhere);
    expect([theirs.status, theirs.body['code'], JSON.stringify(theirs.body).includes(mine.body['id'])]).toEqual([
      409,
      'already-exists',
      false,
    ]);
  });

  test('whoever acts for another organization since then does not get the old answer', async () => {
    await post('/themes', THEME, 'one');
    const organization = await world.a.organization();
    await world.a.rows('UPDATE membership SET organization_id = $1 WHERE id = $2', [
      organization,
      editor.actor.membershipId,
    ]);
    await refused(world, () => post('/themes', THEME, 'one'), 409, 'already-exists');
  });

  test('each path and each workspace has its own', async () => {
    const elsewhere = await world.a.otherWorkspace();
    const there = await elsewhere.member({ personId: editor.actor.personId });
    await post('/themes', THEME, 'one');
    const source = await post('/sources', { title: 'A letter', kind: 'letter' }, 'one');
    const other = await world.as(there, elsewhere.slug).post('/themes', THEME, { 'idempotency-key': 'one' });
    expect([source.status, other.status, other.headers['idempotency-replayed']]).toEqual([201, 201, undefined]);
  });

  test('who may not do it (any more) gets no kept answer', async () => {
    await post('/themes', THEME, 'one');
    const auditor = await world.a.token(editor.actor.accountId, 'auditor');
    await world.a.rows(`UPDATE membership SET roles = '{auditor}' WHERE id = $1`, [editor.actor.membershipId]);
    await refused(world, () => post('/themes', THEME, 'one', { ...editor, token: auditor }), 403, 'forbidden');
    await world.a.rows('DELETE FROM membership WHERE id = $1', [editor.actor.membershipId]);
    await refused(world, () => post('/themes', THEME, 'one'), 404, 'not-found');
  });
});

describe('where no answers are kept', () => {
  test('an answer with a secret: the key is refused and nothing is made', async () => {
    const browser = await browserOf(world, await world.a.member({ roles: ['administrator'] }));
    const caller = world.at({ ...browser.headers, 'idempotency-key': 'one' });
    const invitation = { email: 'new@test.example', organizationId: world.a.organizationId, roles: ['editor'] };
    await refused(
      world,
      () => caller.post(`/api/v1/workspaces/${world.a.slug}/invitations`, invitation),
      400,
      'idempotency-not-here',
    );
    const token = { workspace: world.a.slug, name: 'x', role: 'administrator', expiresInDays: 1 };
    await refused(world, () => caller.post('/api/v1/me/tokens', token), 400, 'idempotency-not-here');
  });

  test('PATCH passes it over: If-Match makes it safe', async () => {
    const id = await world.a.theme();
    const headers = { 'idempotency-key': 'one', 'if-match': '"1"' };
    expect((await world.as(editor).send('PATCH', `/themes/${id}`, { label: 'Other' }, headers)).status).toBe(200);
    expect((await world.as(editor).send('PATCH', `/themes/${id}`, { label: 'Other' }, headers)).status).toBe(412);
    expect(await kept()).toEqual([]);
  });

  test('the document names the header at every POST that answers 201, but for those with a secret or a file', async () => {
    const { body } = await world.at().get('/api/openapi.json');
    const posts = Object.entries<Record<string, any>>(body['paths']).flatMap(([path, item]) =>
      item['post'] ? [[path, item['post']] as const] : [],
    );
    const named = ({ parameters = [] }: any): boolean =>
      parameters.some(({ name }: { name: string }) => name === 'Idempotency-Key');
    const unnamed = posts
      .filter(([, operation]) => '201' in operation.responses && !named(operation))
      .map(([path]) => path);
    expect(unnamed.sort()).toEqual([
      '/api/v1/auth/invitations/{token}',
      '/api/v1/me/recovery-codes',
      '/api/v1/me/second-factors/authenticators',
      '/api/v1/me/second-factors/passkeys',
      '/api/v1/me/tokens',
      '/api/v1/workspaces/{workspace}/evidence/files',
      '/api/v1/workspaces/{workspace}/inbox/files',
      '/api/v1/workspaces/{workspace}/invitations',
    ]);
    expect(
      posts.filter(
        ([, operation]) =>
          named(operation) &&
          !('201' in operation.responses && '409' in operation.responses && '422' in operation.responses),
      ),
    ).toEqual([]);
  });
});
