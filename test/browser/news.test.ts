// Tabs of one browser share the stream of news: a browser that held one for each would soon have no connection left to read with.

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
  const { page: first, asked } = await site.visit(await site.a.member());
  const address = `${site.address}/w/${site.a.slug}/sources`;
  const streams = (): number => asked.filter((url) => url.endsWith('/news')).length;
  await Promise.all([first.waitForRequest(/\/news$/), first.goto(address)]);
  await first.getByRole('heading', { level: 1 }).waitFor();
  const before = streams();
  const tabs = await Promise.all(Array.from({ length: 7 }, () => first.context().newPage()));
  for (const tab of tabs) {
    await tab.goto(address);
    await tab.getByRole('heading', { level: 1 }).waitFor();
  }
  expect([before, streams()]).toEqual([before, before]);

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
  expect(streams()).toBe(before + 1);
});
