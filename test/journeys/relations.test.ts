// Two asks that are opposed: related on the page of one, read from both sides with both texts, and taken back.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

describe('opposed asks', () => {
  it('are related by search, say what each asks from both sides, and are parted again', async () => {
    const editor = await site.a.member();
    const home = await site.a.recommendation({ code: 'R-1', title: 'Send them home', text: 'Repatriate all workers.' });
    const stay = await site.a.recommendation({
      code: 'R-2',
      title: 'Let them stay',
      text: 'Let workers stay lawfully.',
    });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at(`/recommendations/${stay}`));
    const section = page.getByRole('region', { name: 'Bound to other asks' });
    await section.getByRole('button', { name: 'Relate to another ask' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('repeats the other').check();
    await dialog.getByRole('combobox').fill('home');
    await page.getByRole('option', { name: /R-1/ }).click();
    await dialog.getByText('The other ask: R-1 Send them home').waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await section.getByText('This ask repeats').waitFor();
    await section.getByText('Repatriate all workers.').waitFor();
    await section.getByRole('button', { name: 'Take back' }).click();
    await dialog.getByRole('button', { name: 'Take back' }).click();
    await section.getByText('Repatriate all workers.').waitFor({ state: 'hidden' });

    await section.getByRole('button', { name: 'Relate to another ask' }).click();
    await dialog.getByLabel('asks the opposite of the other').check();
    await dialog.getByRole('combobox').fill('R-1');
    await page.getByRole('option', { name: /R-1/ }).click();
    await dialog.getByLabel('Why, or where it says so').fill('Both stay.');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await section.getByRole('link', { name: 'R-1 Send them home' }).click();
    await section.getByText('Let workers stay lawfully.').waitFor();
    await section.getByText('This ask asks the opposite of').waitFor();
    await section.getByText('Both stay.', { exact: true }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    expect(
      await site.a.rows('SELECT recommendation_id, other_id, kind, note FROM relation WHERE workspace_id = $1', [
        site.a.workspaceId,
      ]),
    ).toEqual([{ recommendation_id: stay, other_id: home, kind: 'conflicts-with', note: 'Both stay.' }]);
    expect(errors).toEqual([]);
  });

  it('say which repeats which, each from its own side', async () => {
    const [first, later] = [
      await site.a.recommendation({ code: 'R-3', title: 'Ask once' }),
      await site.a.recommendation({ code: 'R-4', title: 'Ask again' }),
    ];
    await site.a.insert('relation', {
      id: crypto.randomUUID(),
      workspace_id: site.a.workspaceId,
      recommendation_id: later,
      other_id: first,
      kind: 'repeats',
    });
    const { page } = await site.visit(await site.a.member({ roles: ['auditor'] }), { language: 'en', width: 390 });
    await page.goto(site.at(`/recommendations/${later}`));
    const related = page.getByRole('region', { name: 'Bound to other asks' }).getByRole('article');
    await related.getByText('This ask repeats', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Relate to another ask' }).count()).toBe(0);
    expect(await sound(page)).toEqual([[], 0]);
    await related.getByRole('link', { name: 'R-3 Ask once' }).click();
    await related.getByText('This ask is repeated by', { exact: true }).waitFor();
  });
});
