// Setting up an app that makes codes, and what signing in is from then on.

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { PASSWORD, withPassword } from '../support/people.js';
import { type Authenticator, authenticatorOf, withAuthenticator } from '../support/second-factors.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const enter = async (page: Page, email?: string): Promise<void> => {
  if (email !== undefined) await page.locator('input[type=email]').fill(email);
  await page.locator('input[autocomplete=current-password]').last().fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};
const give = async (page: Page, code: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};
const clean = async (page: Page): Promise<void> => {
  expect(await sound(page)).toEqual([[], 0]);
};
const factors = (accountId: string) =>
  site.a.rows(
    'SELECT name FROM second_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL AND removed_at IS NULL',
    [accountId],
  );

/** What the page shows for typing is what the app holds. */
async function secretOn(page: Page): Promise<Authenticator> {
  const secret = (await page.locator('code').first().innerText()).replaceAll(' ', '');
  return authenticatorOf('', secret);
}

describe('a second factor', () => {
  it('is set up with the password, one right code, and codes that are kept; then signing in asks for it', async () => {
    const member = await site.a.member({ roles: ['editor'] });
    const { accountId } = member.actor;
    const { page, errors } = await site.visit(member, { language: 'en', width: 390 });
    const [{ email } = { email: '' }] = await site.a.rows<{ email: string }>(
      'SELECT email FROM account WHERE id = $1',
      [accountId],
    );
    await page.goto(`${site.address}/account`);
    await page.getByText('You have none yet.').waitFor();
    await page.getByRole('button', { name: 'Set up an app' }).click();
    await page.getByLabel('What do you call it?').fill('My phone');
    await page.getByLabel('Your present password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('img', { name: /^Square with the secret/ }).waitFor();
    await clean(page);
    const app = await secretOn(page);
    await page.getByLabel('The six digits that the app shows now').fill(app.code(9));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('alert').waitFor();
    expect(await factors(accountId)).toEqual([]);
    await page.getByLabel('The six digits that the app shows now').fill(app.code());
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Keep these codes now').waitFor();
    expect(await factors(accountId)).toEqual([{ name: 'My phone' }]);
    await clean(page);
    const shown = await page.locator('li code').allInnerTexts();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const saved = await readFile(await download.path(), 'utf8');
    expect(shown).toHaveLength(10);
    for (const code of shown) expect(saved).toContain(code);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 codes are left.').waitFor();

    await page.context().clearCookies({ name: 'heed_session' });
    await page.goto(site.at('/sources'));
    await enter(page, email);
    await page.getByRole('textbox', { name: 'Code' }).waitFor();
    await clean(page);
    await give(page, '000000');
    await page.getByText('This code does not fit').waitFor();
    await give(page, app.code(1));
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
    expect(errors.filter((error) => !/401|422/.test(error))).toEqual([]);
  });

  it('is taken away after signing in again with it, a code on paper too, and keeps what the page shows', async () => {
    const member = await site.a.member({ roles: ['editor'] });
    const { accountId } = member.actor;
    const app = await withAuthenticator(site, member);
    const email = await withPassword(site, member);
    const { page } = await site.visitor({ language: 'en', width: 1280 });
    await page.goto(`${site.address}/sign-in?next=/account`);
    await enter(page, email);
    await give(page, app.code());
    await page.getByRole('heading', { level: 2, name: 'Second factor' }).waitFor();
    await page.getByRole('button', { name: 'Make new codes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make new codes' }).click();
    await page.getByText('Keep these codes now').waitFor();
    const [paper = ''] = await page.locator('li code').allInnerTexts();
    await page.getByRole('button', { name: 'I have kept them' }).click();

    await site.a.rows(`UPDATE session SET authenticated_at = now() - interval '5 minutes' WHERE account_id = $1`, [
      accountId,
    ]);
    await page.getByRole('button', { name: 'Take it away' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take "My phone" away' });
    await dialog.getByRole('button', { name: 'Take it away' }).click();
    await page.getByRole('dialog', { name: 'Sign in again' }).waitFor();
    expect(await factors(accountId)).toHaveLength(1);
    await enter(page);
    await give(page, paper);
    await page.getByRole('dialog', { name: 'Sign in again' }).waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Take it away' }).click();
    await page.getByText('You have none yet.').waitFor();
    expect(await factors(accountId)).toEqual([]);
    expect(
      await site.a.rows('SELECT id FROM recovery_code WHERE account_id = $1 AND ended_at IS NULL AND used_at IS NULL', [
        accountId,
      ]),
    ).toEqual([]);
  });
});

describe('a workspace that asks for second factors', () => {
  /** With the dialog or page that asks before one goes on. */
  const setUp = async (page: Page): Promise<void> => {
    await page.getByLabel('What do you call it?').fill('My phone');
    await page.getByLabel('Your present password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('img', { name: /^Square with the secret/ }).waitFor();
    const app = await secretOn(page);
    await page.getByLabel('The six digits that the app shows now').fill(app.code());
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
  };

  it('says whom it concerns before it is saved; who has none sets one up, and goes on to where they were going', async () => {
    const administrator = await site.a.member({ roles: ['administrator'] });
    const verifier = await site.a.member({ roles: ['verifier'] });
    const { page } = await site.visit(administrator, { language: 'en', width: 1280 });
    await page.goto(site.at('/settings?tab=workspace'));
    await page.getByLabel('Ask for a second factor').check();
    await page.getByText('1 of 1 administrators and 1 of 1 verifiers have no second factor yet.').waitFor();
    await clean(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog', { name: 'Set up a second factor' }).waitFor();
    const [asked] = await site.a.rows('SELECT requires_second_factor AS asked FROM workspace WHERE id = $1', [
      site.a.workspaceId,
    ]);
    expect(asked).toEqual({ asked: true });
    await setUp(page);
    await page.getByRole('dialog', { name: 'Set up a second factor' }).waitFor({ state: 'detached' });
    await page.goto(site.at('/sources'));
    await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();

    const email = await withPassword(site, verifier);
    const other = await site.visitor({ language: 'en', width: 390 });
    await other.page.goto(site.at('/evidence'));
    await enter(other.page, email);
    await other.page.getByRole('heading', { level: 1, name: 'Set up a second factor' }).waitFor();
    await clean(other.page);
    await setUp(other.page);
    await other.page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
    expect(other.page.url()).toBe(site.at('/evidence'));
    expect(await factors(verifier.actor.accountId)).toEqual([{ name: 'My phone' }]);
  });
});
