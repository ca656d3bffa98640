// The settings as administrators use them: somebody is invited, becomes verifier by two, and leaves.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { Site, sound, type Visitor } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const EMAIL = 'nari@test.example';
const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE').format(new Date(Date.now() + days * 86_400_000));

const membership = async (): Promise<unknown> =>
  (
    await site.a.rows(
      `SELECT m.roles, m.ends_on::text FROM membership m JOIN account a ON a.person_id = m.person_id
       WHERE a.email = $1 AND m.workspace_id = $2`,
      [EMAIL, site.a.workspaceId],
    )
  )[0];

/** What is done with one member: the buttons of their line. */
const lineOf = ({ page }: Visitor, name: string) => page.getByRole('listitem').filter({ hasText: name });

describe('the settings', () => {
  it('bring somebody in, make them verifier by two, and let them go', async () => {
    const first = await site.visit(await site.a.member({ roles: ['administrator'], name: 'Ada First' }));
    const { page } = first;
    await page.goto(site.at('/settings?tab=invitations'));
    await page.getByText('Nobody was invited yet').waitFor();
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill(EMAIL);
    await dialog.getByRole('checkbox', { name: 'editor' }).check();
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    const link = (await dialog.locator('pre').textContent()) ?? '';
    expect(await sound(first.page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByText(EMAIL).first().waitFor();

    const guest = await site.visitor({ language: 'en', width: 390 });
    await guest.page.goto(link);
    await guest.page.locator('input[autocomplete=name]').fill('Nari New');
    await guest.page.locator('input[autocomplete=new-password]').fill('a password of my own');
    await guest.page.locator('button[type=submit]').click();
    await guest.page.getByRole('status').getByRole('link').waitFor();
    expect(await membership()).toEqual({ roles: ['editor'], ends_on: null });

    const lastDay = dayFromNow(30);
    await page.goto(site.at('/settings?tab=members'));
    await lineOf(first, 'Nari New').getByRole('button', { name: 'Change' }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'partner' }).check();
    await page.getByRole('dialog').getByLabel('Last day').fill(lastDay);
    await page.getByText('Gets the role of partner, at once.').waitFor();
    await page.getByText('The membership ends after that day.').waitFor();
    expect(await sound(first.page)).toEqual([[], 0]);
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await membership()).toEqual({ roles: ['editor', 'partner'], ends_on: lastDay });

    await lineOf(first, 'Nari New').getByRole('button', { name: 'Make verifier' }).click();
    await page.getByRole('button', { name: 'Ask for it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await lineOf(first, 'Nari New').getByRole('button', { name: 'Make verifier' }).click();
    await page.getByText('You asked for it: another administrator confirms.').waitFor();
    expect(await membership()).toMatchObject({ roles: ['editor', 'partner'] });

    const second = await site.visit(await site.a.member({ roles: ['administrator'], name: 'Bo Second' }), {
      language: 'en',
      width: 390,
    });
    await second.page.goto(site.at('/settings?tab=members'));
    await lineOf(second, 'Nari New').getByRole('button', { name: 'Make verifier' }).click();
    await second.page.getByText('Ada First asked for it').waitFor();
    expect(await sound(second.page)).toEqual([[], 0]);
    await second.page.getByRole('button', { name: 'Confirm: verifier from now on' }).click();
    await second.page.getByText('Nari New is verifier now').waitFor();
    expect(await membership()).toMatchObject({ roles: expect.arrayContaining(['editor', 'partner', 'verifier']) });

    const yesterday = dayFromNow(-2);
    await second.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await lineOf(second, 'Nari New').getByRole('button', { name: 'Change' }).click();
    await second.page.getByRole('dialog').getByLabel('Last day').fill(yesterday);
    await second.page.getByText('The membership ends at once.').waitFor();
    await second.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await second.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await membership()).toMatchObject({ ends_on: yesterday });
    await guest.page.getByRole('status').getByRole('link').click();
    await guest.page.locator('input[type=email]').fill(EMAIL);
    await guest.page.locator('input[autocomplete=current-password]').fill('a password of my own');
    await guest.page.locator('button[type=submit]').click();
    await guest.page.waitForURL(/\/account$/);

    const acts = await site.a.rows<{ action: string }>(
      "SELECT action FROM audit_event WHERE workspace_id = $1 AND action ~ '^(invitation|member|role-request)' ORDER BY at",
      [site.a.workspaceId],
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'invitation.created',
      'invitation.accepted',
      'member.updated',
      'role-request.created',
      'role-request.confirmed',
      'member.updated',
    ]);
    expect([...first.errors, ...second.errors]).toEqual([]);
  });
});

describe('who may do what', () => {
  it('is said of each level and each role before anything is entered, on a phone too', async () => {
    const partner = await site.a.member({ roles: ['partner'], name: 'Pia Partner' });
    const wide = await site.visit(partner);
    await wide.page.goto(site.at('/settings?tab=access'));
    const open = wide.page.getByRole('listitem').filter({ hasText: 'Restricted' });
    await open.getByText('1 person will be able to open this: you.').waitFor();
    const row = wide.page.getByRole('row').filter({ hasText: 'Checks evidence that somebody else entered' });
    await row.waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual(['no', 'no', 'yes', 'no', 'no']);
    expect(await wide.page.getByRole('columnheader').allTextContents()).toContain('partner (you)');
    expect(await sound(wide.page)).toEqual([[], 0]);

    const narrow = await site.visit(partner, { language: 'ko', width: 390 });
    await narrow.page.goto(site.at('/settings?tab=access'));
    const act = narrow.page.getByRole('listitem').filter({ hasText: '다른 사람이 입력한 증거를 확인합니다' });
    await act.getByText('확인자', { exact: true }).waitFor();
    expect(await sound(narrow.page)).toEqual([[], 0]);
    expect([...wide.errors, ...narrow.errors]).toEqual([]);
  });
});
