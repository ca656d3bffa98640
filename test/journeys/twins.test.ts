// Groups and their members, and what was entered twice: merged after a preview, and taken apart again.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Route } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { faultsByAxe, Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** Longer than news takes: the page hears of what it did before it is answered, and must not look for what is gone. */
async function tellLate(route: Route): Promise<void> {
  const response = await route.fetch();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await route.fulfill({ response });
}

describe('a group', () => {
  it('takes members with dates as precise as they are known, changes them, and lets go of who was never one', async () => {
    const editor = await site.a.member({ roles: ['editor'] });
    const group = await site.a.addressee({ kind: 'group', code: 'MEMBERS', name: 'Member states' });
    const state = await site.a.addressee({ code: 'GB', name: 'United Kingdom' });
    const { page, errors } = await site.visit(editor, { language: 'en', width: 390 });
    const stored = () =>
      site.a.rows('SELECT member_id, from_on, until_on FROM addressee_member WHERE group_id = $1', [group]);
    await page.goto(site.at(`/addressees/${group}`));
    await page.getByRole('button', { name: 'Add a member' }).click();
    await page.getByRole('combobox', { name: 'Member' }).fill('Kingdom');
    await page.getByRole('option', { name: 'United Kingdom' }).click();
    await page.getByRole('group', { name: 'Member since', exact: true }).getByLabel('Year').fill('1973');
    expect(await sound(page)).toEqual([[], 0]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await stored()).toEqual([{ member_id: state, from_on: '1973', until_on: null }]);

    await page.getByRole('region', { name: 'Members' }).getByRole('button', { name: 'Show' }).click();
    await page.getByRole('button', { name: 'Change the dates of United Kingdom as a member of Member states' }).click();
    const until = page.getByRole('group', { name: 'No longer a member since' });
    await until.getByLabel('Year').fill('2020');
    await until.getByLabel('Month').selectOption('02');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await stored()).toEqual([{ member_id: state, from_on: '1973', until_on: '2020-02' }]);
    expect(await sound(page)).toEqual([[], 0]);

    await page.getByRole('button', { name: 'Take off: United Kingdom as a member of Member states' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take off' }).click();
    await page.getByText('Listed here: 0').waitFor();
    expect(await stored()).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('an addressee that was entered twice', () => {
  it('is merged after saying what moves, answers under its old address, and comes back', async () => {
    const editor = await site.a.member({ roles: ['editor'] });
    const kept = await site.a.addressee({ code: 'KR', name: 'South Korea' });
    const twin = await site.a.addressee({ code: 'ROK', name: 'Republic of Korea' });
    const { id: followUp } = await site.a.followUp({ addressee_id: twin });
    const { page, errors } = await site.visit(editor);
    const whose = async () =>
      (await site.a.rows<{ addressee_id: string }>('SELECT addressee_id FROM follow_up WHERE id = $1', [followUp]))[0]
        ?.addressee_id;
    await page.goto(site.at(`/addressees/${twin}`));
    await page.getByRole('button', { name: 'Merge into another' }).click();
    await page.getByRole('combobox', { name: 'The one that is kept' }).fill('South');
    await page.getByRole('option', { name: 'South Korea' }).click();
    await page.getByText('Follow-ups that are those of South Korea then: 1').waitFor();
    await page.getByText('South Korea is found by these names too: Republic of Korea, ROK').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await whose()).toBe(twin);
    await page.route(/\/merge$/, tellLate);
    await page.getByRole('button', { name: 'Merge into South Korea' }).click();
    await page.getByRole('heading', { level: 1, name: 'South Korea' }).waitFor();
    expect(await whose()).toBe(kept);
    expect(await site.a.rows('SELECT FROM addressee WHERE id = $1', [twin])).toEqual([]);

    await page.goto(site.at(`/addressees/${twin}`));
    await page.waitForURL(new RegExp(kept));
    await page.getByRole('region', { name: 'Merged into this one' }).getByRole('button', { name: 'Show' }).click();
    await page.getByRole('button', { name: 'Undo the merge' }).click();
    await page.getByText('Republic of Korea is there again').waitFor();
    expect(await whose()).toBe(twin);
    const acts = await site.a.rows(
      "SELECT action FROM audit_event WHERE object_id = $1 AND action LIKE 'addressee.merge%' ORDER BY at",
      [twin],
    );
    expect(acts).toEqual([{ action: 'addressee.merged' }, { action: 'addressee.merge-undone' }]);
    expect(errors).toEqual([]);
  });

  it('says what stands in the way, and is deleted only where nothing names it', async () => {
    const editor = await site.a.member({ roles: ['editor'] });
    const recommendation_id = await site.a.recommendation({ code: 'BOTH-1' });
    const [one, other] = [
      await site.a.addressee({ code: 'ONE', name: 'One of them' }),
      await site.a.addressee({ code: 'OTHER', name: 'Other of them' }),
    ];
    for (const addressee_id of [one, other]) await site.a.followUp({ recommendation_id, addressee_id });
    const { page } = await site.visit(editor, { language: 'en', width: 390 });
    await page.goto(site.at(`/addressees/${one}`));
    await page.getByRole('button', { name: 'Merge into another' }).click();
    await page.getByRole('combobox', { name: 'The one that is kept' }).fill('Other');
    await page.getByRole('option', { name: 'Other of them' }).click();
    await page.getByRole('alert').filter({ hasText: 'BOTH-1' }).waitFor();
    expect(await page.getByRole('button', { name: /^Merge into Other/ }).count()).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'name this addressee' }).waitFor();
    expect(await site.a.rows('SELECT FROM addressee WHERE id = $1', [one])).toHaveLength(1);
  });
});

it('a source that was entered twice is merged, and the empty one deleted', async () => {
  const editor = await site.a.member({ roles: ['editor'] });
  const [kept, twin] = [await site.a.source({ title: 'The letter' }), await site.a.source({ title: 'Same letter' })];
  const ask = await site.a.recommendation({ source_id: twin });
  const { page, errors } = await site.visit(editor);
  await page.goto(site.at(`/sources/${twin}`));
  await page.getByRole('button', { name: 'Merge into another' }).click();
  await page.getByRole('combobox', { name: 'The one that is kept' }).fill('The let');
  await page.getByRole('option', { name: 'The letter' }).click();
  await page.getByText('Recommendations that come from The letter then: 1').waitFor();
  await page.getByRole('button', { name: 'Merge into The letter' }).click();
  await page.getByText('Same letter is merged into The letter.').waitFor();
  const sourceOf = () => site.a.rows('SELECT source_id FROM recommendation WHERE id = $1', [ask]);
  expect(await sourceOf()).toEqual([{ source_id: kept }]);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Same letter' }).waitFor();
  expect(await sourceOf()).toEqual([{ source_id: twin }]);
  const empty = await site.a.source({ title: 'Nothing in it' });
  await page.goto(site.at(`/sources/${empty}`));
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await page.waitForURL(/\/sources$/);
  expect(await site.a.rows('SELECT FROM source WHERE id = $1', [empty])).toEqual([]);
  expect(errors).toEqual([]);
});
