// Next steps: planned on a recommendation, found by whoever is to do them, and settled where they stand.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

describe('a next step', () => {
  it('is planned by a partner, waits for them, and is done', async () => {
    const partner = await site.a.member({ roles: ['partner'] });
    const recommendation = await site.a.recommendation({ code: 'N-1', title: 'Let them visit' });
    const followUp = await site.a.followUp({ recommendation_id: recommendation });
    const { page, errors } = await site.visit(partner);
    await page.goto(site.at(`/recommendations/${recommendation}`));
    const section = page.getByRole('region', { name: 'Next steps' });
    await section.getByRole('button', { name: 'Add a next step' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Ask Geneva for a date.');
    await dialog.getByRole('group', { name: 'By when' }).getByLabel('Year').fill('2019');
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.goto(site.at('/for-me'));
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
    await page.goto(site.at('/for-me'));
    await page.getByText('Nothing waits for you').waitFor();
    expect(errors).toEqual([]);
  });
});

describe('a next step for many', () => {
  it('is given to follow-ups that were chosen, said to be done on all of them, and taken back', async () => {
    const partner = await site.a.member({ roles: ['partner'] });
    const geneva = await site.a.addressee({ name: 'Geneva' });
    const asks = [await site.a.recommendation({ code: 'M-1' }), await site.a.recommendation({ code: 'M-2' })];
    for (const ask of asks) await site.a.followUp({ recommendation_id: ask, addressee_id: geneva });
    const steps = (): Promise<unknown[]> =>
      site.a.rows(
        `SELECT n.state, n.owner_id FROM next_step n JOIN follow_up f ON f.id = n.follow_up_id
         WHERE f.addressee_id = $1 AND n.what = 'Send the reminder.' ORDER BY f.recommendation_code`,
        [geneva],
      );
    const stand = (state: string): unknown[] => [1, 2].map(() => ({ state, owner_id: partner.actor.membershipId }));
    const { page, errors } = await site.visit(partner);
    await page.goto(site.at(`/follow-ups?addressee=${geneva}&sort=code`));
    for (const code of ['M-1', 'M-2'])
      await page.getByRole('row').filter({ hasText: code }).getByRole('checkbox').check();
    const bar = page.getByRole('region', { name: 'What to do with what is chosen' });
    await bar.getByRole('button', { name: 'Next step', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Send the reminder.');
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByText('2 would change, 0 would stay as they are. Nothing has changed yet.').waitFor();
    await dialog.getByRole('button', { name: 'not planned → Send the reminder. (Open) (2)' }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    expect(await steps()).toEqual([]);
    await dialog.getByRole('button', { name: 'Change 2' }).click();
    await dialog.getByText('2 changed, 0 stayed as they are.').waitFor();
    expect(await steps()).toEqual(stand('open'));
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'hidden' });

    await bar.getByRole('button', { name: 'Next steps done' }).click();
    await dialog.getByLabel('Send the reminder. (on 2 follow-ups)').check();
    await dialog.getByLabel('How it went').fill('Sent by post.');
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByRole('button', { name: 'Change 2' }).click();
    await dialog.getByText('2 changed, 0 stayed as they are.').waitFor();
    expect(await steps()).toEqual(stand('done'));
    await dialog.getByRole('button', { name: 'Put 2 back' }).click();
    await dialog.getByText('2 put back, 0 could not be put back.').waitFor();
    expect(await steps()).toEqual(stand('open'));
    expect(errors).toEqual([]);
  });
});

describe('a next step for a letter', () => {
  it('is planned on the page of the letter, and leads back to it', async () => {
    const member = await site.a.member();
    const source = await site.a.source({ title: 'Letter to the Chairpersons' });
    const { page, errors } = await site.visit(member);
    await page.goto(site.at(`/sources/${source}`));
    const section = page.getByRole('region', { name: 'Next steps' });
    await section.getByRole('button', { name: 'Add a next step' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Ask who answers it.');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(
      await site.a.rows(`SELECT what, follow_up_id, owner_id FROM next_step WHERE source_id = $1`, [source]),
    ).toEqual([{ what: 'Ask who answers it.', follow_up_id: null, owner_id: member.actor.membershipId }]);
    await page.goto(site.at('/for-me'));
    const mine = page.getByRole('region', { name: 'Your next steps' });
    await mine.getByText('Ask who answers it.').waitFor();
    await mine.getByRole('link', { name: 'Letter to the Chairpersons' }).click();
    await section.getByRole('button', { name: 'Show' }).click();
    await section.getByText('Ask who answers it.').waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    expect(errors).toEqual([]);
  });
});
