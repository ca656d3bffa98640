// The page of follow-ups as people who live in spreadsheets use it: narrowed, kept, changed by many, in the row, and by pasting.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Member } from '../factories/factories.js';
import { PATIENCE } from '../support/browser.js';
import { type Look, Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

type FollowUp = Awaited<ReturnType<Site['a']['followUp']>>;

let site: Site;
let geneva: string;
let followUps: FollowUp[];
let codes: string[];
beforeAll(async () => {
  site = await Site.open();
  geneva = await site.a.addressee({ name: 'Geneva' });
  const seoul = await site.a.addressee({ name: 'Seoul' });
  codes = ['A-1', 'A-2', 'A-3', 'A-4'];
  const asks = await Promise.all(codes.map((code) => site.a.recommendation({ code })));
  followUps = [
    await site.a.followUp({ recommendation_id: asks[0], addressee_id: geneva }),
    await site.a.followUp({ recommendation_id: asks[1], addressee_id: geneva }),
    await site.a.followUp({ recommendation_id: asks[2], addressee_id: geneva }),
    await site.a.followUp({ recommendation_id: asks[3], addressee_id: seoul }),
  ];
  const maker = await site.a.member();
  const piece = await site.a.evidence(maker, { title: 'A report that they began' });
  const moved = await fetch(
    `${site.address}/api/v1/workspaces/${site.a.slug}/tracks/${followUps[1]!.implementation}/transitions`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${maker.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ transition: 'start', occurredOn: '2020-01', note: 'It began.', evidenceIds: [piece] }),
    },
  );
  expect(moved.status).toBe(201);
});
afterAll(() => site.close());

const rowOf = async (id: string): Promise<Record<string, unknown>> =>
  (await site.a.rows('SELECT owner_id FROM follow_up WHERE id = $1', [id]))[0]!;
const ownerOf = async (n: number): Promise<unknown> => (await rowOf(followUps[n]!.id))['owner_id'];
const stateOf = async (n: number): Promise<unknown> =>
  (await site.a.rows('SELECT state FROM track WHERE id = $1', [followUps[n]!.implementation]))[0]!['state'];
const viewsOf = async ({ actor }: Member): Promise<unknown[]> =>
  site.a.rows('SELECT name, address FROM saved_view WHERE person_id = $1 ORDER BY name', [actor.personId]);

const WIDE: Look = { language: 'en', width: 1280 };

async function open(member: Member, look = WIDE, search = '') {
  const visitor = await site.visit(member, look);
  await visitor.page.goto(site.at(`/follow-ups${search}`));
  await visitor.page.getByRole('table').waitFor();
  return visitor;
}
const rows = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
/** Until the list has so many rows. */
async function listed(page: Page, n: number): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: `${String(n)} follow-up` })
    .first()
    .waitFor();
  await rows(page).nth(n).waitFor({ state: 'detached' });
}
const isSound = async (page: Page): Promise<void> => {
  expect(await sound(page)).toEqual([[], 0]);
};

/** Chooses the one piece of evidence that there is. */
async function cite(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('combobox', { name: 'Find evidence that is here already' }).click();
  await page.getByRole('option', { name: 'A report that they began' }).click();
  await dialog.getByRole('button', { name: 'Take out: A report that they began' }).waitFor();
}

describe('a view', () => {
  it('is narrowed to what came to a phase between two days; the address has it', async () => {
    const { page, errors } = await open(await site.a.member());
    await listed(page, 4);
    await page.getByRole('combobox', { name: 'Came to this phase' }).click();
    await page.getByRole('option', { name: 'Progressing' }).click();
    await page.getByText('No follow-up fits').waitFor();
    await page.getByLabel('Between', { exact: true }).fill('2020-01-01');
    await listed(page, 1);
    await rows(page).filter({ hasText: 'A-2' }).waitFor();
    await page.waitForURL(/entered=progressing&from=2020-01-01&to=\d{4}-\d\d-\d\d$/);
    await isSound(page);
    await page.getByLabel('And', { exact: true }).fill('2020-01-31');
    await page
      .getByRole('button', {
        name: 'Take out: Came to "Progressing" between 1 January 2020 and 31 January 2020',
      })
      .waitFor();
    await listed(page, 1);
    await page.getByLabel('And', { exact: true }).fill('2020-01-30');
    await page.getByText('No follow-up fits').waitFor();
    await page.getByRole('button', { name: /^Take out: Came to "Progressing"/ }).click();
    await listed(page, 4);
    expect(new URL(page.url()).search).toBe('');
    expect(errors).toEqual([]);
  });

  it('is narrowed by facets, kept under a name, opened by its tab and by its address, deleted and put back', async () => {
    const member = await site.a.member();
    const { page, errors } = await open(member);
    await listed(page, 4);
    await page
      .getByRole('group', { name: 'Addressee' })
      .getByRole('checkbox', { name: /Geneva\s*3/ })
      .check();
    await listed(page, 3);
    await page
      .getByRole('group', { name: 'What was done' })
      .getByRole('checkbox', { name: /Not known\s*2/ })
      .check();
    await listed(page, 2);
    await page.getByRole('columnheader', { name: 'Recommendation' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Themes' }).check();
    await isSound(page);
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Themes' }).waitFor();

    await page.getByRole('button', { name: 'Keep this view' }).click();
    await page.getByLabel('What do you call it?').fill('Quiet in Geneva');
    await isSound(page);
    await page.getByLabel('What do you call it?').press('Enter');
    const tab = page.getByRole('navigation', { name: 'Kept views' }).getByRole('link', { name: 'Quiet in Geneva' });
    await tab.waitFor();
    const address = `/follow-ups?addressee=${geneva}&implementationPhase=unknown&sort=code&columns=recommendation%2Caddressee%2Cresponse%2Cimplementation%2Cdue%2Cowner%2Cthemes`;
    expect(await viewsOf(member)).toEqual([{ name: 'Quiet in Geneva', address }]);

    await page.getByRole('button', { name: 'Take out: What was done: Not known' }).click();
    await listed(page, 3);
    await page.getByRole('link', { name: 'All follow-ups' }).click();
    await listed(page, 4);
    await tab.click();
    await listed(page, 2);
    expect(await tab.getAttribute('aria-current')).toBe('page');

    // The link alone is the view, for others too.
    const other = await open(await site.a.member({ roles: ['auditor'] }), WIDE, address.replace('/follow-ups', ''));
    await listed(other.page, 2);
    await other.page.getByRole('columnheader', { name: 'Themes' }).waitFor();
    expect(await other.page.getByRole('navigation', { name: 'Kept views' }).count()).toBe(0);
    expect(await other.page.getByRole('checkbox', { name: /^Choose/ }).count()).toBe(0);

    await page.getByRole('button', { name: 'Change kept views' }).click();
    await page.getByRole('button', { name: 'Delete "Quiet in Geneva"' }).waitFor();
    await isSound(page);
    await page.getByRole('button', { name: 'Delete "Quiet in Geneva"' }).click();
    await page.getByText('Deleted: Quiet in Geneva').waitFor();
    expect(await viewsOf(member)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Put back as it was.').waitFor();
    expect(await viewsOf(member)).toEqual([{ name: 'Quiet in Geneva', address }]);
    expect([...errors, ...other.errors]).toEqual([]);
  });

  it('is narrowed in a drawer on a phone, in Korean', async () => {
    const { page, errors } = await open(await site.a.member(), { language: 'ko', width: 390 });
    await isSound(page);
    await page.getByRole('button', { name: '좁히기' }).click();
    const drawer = page.getByRole('dialog', { name: '좁히기' });
    await drawer.getByRole('checkbox', { name: /Geneva/ }).check();
    await drawer.getByRole('button', { name: '후속 조치 3건 보기' }).waitFor();
    await isSound(page);
    await drawer.getByRole('button', { name: '후속 조치 3건 보기' }).click();
    await page.getByRole('button', { name: '빼기: 대상: Geneva' }).waitFor();
    await rows(page).first().getByRole('checkbox').check();
    await page.getByRole('region', { name: '선택한 것에 할 일' }).waitFor();
    await isSound(page);
    expect(errors).toEqual([]);
  });
});

// Before the moves of today: what happened in 2020 would stand in the timeline only after them.
describe('a pasted block', () => {
  it('is matched by code and addressee, previewed with what is not understood, done, and put back', async () => {
    const [member, owner] = [await site.a.member(), await site.a.member({ name: 'Petra Paste' })];
    const { page, errors } = await open(member, WIDE, '?sort=code');
    await listed(page, 4);
    const before = await Promise.all([0, 1].map(ownerOf));
    await page.getByRole('button', { name: 'Paste a block' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste a block from a spreadsheet' });
    const block = [
      '코드\tAddressee\t담당\tWhat was done\tDate\tNote\tColour',
      `${codes[0]!}\tgeneva\tPetra Paste\tUnder way\t2020. 5.\t"They began,\nsaid ""both"""\tred`,
      `${codes[1]!}\tGeneva\tPetra Paste`,
      `${codes[1]!}\tSeoul\tPetra Paste`,
      `NO-SUCH\tGeneva\tPetra Paste`,
      `${codes[2]!}\tGeneva\tSomebody Else`,
      `${codes[3]!}\tSeoul\t\tUnder way\t05/06/2020`,
    ].join('\n');
    await dialog.getByLabel('The block').fill('Colour\tred');
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Code and Addressee' }).waitFor();
    await dialog.getByLabel('The block').fill(block);
    await cite(page, dialog);
    await isSound(page);
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByText('3 would change, 0 would stay as they are. Nothing has changed yet.').waitFor();
    const left = dialog.getByRole('region', { name: 'Not understood, so left out (4)' });
    expect(await left.getByRole('listitem').allTextContents()).toEqual([
      'Row 4: The recommendation is not followed with "Seoul".',
      'Row 5: No recommendation that you can see has the code NO-SUCH.',
      'Row 6: Nobody here is called "Somebody Else".',
      'Row 7: "05/06/2020" is no date that can be read for sure. Write 2026-01-31, 2026-01 or 2026.',
    ]);
    await dialog.getByText('their columns are left out: Colour').waitFor();
    await isSound(page);
    expect([await Promise.all([0, 1].map(ownerOf)), await stateOf(0)]).toEqual([before, 'not-assessed']);
    await dialog.getByRole('button', { name: 'Change 3' }).click();
    await dialog.getByText('3 changed, 0 stayed as they are.').waitFor();
    const { membershipId } = owner.actor;
    expect([await Promise.all([0, 1].map(ownerOf)), await stateOf(0)]).toEqual([
      [membershipId, membershipId],
      'under-way',
    ]);
    const [moved] = await site.a.rows(
      `SELECT t.occurred_on, w.text AS note FROM transition t JOIN words w ON w.hash = t.note_hash
       WHERE t.track_id = $1 ORDER BY t.recorded_at DESC LIMIT 1`,
      [followUps[0]!.implementation],
    );
    expect(moved).toEqual({ occurred_on: '2020-05', note: 'They began,\nsaid "both"' });
    await dialog.getByRole('button', { name: 'Put 3 back' }).click();
    await dialog.getByText('3 put back, 0 could not be put back.').waitFor();
    expect([await Promise.all([0, 1].map(ownerOf)), await stateOf(0)]).toEqual([before, 'not-assessed']);
    expect(errors).toEqual([]);
  });
});

describe('pasted deadlines', () => {
  it('are previewed row by row with their basis, set, and not taken back', async () => {
    const { page, errors } = await open(await site.a.member(), WIDE, '?sort=code');
    await page.getByRole('button', { name: 'Paste a block' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste a block from a spreadsheet' });
    await dialog
      .getByLabel('The block')
      .fill(
        [
          'Code\tAddressee\tDue\tReply due\tBasis',
          `${codes[2]!}\tGeneva\t2031-06~\t31 December 2030\tThe letter of May`,
          `${codes[3]!}\tSeoul\t2031. 2. 30.\t\tThe letter of May`,
          `${codes[0]!}\tGeneva\t2031\t\t`,
        ].join('\n'),
      );
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByText('2 would change, 0 would stay as they are. Nothing has changed yet.').waitFor();
    await dialog.getByRole('button', { name: 'No date → around June 2031 (1)' }).waitFor();
    await dialog.getByRole('button', { name: 'No date → 31 December 2030 (1)' }).waitFor();
    expect(
      await dialog
        .getByRole('region', { name: /^Not understood/ })
        .getByRole('listitem')
        .allTextContents(),
    ).toEqual([
      'Row 3: "2031. 2. 30." is no date that can be read for sure. Write 2026-01-31, 2026-01 or 2026.',
      'Row 4: A deadline needs its basis: write on what "2031" rests, under Basis.',
    ]);
    await isSound(page);
    const set = (): Promise<unknown[]> =>
      site.a.rows('SELECT follow_up_id, axis, due_on, basis FROM deadline WHERE workspace_id = $1 ORDER BY axis', [
        site.a.workspaceId,
      ]);
    expect(await set()).toEqual([]);
    await dialog.getByRole('button', { name: 'Change 2' }).click();
    await dialog.getByText('2 changed, 0 stayed as they are.').waitFor();
    const of = { follow_up_id: followUps[2]!.id, basis: 'The letter of May' };
    expect(await set()).toEqual([
      { ...of, axis: 'implementation', due_on: '2031-06~' },
      { ...of, axis: 'response', due_on: '2030-12-31' },
    ]);
    await dialog.getByText('A deadline that was set is not taken back.', { exact: false }).waitFor();
    expect(await dialog.getByRole('button', { name: /^Put/ }).count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe('many at once', () => {
  it('are previewed with what is refused and why, done, and put back', async () => {
    const { page, errors } = await open(await site.a.member(), WIDE, `?addressee=${geneva}&sort=code`);
    await listed(page, 3);
    await rows(page).nth(0).getByRole('checkbox').check();
    await rows(page)
      .nth(2)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    const bar = page.getByRole('region', { name: 'What to do with what is chosen' });
    await bar.getByText('3 chosen').waitFor();
    await isSound(page);
    await bar.getByRole('button', { name: 'Move' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move 3 follow-ups' });
    await dialog.getByLabel('What happened?').click();
    await page.getByRole('option', { name: 'Record that it has begun' }).click();
    await dialog.getByLabel('Note').fill('They began.');
    await cite(page, dialog);
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByText(/would stay as they are. Nothing has changed yet/).waitFor();
    await isSound(page);
    expect(await Promise.all([0, 1, 2].map(stateOf))).toEqual(['not-assessed', 'under-way', 'not-assessed']);
    const stays = dialog.getByRole('region', { name: /^Would stay as they are/ });
    await stays.getByRole('button').first().click();
    await stays.getByText(codes[1]!, { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Change 2' }).click();
    await dialog.getByText('2 changed, 1 stayed as they are.').waitFor();
    await isSound(page);
    expect(await Promise.all([0, 1, 2].map(stateOf))).toEqual(['under-way', 'under-way', 'under-way']);
    await dialog.getByRole('button', { name: 'Put 2 back' }).click();
    await dialog.getByText('2 put back, 0 could not be put back.').waitFor();
    expect(await Promise.all([0, 1, 2].map(stateOf))).toEqual(['not-assessed', 'under-way', 'not-assessed']);
    expect(errors).toEqual([]);
  });

  it('are all that the filters find, also what is not chosen one by one', async () => {
    const [member, owner] = [await site.a.member(), await site.a.member({ name: 'Olga Owner' })];
    const { page } = await open(member, WIDE, `?addressee=${geneva}&sort=code`);
    await listed(page, 3);
    await rows(page).nth(0).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Choose all 3 that were found' }).click();
    await page.getByRole('button', { name: 'Who looks after them' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who looks after 3 follow-ups' });
    await dialog.getByLabel('Who looks after them from now on?').click();
    await page.getByRole('option', { name: 'Olga Owner' }).click();
    await dialog.getByRole('button', { name: 'Show what would change' }).click();
    await dialog.getByRole('button', { name: /^Nobody → Olga Owner \(3\)/ }).waitFor();
    expect(await Promise.all([0, 1, 2, 3].map(ownerOf))).toEqual([null, null, null, null]);
    await dialog.getByRole('button', { name: 'Change 3' }).click();
    await dialog.getByRole('button', { name: 'Put 3 back' }).waitFor();
    const { membershipId } = owner.actor;
    expect(await Promise.all([0, 1, 2, 3].map(ownerOf))).toEqual([membershipId, membershipId, membershipId, null]);
    await dialog.getByRole('button', { name: 'Put 3 back' }).click();
    await dialog.getByText('3 put back').waitFor();
    expect(await Promise.all([0, 1, 2, 3].map(ownerOf))).toEqual([null, null, null, null]);
  });
});

describe('a row', () => {
  const ownerButton = (page: Page) =>
    rows(page)
      .nth(3)
      .getByRole('button', { name: /^Looked after by/ });

  it('is changed where it stands, by keys alone, and put back', async () => {
    const [member, owner] = [await site.a.member(), await site.a.member({ name: 'Rosa Row' })];
    const { page, errors } = await open(member, WIDE, '?sort=code');
    await listed(page, 4);
    await ownerButton(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Rosa Row' }).waitFor();
    await page.keyboard.press('Escape');
    await ownerButton(page).focus();
    expect(await ownerOf(3)).toBe(null);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Rosa Row' }).waitFor();
    await page.keyboard.type('Rosa');
    await page.getByRole('option', { name: 'Nobody' }).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(`${codes[3]!} is looked after by: Rosa Row`).waitFor();
    expect(await ownerOf(3)).toBe(owner.actor.membershipId);
    await isSound(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Put back as it was.').waitFor();
    expect(await ownerOf(3)).toBe(null);
    expect(errors).toEqual([]);
  });

  it('says that somebody was quicker, keeps the choice, and changes nothing', async () => {
    const [member, owner] = [await site.a.member(), await site.a.member({ name: 'Quick Owner' })];
    const { page } = await open(member, WIDE, '?sort=code');
    await listed(page, 4);
    // Told late of another's change, as on a slow line.
    await page.route('**/news', (route) => route.abort());
    await page.reload();
    await listed(page, 4);
    await ownerButton(page).click();
    await page.getByRole('option', { name: 'Quick Owner' }).waitFor();
    await site.a.rows('UPDATE follow_up SET ask = $2 WHERE id = $1 RETURNING id', [
      followUps[3]!.id,
      'Something else.',
    ]);
    await page.getByRole('option', { name: 'Quick Owner' }).click();
    await page.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile' }).waitFor();
    expect(await ownerOf(3)).toBe(null);
    expect(await page.getByRole('table').getByRole('combobox').inputValue()).toBe('Quick Owner');
    await page.getByRole('button', { name: 'Show what is there now' }).click();
    await ownerButton(page).click();
    await page.getByRole('option', { name: 'Quick Owner' }).click();
    await page.getByText(`${codes[3]!} is looked after by: Quick Owner`).waitFor();
    expect(await ownerOf(3)).toBe(owner.actor.membershipId);
  });

  it('gets a deadline', async () => {
    const { page, errors } = await open(await site.a.member(), WIDE, '?sort=code');
    await listed(page, 4);
    await rows(page).nth(0).getByRole('button', { name: 'No date' }).click();
    const form = page.getByRole('form', { name: `Change when ${codes[0]!} is due` });
    await form.getByLabel('Year').fill('2031');
    await form.getByLabel('On what basis?').fill('Paragraph 8');
    await isSound(page);
    await form.getByLabel('On what basis?').press('Enter');
    await page.getByText(`${codes[0]!} has its new deadline.`).waitFor();
    expect(
      await site.a.rows('SELECT axis, due_on, basis FROM deadline WHERE follow_up_id = $1', [followUps[0]!.id]),
    ).toEqual([{ axis: 'response', due_on: '2031', basis: 'Paragraph 8' }]);
    expect(errors).toEqual([]);
  });
});
