// Letters and meetings: recorded on the spot by a move that asks for one, shown where they belong, changed and deleted.

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

/** The address of one thing, not of a list that shows it already. */
const A_THING = /\/[0-9a-f-]{36}$/;

/** Chooses from a field that finds as one types. */
async function choose(page: Page, field: string, typed: string, found: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(typed);
  await page.getByRole('option', { name: found }).filter({ visible: true }).click();
}

const actsOn = (id: string): Promise<unknown> =>
  site.a.rows('SELECT action FROM audit_event WHERE object_id = $1 ORDER BY at', [id]);

/** What was ever attached to an engagement, and taken off again: nothing of it is overwritten. */
const attachedTo = (id: string): Promise<unknown> =>
  site.a.rows('SELECT evidence_id, shows FROM engagement_evidence WHERE engagement_id = $1 ORDER BY recorded_at, id', [
    id,
  ]);

describe('a letter', () => {
  it('is recorded on the spot by the move that asks for it, with all the asks of its source', async () => {
    const editor = await site.a.member({ roles: ['editor'] });
    const source = await site.a.source({ title: 'Letter to the ministers' });
    const [first, second] = [
      await site.a.recommendation({ source_id: source, code: 'L-1', title: 'Allow visits' }),
      await site.a.recommendation({ source_id: source, code: 'L-2', title: 'Allow letters' }),
    ];
    const addressee = await site.a.addressee({ code: 'EU', name: 'European Union' });
    const { response } = await site.a.followUp({ recommendation_id: first, addressee_id: addressee });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at(`/recommendations/${first}?side=response`));
    await page.getByRole('radio', { name: /^Record the delivery/ }).check();
    await page.getByRole('button', { name: 'Record a letter or meeting' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('European Union').first().waitFor();
    await choose(page, 'All recommendations of a source', 'ministers', /Letter to the ministers/);
    await dialog.getByRole('checkbox', { name: /L-2/ }).waitFor();
    await dialog.getByLabel('What was said or asked').fill('Both asks, in one letter.');
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('form').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved, with who, when and on what evidence.').waitFor();

    const [letter] = await site.a.rows<{ id: string; kind: string; summary: string; asks: string[]; whom: string[] }>(
      `SELECT e.id, e.kind, e.summary,
         ARRAY(SELECT recommendation_id FROM engagement_recommendation x WHERE x.engagement_id = e.id) AS asks,
         ARRAY(SELECT addressee_id FROM engagement_addressee x WHERE x.engagement_id = e.id) AS whom
       FROM engagement e WHERE e.workspace_id = $1`,
      [site.a.workspaceId],
    );
    expect({ ...letter, asks: letter?.asks.sort() }).toMatchObject({
      kind: 'letter',
      summary: 'Both asks, in one letter.',
      asks: [first, second].sort(),
      whom: [addressee],
    });
    expect(await actsOn(letter!.id)).toEqual([{ action: 'engagement.created' }]);
    expect(await site.a.rows('SELECT state FROM track WHERE id = $1', [response])).toEqual([{ state: 'delivered' }]);
    expect(errors).toEqual([]);

    await page.goto(site.at(`/sources/${source}`));
    await page.getByText('Both asks, in one letter.').waitFor();
  });

  it('is listed, changed, followed by a reminder, and deleted after saying what that does', async () => {
    const editor = await site.a.member({ roles: ['editor'] });
    const addressee = await site.a.addressee({ code: 'CN', name: 'China' });
    const ask = await site.a.recommendation({ code: 'C-1', title: 'Return nobody' });
    const api = (await site.visit(editor, { language: 'ko', width: 390 })).page;
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at('/engagements'));
    await page.getByRole('button', { name: 'Record a letter or meeting' }).click();
    await page.getByRole('dialog').getByLabel('Kind').selectOption('meeting');
    await choose(page, 'With or to whom', 'Chi', /China/);
    await choose(page, 'Or find one recommendation', 'Return', /C-1/);
    await page.getByLabel('What was said or asked').fill('We met in Geneva.');
    await page.getByRole('group', { name: 'A reply is awaited until' }).getByLabel('Year').fill('2019');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(A_THING);
    await page.getByRole('heading', { level: 1, name: /^Meeting/ }).waitFor();
    await page.getByText('No reply; it was awaited until').waitFor();
    const id = page.url().split('/').at(-1)!;
    expect(await sound(page)).toEqual([[], 0]);

    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('dialog').getByLabel('What came of it').fill('They promised an answer.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const stored = await site.a.rows(
      'SELECT kind, awaited_on, outcome, summary, version FROM engagement WHERE id = $1',
      [id],
    );
    expect(stored).toEqual([
      {
        kind: 'meeting',
        awaited_on: '2019',
        outcome: 'They promised an answer.',
        summary: 'We met in Geneva.',
        version: 2,
      },
    ]);

    await page.getByRole('button', { name: 'Record a reminder' }).click();
    await page.getByRole('dialog').getByLabel('What was said or asked').fill('We asked again.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Reminder/ }).waitFor();
    const reminder = page.url().split('/').at(-1)!;
    expect(
      await site.a.rows('SELECT recommendation_id FROM engagement_recommendation WHERE engagement_id = $1', [reminder]),
    ).toEqual([{ recommendation_id: ask }]);

    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('States that were recorded because of it stay as they are.', { exact: false }).waitFor();
    expect(await site.a.rows('SELECT FROM engagement WHERE id = $1', [reminder])).toHaveLength(1);
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
    await page.waitForURL(/\/engagements$/);
    expect(await site.a.rows('SELECT FROM engagement WHERE id = $1', [reminder])).toEqual([]);
    expect(await actsOn(reminder)).toEqual([{ action: 'engagement.created' }, { action: 'engagement.deleted' }]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Put back as it was.').waitFor();
    const [again] = await site.a.rows<{ id: string; kind: string }>(
      `SELECT e.id, e.kind, x.recommendation_id, y.addressee_id FROM engagement e JOIN engagement_recommendation x ON x.engagement_id = e.id
        JOIN engagement_addressee y ON y.engagement_id = e.id WHERE e.summary = 'We asked again.'`,
    );
    expect(again).toEqual({
      id: expect.any(String),
      kind: 'reminder',
      recommendation_id: ask,
      addressee_id: addressee,
    });
    expect(await actsOn(again!.id)).toEqual([{ action: 'engagement.created' }]);

    await page.goto(site.at(`/engagements?addressee=${addressee}`));
    await page.getByText('They promised an answer.').waitFor();
    await page.getByText('Found: 2').waitFor();
    expect(errors).toEqual([]);
    for (const path of ['/engagements', `/engagements/${id}`]) {
      await api.goto(site.at(path));
      await api.getByText('We met in Geneva.').waitFor();
      expect(await sound(api)).toEqual([[], 0]);
    }
  });
});

describe('what shows that a meeting took place, and who was there', () => {
  const LETTER = 'Invitation of the ministry';
  const MINUTES = 'Minutes for our own eyes';

  it('is entered by role, tied with what it shows, read by those who may, and taken off again', async () => {
    const editor = await site.a.member({ roles: ['editor'] });
    const other = await site.a.member({ roles: ['editor'], organizationId: await site.a.organization() });
    const addressee = await site.a.addressee({ code: 'MN', name: 'Mongolia' });
    const ask = await site.a.recommendation({ code: 'M-1', title: 'Shelter those who flee' });
    await site.a.followUp({ recommendation_id: ask, addressee_id: addressee });
    const letter = await site.a.evidence(editor, { title: LETTER, confidentiality: 'coalition' });
    const minutes = await site.a.evidence(editor, { title: MINUTES, confidentiality: 'organization' });
    const { page, errors } = await site.visit(editor);

    await page.goto(site.at('/engagements'));
    await page.getByRole('button', { name: 'Record a letter or meeting' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Kind').selectOption('meeting');
    await choose(page, 'With or to whom', 'Mong', /Mongolia/);
    await choose(page, 'Or find one recommendation', 'Shelter', /M-1/);
    await dialog.getByRole('button', { name: 'Add a participant' }).click();
    await dialog.getByRole('button', { name: 'Add a participant' }).click();
    await dialog.getByRole('button', { name: 'Add a participant' }).click();
    await dialog.getByLabel('Role of participant 1').fill('a state secretary');
    await dialog.getByLabel('Side of participant 2').selectOption('Those who acted');
    await dialog.getByLabel('Role of participant 2').fill('not there after all');
    await dialog.getByLabel('Side of participant 3').selectOption('Those who acted');
    await dialog.getByLabel('Role of participant 3').fill('two members of our secretariat');
    await dialog.getByRole('button', { name: 'Remove participant 2' }).click();
    await dialog.getByLabel('What was said or asked').fill('We met in the capital.');
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(A_THING);
    await page.getByText('Those it was with: a state secretary').waitFor();
    await page.getByText('Those who acted: two members of our secretariat').waitFor();
    const id = page.url().split('/').at(-1)!;
    expect(await site.a.rows('SELECT participants FROM engagement WHERE id = $1', [id])).toEqual([
      {
        participants: [
          { side: 'addressed', role: 'a state secretary' },
          { side: 'acting', role: 'two members of our secretariat' },
        ],
      },
    ]);

    await page.getByText('Nothing shows it yet', { exact: false }).waitFor();
    const attach = async (title: string, shows: string): Promise<void> => {
      await page.getByRole('button', { name: 'Attach evidence' }).click();
      await dialog.getByLabel('What it shows').selectOption(shows);
      expect(await sound(page)).toEqual([[], 0]);
      await choose(page, 'Find evidence that is here already', title.slice(0, 7), new RegExp(title));
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('article', { name: title }).getByText(shows).waitFor();
    };
    await attach(LETTER, 'That it took place');
    await attach(MINUTES, 'What was said');
    const both = [
      { evidence_id: letter, shows: 'took-place' },
      { evidence_id: minutes, shows: 'minutes' },
    ];
    expect(await attachedTo(id)).toEqual(both);
    expect(await sound(page)).toEqual([[], 0]);

    await page.goto(site.at(`/recommendations/${ask}`));
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('Evidence of it: That it took place').waitFor();
    await timeline.getByRole('link', { name: MINUTES }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);

    const theirs = await site.visit(other, { language: 'ko', width: 390 });
    await theirs.page.goto(site.at(`/engagements/${id}`));
    await theirs.page.getByRole('article', { name: LETTER }).getByText('활동이 있었다는 사실').waitFor();
    expect(await theirs.page.getByText(MINUTES).count()).toBe(0);
    expect(await sound(theirs.page)).toEqual([[], 0]);
    await theirs.page.goto(site.at(`/recommendations/${ask}`));
    await theirs.page.getByRole('link', { name: LETTER }).waitFor();
    expect(await theirs.page.getByText(MINUTES).count()).toBe(0);
    expect(await sound(theirs.page)).toEqual([[], 0]);

    await timeline.getByRole('link', { name: /to Mongolia/ }).click();
    await page.getByRole('button', { name: `Take off: ${LETTER}` }).click();
    await dialog.getByText('The piece itself stays', { exact: false }).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    expect(await attachedTo(id)).toEqual(both);
    await dialog.getByRole('button', { name: 'Take it off' }).click();
    await page.getByRole('article', { name: LETTER }).waitFor({ state: 'detached' });
    await page.getByRole('article', { name: MINUTES }).waitFor();
    expect(await attachedTo(id)).toEqual([...both, { evidence_id: letter, shows: null }]);
    expect(await site.a.rows('SELECT withdrawal FROM evidence WHERE id = $1', [letter])).toEqual([
      { withdrawal: 'none' },
    ]);
    expect(await actsOn(id)).toEqual([
      { action: 'engagement.created' },
      { action: 'engagement-evidence.attached' },
      { action: 'engagement-evidence.attached' },
      { action: 'engagement-evidence.detached' },
    ]);
    await page.goto(site.at(`/recommendations/${ask}`));
    await timeline.getByRole('link', { name: MINUTES }).waitFor();
    expect(await timeline.getByText(LETTER).count()).toBe(0);
    expect([...errors, ...theirs.errors]).toEqual([]);
  });
});
