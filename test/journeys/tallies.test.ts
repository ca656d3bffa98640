// A number that is counted and kept: asked for at the page, read with its basis, counted again.

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import papaparse from 'papaparse';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** The year that is over, as the page proposes it. */
const year = new Date().getFullYear() - 1;

describe('a kept number', () => {
  it('is counted at the overview, read with its basis, and counted again', async () => {
    const editor = await site.a.member({ name: 'Han Ji-won' });
    const china = await site.a.addressee({ name: 'China' });
    const ask = await site.a.recommendation({ code: 'W-1', title: 'Send workers home' });
    const { implementation } = await site.a.followUp({ recommendation_id: ask, addressee_id: china });
    await site.a.followUp({ addressee_id: china });
    await site.a.followUp();
    const [{ workflow_id } = {}] = await site.a.rows('SELECT workflow_id FROM track WHERE id = $1', [implementation]);
    const piece = await site.a.evidence(editor, { title: 'A report' });
    const transition_id = await site.a.insert('transition', {
      ...{ id: uuid(), workspace_id: site.a.workspaceId, track_id: implementation, position: 1, transition: 'verify' },
      ...{ workflow_id, from_workflow_id: workflow_id, from_state: 'not-assessed', to_state: 'implemented' },
      ...{ occurred_on: `${String(year)}-05`, occurred_last: `${String(year)}-05-31` },
      ...{ person_id: editor.actor.personId, organization_id: editor.actor.organizationId },
    });
    await site.a.insert('transition_evidence', {
      ...{
        workspace_id: site.a.workspaceId,
        transition_id,
        evidence_id: piece,
        evidence_version: 1,
        stance: 'supports',
      },
    });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at(''));
    await page.getByRole('button', { name: 'Count and keep a number' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What it is for' }).fill('Annual report');
    await dialog.getByRole('combobox', { name: 'Only of these addressees' }).fill('Chi');
    await page.getByRole('option', { name: 'China' }).click();
    // More could be chosen: the list closes when one goes on.
    await dialog.getByRole('textbox', { name: 'What it is for' }).click();
    await page.getByRole('option', { name: 'China' }).waitFor({ state: 'hidden' });
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Count and keep' }).click();

    await page.getByRole('heading', { level: 1, name: 'Annual report' }).waitFor();
    await page
      .getByText(
        `1 of 2 follow-ups (of China) came to "fulfilled" (what was done) from ${String(year)}-01-01 to ${String(year)}-12-31. ` +
          'Not counted: 1 of which nothing is known yet.',
      )
      .waitFor();
    const counted = page.getByRole('region', { name: 'What was counted, and how we know' });
    await counted.getByRole('link', { name: 'W-1 Send workers home' }).waitFor();
    await counted.getByText('recorded by Han Ji-won, First Organization').waitFor();
    await counted.getByRole('link', { name: 'A report' }).waitFor();
    await page.getByRole('button', { name: 'Count it again' }).click();
    await page.getByRole('status').getByText('Counted again just now: 1, the same').waitFor();
    expect(await sound(page)).toEqual([[], 0]);

    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Table (CSV)' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('Annual report.csv');
    const { data } = papaparse.parse<string[]>((await readFile(await download.path(), 'utf8')).slice(1));
    expect(data.find(([name]) => name === 'Number')?.[1]).toBe('1');
    expect(data.filter((row) => row.includes('Send workers home'))).toHaveLength(1);

    const id = page.url().split('/').at(-1)!;
    expect(
      await site.a.rows(
        `SELECT t.number, t.total, t.addressee_ids, t.first_day::text, t.last_day::text, i.transition_ids FROM tally t JOIN tally_item i ON i.tally_id = t.id WHERE t.id = $1`,
        [id],
      ),
    ).toEqual([
      {
        ...{ number: 1, total: 2, addressee_ids: [china] },
        ...{ first_day: `${String(year)}-01-01`, last_day: `${String(year)}-12-31`, transition_ids: [transition_id] },
      },
    ]);
    expect(errors).toEqual([]);
  });

  it('is read on a phone, in Korean, by an auditor, who keeps none', async () => {
    const auditor = await site.a.member({ roles: ['auditor'] });
    const keeper = await site.a.member();
    const id = await site.a.tally(keeper, { title: 'A number', sentences: { en: 'None.', ko: '0건입니다.' } });
    const { page, errors } = await site.visit(auditor, { language: 'ko', width: 390 });
    await page.goto(site.at('/tallies'));
    await page.getByRole('link', { name: 'A number' }).click();
    await page.getByRole('heading', { level: 1, name: 'A number' }).waitFor();
    await page.getByText('0건입니다.').first().waitFor();
    await page.getByText('센 것이 없습니다. 수는 0입니다.').waitFor();
    expect(await page.getByRole('button', { name: '세어서 보관' }).count()).toBe(0);
    expect(await sound(page)).toEqual([[], 0]);
    await page.goto(site.at('/tallies'));
    await page.getByRole('link', { name: 'A number' }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    expect(errors).toEqual([]);
    expect(await site.a.rows('SELECT id FROM tally WHERE id = $1', [id])).toHaveLength(1);
  });
});
