// An organization's own sign-in, from its settings to the first page: an administrator, two members, and a provider that runs.

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { freePort, RunningProvider } from '../support/identity-provider.js';
import { PASSWORD } from '../support/people.js';
import { type Look, Site, sound, tooWide } from '../support/site.js';

jest.setTimeout(2 * PATIENCE);

let site: Site;
let provider: RunningProvider;
beforeAll(async () => {
  const port = await freePort();
  site = await Site.open(false, '127.0.0.1', [`127.0.0.1:${String(port)}`]);
  provider = await RunningProvider.start(site.address, port);
});
afterAll(() => Promise.all([site.close(), provider.stop()]));

/** On the provider's own page. */
async function signInThere(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Go' }).click();
}

const fits = async (page: Page) => expect(await sound(page)).toEqual([[], 0]);

let kept: string | undefined;
/** Once, for all tests. */
const setUp = async (): Promise<string> => (kept ??= await setUpNow());

async function setUpNow(): Promise<string> {
  const { page } = await site.visit(await site.a.member({ roles: ['administrator'] }));
  await page.goto(site.at('/settings?tab=organizations'));
  await page.getByRole('button', { name: 'Set one up' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(`${site.address}/sign-in/return`).waitFor();
  await dialog.getByLabel('Address of the provider').fill(provider.issuer);
  await dialog.getByLabel('Client ID').fill(provider.clientId);
  await dialog.getByRole('textbox', { name: 'Client secret' }).fill(provider.clientSecret);
  expect(await tooWide(page)).toBe(0);
  await dialog.getByRole('button', { name: 'Set it up' }).click();
  const address = page.getByText(new RegExp(`^${site.address}/sign-in/[a-z2-9-]+$`));
  await address.waitFor();
  await fits(page);
  return (await address.textContent()) ?? '';
}

async function link(page: Page, name: string): Promise<void> {
  await page.goto(`${site.address}/account`);
  await page.getByRole('button', { name: 'Link it' }).click();
  await page.getByText(/whoever http:\/\/127\.0\.0\.1.* lets in as you is let in here as you/).waitFor();
  await page.getByRole('button', { name: "Go to your organization's sign-in" }).click();
  await signInThere(page, name);
  await page.getByText('Linked: you can sign in with your organization from now on').waitFor();
  await page.getByRole('button', { name: 'Unlink it' }).waitFor();
}

it('is set up, linked and used, and says clearly what it does not open', async () => {
  const address = await setUp();
  const member = await site.a.member({ roles: ['editor'] });
  await link((await site.visit(member)).page, 'hana');

  const phone: Look = { language: 'ko', width: 390 };
  const { page } = await site.visitor(phone);
  await page.goto(address);
  const toOrganization = page.getByRole('button', { name: '소속 단체로 로그인' });
  await toOrganization.waitFor();
  await fits(page);
  await toOrganization.click();
  await signInThere(page, 'hana');
  await page.waitForURL(/\/w\/.*\/for-me/);
  const rows = await site.a.rows('SELECT id FROM session WHERE account_id = $1 AND identity_id IS NOT NULL', [
    member.actor.accountId,
  ]);
  expect(rows).toHaveLength(1);
  // What concerns the account asks for the password, over the page, and says why what they came in with is not enough.
  await page.goto(`${site.address}/account`);
  const again = page.getByRole('dialog', { name: '다시 로그인' });
  await again.getByText(/이 작업에는 그것으로 충분하지 않습니다/).waitFor();
  await fits(page);
  await again.locator('input[autocomplete=current-password]').fill(PASSWORD);
  await again.getByRole('button', { name: '로그인', exact: true }).click();
  await again.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '연결 끊기' }).waitFor();

  const stranger = (await site.visitor({ language: 'en', width: 1280 })).page;
  await stranger.goto(`${site.address}/sign-in`);
  await stranger.getByRole('button', { name: 'Sign in with your organization' }).click();
  await stranger.getByLabel('Address or code').fill('aaaa-bbbb-cccc');
  await stranger.keyboard.press('Enter');
  await stranger.getByText('No organization signs in at this address.').waitFor();
  await stranger.getByLabel('Address or code').fill(address);
  await fits(stranger);
  await stranger.getByRole('button', { name: "Go to your organization's sign-in" }).click();
  await signInThere(stranger, 'nobody-knows');
  await stranger.getByText('This sign-in opens nothing here').waitFor();
  expect(new URL(stranger.url()).search).toBe('');
  await fits(stranger);
});

it('is signed in to again in a tab of its own when the session has ended, and what was typed stays', async () => {
  const address = await setUp();
  const member = await site.a.member({ roles: ['editor'] });
  await link((await site.visit(member)).page, 'sora');
  const { page } = await site.visitor({ language: 'en', width: 1280 });
  await page.goto(address);
  await page.getByRole('button', { name: 'Sign in with your organization' }).click();
  await signInThere(page, 'sora');
  await page.waitForURL(/\/w\/.*\/for-me/);
  const typed = page.getByRole('textbox', { name: /^Keep it now/ });
  await typed.fill('Geneva called: they will answer in May.');
  await site.a.rows('UPDATE session SET ended_at = now() WHERE account_id = $1', [member.actor.accountId]);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  const again = page.getByRole('dialog', { name: 'Sign in again' });
  await again.getByRole('link', { name: 'Sign in with your organization' }).waitFor();
  await fits(page);
  await again.getByRole('button', { name: 'I have signed in there: go on' }).click();
  await again.getByRole('alert').waitFor();
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    again.getByRole('link', { name: 'Sign in with your organization' }).click(),
  ]);
  await tab.getByRole('button', { name: 'Sign in with your organization' }).click();
  await tab.waitForURL(/\/w\/.*\/for-me/);
  await again.getByRole('button', { name: 'I have signed in there: go on' }).click();
  await again.waitFor({ state: 'detached' });
  expect(await typed.inputValue()).toBe('Geneva called: they will answer in May.');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('article', { name: /^Geneva called/ }).waitFor();
});
