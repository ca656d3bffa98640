// From a document that came in to what it asks: read in, decided on by hand and by keyboard, and what can't be read.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { drawn, pdfOf } from '../support/documents.js';
import { pdf } from '../support/files.js';
import { leadThere, openInternet } from '../support/open-internet.js';
import { faultsByAxe, Site, tooWide } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const LETTER = readFileSync('test/intake/documents/03-open-letter.txt', 'utf8');
const WHAT = 'Paste the whole document';
const ASKS = 'What it asks';
interface Row extends Record<string, unknown> {
  state: string;
  text: string;
}
const proposals = (): Promise<Row[]> =>
  site.a.rows<Row>(
    `SELECT p.* FROM intake_proposal p WHERE p.workspace_id = $1 ORDER BY p.intake_id, p.span_start, p.id`,
    [site.a.workspaceId],
  );
const forget = async (): Promise<void> => {
  await site.a.rows('DELETE FROM intake WHERE workspace_id = $1', [site.a.workspaceId]);
};
const counts = (page: Page, words: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).waitFor();
/** The row of the proposal in hand. */
const inHand = (page: Page) => page.getByRole('region', { name: ASKS }).locator('li[data-chosen="true"]');

async function paste(page: Page, words = LETTER): Promise<void> {
  await page.goto(site.at('/intake'));
  await page.getByLabel(WHAT).fill(words);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
  await page.getByRole('region', { name: ASKS }).waitFor();
}

describe('reading a document', () => {
  it('is decided on by keyboard alone, with a way back; what was decided is there when one comes back', async () => {
    const editor = await site.a.member({ name: 'Kim Editor' });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at('/sources'));
    await page.getByRole('link', { name: 'Read a document' }).last().click();
    await page.getByLabel(WHAT).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await paste(page);
    await counts(page, '0 accepted, 8 left, 0 rejected');
    expect(await faultsByAxe(page)).toEqual([]);

    await page.keyboard.press('r');
    await counts(page, '0 accepted, 7 left, 1 rejected');
    for (let n = 1; n <= 3; n += 1) {
      await page.keyboard.press('a');
      await counts(page, `${String(n)} accepted, ${String(7 - n)} left, 1 rejected`);
    }
    await page.keyboard.press('u');
    await counts(page, '2 accepted, 5 left, 1 rejected');
    await page.keyboard.press('k');
    await page.keyboard.press('m');
    await counts(page, '2 accepted, 4 left, 1 rejected');
    await page.keyboard.press('u');
    await counts(page, '2 accepted, 5 left, 1 rejected');
    expect((await proposals()).map(({ state }) => state)).toEqual([
      'rejected',
      'accepted',
      'accepted',
      'proposed',
      'proposed',
      'proposed',
      'proposed',
      'proposed',
    ]);
    expect(await faultsByAxe(page)).toEqual([]);
    const [{ n: merged }] = (await site.a.rows<{ n: number }>(
      `SELECT count(*)::integer AS n FROM audit_event WHERE action = 'intake.merged' AND person_id = $1`,
      [editor.actor.personId],
    )) as [{ n: number }];
    expect(merged).toBe(1);

    await page.goto(site.at('/intake'));
    await page.getByText('2 accepted, 5 left, 1 rejected').waitFor();
    await page.getByRole('link', { name: 'H.E. Mr. Marlon Achieng' }).click();
    await counts(page, '2 accepted, 5 left, 1 rejected');
    expect(errors).toEqual([]);
    await forget();
  });

  it('takes an ask that was missed, sets right whom it asks, splits it, and shows another one what was decided', async () => {
    const { page, errors } = await site.visit(await site.a.member({ name: 'Lee Editor' }));
    await paste(page);
    const document = page.getByRole('region', { name: 'The document as it came' });
    await document.getByText('Should you require further').selectText();
    await page.getByRole('button', { name: 'Add as an ask' }).click();
    const form = page.getByRole('form', { name: 'Edit' });
    const whom = form.getByLabel('Who is asked');
    await whom.fill('African Union');
    await whom.press('Enter');
    await form.getByLabel('Short title').fill('Answer what is asked');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'hidden' });
    const added = (await proposals()).find(({ title }) => title === 'Answer what is asked');
    expect(added).toMatchObject({
      text: expect.stringMatching(/^Should you require.*your reply\.$/),
      state: 'proposed',
      why: null,
    });
    expect(added?.['addressees']).toContain('African Union');

    await document.getByText('resume the registration').click();
    await inHand(page).getByText('Third, we ask').first().waitFor();
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog', { name: 'Where does the second ask begin?' });
    await dialog.getByRole('button', { name: /^and that it publish/ }).click();
    await counts(page, '0 accepted, 10 left, 0 rejected');
    expect((await proposals()).map(({ text }) => text)).toContain('and that it publish the waiting times.');

    const other = await site.visit(await site.a.member({ name: 'Park Editor' }));
    await other.page.goto(page.url());
    await counts(other.page, '0 accepted, 10 left, 0 rejected');
    await page.keyboard.press('a');
    await counts(page, '1 accepted, 9 left, 0 rejected');
    await counts(other.page, '1 accepted, 9 left, 0 rejected');
    expect(errors).toEqual([]);
    await forget();
  });

  it('tells of two who decide on the same at once what the other decided; one of the two stands', async () => {
    const first = await site.visit(await site.a.member({ name: 'Oh Editor' }));
    await paste(first.page);
    const second = await site.visit(await site.a.member({ name: 'Seo Editor' }));
    await second.page.goto(first.page.url());
    await counts(second.page, '0 accepted, 8 left, 0 rejected');
    // Both press before either hears of the other: what they send waits until both have.
    const held: (() => Promise<void>)[] = [];
    const both = Promise.withResolvers<undefined>();
    for (const { page } of [first, second])
      await page.route('**/proposals/*', (route) => {
        if (route.request().method() !== 'PATCH') return route.continue();
        if (held.push(() => route.continue()) === 2) both.resolve(undefined);
      });
    await first.page.keyboard.press('a');
    await second.page.keyboard.press('r');
    await both.promise;
    for (const go of held) await go();
    await Promise.race([first, second].map(({ page }) => page.getByRole('alert').waitFor()));
    const [{ state }] = (await proposals()) as [Row];
    expect(['accepted', 'rejected']).toContain(state);
    const words = state === 'accepted' ? '1 accepted, 7 left, 0 rejected' : '0 accepted, 7 left, 1 rejected';
    for (const { page } of [first, second]) await counts(page, words);
    const loser = state === 'accepted' ? second.page : first.page;
    const winner = state === 'accepted' ? 'Accepted by Oh Editor' : 'Rejected by Seo Editor';
    await inHand(loser).getByText(winner).waitFor();
    await forget();
  });

  it('accepts a section, sets right many and merges by keyboard in a letter of 60 asks', async () => {
    const { page, errors } = await site.visit(await site.a.member());
    const section = (name: string) =>
      `Recommendations on ${name}\n\nWe urge Kenya to:\n\n${Array.from({ length: 20 }, (_, n) => `- publish report number ${String(n + 1)} on ${name}, and answer what it asks;`).join('\n')}\n`;
    const letter = `Letter on three matters\n\nDear Minister,\n\nWe write to you about three matters.\n\n${['water', 'schools', 'roads'].map(section).join('\n')}`;
    await paste(page, letter);
    await counts(page, '0 accepted, 60 left, 0 rejected');
    await page.getByRole('button', { name: 'Accept all 20 of: Recommendations on schools' }).click();
    await counts(page, '20 accepted, 40 left, 0 rejected');
    for (const n of [1, 2, 3, 60])
      await page.getByRole('checkbox', { name: `Choose number ${String(n)}`, exact: true }).check();
    const bar = page.getByRole('group', { name: '4 chosen' });
    await bar.getByRole('button', { name: 'Change who is asked' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change who is asked' });
    await dialog.getByLabel('Who is asked').fill('Uganda');
    await dialog.getByLabel('Who is asked').press('Enter');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await bar.waitFor({ state: 'hidden' });
    expect(
      (await proposals()).flatMap(({ addressees }, n) => (String(addressees) === 'Uganda' ? [n + 1] : [])),
    ).toEqual([1, 2, 3, 60]);
    await page.getByRole('button', { name: /^1\. / }).click();
    await page.keyboard.press('m');
    await counts(page, '20 accepted, 39 left, 0 rejected');
    expect(errors).toEqual([]);
    await forget();
  });

  it('shows who has handled a document, and takes one from the inbox without a second upload', async () => {
    const editor = await site.a.member({ name: 'Ryu Editor' });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at('/for-me'));
    await page.getByLabel('Keep it now, give it a place later').fill(LETTER);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    const kept = page.getByRole('article').filter({ hasText: 'Marlon Achieng' });
    await kept.getByRole('button', { name: 'Read it for its asks' }).click();
    const dialog = page.getByRole('dialog', { name: 'Read it for its asks' });
    await dialog.getByText('It leaves your inbox').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Read it', exact: true }).click();
    await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
    await counts(page, '0 accepted, 8 left, 0 rejected');
    expect(await site.a.rows('SELECT FROM inbox_item WHERE person_id = $1', [editor.actor.personId])).toEqual([]);

    const handled = page.getByRole('region', { name: 'Who has handled this document' });
    await handled.getByRole('button', { name: 'Show' }).click();
    await handled.getByRole('row', { name: /Took it in Ryu Editor/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      handled.getByRole('link', { name: /^Download/ }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toBe(LETTER.trim());
    await page.reload();
    await handled.getByRole('button', { name: 'Show' }).click();
    await handled.getByRole('row', { name: /Opened the original.*Ryu Editor/ }).waitFor();
    expect(
      await site.a.rows('SELECT act FROM intake_custody WHERE workspace_id = $1 AND person_id = $2 ORDER BY at', [
        site.a.workspaceId,
        editor.actor.personId,
      ]),
    ).toEqual([{ act: 'taken-in' }, { act: 'opened' }]);
    expect(await faultsByAxe(page)).toEqual([]);
    expect(errors).toEqual([]);
    await forget();
  });

  it('accepts and sets right many at once', async () => {
    const { page, errors } = await site.visit(await site.a.member());
    await paste(page);
    await page.getByRole('checkbox', { name: 'Choose number 2' }).check();
    await page.getByRole('checkbox', { name: 'Choose number 3' }).check();
    const bar = page.getByRole('group', { name: '2 chosen' });
    await bar.getByRole('button', { name: 'Change who is asked' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change who is asked' });
    await dialog.getByLabel('Who is asked').fill('Uganda');
    await dialog.getByLabel('Who is asked').press('Enter');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await bar.waitFor({ state: 'hidden' });
    expect((await proposals()).filter(({ addressees }) => String(addressees) === 'Uganda')).toHaveLength(2);
    await page.getByRole('button', { name: 'Undo my last step' }).click();
    await page.getByText('Uganda').first().waitFor({ state: 'hidden' });
    expect((await proposals()).filter(({ addressees }) => String(addressees) === 'Uganda')).toHaveLength(0);
    expect(errors).toEqual([]);
    await forget();
  });

  it('holds what repeats a followed ask against it, binds them, and leaves out what is followed, with the reason', async () => {
    const editor = await site.a.member({ name: 'Han Editor' });
    const { page, errors } = await site.visit(editor);
    const source = await site.a.source({ title: 'Statement of an earlier year' });
    const words = /Third, we ask[^.]*\./.exec(LETTER.replace(/\s+/g, ' '))![0];
    const ask = await site.a.recommendation({
      source_id: source,
      code: 'OLD-07',
      title: 'Resume registering',
      text: words,
    });
    const theme = await site.a.theme('camps');
    await paste(page);
    await page.locator('mark').filter({ hasText: 'resume the registration' }).click();
    const hand = inHand(page);
    const like = hand.getByRole('group', { name: 'OLD-07' });
    await like.getByRole('button', { name: 'Show it here' }).click();
    await like.getByText('From: Statement of an earlier year.').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await like.getByRole('button', { name: 'It is the same ask: link them' }).click();
    await hand.getByText('Will be bound to').waitFor();
    const ofThird = async () => (await proposals()).find(({ text }) => text.includes('resume the registration'))!;
    expect((await ofThird())['relations']).toEqual([{ otherId: ask, kind: 'repeats' }]);

    const themes = hand.getByRole('combobox', { name: 'Themes' });
    await themes.fill('camps');
    await page.getByRole('option', { name: 'camps', exact: true }).click();
    const chosen = hand.locator('.mantine-Pill-root').filter({ hasText: 'camps' });
    await chosen.waitFor();
    expect((await ofThird())['theme_ids']).toEqual([theme]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo my last step' }).click();
    await chosen.waitFor({ state: 'hidden' });
    expect((await ofThird())['theme_ids']).toEqual([]);
    expect((await ofThird())['relations']).toEqual([{ otherId: ask, kind: 'repeats' }]);

    await like.getByRole('button', { name: 'It is followed already: leave this out' }).click();
    await counts(page, '0 accepted, 7 left, 1 rejected');
    expect(await ofThird()).toMatchObject({
      state: 'rejected',
      rejection: 'followed-already',
      rejection_note: 'OLD-07',
    });
    await page.locator('mark').filter({ hasText: 'resume the registration' }).click();
    await hand.getByText('Rejected because: It is followed already: OLD-07').waitFor();

    await page.locator('mark').filter({ hasText: 'renews the fact-finding mission' }).click();
    await hand.getByText('sponsor the resolution').first().waitFor();
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog', { name: 'Why is it rejected?' });
    await dialog.getByRole('radio', { name: 'Too vague to follow up' }).check();
    await dialog.getByLabel('In your own words').fill('No date and nobody named');
    expect(await faultsByAxe(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
    await counts(page, '0 accepted, 6 left, 2 rejected');
    expect((await proposals()).filter(({ rejection }) => rejection === 'too-vague')).toMatchObject([
      { state: 'rejected', rejection_note: 'No date and nobody named' },
    ]);
    await page.getByRole('button', { name: 'Undo my last step' }).click();
    await counts(page, '0 accepted, 7 left, 1 rejected');
    expect((await proposals()).filter(({ rejection }) => rejection === 'too-vague')).toEqual([]);
    expect(errors).toEqual([]);
    await forget();
  });

  it('says plainly why an address or a file without text is not read, and keeps nothing of it', async () => {
    const { page } = await site.visit(await site.a.member());
    await page.goto(site.at('/intake'));
    await page.getByLabel(WHAT).fill('https://one.example/letter');
    await page.getByText('This workspace lets Heed fetch no pages').waitFor();
    expect(await page.getByRole('button', { name: 'Read it' }).count()).toBe(0);
    await page.getByLabel(WHAT).fill('');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('button', { hasText: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({ name: 'A scan.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/damaged|only pictures of pages/);
    expect(await faultsByAxe(page)).toEqual([]);

    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    const [again] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('button', { hasText: 'Choose another file' }).click(),
    ]);
    await again.setFiles({ name: 'Very long.txt', mimeType: 'text/plain', buffer: Buffer.alloc(13 * 2 ** 20, 'a ') });
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('At most 12 MB are taken. Nothing was sent.').waitFor();
    expect(sent).toEqual([]);
    expect(await site.a.rows('SELECT FROM intake WHERE workspace_id = $1', [site.a.workspaceId])).toEqual([]);
  });

  it('fetches what an address leads to where the workspace lets it, and says where it came from', async () => {
    const letter = '<html><h1>A letter</h1><p>We urge Norway to publish the report of the inquiry in full.</p></html>';
    const internet = await openInternet((_request, response) =>
      response.setHeader('content-type', 'text/html').end(letter),
    );
    leadThere(site.app, internet);
    await site.a.rows('UPDATE workspace SET keeps_copies = true WHERE id = $1', [site.a.workspaceId]);
    const { page, errors } = await site.visit(await site.a.member());
    await page.goto(site.at('/intake'));
    await page.getByLabel(WHAT).fill('https://one.example/letter');
    await page.getByText('Its site learns that this server looks at it').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Fetch and read it' }).click();
    await page.getByRole('heading', { name: 'A letter', level: 1 }).waitFor();
    const handled = page.getByRole('region', { name: 'Who has handled this document' });
    await handled.getByRole('button', { name: 'Show' }).click();
    await handled.getByRole('link', { name: /https:\/\/one\.example\/letter/ }).waitFor();
    expect(errors).toEqual([]);
    await forget();
    await internet.close();
  });

  it('is for reading only for whoever may not write; on a phone, in Korean, one pane behind the other', async () => {
    const editor = await site.visit(await site.a.member());
    await paste(editor.page);
    const phone = await site.visit(await site.a.member(), { language: 'ko', width: 390 });
    await phone.page.goto(editor.page.url());
    await phone.page.getByRole('tab', { name: '문서' }).click();
    await phone.page.getByText('Dear Minister,').waitFor();
    expect(await faultsByAxe(phone.page)).toEqual([]);
    expect(await tooWide(phone.page)).toBe(0);
    await phone.page.locator('mark').filter({ hasText: 'renews the fact-finding mission' }).click();
    await phone.page.getByRole('button', { name: '수락', exact: true }).click();
    await counts(phone.page, '수락 1, 남음 7, 제외 0');
    expect(await faultsByAxe(phone.page)).toEqual([]);
    expect(await tooWide(phone.page)).toBe(0);
    expect((await proposals()).filter(({ state }) => state === 'accepted').map(({ text }) => text)).toEqual([
      'First, Kenya should sponsor the resolution that renews the fact-finding mission.',
    ]);

    const auditor = await site.visit(await site.a.member({ roles: ['auditor'] }));
    await auditor.page.goto(editor.page.url());
    await counts(auditor.page, '1 accepted, 7 left, 0 rejected');
    await auditor.page.keyboard.press('r');
    expect(await auditor.page.getByRole('button', { name: 'Reject' }).count()).toBe(0);
    expect((await proposals()).filter(({ state }) => state === 'rejected')).toEqual([]);
    expect([...editor.errors, ...phone.errors, ...auditor.errors]).toEqual([]);
    await forget();
  });
});

/** A report by four addressees, of its own with PDF and all, as it would come by mail. */
const REPORT = readFileSync('test/intake/documents/06-report-by-addressee.txt', 'utf8');

describe('recording a document', () => {
  it('goes from the paste to tracked asks with a letter, and says before what will happen', async () => {
    const editor = await site.a.member({ name: 'Choi Editor' });
    const { page, errors, acts } = await site.visit(editor);
    await site.a.addressee({ name: 'Kenya' });
    const before = (await site.a.rows('SELECT FROM addressee WHERE workspace_id = $1', [site.a.workspaceId])).length;
    await page.goto(site.at('/intake'));
    await page.getByLabel(WHAT).waitFor();
    acts();
    const began = Date.now();
    await page.getByLabel(WHAT).fill(LETTER);
    await page.getByRole('button', { name: 'Read it' }).click();
    await counts(page, '0 accepted, 8 left, 0 rejected');
    await page.keyboard.press('r');
    for (let n = 1; n <= 7; n += 1) {
      await page.keyboard.press('a');
      await counts(page, `${String(n)} accepted, ${String(7 - n)} left, 1 rejected`);
    }
    await page.getByRole('link', { name: 'Record 7 accepted' }).click();
    await page.getByLabel('Title').fill('Open letter on refugees from Sudan');
    // The letter bears its day, so that nobody types it.
    expect(await page.getByLabel('Year').first().inputValue()).toBe('2024');
    await page.getByLabel('Codes begin with').fill('KEN24');
    await page.getByLabel('It was sent to all who are asked').check();
    const form = page.getByRole('form', { name: 'Record what was accepted' });
    const said = await form.getByRole('listitem').allInnerTexts();
    expect(said).toContain('1 source: Open letter on refugees from Sudan');
    expect(said).toContain('7 recommendations');
    expect(said.join()).toMatch(/1 letter, sent 9 October 2024, to .*Kenya/);
    expect(said).toContain('1 was rejected and stays out');
    expect(await faultsByAxe(page)).toEqual([]);
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('This document is in the record').waitFor();
    const seconds = (Date.now() - began) / 1000;
    const n = acts();
    process.stdout.write(`a letter from paste to 7 tracked asks in ${String(n)} acts and ${seconds.toFixed(1)} s\n`);
    expect(n).toBeLessThanOrEqual(20);

    const of = [site.a.workspaceId, editor.actor.personId];
    const [made] = await site.a.rows(
      `SELECT (SELECT count(*)::integer FROM recommendation WHERE workspace_id = $1 AND code LIKE 'KEN24-%') AS asks,
        (SELECT count(*)::integer FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id WHERE f.workspace_id = $1 AND r.code LIKE 'KEN24-%') AS follow_ups,
        (SELECT count(*)::integer FROM addressee WHERE workspace_id = $1) - $3::integer AS addressees,
        (SELECT count(*)::integer FROM engagement WHERE workspace_id = $1 AND kind = 'letter') AS letters,
        (SELECT state FROM intake WHERE workspace_id = $1 AND person_id = $2) AS state`,
      [...of, before],
    );
    const counted = (pattern: RegExp): number => Number(pattern.exec(said.join('\n'))?.[1]);
    expect(made).toEqual({
      asks: 7,
      follow_ups: counted(/(\d+) follow-ups begin/),
      addressees: counted(/(\d+) new addressees/),
      letters: 1,
      state: 'recorded',
    });
    const [source] = await site.a.rows(
      `SELECT s.title, s.issued_on FROM source s JOIN intake i ON i.source_id = s.id WHERE i.workspace_id = $1`,
      [site.a.workspaceId],
    );
    expect(source).toEqual({ title: 'Open letter on refugees from Sudan', issued_on: '2024-10-09' });
    await page.getByText('Recorded: 7. Rejected: 1. By Choi Editor').waitFor();
    expect(await page.getByRole('button', { name: 'Accept', exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Open letter on refugees from Sudan' }).click();
    await page.waitForURL(/\/sources\//);
    const [first] = await site.a.rows<{ id: string }>(
      `SELECT id FROM recommendation WHERE workspace_id = $1 AND code = 'KEN24-02'`,
      [site.a.workspaceId],
    );
    await page.goto(site.at(`/recommendations/${first!.id}`));
    await page.getByRole('link', { name: 'Its place in the document' }).click();
    await inHand(page).getByRole('link', { name: 'Recorded as KEN24-02' }).waitFor();
    await page.locator('mark[data-chosen="true"]').filter({ hasText: 'sponsor the resolution' }).waitFor();
    expect(errors).toEqual([]);
  });

  it('reads a PDF, leaves a name out, keeps what was typed when one leaves in the middle, and says what is called alike', async () => {
    const editor = await site.a.member();
    const { page, errors } = await site.visit(editor);
    await site.a.source({ title: 'The report' });
    await page.goto(site.at('/intake'));
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('button', { hasText: 'Choose a file' }).click(),
    ]);
    const words = REPORT.trim().split(/\n\s*\n/);
    await chooser.setFiles({ name: 'A report.pdf', mimeType: 'application/pdf', buffer: pdfOf([drawn(words)]) });
    await page.getByLabel('What it is called').fill('The report');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('region', { name: ASKS }).waitFor();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByRole('link', { name: 'Record 1 accepted' }).click();
    await page.getByLabel('Codes begin with').fill('REP');
    await page.getByRole('link', { name: 'Back to the decisions' }).click();
    await page.getByRole('link', { name: 'Record 1 accepted' }).click();
    expect(await page.getByLabel('Codes begin with').inputValue()).toBe('REP');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('A source is called so already').waitFor();
    expect(
      await site.a.rows(`SELECT FROM recommendation WHERE workspace_id = $1 AND code LIKE 'REP-%'`, [
        site.a.workspaceId,
      ]),
    ).toEqual([]);
    await page.getByRole('button', { name: 'Record it all the same' }).click();
    await page.getByText('This document is in the record').waitFor();
    expect(
      await site.a.rows(
        `SELECT code FROM recommendation WHERE workspace_id = $1 AND code LIKE 'REP-%' AND part_of IS NULL`,
        [site.a.workspaceId],
      ),
    ).toEqual([{ code: 'REP-01' }]);
    expect(errors).toEqual([]);
  });
});
