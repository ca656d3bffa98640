// Links that were handed over: to become a member, and to come back into an account.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RecoveriesService } from '../../src/auth/recoveries.service.js';
import { InvitationsService } from '../../src/organizations/invitations.service.js';
import type { CreatedInvitationView } from '../../src/organizations/invitation.dto.js';
import { PATIENCE } from '../support/browser.js';
import { withPassword } from '../support/people.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

describe('a link', () => {
  it('of an invitation says what it offers, and makes a member who signs in', async () => {
    const { actor } = await site.a.member({ roles: ['administrator'] });
    const email = 'new@test.example';
    const wish = { email, organizationId: site.a.organizationId, roles: ['editor' as const] };
    const { token }: CreatedInvitationView = await site.app.get(InvitationsService).create(actor, wish);
    const { page, errors } = await site.visitor({ language: 'ko', width: 390 });
    await page.goto(`${site.address}/invitations/${token}`);
    await page.getByText(email).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await page.locator('input[autocomplete=name]').fill('Nari New');
    await page.locator('input[autocomplete=new-password]').fill('a password of my own');
    await page.locator('button[type=submit]').click();
    await page.getByRole('status').getByRole('link').click();
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[autocomplete=current-password]').fill('a password of my own');
    await page.locator('button[type=submit]').click();
    await page.waitForURL(/\/w\//);
    // Before that nobody is signed in, which the console tells.
    expect(errors.filter((text) => !text.includes('401'))).toEqual([]);
    const again = await site.visitor({ language: 'en', width: 1280 });
    await again.page.goto(`${site.address}/invitations/${token}`);
    await again.page.getByText('This invitation does not work').waitFor();
    await again.page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await sound(again.page)).toEqual([[], 0]);
  });

  it('to recover an account sets a password, ends what was open, and says so', async () => {
    const member = await site.a.member({ roles: ['editor'] });
    const email = await withPassword(site, member);
    const { token } = (await site.app.get(RecoveriesService).offer(email, 'recover'))!;
    const { page } = await site.visitor({ language: 'en', width: 390 });
    await page.goto(`${site.address}/recoveries/${token}`);
    await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await page.locator('input[autocomplete=new-password]').fill('another one of my own');
    await page.locator('button[type=submit]').click();
    // The factory's token was the account's only key.
    await page.getByText('0 sessions and 1 keys of programs were ended').waitFor();
    expect(await site.a.rows('SELECT FROM recovery WHERE used_at IS NOT NULL')).toHaveLength(1);
    await page.goto(`${site.address}/recoveries/${token}`);
    await page.locator('input[autocomplete=new-password]').fill('a third one of my own');
    await page.locator('button[type=submit]').click();
    await page.getByText('This link does not work').waitFor();
    expect(await sound(page)).toEqual([[], 0]);
  });
});
