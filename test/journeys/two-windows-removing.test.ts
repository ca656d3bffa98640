// Somebody is about to take something away that another one changes, or takes away, meanwhile: what is there now is shown first.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';
import { held, showNow } from '../support/two-windows.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const GONE = 'Somebody else has removed it meanwhile. Nothing was done by you.';
const theirs = (title: string) => `${title} as they have it`;

/** On a phone at this page, with the question open that this button leads to. */
async function asked(path: string, act: string | RegExp) {
  const { page } = await site.visit(await site.a.member({ roles: ['administrator'] }), { language: 'en', width: 390 });
  await page.goto(site.at(path));
  await page.getByRole('button', { name: act, exact: true }).click();
  const dialog = page.getByRole('dialog');
  return { page, dialog, send: dialog.getByRole('button', { name: act === 'Withdraw' ? act : /^(Delete|Discard)$/ }) };
}

/** What another member does meanwhile, by the API. */
const doneBy = (page: Page, method: 'DELETE' | 'POST', path: string, data?: object) =>
  page.request
    .fetch(`${site.address}/api/v1/workspaces/${site.a.slug}${path}`, {
      method,
      ...(data && { data }),
      headers: { 'X-Heed-Request': '1', Origin: site.address, 'If-Match': '"1"' },
    })
    .then((response) => expect([response.ok(), response.ok() || response.statusText()]).toEqual([true, true]));

interface Thing {
  noun: 'addressees' | 'sources' | 'engagements' | 'figures';
  table: string;
  make: () => Promise<string>;
  /** What somebody else changes. */
  change: string;
  /** By what the question then names it. */
  seen: string;
}

const engagement = () =>
  site.a.insert('engagement', {
    id: randomUUID(),
    workspace_id: site.a.workspaceId,
    organization_id: site.a.organizationId,
    kind: 'letter',
    occurred_on: '2020-03-01',
    occurred_last: '2020-03-01',
    summary: 'A letter.',
  });

const THINGS: Thing[] = [
  {
    noun: 'addressees',
    table: 'addressee',
    make: () => site.a.addressee(),
    change: `name = '${theirs('A body')}'`,
    seen: theirs('A body'),
  },
  {
    noun: 'sources',
    table: 'source',
    make: () => site.a.source(),
    change: `title = '${theirs('A report')}'`,
    seen: theirs('A report'),
  },
  { noun: 'engagements', table: 'engagement', make: engagement, change: `kind = 'meeting'`, seen: 'Meeting' },
  {
    noun: 'figures',
    table: 'indicator',
    make: () => site.a.indicator(),
    change: `title = '${theirs('A figure')}'`,
    seen: theirs('A figure'),
  },
];

describe('what a page is about', () => {
  it.each(THINGS)('is shown as it is now before it is deleted: $noun', async ({ noun, table, make, change, seen }) => {
    const id = await make();
    const { page, dialog, send } = await asked(`/${noun}/${id}`, 'Delete');
    await site.a.rows(`UPDATE ${table} SET ${change} WHERE id = $1`, [id]);
    const letThrough = await held(page, `/${table}s/${id}`);
    await send.click();
    await showNow(page, letThrough);
    await dialog.getByRole('heading', { name: seen }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await send.click();
    await page.waitForURL(new RegExp(`/${noun}$`));
    expect(await site.a.rows(`SELECT FROM ${table} WHERE id = $1`, [id])).toEqual([]);
  });

  it('is said to be gone where somebody else has deleted it, and the list is there', async () => {
    const id = await site.a.source({ title: 'A letter that goes' });
    const { page, send, dialog } = await asked(`/sources/${id}`, 'Delete');
    await doneBy(page, 'DELETE', `/sources/${id}`);
    await send.click();
    await dialog.getByRole('button', { name: 'Show what is there now' }).click();
    await page.waitForURL(/\/sources$/);
    await page.getByText(GONE).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('is not lost without a word where somebody else has merged it into another', async () => {
    const [kept, id] = [await site.a.addressee({ name: 'The one that is kept' }), await site.a.addressee()];
    const { page, dialog } = await asked(`/addressees/${id}`, 'Delete');
    await doneBy(page, 'POST', `/addressees/${id}/merge`, { into: kept });
    await page.getByText(/^Somebody else has merged it into another one meanwhile/).waitFor();
    await page.getByRole('heading', { level: 1, name: 'The one that is kept' }).waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it('is not deleted any more once somebody has said a figure of it, and that is said', async () => {
    const id = await site.a.indicator();
    const { page, dialog, send } = await asked(`/figures/${id}`, 'Delete');
    await doneBy(page, 'POST', `/indicators/${id}/observations`, {
      period: '2019',
      value: 80_000,
      estimate: true,
      saidBy: 'A ministry',
    });
    await dialog.getByText(/^Somebody has said something of it meanwhile/).waitFor();
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByRole('button', { name: 'Delete', exact: true }).count()).toBe(0);
  });
});

describe('an invitation', () => {
  it.each([
    ['accepted', /^Somebody has accepted it meanwhile and is a member now/],
    ['withdrawn', /^Somebody else has withdrawn it meanwhile/],
  ])('that was %s meanwhile is not withdrawn, and that is said', async (state, words) => {
    const { page: inviting } = await site.visit(await site.a.member({ roles: ['administrator'] }));
    await site.a.rows('DELETE FROM invitation');
    await doneBy(inviting, 'POST', '/invitations', {
      email: `${state}@somewhere.example`,
      organizationId: site.a.organizationId,
      roles: ['partner'],
    });
    const { page, dialog, send } = await asked('/settings?tab=invitations', 'Withdraw');
    await site.a.rows(`UPDATE invitation SET ${state}_at = clock_timestamp()`);
    const letThrough = await held(page, '/invitations');
    await send.click();
    await showNow(page, letThrough);
    await dialog.getByText(words).waitFor();
    expect(await send.isDisabled()).toBe(true);
    expect(await sound(page)).toEqual([[], 0]);
  });
});

describe('a document that was read in', () => {
  /** The question whether to discard it. */
  async function discarding(title: string) {
    const { page } = await site.visit(await site.a.member());
    const content = `${title}\n\nWe urge the Government of Japan to publish the figures of 2020.`;
    await doneBy(page, 'POST', '/intake', { format: 'text', content, title });
    const [{ id }] = (await site.a.rows<{ id: string }>('SELECT id FROM intake WHERE title = $1', [title])) as [
      { id: string },
    ];
    return { id, ...(await asked('/intake', `Discard: ${title}`)) };
  }

  it('is shown as it is now before it is discarded', async () => {
    const { id, page, dialog, send } = await discarding('A letter');
    await site.a.rows('UPDATE intake SET title = $2 WHERE id = $1', [id, theirs('A letter')]);
    const letThrough = await held(page, `/intake/${id}`);
    await send.click();
    await showNow(page, letThrough);
    await dialog.getByRole('heading', { name: `Discard: ${theirs('A letter')}` }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await send.click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await site.a.rows('SELECT FROM intake WHERE id = $1', [id])).toEqual([]);
  });

  it('stays once somebody has recorded it, and that is said', async () => {
    const { id, page, dialog, send } = await discarding('A report');
    const recorded = `UPDATE intake SET state = 'recorded', recorded_by = person_id, recorded_at = clock_timestamp(), source_id = $2 WHERE id = $1`;
    await site.a.rows(recorded, [id, await site.a.source()]);
    const letThrough = await held(page, `/intake/${id}`);
    await send.click();
    await showNow(page, letThrough);
    await dialog.getByText(/^Somebody else has recorded it meanwhile/).waitFor();
    expect(await send.isDisabled()).toBe(true);
  });

  it('is said to be gone where somebody else has discarded it', async () => {
    const { id, page, dialog, send } = await discarding('A resolution');
    await doneBy(page, 'DELETE', `/intake/${id}`);
    await page.getByRole('link', { name: 'A resolution' }).waitFor({ state: 'detached' });
    await send.click();
    await dialog.getByRole('button', { name: 'Show what is there now' }).click();
    await page.getByText(GONE).waitFor();
    await dialog.waitFor({ state: 'hidden' });
  });
});
