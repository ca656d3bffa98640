// Who attacks: each role, and everybody who should not come in at all.

import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Role } from '../../src/access/actor.js';
import type { Factories, Member } from '../factories/factories.js';
import { withPassword } from '../support/people.js';
import { halfSignedIn, withAuthenticator } from '../support/second-factors.js';
import { ORIGIN, type World } from '../support/world.js';

export interface Subject {
  name: string;
  /** Letters of the table: a, e, v, p, u. None for whoever has no role in the workspace. */
  roles: string;
  /** What stands before all else: `outside` has no membership there, `nobody` isn't signed in. */
  is: 'member' | 'outside' | 'nobody';
  /** Of which organization in the workspace: the first, or the other one whose things are attacked. */
  organization?: 'ours' | 'theirs';
  headers: Record<string, string>;
  member?: Member;
  /** An auditor to whom all organizations opened. */
  readsAll?: boolean;
  /** Signed in long ago, or with a token: refused where a fresh sign-in is asked for. */
  isStale?: boolean;
  isProgram?: boolean;
  /** Named on the restricted piece that names somebody of ours. */
  isNamed?: boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Headers of a browser in which somebody signed in so many seconds ago, and whose session ends in so many. */
export async function browser(
  a: Factories,
  { actor }: Member,
  secondsAgo = 0,
  endsIn = 3600,
): Promise<Record<string, string>> {
  const secret = randomBytes(32).toString('base64url');
  const [authenticated_at, expires_at] = [-secondsAgo, endsIn].map((s) => new Date(Date.now() + s * 1000));
  await a.insert('session', {
    id: uuid(),
    account_id: actor.accountId,
    token_hash: digest(secret),
    authenticated_at,
    expires_at,
  });
  return { cookie: `heed_session=${secret}`, origin: ORIGIN, 'x-heed-request': '1' };
}

const LETTERS: Record<string, Role> = { a: 'administrator', e: 'editor', v: 'verifier', p: 'partner', u: 'auditor' };

/** Everybody, in one workspace and beside it. */
export async function everybody(world: World, theirs: string, elsewhere: Factories): Promise<Subject[]> {
  const { a } = world;
  const people: Subject[] = [];
  const member = async (name: string, roles: string, given: Partial<Subject> = {}): Promise<Subject> => {
    const organizationId = given.organization === 'theirs' ? theirs : a.organizationId;
    const as = [...roles].map((letter) => LETTERS[letter]!);
    const who = await a.member({
      roles: as,
      organizationId,
      readsAll: given.readsAll ?? false,
      name: `${name} nameof${given.organization ?? 'ours'}`,
    });
    const subject: Subject = {
      name,
      roles,
      is: 'member',
      organization: 'ours',
      headers: await browser(a, who),
      member: who,
      ...given,
    };
    people.push(subject);
    return subject;
  };
  for (const [letter, name] of Object.entries(LETTERS)) await member(name, letter);
  await member('auditor of all', 'u', { readsAll: true });
  await member('named reader', 'p', { isNamed: true });
  await member('editor of theirs', 'e', { organization: 'theirs' });
  await member('administrator of theirs', 'a', { organization: 'theirs' });
  const [administrator, editor] = [people[0]!, people[1]!];
  const old = await browser(a, administrator.member!, 3600);
  people.push({ ...administrator, name: 'administrator who signed in an hour ago', headers: old, isStale: true });
  const program = { authorization: `Bearer ${editor.member!.token}` };
  people.push({ ...editor, name: "editor's program", headers: program, isStale: true, isProgram: true });
  people.push(...(await programs(world)));
  return [...people, ...(await strangers(world, elsewhere, editor.member!))];
}

/** A program for each scope of a token. Its maker may do everything: what the program may not, its scope alone forbids. */
async function programs({ a }: World): Promise<Subject[]> {
  const maker = await a.member({ roles: Object.values(LETTERS), name: 'Maker of programs nameofours' });
  return Object.entries(LETTERS).map(([roles, role]) => ({
    ...{ name: `program as ${role}`, roles, is: 'member', organization: 'ours' },
    ...{ headers: { authorization: `Bearer ${maker.tokens[role]!}` }, member: maker, isStale: true, isProgram: true },
  }));
}

async function strangers(world: World, elsewhere: Factories, editor: Member): Promise<Subject[]> {
  const { a } = world;
  const outside = async (name: string, b: Factories, who: Member): Promise<Subject> => ({
    name,
    roles: '',
    is: 'outside',
    headers: await browser(b, who),
    member: who,
  });
  const former = await a.member({ roles: ['administrator'] });
  await a.rows(`UPDATE membership SET ends_on = '2021-01-01' WHERE id = $1`, [former.actor.membershipId]);
  const lapsed = await a.token(editor.actor.accountId, 'editor', new Date(Date.now() - 1000));
  const half = await a.member({ roles: ['administrator'] });
  const demoted = await a.member({ roles: ['administrator'] });
  await a.rows(`UPDATE membership SET roles = '{editor}' WHERE id = $1`, [demoted.actor.membershipId]);
  const both = await elsewhere.member({ personId: editor.actor.personId, roles: ['administrator'] });
  await withPassword(world, half);
  await withAuthenticator(world, half);
  const nobody = (name: string, headers: Record<string, string>): Subject => ({
    name,
    roles: '',
    is: 'nobody',
    headers,
  });
  return [
    await outside('administrator elsewhere', elsewhere, await elsewhere.member({ roles: ['administrator'] })),
    await outside(
      'auditor of all elsewhere',
      elsewhere,
      await elsewhere.member({ roles: ['auditor'], readsAll: true }),
    ),
    await outside('whose membership ended', a, former),
    {
      ...(await outside("editor's program of elsewhere", elsewhere, both)),
      ...{ headers: { authorization: `Bearer ${both.token}` }, isStale: true, isProgram: true },
    },
    {
      ...(await outside('program whose maker lost its role', a, demoted)),
      ...{ headers: { authorization: `Bearer ${demoted.token}` }, isStale: true, isProgram: true },
    },
    nobody('nobody', {}),
    nobody('with an expired token', { authorization: `Bearer ${lapsed}` }),
    nobody('with a session that ended', await browser(a, editor, 7200, -1)),
    nobody('half signed in', { cookie: await halfSignedIn(world, half), origin: ORIGIN, 'x-heed-request': '1' }),
  ];
}
