// Many who guess at the same moment, on the pool and the roles of production.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Account } from '../../src/auth/account.entity.js';
import { KnownDevice } from '../../src/auth/known-device.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { Factories } from '../factories/factories.js';
import { PASSWORD, withPassword } from '../support/people.js';
import { cookiesOf, withAuthenticator } from '../support/second-factors.js';
import { withPasskey } from '../support/passkeys.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';

let serving: ServingApp;
let owner: DataSource;
let a: Factories;
let email: string;

beforeAll(async () => {
  serving = await openServingApp();
  owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
  a = await Factories.inNewWorkspace(owner.manager);
  email = await withPassword({ a }, await a.member());
});
afterAll(async () => {
  await owner.destroy();
  await serving.close();
});

const signIn = async (password: string, remoteAddress: string, cookie = '') => {
  const answer = await serving.app.inject({
    method: 'POST',
    url: '/api/v1/auth/sign-in',
    remoteAddress,
    headers: cookie === '' ? {} : { cookie },
    payload: { email, password },
  });
  const cookies = [answer.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0] ?? '');
  return { status: answer.statusCode, cookies };
};
const times = (answers: { status: number }[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;

it('thirty at once from one network: ten are tried, as if they came one by one', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => signIn('wrong', '198.51.100.7')));
  expect([times(answers, 401), times(answers, 429)]).toEqual([10, 20]);
});

it('whoever signed in before gets in while others guess from everywhere', async () => {
  const { cookies } = await signIn(PASSWORD, '192.0.2.1');
  const known = cookies.find((cookie) => cookie.startsWith('heed_known=')) ?? '';
  const guesses = Array.from({ length: 30 }, (_, n) => signIn('wrong', `203.0.113.${String(n)}`));
  const victim = [await signIn(PASSWORD, '198.51.100.7', known), await signIn(PASSWORD, '192.0.2.1')];
  const answers = await Promise.all(guesses);
  expect(victim.map(({ status }) => status)).toEqual([200, 200]);
  expect(times(answers, 429)).toBeGreaterThan(0);
  expect(times(answers, 401) + times(answers, 429)).toBe(30);
});

/** With a mark of its own each, so that no bound of tries stands in the way: it is the code that counts once. */
function known(account: Account): string {
  let cookie = '';
  const reply = { setCookie: (name: string, value: string) => (cookie = `${name}=${value}`) };
  serving.app.get(KnownDevice).give(reply as unknown as FastifyReply, account);
  return cookie;
}

it('fifty who use one code at once, each in a browser that was there before: one gets in', async () => {
  const member = await a.member();
  const theirs = await withPassword({ a }, member);
  const phone = await withAuthenticator({ a }, member);
  const account = await owner.manager.findOneByOrFail(Account, { id: member.actor.accountId });
  const payload = { email: theirs, password: PASSWORD };
  const asked = await serving.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload });
  const half = cookiesOf(asked.headers['set-cookie'], 'heed_step');
  const code = phone.code();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      serving.app.inject({
        method: 'POST',
        url: '/api/v1/auth/second-factor',
        headers: { cookie: `${half}; ${known(account)}` },
        payload: { code },
      }),
    ),
  );
  const statuses = answers.map(({ statusCode }) => ({ status: statusCode }));
  expect([times(statuses, 200), times(statuses, 401)]).toEqual([1, 49]);
  expect(await a.rows('SELECT id FROM session WHERE account_id = $1', [account.id])).toHaveLength(1);
});

it('fifty who use one signature of a passkey at once, each in a browser that was there before: one gets in', async () => {
  const member = await a.member();
  const theirs = await withPassword({ a }, member);
  const { device } = await withPasskey({ a }, member);
  const account = await owner.manager.findOneByOrFail(Account, { id: member.actor.accountId });
  const post = (url: string, cookie: string, payload: object) =>
    serving.app.inject({ method: 'POST', url: `/api/v1/auth/${url}`, headers: { cookie }, payload });
  const asked = await post('sign-in', '', { email: theirs, password: PASSWORD });
  const half = cookiesOf(asked.headers['set-cookie'], 'heed_step');
  const { challenge } = (await post('second-factor/passkey-challenge', half, {})).json<{ challenge: string }>();
  const signed = device.sign(challenge);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => post('second-factor/passkey', `${half}; ${known(account)}`, signed)),
  );
  const statuses = answers.map(({ statusCode }) => ({ status: statusCode }));
  expect([times(statuses, 200), times(statuses, 401)]).toEqual([1, 49]);
  expect(await a.rows('SELECT id FROM session WHERE account_id = $1', [account.id])).toHaveLength(1);
});
