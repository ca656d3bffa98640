// A walk through the pages of the demonstration, and what is looked at on the way.

import type { Page, Request } from 'playwright-core';
import { hostsOf } from './browser.js';
import { faultsByAxe, type Site, tooWide, type Visitor } from './site.js';

/** The demonstration. */
export const WORKSPACE = '/w/dprk';
export const LISTS = [
  '',
  '/for-me',
  '/follow-ups',
  '/recommendations',
  '/silences',
  '/review',
  '/addressees',
  '/sources',
  '/intake',
  '/engagements',
  '/evidence',
  '/data-quality',
  '/workflows',
  '/audit',
];
export const TABS = ['members', 'organizations', 'invitations', 'themes', 'workspace'].map(
  (tab) => `/settings?tab=${tab}`,
);

/** One of each kind of thing, by what the demonstration calls it. */
export async function things(site: Site): Promise<string[]> {
  const ids = await site.a.rows<{ kind: string; id: string }>(
    `SELECT 'recommendations' AS kind, id FROM recommendation WHERE code = 'EU10-03' AND workspace_id <> $1
     UNION ALL (SELECT 'addressees', id FROM addressee WHERE code = 'EU' AND workspace_id <> $1 LIMIT 1)
     UNION ALL (SELECT 'sources', source_id FROM recommendation WHERE code = 'EU10-03' AND workspace_id <> $1)
     UNION ALL (SELECT 'engagements', id FROM engagement WHERE workspace_id <> $1 ORDER BY id LIMIT 1)
     UNION ALL (SELECT 'evidence', id FROM evidence WHERE workspace_id <> $1 ORDER BY id LIMIT 1)`,
    [site.a.workspaceId],
  );
  return [...ids.map(({ kind, id }) => `/${kind}/${id}`), '/workflows/implementation'];
}

/** What the reads of a view weigh. Who is signed in is read once, and news is a stream. */
export async function weigh(page: Page, address: string): Promise<{ requests: number; bytes: number }> {
  const waiting = new Set<Request>();
  const read = new Set<Request>();
  const isRead = (url: string): boolean => /\/api\/v1\/workspaces\/(?!.*\/news$)/.test(url);
  // Until the browser is there, the page before may still ask for something; it is none of this view's.
  let isThere = false;
  const arrived = (): void => {
    isThere ||= page.url() === address;
  };
  const began = (request: Request): void => {
    if (isThere && isRead(request.url())) waiting.add(request);
  };
  const ended = (request: Request): void => {
    if (waiting.delete(request)) read.add(request);
  };
  const gaveUp = (request: Request): void => {
    waiting.delete(request);
  };
  page.on('framenavigated', arrived).on('request', began).on('requestfinished', ended).on('requestfailed', gaveUp);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (let quiet = 0; quiet < 3; quiet = waiting.size === 0 ? quiet + 1 : 0) await page.waitForTimeout(100);
  page.off('framenavigated', arrived).off('request', began).off('requestfinished', ended).off('requestfailed', gaveUp);
  const sizes = await Promise.all([...read].map((request) => request.sizes()));
  return { requests: read.size, bytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) };
}

/** What is wrong with these pages, each as it stands when all that it asks for is there. */
export async function walk(site: Site, { page, errors, asked }: Visitor, addresses: string[]): Promise<string[]> {
  const faults: string[] = [];
  // What a view reads because of news, of the demonstration that was just entered say, is no weight of its own.
  await page.route(/\/news$/, (route) => route.fulfill({ contentType: 'text/event-stream', body: '' }));
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
