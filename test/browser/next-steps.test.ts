// Next steps: planned on a recommendation, found by whoever is to do them, and settled where they stand.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { faultsByAxe, Site, tooWide } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const at = (path: string): string => `${site.address}/w/${site.a.slug}${path}`;
const sound = async (page: Page): Promise<unknown> => [await faultsByAxe(page), await tooWide(page)];

describe('a next step', () => {
  it('is planned by a partner, waits for them, and is done', async () => {
    const partner = await site.a.member({ roles: ['partner'] });
    const recommendation = await site.a.recommendation({ code: 'N-1', title: 'Let them visit' });
    const followUp = await site.a.followUp({ recommendation_id: recommendation });
    const { page, errors } = await site.visit(partner);
    await page.goto(at(`/recommendations/${recommendation}`));
    const section = page.getByRole('region', { name: 'Next steps' });
    await section.getByRole('button', { name: 'Add a next step' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Ask Geneva for a date.');
    await dialog.getByRole('group', { name: 'By when' }).getByLabel('Year').fill('2019');
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.goto(at('/for-me'));
    const mine = page.getByRole('region', { name: 'Your next steps' });
    await mine.getByText('Ask Geneva for a date.').waitFor();
    await mine.getByText(/past its day/).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await mine.getByRole('link', { name: 'Let them visit' }).click();

    await section.getByRole('button', { name: 'Show' }).click();
    await section.getByRole('button', { name: 'What became of it' }).click();
    await dialog.getByLabel('How it went, or why').fill('They gave us the 4th.');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await section.getByText(/They gave us the 4th\./).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    expect(
      await site.a.rows(
        `SELECT n.what, n.state, n.follow_up_id, n.owner_id, x.outcome, (SELECT text FROM words w WHERE w.hash = x.note_hash) AS note
         FROM next_step n JOIN next_step_outcome x ON x.next_step_id = n.id WHERE n.workspace_id = $1`,
        [site.a.workspaceId],
      ),
    ).toEqual([
      {
        what: 'Ask Geneva for a date.',
        state: 'done',
        follow_up_id: followUp.id,
        owner_id: partner.actor.membershipId,
        outcome: 'done',
        note: 'They gave us the 4th.',
      },
    ]);
    await page.goto(at('/for-me'));
    await page.getByText('Nothing waits for you').waitFor();
    expect(errors).toEqual([]);
  });
});
