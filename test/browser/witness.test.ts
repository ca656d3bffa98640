// A witness statement given to two named people: what a third one sees of it, and what becomes of it when the source is in danger.

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { PATIENCE } from '../support/browser.js';
import { Site, sound, type Visitor } from '../support/site.js';

jest.setTimeout(PATIENCE);

const CANARY = 'kanarienvogel';
const TITLE = `What the ${CANARY} witness saw`;
let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** Everything that the API says to a member who may not know the piece. */
async function allThatTheyRead({ token }: Member, id: string): Promise<string[]> {
  const read = async (path: string) => {
    const answer = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.text();
  };
  const lists = [
    '/evidence?limit=200&count=true',
    `/evidence?q=${CANARY}`,
    `/search?q=${CANARY}`,
    '/for-me',
    '/changes?from=2000-01-01&to=2099-01-01',
  ];
  const more = [
    '/reader-requests?count=true',
    '/audit/events?limit=200',
    '/data-quality',
    `/evidence/${id}`,
    `/evidence/${id}/readers`,
    `/evidence/${id}/custody`,
  ];
  return Promise.all([...lists, ...more].map(read));
}

async function bring({ page }: Visitor): Promise<string> {
  await page.goto(site.at('/evidence'));
  await page.getByRole('button', { name: 'Add evidence' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('A link, a file, or what somebody told you').fill(`The ${CANARY} guard took the list away.`);
  await dialog.getByLabel(/in one sentence/).fill(TITLE);
  await dialog.getByRole('button', { name: 'More details' }).click();
  await dialog.getByRole('radio', { name: /Only the persons named on it/ }).check();
  await dialog.getByText('1 person will be able to open this: you.').waitFor();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  return page.url().split('/').at(-1)!;
}

/** Asks that somebody be named; the page says before who will be able to open it. */
async function ask({ page }: Visitor, name: string, said: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Let somebody else open it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Let somebody else open it' });
  for (const [field, person] of [
    ['Who needs to open it?', name],
    ['Which administrator confirms?', 'Ada Administrator'],
  ] as const) {
    await dialog.getByRole('combobox', { name: field }).fill(person);
    await page.getByRole('option', { name: new RegExp(person) }).click();
  }
  await dialog.getByLabel('Why do they need to?').fill('Has to weigh it.');
  await dialog.getByLabel('Until which day?').fill('2099-12-31');
  await dialog.getByText(said).waitFor();
  expect(await sound(page)).toEqual([[], 0]);
  await dialog.getByRole('button', { name: 'Ask for confirmation' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

it('is opened by two named people and by nobody else, and withdrawn in one act', async () => {
  const organizationId = await site.a.organization('Europe for Korea');
  const holder = await site.a.member({ roles: ['partner'], organizationId, name: 'Hana Holder' });
  const readers = [
    await site.a.member({ roles: ['verifier'], organizationId, name: 'Vera Verifier' }),
    await site.a.member({ roles: ['editor'], organizationId, name: 'Edda Editor' }),
  ];
  const confirmer = await site.a.member({ roles: ['administrator'], organizationId, name: 'Ada Administrator' });
  const third = await site.a.member({ roles: ['administrator'], organizationId, name: 'Theo Third' });
  const [visitor, administrator] = [
    await site.visit(holder),
    await site.visit(confirmer, { language: 'en', width: 390 }),
  ];
  const id = await bring(visitor);
  await ask(visitor, 'Vera Verifier', /2 people will be able to open this: Hana Holder and Vera Verifier \(until/);
  await visitor.page.getByText('Vera Verifier may not open it yet').waitFor();
  await ask(visitor, 'Edda Editor', /2 people will be able to open this: Hana Holder and Edda Editor/);

  await administrator.page.goto(site.at('/for-me'));
  await administrator.page.getByRole('link', { name: 'May Vera Verifier open a restricted piece?' }).click();
  await administrator.page.getByRole('heading', { name: /Hana Holder asks that Vera Verifier/ }).waitFor();
  expect(await sound(administrator.page)).toEqual([[], 0]);
  expect(await administrator.page.getByText(CANARY).count()).toBe(0);
  for (const name of ['Vera Verifier', 'Edda Editor']) {
    const request = administrator.page.getByRole('article').filter({ hasText: `asks that ${name}` });
    await request.getByRole('button', { name: 'Confirm', exact: true }).click();
    await request.getByText('confirmed by Ada Administrator').waitFor();
  }
  await visitor.page.reload();
  await visitor.page.getByText('3 people may open this.').waitFor();
  expect(await sound(visitor.page)).toEqual([[], 0]);

  const second = await site.visit(readers[0]!);
  await second.page.goto(site.at(`/evidence/${id}`));
  await second.page.getByText('guard took the list away').waitFor();
  for (const stranger of [third, confirmer])
    for (const said of await allThatTheyRead(stranger, id))
      expect([said.toLowerCase().includes(CANARY), said.includes(id)]).toEqual([false, false]);
  const outsider = await site.visit(third);
  await outsider.page.goto(site.at(`/evidence/${id}`));
  await outsider.page.getByRole('heading', { name: 'This page is not there' }).waitFor();
  await outsider.page.goto(site.at('/evidence'));
  await outsider.page.getByText('There is no evidence yet').waitFor();

  await second.page.getByRole('button', { name: 'Source in danger: hide it' }).click();
  await second.page.getByRole('dialog').getByRole('textbox').fill('The source was named.');
  await second.page.getByRole('dialog').getByRole('button', { name: 'Take it out of sight now' }).click();
  await second.page.getByText('Opened before; they may hold a copy:').waitFor();
  expect(await second.page.getByText(CANARY).count()).toBe(0);
  const acts = await site.a.rows<{ act: string; person_id: string }>(
    'SELECT act, person_id FROM custody_record WHERE evidence_id = $1 AND act <> $2 ORDER BY at',
    [id, 'opened'],
  );
  expect(acts.map(({ act, person_id }) => [act, person_id])).toEqual([
    ['captured', holder.actor.personId],
    ['reader-named', confirmer.actor.personId],
    ['reader-named', confirmer.actor.personId],
    ['withdrawn', readers[0]!.actor.personId],
  ]);
  const events = await site.a.rows<{ action: string; confidentiality: string }>(
    `SELECT action, confidentiality FROM audit_event WHERE action LIKE 'reader-request.%' OR action = 'evidence.withdrawn' ORDER BY at`,
  );
  expect(events.map(({ action }) => action)).toEqual([
    ...['reader-request.created', 'reader-request.created', 'reader-request.confirmed', 'reader-request.confirmed'],
    'evidence.withdrawn',
  ]);
  expect(new Set(events.map(({ confidentiality }) => confidentiality))).toEqual(new Set(['restricted']));
});
