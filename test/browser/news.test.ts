// Tabs of one browser share the stream of news: a browser that held one for each would soon have no connection left to read with.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { Site } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

it('eight tabs hear by one stream, and another tab takes over from one that is closed', async () => {
  const { page: first } = await site.visit(await site.a.member());
  const address = site.at('/sources');
  const streams = openStreams();
  await Promise.all([first.waitForRequest(/\/news$/), first.goto(address)]);
  await first.getByRole('heading', { level: 1 }).waitFor();
  const tabs = await Promise.all(Array.from({ length: 7 }, () => first.context().newPage()));
  for (const tab of tabs) {
    await tab.goto(address);
    await tab.getByRole('heading', { level: 1 }).waitFor();
  }
  // A server that is short of breath ends a stream, and the browser opens it again: not how many came, but how many at once.
  expect(streams.mostAtOnce).toBe(1);

  const other = await site.a.member({ name: 'Adds Letters' });
  const add = async (title: string): Promise<void> => {
    const { status } = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}/sources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${other.tokens.editor ?? ''}` },
      body: JSON.stringify({ kind: 'resolution', title, issuedOn: '2026-01-01', issuers: ['One'] }),
    });
    expect(status).toBe(201);
  };
  await add('A letter for all tabs');
  for (const tab of [first, ...tabs]) await tab.getByText('A letter for all tabs').first().waitFor();

  await first.close();
  await add('A letter for those who are left');
  for (const tab of tabs) await tab.getByText('A letter for those who are left').first().waitFor();
  expect(streams.open).toBe(1);
});

/** The streams of news that are open at the server, and the most that ever were at once. */
function openStreams(): { open: number; mostAtOnce: number } {
  const streams = { open: 0, mostAtOnce: 0 };
  site.app.getHttpServer().on('request', ({ url }: IncomingMessage, answer: ServerResponse) => {
    if (!url?.endsWith('/news')) return;
    streams.open += 1;
    streams.mostAtOnce = Math.max(streams.mostAtOnce, streams.open);
    answer.once('close', () => (streams.open -= 1));
  });
  return streams;
}
