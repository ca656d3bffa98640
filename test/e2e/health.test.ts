import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openServingApp, type ServingApp } from '../support/serving-app.js';

let serving: ServingApp;
beforeAll(async () => {
  serving = await openServingApp();
});
afterAll(() => serving.app.close());

const ask = async (path: string): Promise<unknown> => {
  const answer = await serving.app.inject({ url: `/health/${path}` });
  return [answer.statusCode, answer.json<{ status: unknown }>().status];
};

it('is live and ready with its database, and only live without', async () => {
  expect([await ask('live'), await ask('ready')]).toEqual([
    [200, 'ok'],
    [200, 'ok'],
  ]);
  await serving.dataSource.destroy();
  expect([await ask('live'), await ask('ready')]).toEqual([
    [200, 'ok'],
    [503, 503],
  ]);
});
