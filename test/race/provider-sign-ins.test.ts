// What a provider sent back is brought by many at once (a page that sends twice, a thief who reads along): it counts once. And one person at
// a provider is linked with one account, whoever comes first.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { RunningProvider } from '../support/identity-provider.js';
import { browserOf } from '../support/people.js';
import * as going from '../support/provider-sign-ins.js';
import { cookiesOf } from '../support/second-factors.js';
import { type Answer, ORIGIN } from '../support/world.js';
import { atOnce, Race, RACERS, statusesOf } from './race.js';

const MANY = 50;
/** After so many failures from one address nothing more is tried from there. */
const TRIES = 30;

let running: RunningProvider;
let race: Race;
let member: Member;
let provider: { id: string; code: string };
beforeAll(async () => {
  running = await RunningProvider.start();
  race = await Race.open({ intranetHosts: [running.host] });
  provider = await going.setUp(race, await race.a.member({ roles: ['administrator'] }), running);
  member = await race.a.member();
  expect((await going.link(race, member, running, provider.id, 'hana')).status).toBe(200);
});
afterAll(() => Promise.all([race.close(), running.stop()]));

const codesOf = (answers: Answer[]): unknown[] =>
  answers.filter(({ status }) => status !== 200).map(({ status, body }) => `${String(status)} ${String(body['code'])}`);
/** What there is of sessions through the provider, of what was begun, and of what the log says since. */
const standing = async () => {
  const count = async (sql: string): Promise<number> => (await race.a.rows(sql)).length;
  return {
    sessions: await count('SELECT FROM session WHERE identity_id IS NOT NULL'),
    begun: await count('SELECT FROM begun_sign_in'),
    events: await count('SELECT FROM audit_event'),
  };
};

describe(`one answer of a provider, brought back by ${String(MANY)} at once`, () => {
  const bring = async (from: (n: number) => string): Promise<Answer[]> => {
    const { address, cookie } = await going.begin(race, provider.code);
    const answer = await running.visit(address, 'hana');
    const bringers = Array.from({ length: MANY }, (_, n) => race.at({ origin: ORIGIN, cookie }, from(n)));
    return atOnce(...bringers.map((at) => () => at.post(going.ANSWERS, { answer })));
  };
  const one = (before: Awaited<ReturnType<typeof standing>>) => ({
    sessions: before.sessions + 1,
    begun: before.begun,
    events: before.events + 1,
  });

  test('begins one session, and the others are refused without a trace', async () => {
    for (const round of [1, 2, 3]) {
      const before = await standing();
      const answers = await bring((n) => `10.0.${String(round)}.${String(n + 1)}`);
      expect(statusesOf(answers)).toEqual([200, ...Array<number>(MANY - 1).fill(401)]);
      expect([...new Set(codesOf(answers))]).toEqual(['401 provider-sign-in-failed']);
      expect(await standing()).toEqual(one(before));
      const cookies = answers.flatMap(({ headers }) => cookiesOf(headers['set-cookie'], 'heed_session') || []);
      expect(cookies).toHaveLength(1);
      const got = await race.at({ cookie: cookies[0]! }).get('/api/v1/me');
      expect([got.status, got.body['id']]).toEqual([200, member.actor.personId]);
    }
  });

  test('from one address begins one session too, and trying ends there', async () => {
    const before = await standing();
    const answers = await bring(() => '10.0.9.9');
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const failed = codesOf(answers).filter((code) => code === '401 provider-sign-in-failed');
    const slowed = codesOf(answers).filter((code) => String(code).startsWith('429 '));
    expect(failed.length + slowed.length).toBe(MANY - 1);
    expect(failed.length).toBeLessThanOrEqual(TRIES);
    expect(await standing()).toEqual(one(before));
  });
});

describe('linking', () => {
  /** Somebody who came back from the provider, and has not said so yet. */
  const cameBack = async (by: Member, name: string): Promise<() => Promise<Answer>> => {
    const { headers } = await browserOf(race, by);
    const begun = await race.at(headers).post(`${going.OWN}/${provider.id}/link`);
    const cookie = `${headers['cookie'] ?? ''}; ${cookiesOf(begun.headers['set-cookie'], 'heed_provider')}`;
    const answer = await running.visit(begun.body['address'] as string, name);
    return () => race.at({ ...headers, cookie }).post(going.IDENTITIES, { answer });
  };
  const linkedBy = async (people: Member[]): Promise<{ linked: number; told: number }> => {
    const accounts = people.map(({ actor }) => actor.accountId);
    const rows = await race.a.rows('SELECT FROM linked_identity WHERE account_id = ANY ($1)', [accounts]);
    const told = await race.a.rows(
      `SELECT FROM audit_event WHERE action = 'identity.linked' AND account_id = ANY ($1)`,
      [accounts],
    );
    return { linked: rows.length, told: told.length };
  };
  const REFUSED = ['409 already-exists'];

  test(`one person at the provider is linked with one of ${String(RACERS)} accounts`, async () => {
    for (const name of ['minji', 'sora', 'jiho']) {
      const people = await Promise.all(Array.from({ length: RACERS }, () => race.a.member()));
      const racers: (() => Promise<Answer>)[] = [];
      for (const by of people) racers.push(await cameBack(by, name));
      const answers = await atOnce(...racers);
      expect(statusesOf(answers)).toEqual([200, ...Array<number>(RACERS - 1).fill(409)]);
      expect([...new Set(codesOf(answers))]).toEqual(REFUSED);
      expect(await linkedBy(people)).toEqual({ linked: 1, told: 1 });
    }
  });

  test('one account is linked with one person at the provider, in two windows', async () => {
    for (const round of ['1', '2', '3', '4']) {
      const by = await race.a.member();
      const windows = [await cameBack(by, `left ${round}`), await cameBack(by, `right ${round}`)];
      const answers = await atOnce(...windows);
      expect(statusesOf(answers)).toEqual([200, 409]);
      expect(codesOf(answers)).toEqual(REFUSED);
      expect(await linkedBy([by])).toEqual({ linked: 1, told: 1 });
    }
  });
});
