// The list of recommendations: narrowed and ordered by the server, drawn where the window is, themes put on many at once.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE, scrollTo } from '../support/browser.js';
import { Site, sound, until } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

const MANY = 70;
let site: Site;
let letter: string;
let theme: string;
beforeAll(async () => {
  site = await Site.open();
  letter = await site.a.source({ title: 'A letter of ours' });
  theme = await site.a.theme('labour');
  await site.a.rows(`UPDATE theme SET label = 'Labour' WHERE id = $1`, [theme]);
  const asks = [];
  for (let n = 10; n < 10 + MANY; n++)
    asks.push(await site.a.recommendation({ code: `M-${String(n)}`, title: `Ask ${String(n)}` }));
  const whole = await site.a.recommendation({ code: 'W-1', title: 'A whole', source_id: letter });
  const part = await site.a.recommendation({
    code: 'W-1(a)',
    title: 'A part',
    part_of: whole,
    label: '(a)',
    source_id: letter,
  });
  const china = await site.a.addressee({ name: 'China' });
  await site.a.followUp({ recommendation_id: part, addressee_id: china, implementation: 'no-action' });
  await site.a.followUp({ recommendation_id: asks[0], addressee_id: china });
});
afterAll(() => site.close());

const open = async (page: Page, search = ''): Promise<void> => {
  await page.goto(site.at(`/recommendations${search}`));
  await page.getByRole('table', { name: 'Recommendations' }).waitFor();
};
/** Until the list says that it has so many. */
const listed = (page: Page, n: number): Promise<void> =>
  page
    .getByRole('status')
    .getByText(new RegExp(`^${String(n)} recommendations?$`))
    .waitFor();
const bearing = async (): Promise<string[]> =>
  (
    await site.a.rows<{ code: string }>(
      `SELECT r.code FROM recommendation_theme x JOIN recommendation r ON r.id = x.recommendation_id WHERE x.theme_id = $1 ORDER BY 1`,
      [theme],
    )
  ).map(({ code }) => code);

describe('the list of recommendations', () => {
  it('is in the menu, grows as somebody scrolls, and each number opens the follow-ups that it counts', async () => {
    const { page, errors } = await site.visit(await site.a.member({ roles: ['auditor'] }));
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Recommendations' }).click();
    await listed(page, MANY + 2);
    expect(await sound(page)).toEqual([[], 0]);
    expect(await page.getByRole('checkbox', { name: /^Choose/ }).count()).toBe(0);
    const table = page.getByRole('table', { name: 'Recommendations' });
    await table.getByRole('link', { name: 'Ask 10' }).waitFor();
    const last = table.getByRole('link', { name: 'A whole' });
    await scrollTo(page, last);
    await table.getByRole('link', { name: 'Ask 10' }).waitFor({ state: 'detached' });
    await table.getByRole('link', { name: 'Not started 1: W-1, What was done' }).click();
    await page.waitForURL(/\/follow-ups\?/);
    await page.getByRole('status').getByText('1 follow-up', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Take out: Of 1 recommendation, with its parts' }).click();
    await page.getByRole('button', { name: /^Take out: What was done/ }).click();
    await page.getByRole('status').getByText('2 follow-ups').waitFor();
    expect(errors).toEqual([]);
  });

  it('is narrowed by words, source, addressee and phase, and ordered; the address has it all', async () => {
    const { page, errors } = await site.visit(await site.a.member());
    await open(page);
    await page.getByRole('searchbox', { name: 'Words in it' }).fill('Ask 1');
    await listed(page, 10);
    await page.getByRole('searchbox', { name: 'Words in it' }).fill('');
    await listed(page, MANY + 2);
    await page.getByRole('combobox', { name: 'Source' }).fill('letter of');
    await page.getByRole('option', { name: 'A letter of ours' }).click();
    await listed(page, 2);
    await page.getByLabel('Order').selectOption('By code, from the end');
    await page.getByRole('link', { name: 'A part' }).waitFor();
    const titles = page.getByRole('table', { name: 'Recommendations' }).getByRole('link', { name: /^A (whole|part)$/ });
    await page.waitForURL(/sort=-code/);
    await page.getByRole('status').getByText('2 recommendations').waitFor();
    await titles.first().filter({ hasText: 'A part' }).waitFor();
    expect(await titles.allTextContents()).toEqual(['A part', 'A whole']);
    await page.getByRole('combobox', { name: 'Addressee' }).click();
    await page.getByRole('option', { name: 'China' }).click();
    await listed(page, 1);
    await page.getByRole('combobox', { name: 'One of its follow-ups stands at' }).click();
    await page.getByRole('option', { name: 'Progressing' }).click();
    await page.getByText('No recommendation fits').waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    expect(errors).toEqual([]);

    const other = await site.visit(await site.a.member(), { language: 'en', width: 390 });
    await open(other.page, `?source=${letter}&sort=-code`);
    await listed(other.page, 2);
    await other.page.getByRole('button', { name: 'Narrow down (1 chosen)' }).click();
    // Its title is read once the drawer is open.
    await until(
      other.page,
      `[...document.querySelectorAll('input')].some(({ value }) => value === 'A letter of ours')`,
    );
    expect(await sound(other.page)).toEqual([[], 0]);
    expect(other.errors).toEqual([]);
  });

  it('takes a theme for those that were chosen, shows first what would change, and takes it back', async () => {
    const { page, errors } = await site.visit(await site.a.member());
    await open(page, '?q=Ask+2');
    await listed(page, 10);
    for (const n of [20, 21])
      await page.getByRole('checkbox', { name: `Choose M-${String(n)}, Ask ${String(n)}` }).check();
    const act = async (title: string): Promise<void> => {
      await page
        .getByRole('region', { name: 'What to do with what is chosen' })
        .getByRole('button', { name: 'Theme' })
        .click();
      const dialog = page.getByRole('dialog', { name: title });
      await dialog.getByRole('combobox', { name: 'Which theme?' }).click();
      await page.getByRole('option', { name: 'Labour' }).click();
      await dialog.getByRole('button', { name: 'Show what would change' }).click();
      await dialog.getByText(/Nothing has changed yet/).waitFor();
    };
    await act('Theme of 2 recommendations');
    expect(await bearing()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Change 2' }).click();
    await page.getByText('2 changed, 0 stayed as they are.').waitFor();
    expect(await bearing()).toEqual(['M-20', 'M-21']);
    expect(await sound(page)).toEqual([[], 0]);
    await page.getByRole('button', { name: 'Put 2 back' }).click();
    await page.getByText('2 put back, 0 could not be put back.').waitFor();
    expect(await bearing()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

    await page.getByRole('button', { name: 'Choose all 10 that were found' }).click();
    await act('Theme of 10 recommendations');
    await page.getByRole('dialog').getByRole('button', { name: 'Change 10' }).click();
    await page.getByText('10 changed, 0 stayed as they are.').waitFor();
    expect(await bearing()).toHaveLength(10);
    expect(errors).toEqual([]);
  });

  it('is a list of cards on a phone, in Korean, its filters behind a button', async () => {
    const { page, errors } = await site.visit(await site.a.member(), { language: 'ko', width: 390 });
    const table = page.getByRole('table', { name: '권고' });
    const count = page.getByRole('status');
    await page.goto(site.at('/recommendations?q=a+&sort=-code'));
    await table.getByRole('link', { name: 'A whole' }).waitFor();
    // The list begins on the first screen.
    expect((await table.getByRole('link').first().boundingBox())!.y).toBeLessThan(400);
    expect(await page.getByRole('combobox').count()).toBe(0);
    await page.getByRole('button', { name: '좁히기' }).click();
    const drawer = page.getByRole('dialog', { name: '좁히기' });
    await drawer.getByRole('combobox', { name: '출처' }).fill('letter');
    await page.getByRole('option', { name: 'A letter of ours' }).click();
    await drawer.getByRole('combobox', { name: '대상' }).click();
    await page.getByRole('option', { name: 'China' }).click();
    await drawer.getByRole('button', { name: '목록 보기 (1건)' }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await drawer.getByRole('button', { name: '목록 보기 (1건)' }).click();
    await page.getByRole('button', { name: '좁히기 (2개 선택)' }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await page.getByRole('button', { name: '모두 지우기' }).click();
    await count.getByText(`권고 ${String(MANY + 2)}건`).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
    expect([...new URL(page.url()).searchParams.keys()]).toEqual(['sort']);
    expect(errors).toEqual([]);
  });

  it.each(['evidence', 'engagements', 'audit'])(
    'leaves the first screen of a phone to the list, as %s does',
    async (list) => {
      const { page, errors } = await site.visit(await site.a.member(), { language: 'en', width: 390 });
      await page.goto(site.at(`/${list}`));
      await page.getByRole('button', { name: 'Narrow down' }).click();
      const drawer = page.getByRole('dialog', { name: 'Narrow down' });
      await drawer.getByRole('combobox').first().selectOption({ index: 1 });
      expect(await sound(page)).toEqual([[], 0]);
      await drawer.getByRole('button', { name: /^Show the list/ }).click();
      await page.getByRole('button', { name: 'Narrow down (1 chosen)' }).waitFor();
      await page.getByRole('button', { name: 'Clear all' }).click();
      await page.getByRole('button', { name: 'Narrow down', exact: true }).waitFor();
      expect(new URL(page.url()).search).toBe('');
      expect(errors).toEqual([]);
    },
  );

  it('is narrowed to what is due for review, and to what came to a phase between two days', async () => {
    await site.a.recommendation({ code: 'C-1', title: 'Asked for good', nature: 'continuing', review_months: 6 });
    await site.a.rows(`UPDATE recommendation SET created_at = '2020-01-31' WHERE code = 'C-1' AND workspace_id = $1`, [
      site.a.workspaceId,
    ]);
    const { page, errors } = await site.visit(await site.a.member(), { language: 'en', width: 390 });
    await open(page);
    await page.getByRole('button', { name: 'Narrow down' }).click();
    await page.getByRole('checkbox', { name: 'Only due for review' }).check();
    await page.getByRole('button', { name: 'Show the list (1)' }).click();
    await listed(page, 1);
    await page.getByRole('link', { name: 'Asked for good' }).waitFor();
    await page.waitForURL(/\?review=due$/);
    await page.getByRole('button', { name: 'Narrow down (1 chosen)' }).click();
    await page.getByRole('combobox', { name: 'Came to this phase' }).click();
    await page.getByRole('option', { name: 'Fulfilled' }).click();
    expect(await sound(page)).toEqual([[], 0]);
    await page.getByRole('button', { name: 'Show the list (0)' }).click();
    await page.getByText('No recommendation fits').waitFor();
    expect(errors).toEqual([]);
  });
});
