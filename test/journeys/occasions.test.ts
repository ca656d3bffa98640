// What is asked again and again, and what is asked for good: recorded, corrected, confirmed, and due again.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const stored = (recommendation: string) =>
  site.a.rows(
    `SELECT occurred_on, outcome, (SELECT text FROM words w WHERE w.hash = x.said_by_hash) AS said_by, supersedes IS NOT NULL AS corrects
     FROM occasion x WHERE recommendation_id = $1 ORDER BY recorded_at`,
    [recommendation],
  );

describe('a recurring ask', () => {
  it('has its occasions, one of which is corrected', async () => {
    const recommendation = await site.a.recommendation({ title: 'Report every year', nature: 'recurring' });
    const { page, errors } = await site.visit(await site.a.member());
    await page.goto(site.at(`/recommendations/${recommendation}`));
    const section = page.getByRole('region', { name: 'Occasions' });
    await section.getByText('No occasion is recorded yet.').waitFor();
    await section.getByRole('button', { name: 'Add an occasion' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Year').fill('2019');
    await dialog.getByLabel('Month').selectOption('');
    await dialog.getByLabel('Who says so').fill('The secretariat');
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await section.getByRole('article', { name: '2019: Done' }).waitFor();
    await section.getByRole('button', { name: 'Correct: 2019: Done' }).click();
    await dialog.getByLabel('Not done').check();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await section.getByRole('article', { name: '2019: Not done' }).waitFor();
    await section.getByRole('article', { name: '2019: Done' }).waitFor({ state: 'hidden' });
    expect(await sound(page)).toEqual([[], 0]);
    expect(await stored(recommendation)).toEqual([
      { occurred_on: '2019', outcome: 'done', said_by: 'The secretariat', corrects: false },
      { occurred_on: '2019', outcome: 'not-done', said_by: 'The secretariat', corrects: true },
    ]);
    expect(errors).toEqual([]);
  });
});

describe('a continuing ask', () => {
  it('waits to be looked at again, is confirmed from there, and waits no longer', async () => {
    const recommendation = await site.a.recommendation({
      title: 'Never send them back',
      nature: 'continuing',
      review_months: 6,
      created_at: '2020-01-01T00:00:00Z',
    });
    const { page, errors } = await site.visit(await site.a.member(), { language: 'en', width: 390 });
    await page.goto(site.at('/for-me'));
    const waiting = page.getByRole('region', { name: 'To be confirmed again' });
    await waiting.getByText('Review due').waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await waiting.getByRole('link', { name: 'Never send them back' }).click();
    const section = page.getByRole('region', { name: 'Asked for good' });
    await section.getByText('Nobody has confirmed it yet.').waitFor();
    await section.getByText('It was to be looked at again by:').waitFor();
    await section.getByRole('button', { name: 'Confirm that it still holds' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save', exact: true }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await section.getByText('To be looked at again by:', { exact: false }).waitFor();
    await section.getByText('Last confirmed:').waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    expect(await stored(recommendation)).toMatchObject([{ outcome: 'confirmed', said_by: null, corrects: false }]);
    await page.goto(site.at('/for-me'));
    await page.getByText('Nothing waits for you').waitFor();
    expect(errors).toEqual([]);
  });
});
