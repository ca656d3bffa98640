// The desk without a mouse, and the whole letter that the demonstration follows, from the paste to its record.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { documents } from '../../src/demonstration/documents.js';
import { PATIENCE } from '../support/browser.js';
import { faultsByAxe, Site } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const [letter] = documents;
const SHORT = `Letter on wells

Dear Minister,

The wells of the north have been dry for three years.

Recommendations on water

We urge Kenya to:

- repair the wells of the north and publish what each of them gives in a month;
- answer the letters of the villages;

Recommendations on roads

We urge Kenya to:

- mend the road to the north;
- open the bridge before the rains;
`;
interface Row extends Record<string, unknown> {
  text: string;
  state: string;
}
const proposals = (): Promise<Row[]> =>
  site.a.rows<Row>('SELECT * FROM intake_proposal WHERE workspace_id = $1 ORDER BY span_start, id', [
    site.a.workspaceId,
  ]);
const counts = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).waitFor();

async function paste(page: Page, words: string): Promise<void> {
  await page.goto(site.at('/intake'));
  await page.getByLabel('Paste the whole document').fill(words);
  await page.getByRole('button', { name: 'Read it' }).press('Enter');
  await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
  await page.getByRole('region', { name: 'What it asks' }).waitFor();
}

describe('the desk by keyboard alone', () => {
  it('splits at the cut, adds what was missed, chooses several, takes a section, decides anew, and lists its keys', async () => {
    const { page, errors } = await site.visit(await site.a.member({ name: 'Kim Editor' }));
    await paste(page, SHORT);
    await counts(page, '0 accepted, 4 left, 0 rejected');
    const keys = page.keyboard;

    await keys.press('s');
    const cut = page.getByRole('slider', { name: 'Where the second ask begins' });
    await cut.waitFor();
    await keys.press('Home');
    for (let n = 0; n < 6; n += 1) await keys.press('ArrowRight');
    await page
      .locator('mark')
      .filter({ hasText: /^publish what each/ })
      .waitFor();
    expect(await cut.getAttribute('aria-valuetext')).toBe('before: publish what each of them gives in a month;');
    expect(await faultsByAxe(page)).toEqual([]);
    await keys.press('Enter');
    await counts(page, '0 accepted, 5 left, 0 rejected');
    expect((await proposals()).map(({ text }) => text).slice(0, 2)).toEqual([
      'repair the wells of the north and',
      'publish what each of them gives in a month;',
    ]);

    await keys.press('n');
    const added = page.getByRole('dialog', { name: 'Add as an ask' });
    await added.getByRole('combobox', { name: 'Which sentence' }).waitFor();
    await keys.type('dry for three');
    await page.getByRole('option', { name: 'The wells of the north have been dry for three years.' }).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await keys.press('Enter');
    await added.getByRole('button', { name: 'Add as an ask' }).press('Enter');
    const form = page.getByRole('form', { name: 'Edit' });
    await form.waitFor();
    await counts(page, '0 accepted, 6 left, 0 rejected');
    expect((await proposals())[0]).toMatchObject({
      text: 'The wells of the north have been dry for three years.',
      why: null,
    });
    await form.getByRole('button', { name: 'Cancel' }).press('Enter');
    await form.waitFor({ state: 'hidden' });

    await keys.press('r');
    await counts(page, '0 accepted, 5 left, 1 rejected');
    await keys.press('k');
    await keys.press('o');
    await counts(page, '0 accepted, 6 left, 0 rejected');
    await keys.press('r');
    await counts(page, '0 accepted, 5 left, 1 rejected');

    await keys.press('t');
    await keys.press('j');
    await keys.press('t');
    await page.getByRole('group', { name: '2 chosen' }).waitFor();
    await keys.press('t');
    await page.getByRole('group', { name: '1 chosen' }).waitFor();
    await keys.press('Shift+A');
    await counts(page, '3 accepted, 2 left, 1 rejected');
    expect((await proposals()).map(({ state }) => state)).toEqual([
      'rejected',
      'accepted',
      'accepted',
      'accepted',
      'proposed',
      'proposed',
    ]);

    await keys.press('?');
    const list = page.getByRole('dialog', { name: 'Keys' }).getByRole('table', { name: 'While reading a document' });
    await list.getByRole('row', { name: /^Shift a Accept what is left of the section$/ }).waitFor();
    for (const key of ['a / r', 'x', 'o', 'e', 's', 'm', 'n', 't', 'u'])
      expect(await list.getByRole('rowheader', { name: key, exact: true }).count()).toBe(1);
    expect(await faultsByAxe(page)).toEqual([]);
    expect(errors).toEqual([]);
    await site.a.rows('DELETE FROM intake WHERE workspace_id = $1', [site.a.workspaceId]);
  });

  it('takes the letter of 22 asks from the paste to its record, each decided by a key, with one letter that delivers them', async () => {
    const editor = await site.a.member({ name: 'Choi Editor' });
    await site.a.addressee({ name: 'European Union', code: 'EU' });
    const { page, errors, acts } = await site.visit(editor);
    await page.goto(site.at('/intake'));
    await page.getByLabel('Paste the whole document').waitFor();
    acts();
    const began = Date.now();
    await page.getByLabel('Paste the whole document').fill(letter!.content);
    await page.getByRole('button', { name: 'Read it' }).click();
    const asks = letter!.asks.length;
    await counts(page, `0 accepted, ${String(asks)} left, 0 rejected`);
    for (let n = 1; n <= asks; n += 1) {
      await page.keyboard.press('a');
      await counts(page, `${String(n)} accepted, ${String(asks - n)} left, 0 rejected`);
    }
    await page.getByRole('link', { name: `Record ${String(asks)} accepted` }).click();
    await page.getByLabel('Year').first().fill('2010');
    await page.getByLabel('Codes begin with').fill('EU');
    await page.getByLabel('It was sent to all who are asked').check();
    const form = page.getByRole('form', { name: 'Record what was accepted' });
    const said = (await form.getByRole('listitem').allInnerTexts()).join('\n');
    const group = page.getByRole('group', { name: 'European Union member states' });
    expect(await group.getByLabel('Code').inputValue()).toBe('EUMS');
    expect(said).toMatch(/^22 recommendations$/m);
    expect(said).toMatch(/1 letter, sent 2010, to .*European Union/);
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('This document is in the record').waitFor();
    const seconds = (Date.now() - began) / 1000;
    process.stdout.write(`the letter of ${String(asks)} asks in ${String(acts())} acts and ${seconds.toFixed(1)} s\n`);

    const [made] = await site.a.rows(
      `SELECT (SELECT count(*)::integer FROM recommendation WHERE workspace_id = $1 AND code LIKE 'EU-%') AS asks,
        (SELECT count(*)::integer FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id WHERE f.workspace_id = $1 AND r.code LIKE 'EU-%') AS follow_ups,
        (SELECT count(*)::integer FROM engagement WHERE workspace_id = $1 AND kind = 'letter') AS letters,
        (SELECT count(DISTINCT e.recommendation_id)::integer FROM engagement_recommendation e WHERE e.workspace_id = $1) AS delivered,
        (SELECT state FROM intake WHERE workspace_id = $1 AND person_id = $2) AS state`,
      [site.a.workspaceId, editor.actor.personId],
    );
    const followUps = Number(/(\d+) follow-ups begin/.exec(said)?.[1]);
    expect(followUps).toBeGreaterThan(asks);
    expect(made).toEqual({ asks, follow_ups: followUps, letters: 1, delivered: asks, state: 'recorded' });
    expect(errors).toEqual([]);
  });

  it('begins at the title on a phone, where document and asks stand one below the other', async () => {
    const { page } = await site.visit(await site.a.member(), { language: 'en', width: 390 });
    await paste(page, SHORT);
    expect(await page.evaluate('scrollY')).toBe(0);
  });
});
