// Longer ways through the API than one resource, each as its users walk it, with a typed client over HTTP.

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import createClient from 'openapi-fetch';
import type { CreateThemeDto, paths } from '../../docs/api/openapi.js';
import type { Member } from '../factories/factories.js';
import { png } from '../support/files.js';
import { PASSWORD, withPassword } from '../support/people.js';
import { clientOf } from '../support/typed-client.js';
import { openWorld, ORIGIN, type World } from '../support/world.js';

let world: World;
let workspace: string;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  workspace = world.a.slug;
  editor = await world.a.member({ roles: ['editor'], name: 'Edita' });
});
afterEach(() => world.close());

const etagOf = (response: Response): string => response.headers.get('etag') ?? 'none';

test('a record is made from nothing: source, addressee, recommendation, follow-up, deadline, and counted', async () => {
  const client = await clientOf(world, editor);
  const path = { workspace };
  const { data: source } = await client.POST('/api/v1/workspaces/{workspace}/sources', {
    params: { path },
    body: { title: 'Concluding observations', kind: 'concluding-observations', issuedOn: '2017-11', note: null },
  });
  const { data: addressee } = await client.POST('/api/v1/workspaces/{workspace}/addressees', {
    params: { path },
    body: { name: 'A state', kind: 'state', isoCode: 'KP', names: { ko: '어느 나라' } },
  });
  const { data: theme } = await client.POST('/api/v1/workspaces/{workspace}/themes', {
    params: { path },
    body: { code: 'women', label: 'Women' },
  });
  const { data: made } = await client.POST('/api/v1/workspaces/{workspace}/recommendations', {
    params: { path },
    body: { code: 'C-1', title: 'Do it', text: 'Do it soon.', sourceId: source!.id, themeIds: [theme!.id] },
  });
  const { data: followUp } = await client.POST(
    '/api/v1/workspaces/{workspace}/recommendations/{recommendationId}/follow-ups',
    {
      params: { path: { workspace, recommendationId: made!.id } },
      body: { addresseeId: addressee!.id, asked: true, ask: 'Do it.' },
    },
  );
  const { data: deadline } = await client.POST('/api/v1/workspaces/{workspace}/follow-ups/{followUp}/deadlines', {
    params: { path: { workspace, followUp: followUp!.id } },
    body: { axis: 'implementation', dueOn: '2019-11-17', basis: 'Paragraph 60' },
  });
  const { data: extended } = await client.POST('/api/v1/workspaces/{workspace}/deadlines/{id}/extensions', {
    params: { path: { workspace, id: deadline!.id } },
    body: { dueOn: '2020-11-17', extendedBy: 'The Committee', basis: 'Its letter' },
  });
  expect(extended).toBeDefined();

  const { data: overdue } = await client.GET('/api/v1/workspaces/{workspace}/follow-ups', {
    params: { path, query: { overdue: true, theme: [theme!.id], count: true } },
  });
  expect(overdue!.items.map(({ id, dueOn }) => [id, dueOn])).toEqual([[followUp!.id, '2020-11-17']]);
  expect(overdue!.count).toBe(1);
  const { data: summary } = await client.GET('/api/v1/workspaces/{workspace}/summary', {
    params: { path, query: { axis: 'implementation', by: 'theme' } },
  });
  expect(summary!.items).toMatchObject([{ key: theme!.id, label: 'Women', overdue: 1, counts: { unknown: 1 } }]);
  expect(await world.a.rows('SELECT due_on, asked FROM follow_up WHERE id = $1', [followUp!.id])).toMatchObject([
    { asked: true },
  ]);
});

test('things are listed page by page, sent twice safely, and changed only as they were read', async () => {
  const client = await clientOf(world, editor);
  const path = { workspace };
  const make = (code: string, key?: string) =>
    client.POST('/api/v1/workspaces/{workspace}/themes', {
      params: { path, header: key === undefined ? {} : { 'Idempotency-Key': key } },
      body: { code, label: code } satisfies CreateThemeDto,
    });
  for (const code of ['a', 'b', 'c', 'd']) expect((await make(code)).response.status).toBe(201);
  const [first, again] = [await make('e', 'once'), await make('e', 'once')];
  expect(again.data).toEqual(first.data);
  expect(again.response.headers.get('idempotency-replayed')).toBe('true');

  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const { data: page }: { data?: { items: { code: string }[]; nextCursor: string | null } } = await client.GET(
      '/api/v1/workspaces/{workspace}/themes',
      { params: { path, query: { limit: 2, sort: '-code', fields: ['code'], ...(cursor && { cursor }) } } },
    );
    seen.push(...page!.items.map(({ code }) => code));
    cursor = page!.nextCursor;
  } while (cursor);
  expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);

  const id = first.data!.id;
  const change = (label: string) =>
    client.PATCH('/api/v1/workspaces/{workspace}/themes/{id}', {
      params: { path: { workspace, id }, header: { 'If-Match': etagOf(first.response) } },
      body: { label },
    });
  expect((await change('Exile')).data).toMatchObject({ label: 'Exile', version: 2 });
  const stale = await change('Elsewhere');
  expect([stale.response.status, stale.error!.code]).toEqual([412, 'stale']);
  const removed = await client.DELETE('/api/v1/workspaces/{workspace}/themes/{id}', {
    params: { path: { workspace, id }, header: { 'If-Match': '"2"' } },
  });
  expect([removed.response.status, await world.a.rows('SELECT FROM theme WHERE id = $1', [id])]).toEqual([204, []]);
});

test('a file is proposed by one organization, accepted by another, verified by a third person, and read back', async () => {
  const other = await world.a.organization();
  const partner = await clientOf(world, await world.a.member({ roles: ['partner'], organizationId: other }));
  const verifier = await clientOf(world, await world.a.member({ roles: ['verifier'], organizationId: other }));
  const reader = await clientOf(world, editor);
  const bytes = png();
  const form = new FormData();
  form.set('title', 'A view of the camp');
  form.set('credibility', '2');
  form.set('file', new Blob([new Uint8Array(bytes)]), 'a.png');
  const proposed = await partner.POST('/api/v1/workspaces/{workspace}/evidence/files', {
    params: { path: { workspace } },
    body: { file: 'in the form' },
    bodySerializer: () => form,
  });
  expect(proposed.data).toMatchObject({ acceptance: 'proposed', mediaType: 'image/png', credibility: 2 });

  const path = { workspace, id: proposed.data!.id };
  const accepted = await reader.POST('/api/v1/workspaces/{workspace}/evidence/{id}/acceptance', {
    params: { path, header: { 'If-Match': etagOf(proposed.response) } },
    body: { acceptance: 'accepted' },
  });
  const verified = await verifier.POST('/api/v1/workspaces/{workspace}/evidence/{id}/verification', {
    params: { path, header: { 'If-Match': etagOf(accepted.response) } },
  });
  expect(verified.data).toMatchObject({ acceptance: 'accepted', verification: 'verified' });
  const { data: content, response } = await reader.GET('/api/v1/workspaces/{workspace}/evidence/{id}/content', {
    params: { path },
    parseAs: 'arrayBuffer',
  });
  expect(Buffer.from(content as unknown as ArrayBuffer).equals(bytes)).toBe(true);
  expect(etagOf(response)).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
  expect(
    await world.a.rows('SELECT acceptance, verified_by IS NOT NULL AS verified FROM evidence WHERE id = $1', [path.id]),
  ).toEqual([{ acceptance: 'accepted', verified: true }]);
});

test('a person signs in and makes a token, a program reads with it until it is ended', async () => {
  const email = await withPassword(world, editor);
  const nobody = await clientOf(world);
  const signedIn = await nobody.POST('/api/v1/auth/sign-in', { body: { email, password: PASSWORD } });
  expect(signedIn.data!.memberships.map(({ workspace: { slug } }) => slug)).toEqual([workspace]);
  const [cookie = ''] = signedIn.response.headers.getSetCookie()[0]?.split(';') ?? [];
  const browser = createClient<paths>({
    baseUrl: await world.address(),
    headers: { cookie, origin: ORIGIN, 'x-heed-request': '1' },
  });
  const { data: made } = await browser.POST('/api/v1/me/tokens', {
    body: { workspace, role: 'editor', name: 'Monthly figures', expiresInDays: 1 },
  });
  const program = await clientOf(world, { ...editor, token: made!.token });
  const read = () => program.GET('/api/v1/workspaces/{workspace}', { params: { path: { workspace } } });
  expect((await read()).data).toMatchObject({ slug: workspace });
  const ended = await browser.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id: made!.id } } });
  expect(ended.response.status).toBe(204);
  const refused = await read();
  expect([refused.response.status, refused.error!.code]).toEqual([401, 'sign-in-required']);
  expect((await browser.POST('/api/v1/auth/sign-out')).response.status).toBe(204);
  expect((await browser.GET('/api/v1/me')).response.status).toBe(401);
});
