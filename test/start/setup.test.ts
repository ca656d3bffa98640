// From nothing to a first administrator, as an operator does it, on a database whose owner is no superuser.

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { Command, type Ended, freePort, runToEnd, type Settings, valueOf } from '../support/commands.js';
import { createEmptyDatabase } from '../support/postgres.js';

// Each starts programs of its own, on a machine that does other things besides.
jest.setTimeout(120_000);

const WISHES = [
  '--slug=korea',
  '--name=Korea rights',
  '--time-zone=Asia/Seoul',
  '--languages=en, ko',
  '--organization=Han River',
  '--email=Ada@Test.example',
];
const PASSWORD = 'a password of twelve';

let owner: pg.Client;
let dropRole: () => Promise<void>;
let settings: Settings;

beforeEach(async () => {
  const role = `heed_test_${randomBytes(6).toString('hex')}`;
  const database = await createEmptyDatabase(role);
  dropRole = database.dropRole;
  owner = new pg.Client(database.superuserUrl);
  await owner.connect();
  const folder = await mkdtemp(join(tmpdir(), 'heed-setup-'));
  settings = { DATABASE_URL: database.url, HEED_DATA: folder, PORT: await freePort() };
});
afterEach(async () => {
  await owner.end();
  await dropRole();
  await rm(settings['HEED_DATA']!, { recursive: true });
});

const setup = (...parameters: string[]): Promise<Ended> => runToEnd('setup', settings, parameters);
const rows = async (sql: string): Promise<unknown[]> => (await owner.query(sql)).rows as unknown[];
const counts = () =>
  rows(`SELECT (SELECT count(*)::int FROM workspace) AS workspaces, (SELECT count(*)::int FROM organization) AS organizations,
    (SELECT count(*)::int FROM invitation) AS invitations, (SELECT count(*)::int FROM audit_event) AS events`);
const keyFile = (): string => join(settings['HEED_DATA']!, 'master-key');
/** The link leads to the page; this is what the page asks. */
const pathOf = ({ out }: Ended): string => `/api/v1/auth${new URL(valueOf(out, 'link')!).pathname}`;

/** The server for as long as the work takes. */
async function served<T>(
  work: (ask: (method: string, path: string, body?: object) => Promise<Response>) => Promise<T>,
): Promise<T> {
  const server = new Command('main', settings);
  try {
    const origin = await server.says('address: ');
    return await work((method, path, body) =>
      fetch(`${origin}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  } finally {
    server.process.kill();
    await server.ended;
  }
}

describe('npm run setup', () => {
  it('founds an empty workspace, and its link makes the first administrator', async () => {
    const first = await setup(...WISHES);

    expect([first.code, first.err]).toEqual([0, '']);
    expect(valueOf(first.out, 'workspace')).toBe('korea (Korea rights)');
    expect(valueOf(first.out, 'administrator')).toBe('ada@test.example');
    expect((await stat(keyFile())).mode & 0o777).toBe(0o600);
    expect(await rows('SELECT slug, name, time_zone, languages FROM workspace')).toEqual([
      { slug: 'korea', name: 'Korea rights', time_zone: 'Asia/Seoul', languages: ['en', 'ko'] },
    ]);
    expect(await rows('SELECT action, request_id FROM audit_event ORDER BY at')).toEqual(
      ['workspace.founded', 'organization.created', 'invitation.created'].map((action) => ({
        action,
        request_id: 'setup',
      })),
    );
    const path = pathOf(first);
    const membership = await served(async (ask) => {
      const accepted = await ask('POST', path, { name: 'Ada First', password: PASSWORD });
      expect(accepted.status).toBe(201);
      const again = await ask('POST', path, { name: 'Eve', password: PASSWORD });
      expect(again.status).toBe(404);
      const signedIn = await ask('POST', '/api/v1/auth/sign-in', { email: 'ada@test.example', password: PASSWORD });
      return ((await signedIn.json()) as { memberships: unknown[] }).memberships[0];
    });
    expect(membership).toMatchObject({
      workspace: { slug: 'korea' },
      roles: ['administrator'],
      organization: { name: 'Han River' },
    });
  });

  it('changes nothing when it is run again, and says what is there', async () => {
    const first = await setup(...WISHES);
    const key = await readFile(keyFile(), 'utf8');
    const before = await counts();

    const second = await setup(...WISHES.map((wish) => wish.replace('korea', 'another')));

    expect(second.code).toBe(0);
    expect(second.out).toContain('nothing was changed');
    expect(second.out).toContain('has not used the link yet (open until');
    expect(second.out).not.toContain(pathOf(first).split('/').at(-1));
    expect([await counts(), await readFile(keyFile(), 'utf8')]).toEqual([before, key]);
  });

  it('makes a fresh link where the first was not used, which ends it; and none where it was', async () => {
    const first = await setup(...WISHES);
    const second = await setup('--new-link');
    expect([second.code, valueOf(second.out, 'administrator')]).toEqual([0, 'ada@test.example']);
    await served(async (ask) => {
      expect((await ask('POST', pathOf(first), { name: 'Eve', password: PASSWORD })).status).toBe(404);
      // Beside the running server.
      expect((await ask('POST', pathOf(second), { name: 'Ada', password: PASSWORD })).status).toBe(201);
      const third = await setup('--new-link');
      expect([third.code, third.out]).toEqual([1, '']);
      expect(third.err).toContain('npm run recover -- EMAIL');
    });
    expect((await setup()).out).toContain('administrator: there is one');
    expect(await rows("SELECT action FROM audit_event WHERE action LIKE 'invitation.%' ORDER BY at")).toEqual(
      ['created', 'withdrawn', 'created', 'accepted'].map((act) => ({ action: `invitation.${act}` })),
    );
  });

  it('founds one workspace when it is run twice at once', async () => {
    await runToEnd('setup', settings);
    // Both are held where the one that comes first founds.
    await rows("SELECT pg_advisory_lock(hashtext('heed setup'))");
    const running = [setup(...WISHES), setup(...WISHES)];
    const waiting = () =>
      rows(
        "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
      );
    while ((await waiting()).length < 2) await sleep(50);
    await rows("SELECT pg_advisory_unlock(hashtext('heed setup'))");
    const both = await Promise.all(running);
    expect(both.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(both.filter(({ out }) => valueOf(out, 'link') !== undefined)).toHaveLength(1);
    expect(await counts()).toEqual([{ workspaces: 1, organizations: 1, invitations: 1, events: 3 }]);
  });

  it('without a terminal names everything that it has not been told, and founds nothing', async () => {
    const { code, out, err } = await setup('--slug=korea');
    expect([code, out]).toEqual([1, expect.not.stringContaining('link')]);
    for (const flag of ['--name', '--time-zone', '--languages', '--organization', '--email'])
      expect(err).toMatch(new RegExp(`^- ${flag} or HEED_SETUP_`, 'm'));
    expect(err).not.toContain('--slug');
    expect(await counts()).toEqual([{ workspaces: 0, organizations: 0, invitations: 0, events: 0 }]);
    await expect(stat(keyFile())).rejects.toThrow(/ENOENT/);
  });

  it('names everything that it does not take, and founds nothing', async () => {
    const { code, err } = await setup(
      ...['--slug=Korea!', '--name= ', '--time-zone=Pyongyang', '--languages=english', '--organization=Han River'],
      '--email=ada',
    );
    expect(code).toBe(1);
    for (const flag of ['slug', 'name', 'time-zone', 'languages', 'email'])
      expect(err).toMatch(new RegExp(`^- --${flag}: `, 'm'));
    expect(await counts()).toMatchObject([{ workspaces: 0, events: 0 }]);
  });

  it('does not take a database with the demonstration, nor does the server', async () => {
    await setup('--slug=korea');
    await rows(`INSERT INTO person (id) VALUES ('00000000-0000-4000-8000-00000000000a')`);
    await rows(`INSERT INTO account (id, person_id, email, password_hash, is_demonstration)
      VALUES ('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000a', 'a@heed.example', 'none', true)`);
    const { code, err } = await setup(...WISHES);
    expect([code, err]).toEqual([1, expect.stringContaining('holds the demonstration')]);
    await writeFile(keyFile(), Buffer.alloc(32, 1).toString('base64'), { mode: 0o600 });
    for (const refusing of [runToEnd('main', settings), runToEnd('recover', settings, ['a@heed.example'])])
      expect(await refusing).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('holds the demonstration'),
      });
  });
});

describe('the master key', () => {
  it('is not made anew for a database in use, and another one is refused', async () => {
    await setup(...WISHES);
    await unlink(keyFile());
    for (const refusing of [setup(), setup('--new-link')])
      expect(await refusing).toMatchObject({ code: 1, err: expect.stringContaining('put back the copy') });
    await expect(stat(keyFile())).rejects.toThrow(/ENOENT/);
    await writeFile(keyFile(), Buffer.alloc(32, 1).toString('base64'), { mode: 0o600 });
    for (const refusing of [setup(), runToEnd('main', settings), runToEnd('recover', settings, ['ada@test.example'])])
      expect(await refusing).toMatchObject({ code: 1, err: expect.stringContaining('not the one that this database') });
    // What restricted pieces say is sealed by the first start with the right key, and by no other.
    const sealed = `SELECT convalidated AS "isDone" FROM pg_constraint WHERE conname = 'evidence_sealed'`;
    expect(await rows(sealed)).toEqual([{ isDone: false }]);
  });
});

describe('npm run recover', () => {
  it('makes a link while the server runs, with which a new password is set', async () => {
    const link = pathOf(await setup(...WISHES));
    await served(async (ask) => {
      await ask('POST', link, { name: 'Ada', password: PASSWORD });
      const made = await runToEnd('recover', settings, ['ADA@test.example']);
      expect([made.code, made.err]).toEqual([0, '']);
      const used = await ask('POST', pathOf(made), { password: 'another long password' });
      expect([used.status, await used.json()]).toEqual([
        200,
        { endedSessions: 0, endedTokens: 0, endedSecondFactors: 0 },
      ]);
      const signIn = (password: string) => ask('POST', '/api/v1/auth/sign-in', { email: 'ada@test.example', password });
      expect([(await signIn(PASSWORD)).status, (await signIn('another long password')).status]).toEqual([401, 200]);
    });
    expect(
      await rows(
        "SELECT action, workspace_id IS NULL AS outside FROM audit_event WHERE action LIKE 'recovery.%' ORDER BY at",
      ),
    ).toEqual([
      { action: 'recovery.created', outside: true },
      { action: 'recovery.created', outside: false },
      { action: 'recovery.used', outside: true },
      { action: 'recovery.used', outside: false },
    ]);
  });

  it('says so where nobody has the address, and how it is used', async () => {
    await setup(...WISHES);
    expect(await runToEnd('recover', settings, ['nobody@test.example'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('No account that may sign in has this e-mail address'),
    });
    for (const parameters of [[], ['ada'], ['a@b.example', 'c@d.example']])
      expect(await runToEnd('recover', settings, parameters)).toMatchObject({
        code: 1,
        err: 'Say whose account: npm run recover -- EMAIL\n',
      });
    expect(await rows('SELECT FROM recovery')).toEqual([]);
  });
});

describe('a database that a newer version has migrated', () => {
  it('is refused by every command, which change nothing', async () => {
    await setup(...WISHES);
    await rows(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FlyToTheMoon9999999999999')`);
    const before = await counts();
    for (const refusing of [
      runToEnd('main', settings),
      runToEnd('migrate', settings),
      setup(),
      runToEnd('recover', settings, ['ada@test.example']),
    ])
      expect(await refusing).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/^This database was used by a newer Heed .*FlyToTheMoon9999999999999/),
      });
    expect(await counts()).toEqual(before);
  });
});
