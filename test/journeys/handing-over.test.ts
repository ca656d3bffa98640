// Before a membership ends: what is still somebody's is seen, and given to a colleague.

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const lineOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const owners = async (): Promise<unknown[]> =>
  (await site.a.rows<{ owner_id: string }>('SELECT owner_id FROM next_step ORDER BY what')).map((row) => row.owner_id);

it('the next steps of whoever goes are handed to a colleague; of another organization they are only told', async () => {
  const administrator = await site.a.member({ roles: ['administrator'], name: 'Ada First' });
  const leaving = await site.a.member({ name: 'Lena Leaving' });
  const colleague = await site.a.member({ name: 'Cora Colleague' });
  const elsewhere = await site.a.organization('Europe for Korea');
  const stranger = await site.a.member({ name: 'Stan Elsewhere', organizationId: elsewhere });
  const { id: follow_up_id } = await site.a.followUp();
  for (const what of ['Ask Geneva for a date.', 'Write to Seoul.'])
    await site.a.nextStep(leaving, { what, follow_up_id });
  await site.a.nextStep(stranger, { what: 'Zurich: call them.', follow_up_id });
  const { page } = await site.visit(administrator, { language: 'en', width: 390 });
  await page.goto(site.at('/settings?tab=members'));
  await lineOf(page, 'Lena Leaving').getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Last day').waitFor();
  expect(await dialog.getByText('still theirs').count()).toBe(0);
  await dialog.getByLabel('Last day').fill('2024-01-31');
  const still = dialog.getByRole('group', { name: '2 next steps are still theirs' });
  await still.getByText('Ask Geneva for a date.').waitFor();
  expect(await sound(page)).toEqual([[], 0]);
  await still.getByRole('combobox', { name: 'Who takes them over?' }).click();
  await page.getByRole('option', { name: 'Cora Colleague' }).click();
  await still.getByRole('button', { name: 'Hand them over' }).click();
  await still.waitFor({ state: 'detached' });
  const theirs = colleague.actor.membershipId;
  expect(await owners()).toEqual([theirs, theirs, stranger.actor.membershipId]);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });

  await lineOf(page, 'Stan Elsewhere').getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabel('Last day').fill('2024-01-31');
  await dialog.getByRole('group', { name: 'One next step is still theirs' }).waitFor();
  await dialog.getByText('Somebody of Europe for Korea can hand them over.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Hand them over' }).count()).toBe(0);
});

it('what only one person can open is told as a number, and left closed only by whoever says so', async () => {
  const administrator = await site.a.member({ roles: ['administrator'], name: 'Bo First' });
  const leaving = await site.a.member({ roles: ['partner'], name: 'Wanda Witness' });
  const evidence_id = await site.a.evidence(leaving, { confidentiality: 'restricted', title: 'What she saw' });
  await site.a.insert('evidence_grant', {
    workspace_id: site.a.workspaceId,
    evidence_id,
    person_id: leaving.actor.personId,
    granted_by: leaving.actor.personId,
    reason: 'Brought it.',
  });
  const own = await site.visit(leaving, { language: 'en', width: 390 });
  await own.page.goto(`${site.address}/account`);
  await own.page.getByText('One piece of evidence can be opened by you alone.').waitFor();
  await own.page.getByRole('link', { name: 'What she saw' }).waitFor();
  expect(await sound(own.page)).toEqual([[], 0]);

  const { page } = await site.visit(administrator, { language: 'en', width: 390 });
  await page.goto(site.at('/settings?tab=members'));
  await lineOf(page, 'Wanda Witness').getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Last day').fill('2024-01-31');
  await dialog.getByText('One restricted piece of evidence can be opened by Wanda Witness alone').waitFor();
  expect(await page.getByText('What she saw').count()).toBe(0);
  expect(await sound(page)).toEqual([[], 0]);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const ends = () =>
    site.a.rows('SELECT ends_on::text AS day FROM membership WHERE id = $1', [leaving.actor.membershipId]);
  expect(await ends()).toEqual([{ day: null }]);
  await dialog.getByLabel('End it all the same: one piece stays closed to everybody').check();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await ends()).toEqual([{ day: '2024-01-31' }]);
});
