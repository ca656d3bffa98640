// Two organizations find different things; one objects to what the other claimed, and is answered before anything is verified.

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Member } from '../factories/factories.js';
import { PATIENCE } from '../support/browser.js';
import { faultsByAxe, Site, tooWide } from '../support/site.js';

jest.setTimeout(PATIENCE * 3);

let site: Site;
let editor: Member, partner: Member, verifier: Member;
let followUp: { id: string; recommendationId: string; implementation: string };

beforeAll(async () => {
  site = await Site.open();
  editor = await site.a.member({ name: 'Kim Editor' });
  const other = await site.a.organization('Europe for Korea');
  partner = await site.a.member({ roles: ['partner'], organizationId: other });
  verifier = await site.a.member({ roles: ['verifier'], organizationId: await site.a.organization('Pacific Watch') });
  followUp = await site.a.followUp();
  const evidenceIds = [await site.a.evidence(editor, { title: 'A report' }), await site.a.evidence(editor)];
  const answer = await fetch(
    `${site.address}/api/v1/workspaces/${site.a.slug}/tracks/${followUp.implementation}/transitions`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${editor.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ transition: 'claim', occurredOn: '2020-05', evidenceIds }),
    },
  );
  expect(answer.status).toBe(201);
});
afterAll(() => site.close());

const address = () => site.at(`/recommendations/${followUp.recommendationId}`);
const section = (page: Page) => page.getByRole('region', { name: 'Assessments side by side' });

async function come(page: Page): Promise<void> {
  await page.goto(address());
  await page.getByRole('heading', { level: 1 }).waitFor();
  // What lies further down is read when one comes near it.
  await page.getByRole('heading', { name: /^Evidence \(for/ }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 3000);
  await section(page).getByRole('article', { name: 'Where it stands here' }).waitFor();
}

async function find(page: Page, phase: string, reasons: string): Promise<void> {
  await section(page).getByRole('button', { name: 'Record what we find' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What do you find? (What was done)').selectOption(phase);
  await dialog.getByRole('radio', { name: 'Very sure', exact: true }).check();
  await dialog.getByLabel('Why').fill(reasons);
  await dialog.getByLabel('A report').check();
  expect(await faultsByAxe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

it('organizations find different things, side by side, and the follow-up is contested', async () => {
  const one = await site.visit(editor);
  await come(one.page);
  await find(one.page, 'progressing', 'Some have returned.');
  await section(one.page)
    .getByRole('article', { name: 'First Organization' })
    .getByText('Some have returned.')
    .waitFor();
  const two = await site.visit(partner);
  await come(two.page);
  await find(two.page, 'not-done', 'Most have not.');
  await two.page.getByText('2 organizations do not agree').first().waitFor();
  expect(
    await site.a.rows(
      `SELECT o.name, a.phase, a.confidence, (SELECT count(*)::integer FROM assessment_evidence e WHERE e.assessment_id = a.id) AS pieces
       FROM assessment a JOIN organization o ON o.id = a.organization_id ORDER BY a.recorded_at`,
    ),
  ).toEqual([
    { name: 'First Organization', phase: 'progressing', confidence: 'high', pieces: 1 },
    { name: 'Europe for Korea', phase: 'not-done', confidence: 'high', pieces: 1 },
  ]);
  expect(await site.a.rows('SELECT implementation_contested AS is FROM follow_up')).toEqual([{ is: true }]);
  expect(await faultsByAxe(two.page)).toEqual([]);
  expect([one.errors, two.errors]).toEqual([[], []]);
});

it('an objection holds up the review until somebody answers it', async () => {
  const objector = await site.visit(partner);
  await come(objector.page);
  await section(objector.page).getByRole('button', { name: 'Take a position: where it stands here' }).click();
  const dialog = objector.page.getByRole('dialog');
  await dialog.getByLabel('objects to it').check();
  await dialog.getByLabel('Why').fill('Nobody counted them.');
  await dialog.getByRole('button', { name: 'Save the position' }).click();
  await section(objector.page).getByText('Europe for Korea objects. Not answered yet').waitFor();

  const reviewer = await site.visit(verifier);
  await reviewer.page.goto(site.at('/review'));
  await reviewer.page.getByText('An objection holds up the check').waitFor();
  await reviewer.page.getByText('Nobody counted them.').waitFor();
  await reviewer.page.getByText('Europe for Korea objects: answer it first.').waitFor();
  expect(await reviewer.page.getByRole('button', { name: 'Verify that it is done' }).count()).toBe(0);
  expect(await faultsByAxe(reviewer.page)).toEqual([]);

  const answerer = await site.visit(editor);
  await come(answerer.page);
  await section(answerer.page).getByRole('button', { name: 'Answer the objection' }).click();
  await answerer.page.getByRole('dialog').getByLabel('Your answer').fill('The Committee did.');
  await answerer.page.getByRole('button', { name: 'Save the answer' }).click();
  await section(answerer.page).getByText('The Committee did.').waitFor();
  expect(
    await site.a.rows(
      'SELECT w.act, p.kind FROM objection_answer w JOIN track_position p ON p.id = w.position_id WHERE p.track_id = $1',
      [followUp.implementation],
    ),
  ).toEqual([{ act: 'answered', kind: 'objection' }]);
  await reviewer.page.reload();
  await reviewer.page.getByRole('button', { name: 'Verify that it is done' }).click();
  await reviewer.page.getByText('That was all of them').waitFor();
  expect(await site.a.rows('SELECT state FROM track WHERE id = $1', [followUp.implementation])).toEqual([
    { state: 'implemented' },
  ]);
  expect([objector.errors, reviewer.errors, answerer.errors]).toEqual([[], [], []]);
});

it('reads in Korean on a phone, and nothing hangs over its edge', async () => {
  const { page, errors } = await site.visit(partner, { language: 'ko', width: 390 });
  await page.goto(address());
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('heading', { name: /^증거/ }).first().scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 3000);
  await page.getByRole('region', { name: '단체별 평가 비교' }).getByText('Most have not.').waitFor();
  expect(await tooWide(page)).toBe(0);
  expect(await faultsByAxe(page)).toEqual([]);
  expect(errors).toEqual([]);
});
