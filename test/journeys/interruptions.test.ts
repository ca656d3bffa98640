// What comes between in the middle of work: a session that ends, a line that breaks, another language, somebody else. What was typed stays.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Member } from '../factories/factories.js';
import { PATIENCE } from '../support/browser.js';
import { PASSWORD } from '../support/people.js';
import { faultsByAxe, Site, type Visitor } from '../support/site.js';

jest.setTimeout(PATIENCE);

const NOTE = 'What I wanted to say.';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

interface Work {
  member: Member;
  visitor: Visitor;
  page: Page;
  track: string;
}

/** Somebody who has typed a note for a move, and has not saved it. */
async function inTheMiddle(name: string): Promise<Work> {
  const member = await site.a.member({ name });
  const { recommendationId, implementation: track } = await site.a.followUp();
  await site.a.link(track, await site.a.evidence(member), member);
  const visitor = await site.visit(member);
  const { page } = visitor;
  await page.goto(site.at(`/recommendations/${recommendationId}`));
  await page.getByRole('radio', { name: /^Record that it has begun/ }).check();
  await page.getByRole('textbox', { name: 'Note' }).fill(NOTE);
  return { member, visitor, page, track };
}

const save = (page: Page): Promise<void> =>
  page.getByRole('form').getByRole('button', { name: 'Save', exact: true }).click();

/** What the record holds of the move, with its note. */
const moves = (track: string) =>
  site.a.rows<{ transition: string; text: string }>(
    `SELECT t.transition, w.text FROM transition t LEFT JOIN words w ON w.workspace_id = t.workspace_id AND w.hash = t.note_hash WHERE t.track_id = $1`,
    [track],
  );

describe('in the middle of work', () => {
  it('a session that ended is begun again over the page, and what was typed is saved', async () => {
    const { member, page, track } = await inTheMiddle('Ends Early');
    await site.a.rows('UPDATE session SET ended_at = now() WHERE account_id = $1', [member.actor.accountId]);
    await save(page);
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.locator('input[autocomplete=current-password]').fill(PASSWORD);
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await moves(track)).toEqual([]);
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe(NOTE);
    await save(page);
    await page.getByText('Saved, with who, when and on what evidence.').waitFor();
    expect(await moves(track)).toEqual([{ transition: 'start', text: NOTE }]);
    await page.context().close();
  });

  it('a line that breaks is told, and saving works when it is back', async () => {
    const { page, track } = await inTheMiddle('Offline Often');
    await page.context().setOffline(true);
    await page.getByRole('status').filter({ hasText: 'No connection' }).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await save(page);
    await page.getByRole('form').getByRole('alert').waitFor();
    expect(await moves(track)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('status').filter({ hasText: 'No connection' }).waitFor({ state: 'hidden' });
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe(NOTE);
    await save(page);
    await page.getByText('Saved, with who, when and on what evidence.').waitFor();
    expect(await moves(track)).toEqual([{ transition: 'start', text: NOTE }]);
    await page.context().close();
  });

  it('another language changes the words alone', async () => {
    const { page, visitor } = await inTheMiddle('Two Languages');
    const before = page.url();
    await page.getByText('KO', { exact: false }).first().click();
    await page.getByRole('textbox', { name: '메모' }).waitFor();
    expect(await page.getByRole('textbox', { name: '메모' }).inputValue()).toBe(NOTE);
    expect(page.url()).toBe(before);
    await page.locator('html[lang=ko]').waitFor();
    expect(visitor.errors).toEqual([]);
    await page.context().close();
  });

  it('what somebody else does shows by itself', async () => {
    const { page, track } = await inTheMiddle('Looks On');
    const [row] = await site.a.rows<{ recommendation_id: string }>(
      'SELECT recommendation_id FROM track WHERE id = $1',
      [track],
    );
    const other = await site.visit(await site.a.member({ name: 'Does It' }));
    await other.page.goto(site.at(`/recommendations/${row?.recommendation_id ?? ''}`));
    await other.page.getByRole('radio', { name: /^Record that it has begun/ }).check();
    await other.page.getByRole('textbox', { name: 'Note' }).fill('By another.');
    await save(other.page);
    await other.page.getByText('Saved, with who, when and on what evidence.').waitFor();
    const begun = performance.now();
    await page.locator('[data-phase=progressing]').first().waitFor();
    process.stdout.write(`shown to others after ${(performance.now() - begun).toFixed(0)} ms\n`);
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe(NOTE);
    for (const { context } of [{ context: page.context() }, { context: other.page.context() }]) await context.close();
  });
});
