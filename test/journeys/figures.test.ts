// Figures: entered with who says so, shown beside those they clash with, corrected without losing what stood there.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();

describe('figures', () => {
  it('are entered one beside the other, and a wrong one is corrected', async () => {
    const editor = await site.a.member({ roles: ['editor'] });
    const ask = await site.a.recommendation({ code: 'W-1', title: 'Send workers home' });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at('/figures'));
    await page.getByText('No figures yet').waitFor();
    await page.getByRole('button', { name: 'Add something that is measured' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What is measured' }).fill('Workers in China');
    await dialog.getByLabel('In what it is counted').fill('workers');
    await dialog.getByLabel('What is asked for').fill('0');
    await dialog.getByRole('combobox', { name: 'Or find one recommendation' }).fill('Send');
    await page.getByRole('option', { name: /W-1/ }).filter({ visible: true }).click();
    expect(await sound(page)).toEqual([[], 0]);
    await save(page);
    await page.getByRole('heading', { level: 1, name: 'Workers in China' }).waitFor();

    await page.getByRole('button', { name: 'Enter a figure' }).click();
    await dialog.getByLabel('Figure as a plain number').fill('8000');
    await dialog.getByRole('radio', { name: 'Estimate' }).check();
    await dialog.getByRole('textbox', { name: 'Who says so' }).fill('NKDB');
    expect(await sound(page)).toEqual([[], 0]);
    await save(page);
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Enter a figure' }).click();
    await dialog.getByRole('radio', { name: /^A range/ }).check();
    await dialog.getByLabel('At least').fill('100000');
    await dialog.getByRole('textbox', { name: 'Who says so' }).fill('Radio Free Asia');
    await save(page);
    await dialog.waitFor({ state: 'hidden' });
    const table = page.getByRole('table');
    await table.getByText('100,000 or more').waitFor();

    await table.getByRole('row', { name: /NKDB/ }).getByRole('button', { name: 'Correct' }).click();
    await dialog.getByLabel('Figure as a plain number').fill('80000');
    await save(page);
    await dialog.waitFor({ state: 'hidden' });
    await table.getByText('Corrects an earlier entry').waitFor();
    await table.getByText('about 8,000', { exact: true }).waitFor();
    await page.getByRole('figure').getByText('about 80,000', { exact: true }).waitFor();
    expect(await page.getByRole('figure').getByText('about 8,000', { exact: true }).count()).toBe(0);
    expect(await sound(page)).toEqual([[], 0]);

    const id = page.url().split('/').at(-1)!;
    expect(
      await site.a.rows(
        `SELECT o.value, o.low, o.estimate, (SELECT text FROM words w WHERE w.hash = o.said_by_hash) AS said_by,
           (SELECT value FROM observation x WHERE x.id = o.supersedes) AS instead_of
         FROM observation o WHERE o.indicator_id = $1 ORDER BY o.recorded_at`,
        [id],
      ),
    ).toEqual([
      { value: '8000', low: null, estimate: true, said_by: 'NKDB', instead_of: null },
      { value: null, low: '100000', estimate: false, said_by: 'Radio Free Asia', instead_of: null },
      { value: '80000', low: null, estimate: true, said_by: 'NKDB', instead_of: '8000' },
    ]);

    await page.goto(site.at(`/recommendations/${ask}`));
    const figures = page.getByRole('region', { name: 'Figures' });
    await figures.getByRole('button', { name: 'Show' }).click();
    await figures.getByText('about 80,000').waitFor();
    await figures.getByText('100,000 or more').waitFor();
    expect(errors).toEqual([]);
  });

  it('are read on a phone, in Korean, by who may not change them', async () => {
    const partner = await site.a.member({ roles: ['partner'] });
    const id = await site.a.indicator({ title: 'Doses', unit: 'doses', target: 60_000_000 });
    await site.a.insert('observation', {
      id: '0199aaaa-0000-7000-8000-000000000001',
      workspace_id: site.a.workspaceId,
      person_id: partner.actor.personId,
      organization_id: site.a.organizationId,
      indicator_id: id,
      period: '2022-02',
      period_first: '2022-02-01',
      period_last: '2022-02-28',
      value: 1_290_000,
      estimate: false,
      said_by_hash: await site.a.words('COVAX', 'coalition'),
    });
    const { page, errors } = await site.visit(partner, { language: 'ko', width: 390 });
    await page.goto(site.at(`/figures/${id}`));
    await page.getByRole('table').getByText('1,290,000').waitFor();
    expect(await page.getByRole('button', { name: '수치 입력' }).count()).toBe(0);
    await page.getByText('관리자와 편집자가 수정합니다.').waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await page.goto(site.at('/figures'));
    await page.getByRole('link', { name: 'Doses' }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    expect(errors).toEqual([]);
  });
});
