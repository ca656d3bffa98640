// The way in: a form that comes before the rest of the page, and leads to where one was going.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { PASSWORD, withPassword } from '../support/people.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

async function enter(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.locator('button[type=submit]').click();
}

const sessions = (accountId: string) =>
  site.a.rows('SELECT id FROM session WHERE account_id = $1 AND ended_at IS NULL', [accountId]);

describe('the sign-in', () => {
  it('leads to where a link pointed, and asks nobody twice', async () => {
    const member = await site.a.member({ roles: ['editor'] });
    const email = await withPassword(site, member);
    const { page } = await site.visitor({ language: 'en', width: 390 });
    await page.goto(site.at('/sources?q=letter'));
    await page.getByRole('heading', { name: 'Heed' }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await enter(page, email, 'not the password');
    await page.getByRole('alert').waitFor();
    expect(await page.locator('input[type=email]').inputValue()).toBe(email);
    expect(await sessions(member.actor.accountId)).toEqual([]);
    await enter(page, email);
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
    expect(page.url()).toBe(site.at('/sources?q=letter'));
    expect(await sessions(member.actor.accountId)).toHaveLength(1);
    // What asks to sign in again comes after the page, together with the place for notices.
    await page.locator('.mantine-Notifications-root').first().waitFor({ state: 'attached' });
    expect(await page.getByRole('dialog', { name: 'Sign in again' }).count()).toBe(0);
  });

  it('stays on this server, whatever the link says', async () => {
    const email = await withPassword(site, await site.a.member({ roles: ['editor'] }));
    const { page, asked } = await site.visitor({ language: 'en', width: 1280 });
    await page.goto(`${site.address}/sign-in?next=${encodeURIComponent('//elsewhere.example/w/')}`);
    await enter(page, email);
    await page.getByRole('heading', { level: 1, name: 'For me' }).waitFor();
    expect(asked.filter((url) => url.includes('//elsewhere.example'))).toEqual([]);
  });

  it('speaks the other language before the page is there, and the page goes on in it', async () => {
    const email = await withPassword(site, await site.a.member({ roles: ['editor'] }));
    const { page } = await site.visitor({ language: 'en', width: 390 });
    await page.goto(`${site.address}/sign-in`);
    await page.locator('label').filter({ hasText: 'KO' }).click();
    await page.getByRole('button', { name: '로그인', exact: true }).waitFor();
    await enter(page, email);
    await page.getByRole('heading', { level: 1, name: '내 할 일' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('ko');
  });

  it('comes without what only the rest of the page needs', async () => {
    const { page } = await site.visitor({ language: 'en', width: 1280 });
    // All of it is held back: what can be typed into can't have waited for it.
    await page.route(/\/assets\/(frame|parts|en|ForMePage)-/, () => undefined);
    const asked = page.waitForRequest(/\/assets\/frame-/);
    await page.goto(`${site.address}/sign-in`, { waitUntil: 'commit' });
    await page.locator('input[type=email]').fill('somebody@test.example');
    await asked;
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  });
});

describe('a later visit', () => {
  it.each([
    ['editor' as const, ['for-me', 'inbox']],
    ['auditor' as const, ['for-me']],
  ])('of one who is %s asks for what is theirs, and not who they are', async (role, theirs) => {
    const { page, asked, errors } = await site.visit(await site.a.member({ roles: [role] }));
    await page.getByText('Nothing waits for you').waitFor();
    asked.splice(0);
    await page.reload();
    await page.getByText('Nothing waits for you').waitFor();
    const reads = asked.map((url) => /\/api\/v1\/.*?\/(me|for-me|inbox)(\?|$)/.exec(url)?.[1]).filter(Boolean);
    expect([...new Set(reads)].sort()).toEqual(theirs);
    expect(errors).toEqual([]);
  });
});
