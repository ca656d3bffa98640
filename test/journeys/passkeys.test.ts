// A passkey of a device that Chromium plays: added, signed in with, taken away.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CDPSession, Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { PASSWORD, withPassword } from '../support/people.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open(false, 'localhost');
});
afterAll(() => site.close());

/** A device that is there, and whose owner puts a finger on it. */
async function withDevice(page: Page): Promise<{ device: CDPSession; authenticatorId: string }> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { device, authenticatorId };
}
const clean = async (page: Page): Promise<void> => {
  expect(await sound(page)).toEqual([[], 0]);
};
const passkeys = (accountId: string) =>
  site.a.rows(
    `SELECT name, sign_count::integer AS count, used_at IS NOT NULL AS "wasUsed" FROM second_factor
     WHERE account_id = $1 AND kind = 'passkey' AND confirmed_at IS NOT NULL AND removed_at IS NULL`,
    [accountId],
  );
const enter = async (page: Page, email: string): Promise<void> => {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[autocomplete=current-password]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

describe('a passkey', () => {
  it('is added with the password, asked for at the next sign-in, and taken away', async () => {
    const member = await site.a.member({ roles: ['editor'] });
    const { accountId } = member.actor;
    const { page, errors } = await site.visit(member, { language: 'en', width: 390 });
    const { device, authenticatorId } = await withDevice(page);
    const [{ email } = { email: '' }] = await site.a.rows<{ email: string }>(
      'SELECT email FROM account WHERE id = $1',
      [accountId],
    );
    await page.goto(`${site.address}/account`);
    await page.getByRole('button', { name: 'Add a passkey', exact: true }).click();
    await page.getByLabel('What do you call it?').fill('My laptop');
    await page.getByLabel('Your present password').fill(PASSWORD);
    await clean(page);
    // Whoever puts no finger on it adds nothing, and keeps what was typed.
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    await page.getByText('No passkey was given').waitFor();
    expect(await passkeys(accountId)).toEqual([]);
    await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    await page.getByText('Keep these codes now').waitFor();
    expect(await passkeys(accountId)).toMatchObject([{ name: 'My laptop', wasUsed: false }]);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 codes are left.').waitFor();
    await clean(page);

    await page.context().clearCookies({ name: 'heed_session' });
    await page.goto(`${site.address}/sign-in?next=/account`);
    await enter(page, email);
    await page.getByRole('button', { name: 'Use your passkey' }).waitFor();
    await clean(page);
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await page.getByRole('heading', { level: 2, name: 'Second factor' }).waitFor();
    expect(await passkeys(accountId)).toMatchObject([{ name: 'My laptop', wasUsed: true }]);

    // Some minutes later it is asked for again, over the page: the password, and the passkey.
    await site.a.rows(`UPDATE session SET authenticated_at = now() - interval '5 minutes' WHERE account_id = $1`, [
      accountId,
    ]);
    await page.getByRole('button', { name: 'Take it away' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take "My laptop" away' });
    await dialog.getByRole('button', { name: 'Take it away' }).click();
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.waitFor();
    expect(await again.locator('input[type=email]').inputValue()).toBe(email);
    await again.locator('input[autocomplete=current-password]').fill(PASSWORD);
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await again.getByRole('button', { name: 'Use your passkey' }).waitFor();
    await clean(page);
    expect(await passkeys(accountId)).toHaveLength(1);
    await again.getByRole('button', { name: 'Use your passkey' }).click();
    await again.waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Take it away' }).click();
    await page.getByText('You have none yet.').waitFor();
    expect(await passkeys(accountId)).toEqual([]);
    expect(errors.filter((error) => !/401/.test(error))).toEqual([]);
  });

  it('is set up in the way of whoever needs a second factor', async () => {
    await site.a.rows('UPDATE workspace SET requires_second_factor = true WHERE id = $1', [site.a.workspaceId]);
    const verifier = await site.a.member({ roles: ['verifier'] });
    const { page } = await site.visitor({ language: 'en', width: 1280 });
    await withDevice(page);
    const email = await withPassword(site, verifier);
    await page.goto(site.at('/evidence'));
    await enter(page, email);
    await page.getByRole('heading', { level: 1, name: 'Set up a second factor' }).waitFor();
    await page.getByRole('button', { name: 'Add a passkey instead' }).click();
    await page.getByLabel('What do you call it?').fill('Blue key');
    await page.getByLabel('Your present password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make the passkey' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor();
    expect(await passkeys(verifier.actor.accountId)).toMatchObject([{ name: 'Blue key' }]);
  });
});
