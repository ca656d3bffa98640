// From an empty database to a signed-in member, with the roles of production, in which a pooled connection may do nothing.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Actor } from '../../src/access/actor.js';
import { SYSTEM_PERSON } from '../../src/access/system-actor.js';
import { Founding } from '../../src/organizations/founding.service.js';
import { InvitationsService } from '../../src/organizations/invitations.service.js';
import { OrganizationsService } from '../../src/organizations/organizations.service.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';

const PASSWORD = 'a password of twelve';
const SETTINGS = {
  slug: 'dprk',
  name: 'Recommendations on North Korea',
  timeZone: 'Asia/Seoul',
  languages: ['en', 'ko'],
};

let serving: ServingApp;
let owner: pg.Client;
let founding: Founding;
let system: Actor;
let organizationId: string;
let administrator: Actor;

beforeAll(async () => {
  serving = await openServingApp('https://heed.example.org');
  owner = new pg.Client(serving.url);
  await owner.connect();
  founding = serving.app.get(Founding, { strict: false });
  system = await founding.found(SETTINGS, 'founding');
  organizationId = (
    await serving.app.get(OrganizationsService, { strict: false }).create(system, { name: 'Han River Rights Watch' })
  ).parsed<{ id: string }>().id;
  administrator = await founding.enrol(system, {
    organizationId,
    email: 'admin@test.example',
    password: PASSWORD,
    name: 'Ada First',
    roles: ['administrator', 'verifier'],
  });
});
afterAll(async () => {
  await owner.end();
  await serving.close();
});

const rows = async (sql: string, values: unknown[] = []): Promise<unknown[]> =>
  (await owner.query(sql, values)).rows as unknown[];
const events = (): Promise<unknown[]> => rows('SELECT action, person_id, workspace_id FROM audit_event ORDER BY at');

const signIn = (email: string, password: string) =>
  serving.app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    payload: { email, password },
    headers: { origin: 'https://heed.example.org' },
  });

describe('founding', () => {
  it('begins a workspace as the system, and enrols members', async () => {
    expect(await rows('SELECT slug, time_zone FROM workspace')).toEqual([{ slug: 'dprk', time_zone: 'Asia/Seoul' }]);
    expect(
      await rows('SELECT pseudonym, roles, person_id FROM membership WHERE id = $1', [administrator.membershipId]),
    ).toEqual([
      {
        pseudonym: 'Member 1 of Han River Rights Watch',
        roles: ['administrator', 'verifier'],
        person_id: administrator.personId,
      },
    ]);
    const by = { person_id: SYSTEM_PERSON, workspace_id: system.workspaceId };
    expect((await events()).slice(0, 3)).toEqual([
      { action: 'workspace.founded', ...by },
      { action: 'organization.created', ...by },
      { action: 'member.enrolled', ...by },
    ]);
  });

  it('can be signed in to over TLS with a __Host- cookie', async () => {
    const answer = await signIn('admin@test.example', PASSWORD);
    expect(answer.statusCode).toBe(200);
    const [cookie = '', known] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^__Host-heed_session=/);
    expect(known).toMatch(/^__Host-heed_known=.+; Secure/);
    expect(cookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=43200',
      'Path=/',
      'SameSite=Strict',
      'Secure',
    ]);
    const name = cookie.split(';')[0] ?? '';
    expect(
      (await serving.app.inject({ url: '/api/v1/workspaces/dprk/members', headers: { cookie: name } })).json(),
    ).toMatchObject({ items: [{ name: 'Ada First' }] });
    expect(
      (await serving.app.inject({ url: '/api/v1/me', headers: { cookie: name.replace('__Host-', '') } })).statusCode,
    ).toBe(401);
  });

  it('refuses a second workspace of the same name in paths, and a time zone that nobody knows', async () => {
    await expect(founding.found(SETTINGS, 'again')).rejects.toMatchObject({ driverError: { code: '23505' } });
    await expect(
      founding.found({ ...SETTINGS, slug: 'other', timeZone: 'Asia/Pyongyong' }, 'again'),
    ).rejects.toMatchObject({ status: 400, errors: [{ code: 'unknown-time-zone' }] });
    expect(await rows('SELECT slug FROM workspace')).toHaveLength(1);
  });

  it('sees and writes nothing outside its workspace', async () => {
    const other = await founding.found({ ...SETTINGS, slug: 'elsewhere' }, 'other');
    await expect(
      founding.enrol(other, {
        organizationId,
        email: 'x@test.example',
        password: PASSWORD,
        name: 'X',
        roles: ['editor'],
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await rows("SELECT id FROM account WHERE email = 'x@test.example'")).toEqual([]);
  });

  it('gives the role verifier through the system only', async () => {
    await expect(
      founding.enrol(administrator, {
        organizationId,
        email: 'y@test.example',
        password: PASSWORD,
        name: 'Y',
        roles: ['verifier'],
      }),
    ).rejects.toMatchObject({ code: 'separation-of-duties' });
  });

  it('leaves nobody who could sign in as the system', async () => {
    expect(
      await rows(
        'SELECT id FROM account WHERE person_id = $1 UNION ALL SELECT id FROM membership WHERE person_id = $1',
        [SYSTEM_PERSON],
      ),
    ).toEqual([]);
  });
});

describe('fifty who accept one invitation at once', () => {
  it('are one member', async () => {
    const { token } = await serving.app
      .get(InvitationsService, { strict: false })
      .create(administrator, { email: 'lee@test.example', organizationId, roles: ['auditor'] });
    const accept = (n: number) =>
      serving.app.inject({
        method: 'POST',
        url: `/api/v1/auth/invitations/${token}`,
        payload: { name: `Lee ${String(n)}`, password: PASSWORD },
      });

    const statuses = (await Promise.all(Array.from({ length: 50 }, (_, n) => accept(n)))).map(
      ({ statusCode }) => statusCode,
    );

    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    // The others: no longer open, too many tries at once, or no place in line for the hashing.
    expect(statuses.filter((status) => ![201, 404, 429, 503].includes(status))).toEqual([]);
    expect(statuses).toContain(404);
    expect(await rows("SELECT roles FROM membership WHERE pseudonym LIKE 'Member 2 of%'")).toEqual([
      { roles: ['auditor'] },
    ]);
    expect(await rows('SELECT count(*)::int AS accounts FROM account')).toEqual([{ accounts: 2 }]);
    expect(await rows("SELECT count(*)::int AS words FROM words WHERE confidentiality = 'name'")).toEqual([
      { words: 2 },
    ]);
    expect(await rows("SELECT count(*)::int AS events FROM audit_event WHERE action = 'invitation.accepted'")).toEqual([
      { events: 1 },
    ]);
  }, 60_000);
});

describe('two administrators who take the role from each other at once', () => {
  it('leave one', async () => {
    await rows("UPDATE membership SET roles = '{editor}' WHERE id = $1", [administrator.membershipId]);
    const pair: Actor[] = [];
    for (const email of ['one@test.example', 'two@test.example'])
      pair.push(
        await founding.enrol(system, {
          organizationId,
          email,
          password: PASSWORD,
          name: email,
          roles: ['administrator'],
        }),
      );
    const browsers: string[] = [];
    for (const email of ['one@test.example', 'two@test.example'])
      browsers.push(String((await signIn(email, PASSWORD)).headers['set-cookie']).split(';')[0] ?? '');
    const take = (from: number, by: number) =>
      serving.app.inject({
        method: 'PATCH',
        url: `/api/v1/workspaces/dprk/members/${pair[from]!.membershipId}`,
        payload: { roles: ['editor'] },
        headers: { cookie: browsers[by], origin: 'https://heed.example.org', 'x-heed-request': '1', 'if-match': '"1"' },
      });

    const answers = await Promise.all([take(0, 1), take(1, 0)]);

    // Whoever lost the role first may no longer be let in at all.
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, expect.any(Number)]);
    expect([403, 409]).toContain(answers.find(({ statusCode }) => statusCode !== 200)?.statusCode);
    expect(await rows("SELECT count(*)::int AS left FROM membership WHERE 'administrator' = ANY (roles)")).toEqual([
      { left: 1 },
    ]);
  });
});
