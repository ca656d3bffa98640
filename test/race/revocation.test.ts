// What ends, ends at once: somebody writes as fast as they can while a session, a token, a role or the membership is taken from them.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { browser } from '../matrix/people.js';
import type { Answer, Caller } from '../support/world.js';
import { Race } from './race.js';

let race: Race;
beforeAll(async () => {
  race = await Race.open();
});
afterAll(() => race.close());

const WRITERS = 8;
interface Sent {
  begun: number;
  status: number;
  code: string;
}

/** Eight write at once, before it is taken away, meanwhile, and three times each after that was answered. */
async function whileWriting(write: (code: string) => Promise<Answer>, takeAway: () => Promise<Answer>) {
  const sent: Sent[] = [];
  let ended = Number.POSITIVE_INFINITY;
  const writer = async (name: number): Promise<void> => {
    for (let [n, after] = [0, 0]; after < 3; n += 1) {
      const begun = performance.now();
      const code = `r-${String(name)}-${String(n)}-${Math.random().toString(36).slice(2, 8)}`;
      sent.push({ begun, code, status: (await write(code)).status });
      if (begun >= ended) after += 1;
    }
  };
  const writers = Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
  while (sent.filter(({ status }) => status === 201).length < WRITERS) await new Promise((go) => setTimeout(go, 5));
  const { status } = await takeAway();
  ended = performance.now();
  await writers;
  expect(status).toBeLessThan(300);
  return { before: sent.filter(({ begun }) => begun < ended), after: sent.filter(({ begun }) => begun >= ended) };
}

/** Nothing that was begun after it ended got in, what was begun before got in or did not, and what is there is what got in. */
async function expectEnded(taken: Awaited<ReturnType<typeof whileWriting>>, refusal: number): Promise<void> {
  const { before, after } = taken;
  expect(after.length).toBe(3 * WRITERS);
  expect([...new Set(after.map(({ status }) => status))]).toEqual([refusal]);
  expect([201, refusal]).toEqual(expect.arrayContaining([...new Set(before.map(({ status }) => status))]));
  const codes = [...before, ...after].map(({ code }) => code);
  const there = await race.a.rows<{ code: string }>('SELECT code FROM theme WHERE code = ANY ($1)', [codes]);
  expect(there.map(({ code }) => code).sort()).toEqual(
    before
      .filter(({ status }) => status === 201)
      .map(({ code }) => code)
      .sort(),
  );
}

const writingAs = (caller: Caller, path: string) => (code: string) =>
  caller.post(`${path}/themes`, { code, label: code });
const here = () => `/api/v1/workspaces/${race.a.slug}`;
const inBrowser = async (member: Member): Promise<Caller> => race.at(await browser(race.a, member));
const idOf = async (table: string, { actor }: Member): Promise<string> =>
  (
    await race.a.rows<{ id: string }>(`SELECT id FROM ${table} WHERE account_id = $1 ORDER BY created_at LIMIT 1`, [
      actor.accountId,
    ])
  )[0]!.id;

it('a session that another browser ends', async () => {
  const member = await race.a.member();
  const stolen = await inBrowser(member);
  const id = await idOf('session', member);
  const own = await inBrowser(member);
  await expectEnded(await whileWriting(writingAs(stolen, here()), () => own.delete(`/api/v1/me/sessions/${id}`)), 401);
});

it('a token that its maker ends', async () => {
  const member = await race.a.member();
  const own = await inBrowser(member);
  const id = await idOf('access_token', member);
  await expectEnded(
    await whileWriting(writingAs(race.as(member), ''), () => own.delete(`/api/v1/me/tokens/${id}`)),
    401,
  );
});

it.each<[string, object, number]>([
  ['a role that is taken', { roles: ['partner'] }, 403],
  ['a membership that ends', { endsOn: '2021-01-01' }, 404],
])('%s', async (_, change, refusal) => {
  const member = await race.a.member({ roles: ['editor'] });
  const administrator = await inBrowser(await race.a.member({ roles: ['administrator'] }));
  const writing = writingAs(await inBrowser(member), here());
  const taking = () => administrator.patch(`${here()}/members/${member.actor.membershipId}`, change, 1);
  await expectEnded(await whileWriting(writing, taking), refusal);
});
