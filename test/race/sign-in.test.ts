// Many who guess at the same moment, on the pool and the roles of production.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { Factories } from '../factories/factories.js';
import { PASSWORD, withPassword } from '../support/people.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';

let serving: ServingApp;
let owner: DataSource;
let email: string;

beforeAll(async () => {
  serving = await openServingApp();
  owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
  const a = await Factories.inNewWorkspace(owner.manager);
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
