// What changed in a period: chosen as a meeting asks for it, read, followed to its place, and copied without what only some may read.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { PATIENCE } from '../support/browser.js';
import { type Look, Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
let editor: Member;
let recommendation: string;
beforeAll(async () => {
  site = await Site.open();
  editor = await site.a.member();
  const china = await site.a.addressee({ name: 'China', names: { ko: '중국' } });
  recommendation = await site.a.recommendation({ code: 'C-1', title: 'Let them visit' });
  const shared = await site.a.followUp({ addressee_id: china, recommendation_id: recommendation });
  const hidden = await site.a.followUp({
    addressee_id: china,
    recommendation_id: await site.a.recommendation({ title: 'A quiet ask', confidentiality: 'organization' }),
  });
  for (const { implementation } of [shared, hidden])
    await site.a.rows(
      `WITH moved AS (INSERT INTO transition (id, workspace_id, track_id, workflow_id, from_workflow_id, transition, from_state, to_state, position,
           occurred_on, occurred_last, person_id, organization_id)
         SELECT $2, workspace_id, id, workflow_id, workflow_id, 'open', state, 'under-way', 1, '2019-11-20', '2019-11-20', $3, $4 FROM track WHERE id = $1 RETURNING id)
       UPDATE track SET state = 'under-way', phase = 'progressing', stands_on = (SELECT id FROM moved) WHERE id = $1`,
      [implementation, uuid(), editor.actor.personId, editor.actor.organizationId],
    );
});
afterAll(() => site.close());

describe('what changed', () => {
  it('is read for the days that are chosen, leads to its place, and is copied for every table', async () => {
    const { page, errors } = await site.visit(editor);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(site.at(''));
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Changes' }).click();
    await page.getByText(/^Nothing changed in this period/).waitFor();
    await page.getByRole('button', { name: 'Say when the last meeting was' }).click();
    await page.getByLabel('When was the last meeting?').fill('2019-11-20');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Since the last meeting' }).click();
    await page.getByRole('heading', { level: 1, name: /20 November 2019/ }).waitFor();
    const moved = page.getByRole('region', { name: 'What moved' });
    await moved.getByText('What was done: from "Not assessed" to "Under way"').first().waitFor();
    expect(await moved.getByRole('article').count()).toBe(2);
    expect(await sound(page)).toEqual([[], 0]);

    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain('China | Let them visit | What was done: from "Not assessed" to "Under way"');
    expect(copied).not.toContain('A quiet ask');
    expect(copied).toContain('1 entry is left out');

    await moved.getByRole('link', { name: 'Let them visit' }).click();
    await page.getByRole('heading', { level: 1, name: 'Let them visit' }).waitFor();
    expect(page.url()).toContain(`/recommendations/${recommendation}`);

    // The last meeting is remembered, and is where the page begins.
    const read = page.waitForRequest(/\/changes\?/);
    await page.goto(site.at('/changes'));
    await page.getByRole('heading', { level: 1, name: /20 November 2019/ }).waitFor();
    expect((await read).url()).toContain('from=2019-11-20');
    expect(errors).toEqual([]);
  });

  it('shows nobody of another organization, nor counts, what they may not read; on a phone, in Korean, and on paper', async () => {
    const partner = await site.a.member({ roles: ['partner'], organizationId: await site.a.organization() });
    const phone: Look = { language: 'ko', width: 390 };
    const { page, errors } = await site.visit(partner, phone);
    await page.goto(site.at('/changes?from=2019-11-01&to=2019-11-30'));
    const moved = page.getByRole('region', { name: '진행 상황 변동' });
    await moved.getByRole('article').waitFor();
    expect(await moved.getByRole('article').count()).toBe(1);
    expect(await page.getByText('A quiet ask').count()).toBe(0);
    expect(await sound(page)).toEqual([[], 0]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '인쇄' }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
    expect(errors).toEqual([]);
  });
});
