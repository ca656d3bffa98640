// What is wrong with the record: found in the menu, opened, said to be fine, looked at again, and mended.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

describe('data quality', () => {
  it('names what is wrong, takes "this is fine" with a reason and back, and leads to where it is mended', async () => {
    const editor = await site.a.member();
    const source = await site.a.source({ title: 'A letter on paper', url: null });
    await site.a.recommendation({ source_id: source });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at('/for-me'));
    await page.getByRole('navigation').getByRole('link', { name: 'Data quality' }).first().click();
    await page.getByRole('button', { name: /Source without link or document/ }).click();
    const item = page.getByRole('article', { name: 'A letter on paper' });
    await item.waitFor();
    expect(await sound(page)).toEqual([[], 0]);

    await item.getByRole('button', { name: 'This is fine' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Why it is fine' }).fill('There is only paper.');
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'This is fine' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await item.waitFor({ state: 'hidden' });
    await page.getByText('Said to be fine', { exact: true }).click();
    await item.getByText(/There is only paper\./).waitFor();
    await item.getByRole('button', { name: 'Look at it again' }).click();
    await item.waitFor({ state: 'hidden' });
    await page.getByText('To mend', { exact: true }).click();
    await item.getByRole('link', { name: 'A letter on paper' }).click();
    await page.getByRole('heading', { level: 1, name: 'A letter on paper' }).waitFor();
    expect(
      await site.a.rows('SELECT act, subject_id FROM dismissal WHERE workspace_id = $1 ORDER BY recorded_at', [
        site.a.workspaceId,
      ]),
    ).toEqual([
      { act: 'dismissed', subject_id: source },
      { act: 'taken-back', subject_id: source },
    ]);
    expect(errors).toEqual([]);
  });
});
