// Every page, as every role has it: nothing for axe to find, nothing that scrolls sideways, little to wait for on a slow line.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page, Request } from 'playwright-core';
import { hostsOf, PATIENCE } from '../support/browser.js';
import { faultsByAxe, type Look, Site, tooWide, type Visitor } from '../support/site.js';

jest.setTimeout(PATIENCE * 3);

let site: Site;
beforeAll(async () => {
  site = await Site.open(true);
});
afterAll(() => site.close());

const WORKSPACE = '/w/dprk';
const LISTS = ['', '/for-me', '/follow-ups', '/review', '/addressees', '/sources', '/evidence', '/workflows', '/audit'];
const TABS = ['members', 'organizations', 'invitations', 'themes', 'workspace'].map((tab) => `/settings?tab=${tab}`);

/** One of each kind of thing, by what the demonstration calls it. */
async function things(): Promise<string[]> {
  const ids = await site.a.rows<{ kind: string; id: string }>(
    `SELECT 'recommendations' AS kind, id FROM recommendation WHERE code = 'EU10-03' AND workspace_id <> $1
     UNION ALL (SELECT 'addressees', id FROM addressee WHERE code = 'EU' AND workspace_id <> $1 LIMIT 1)
     UNION ALL (SELECT 'sources', source_id FROM recommendation WHERE code = 'EU10-03' AND workspace_id <> $1)
     UNION ALL (SELECT 'evidence', id FROM evidence WHERE workspace_id <> $1 ORDER BY id LIMIT 1)`,
    [site.a.workspaceId],
  );
  return [...ids.map(({ kind, id }) => `/${kind}/${id}`), '/workflows/implementation'];
}

/** What the reads of a view weigh. Who is signed in is read once, and news is a stream. */
async function weigh(page: Page, address: string): Promise<{ requests: number; bytes: number }> {
  const sizes: Promise<number>[] = [];
  let waiting = 0;
  const isRead = (url: string): boolean => /\/api\/v1\/workspaces\/(?!.*\/news$)/.test(url);
  const began = (request: Request): void => void (waiting += Number(isRead(request.url())));
  const ended = (request: Request): void => {
    if (!isRead(request.url())) return;
    waiting--;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  };
  page.on('request', began).on('requestfinished', ended).on('requestfailed', ended);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (let quiet = 0; quiet < 3; quiet = waiting === 0 ? quiet + 1 : 0) await page.waitForTimeout(100);
  page.off('request', began).off('requestfinished', ended).off('requestfailed', ended);
  const all = await Promise.all(sizes);
  return { requests: all.length, bytes: all.reduce((sum, size) => sum + size, 0) };
}

async function walk({ page, errors, asked }: Visitor, addresses: string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const address of addresses) {
    const { requests, bytes } = await weigh(page, `${site.address}${WORKSPACE}${address}`);
    if (requests > 3) faults.push(`${address}: ${String(requests)} requests`);
    if (bytes > 40_000) faults.push(`${address}: ${String(bytes)} bytes`);
    const wide = await tooWide(page);
    if (wide > 0) faults.push(`${address}: ${String(wide)} pixels too wide`);
    for (const fault of await faultsByAxe(page)) faults.push(`${address}: ${fault}`);
    for (const error of errors.splice(0)) faults.push(`${address}: ${error}`);
  }
  if (hostsOf(asked).length > 1) faults.push(`asked ${hostsOf(asked).join(', ')}`);
  return faults;
}

/** Everything twice, and what others do as others see it. */
const WALKS: [person: string, look: Look, pages: 'all' | 'some'][] = [
  ['editor', { language: 'en', width: 1280 }, 'all'],
  ['editor', { language: 'ko', width: 390 }, 'all'],
  ['verifier', { language: 'ko', width: 1280 }, 'some'],
  ['partner', { language: 'en', width: 390 }, 'some'],
  ['auditor', { language: 'en', width: 1280 }, 'some'],
];

describe('every page', () => {
  it.each(WALKS)('is sound for the %s, %j, %s pages', async (person, look, pages) => {
    const visitor = await site.visitAs(person, look);
    const lists = pages === 'all' ? LISTS : ['/for-me', '/review', '/audit'];
    expect(await walk(visitor, [...lists, ...(await things())])).toEqual([]);
    await visitor.page.context().close();
  });

  it('of the settings is sound for an administrator', async () => {
    const visitor = await site.visitAs('admin', { language: 'ko', width: 390 });
    expect(await walk(visitor, TABS)).toEqual([]);
    await visitor.page.context().close();
  });
});

describe('whoever is not signed in', () => {
  it('comes to the sign-in, and from there to where they wanted to go', async () => {
    const { page, errors } = await site.visitor({ language: 'ko', width: 390 });
    await page.goto(`${site.address}${WORKSPACE}/sources`);
    await page.waitForURL(/\/sign-in/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.locator('input[type=email]').fill('auditor@heed.example');
    await page.locator('input[autocomplete=current-password]').fill('heed-demo-only');
    await page.locator('button[type=submit]').click();
    await page.waitForURL(new RegExp(`${WORKSPACE}/sources$`));
    // That nobody was signed in yet is the one thing that the console tells.
    expect(errors.filter((text) => !/401|404/.test(text))).toEqual([]);
  });
});
