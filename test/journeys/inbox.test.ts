// What comes by is kept with one act, and given its place later: evidence of a follow-up, with nothing typed twice.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { pdf } from '../support/files.js';
import { koreanPdf } from '../support/korean-pdf.js';
import { faultsByAxe, type Look, Site, sound, tooWide } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const WHAT = 'Keep it now, give it a place later';
/** A paste as the browser tells of it; the test has no clipboard of its own. */
const PASTE = `(() => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', 'https://one.example/report');
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
})()`;
const formOf = (file: Buffer): FormData => {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(file)]), 'A protocol.pdf');
  return form;
};
const keptBy = (personId: string): Promise<Record<string, unknown>[]> =>
  site.a.rows('SELECT kind, text, url, removed_at FROM inbox_item WHERE person_id = $1 ORDER BY created_at', [
    personId,
  ]);

describe('the inbox', () => {
  it('keeps a pasted link, a file and a sentence in one act each, shown to nobody else', async () => {
    const editor = await site.a.member({ name: 'Kim Editor' });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at('/for-me'));
    const field = page.getByLabel(WHAT);
    await field.waitFor();
    await field.focus();
    await page.evaluate(PASTE);
    await page.getByRole('link', { name: 'https://one.example/report' }).waitFor();
    await field.fill('Mr Kim said that they will reply in May.');
    await field.press('Enter');
    await page.getByRole('article', { name: /Mr Kim/ }).waitFor();
    expect(await field.inputValue()).toBe('');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.locator('button', { hasText: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({ name: 'A protocol.pdf', mimeType: 'application/pdf', buffer: pdf() });
    await page.getByRole('article', { name: 'A protocol.pdf' }).waitFor();
    expect(await keptBy(editor.actor.personId)).toEqual([
      { kind: 'link', text: 'https://one.example/report', url: 'https://one.example/report', removed_at: null },
      { kind: 'sentence', text: 'Mr Kim said that they will reply in May.', url: null, removed_at: null },
      { kind: 'file', text: 'A protocol.pdf', url: null, removed_at: null },
    ]);
    expect(await faultsByAxe(page)).toEqual([]);
    expect(errors).toEqual([]);

    const administrator = await site.visit(await site.a.member({ roles: ['administrator'] }));
    await administrator.page.goto(site.at('/for-me'));
    // Stands under what is kept, when that was read.
    await administrator.page.getByRole('button', { name: 'Show what you deleted' }).waitFor();
    expect(await administrator.page.getByRole('article').count()).toBe(0);
    const auditor = await site.visit(await site.a.member({ roles: ['auditor'] }));
    await auditor.page.goto(site.at('/for-me'));
    await auditor.page.getByText('Nothing waits for you').waitFor();
    expect(await auditor.page.getByLabel(WHAT).count()).toBe(0);
  });

  it.each<[Look, string, string, string]>([
    [{ language: 'en', width: 1280 }, 'Show the document', 'Read all of it', 'The words of this page'],
    [{ language: 'ko', width: 390 }, '문서 보기', '전체 읽기', '이 쪽의 글자'],
  ])(
    'shows a file, and all of what was written, before either has its place: %j',
    async (look, show, readAll, words) => {
      const editor = await site.a.member();
      const long = Array.from({ length: 12 }, (_, n) => `${String(n)}: they said that a letter is on its way.`).join(
        '\n',
      );
      for (const [path, body] of [
        ['inbox', JSON.stringify({ text: long })],
        ['inbox/files', formOf(koreanPdf('현장 조사 허용'))],
      ] as const) {
        const kept = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}/${path}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${editor.token}`,
            ...(typeof body === 'string' && { 'content-type': 'application/json' }),
          },
          body,
        });
        expect(kept.status).toBe(201);
      }
      const { page, errors, asked } = await site.visit(editor, look);
      await page.goto(site.at('/for-me'));
      const sentence = page.getByRole('article', { name: /^0: they said/ });
      await sentence.getByRole('button', { name: readAll }).click();
      await sentence.getByText('11: they said').scrollIntoViewIfNeeded();
      expect(await sound(page)).toEqual([[], 0]);

      const file = page.getByRole('article', { name: 'A protocol' });
      await file.getByRole('button', { name: show }).click();
      await file.getByRole('img', { name: /A protocol/ }).waitFor();
      await file.getByText(words).click();
      await file.getByText('현장 조사 허용').waitFor();
      expect(await sound(page)).toEqual([[], 0]);
      expect(new Set(asked.map((url) => new URL(url).host)).size).toBe(1);
      expect(await keptBy(editor.actor.personId)).toHaveLength(2);
      expect(errors).toEqual([]);
    },
  );

  it('gives a sentence its place: evidence of the follow-up and side that are chosen there', async () => {
    const editor = await site.a.member({ name: 'Edita' });
    const { recommendationId, addresseeId, response } = await site.a.followUp();
    await site.a.rows('UPDATE recommendation SET title = $1 WHERE id = $2', [
      'Let the workers go home',
      recommendationId,
    ]);
    const [addressee] = await site.a.rows<{ name: string }>('SELECT name FROM addressee WHERE id = $1', [addresseeId]);
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at('/for-me'));
    await page.getByLabel(WHAT).fill('Ms Lee said that a letter is on its way.');
    await page.getByLabel(WHAT).press('Enter');
    await page.getByRole('button', { name: 'Give it a place' }).click();
    const dialog = page.getByRole('dialog', { name: 'Where does it belong?' });
    await dialog.getByRole('combobox', { name: 'To which recommendation?' }).fill('workers');
    await dialog.getByRole('option', { name: /Let the workers go home/ }).click();
    await page.waitForURL(/\/recommendations\//);
    await page.getByText('From your inbox').waitFor();
    await page.getByText('What they said', { exact: true }).last().click();
    expect(await faultsByAxe(page)).toEqual([]);
    await page.getByRole('button', { name: `Attach to ${addressee!.name}, What they said` }).click();
    const form = page.getByRole('dialog', { name: 'Attach evidence' });
    expect(await form.getByLabel(/in one sentence/).inputValue()).toBe('Ms Lee said that a letter is on its way.');
    await form.getByText('Gives context').click();
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('From your inbox').waitFor({ state: 'hidden' });
    // Its card; the timeline tells of it too, sooner or later.
    await page.locator('article').filter({ hasText: 'Ms Lee said' }).waitFor();
    expect(new URL(page.url()).searchParams.has('inbox')).toBe(false);

    const linked = await site.a.rows(
      `SELECT e.kind, e.terms, e.entered_by, l.stance, w.text FROM track_evidence l JOIN evidence e ON e.id = l.evidence_id
       JOIN words w ON w.hash = e.statement_hash WHERE l.track_id = $1`,
      [response],
    );
    expect(linked).toEqual([
      {
        kind: 'account',
        terms: 'background',
        entered_by: editor.actor.personId,
        stance: 'context',
        text: 'Ms Lee said that a letter is on its way.',
      },
    ]);
    expect(await keptBy(editor.actor.personId)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('deletes with a way back, and for good; on a phone, in Korean', async () => {
    const editor = await site.a.member();
    const { page, errors } = await site.visit(editor, { language: 'ko', width: 390 });
    await page.goto(site.at('/for-me'));
    await page.getByLabel('지금 보관하고 자리는 나중에 정하기').fill('회신이 온다고 합니다.');
    await page.getByRole('button', { name: '보관', exact: true }).click();
    await page.getByRole('button', { name: '삭제', exact: true }).click();
    await page.getByRole('button', { name: '되돌리기', exact: true }).click();
    await page.getByText('보관함으로 되돌렸습니다.').waitFor();
    expect(await keptBy(editor.actor.personId)).toMatchObject([{ kind: 'sentence', removed_at: null }]);

    await page.getByRole('button', { name: '삭제', exact: true }).click();
    await page.getByText('삭제했습니다.', { exact: false }).waitFor();
    await page.getByRole('button', { name: '삭제한 것 보기' }).click();
    await page.getByRole('article', { name: '회신이 온다고 합니다.' }).waitFor();
    expect(await keptBy(editor.actor.personId)).toMatchObject([{ removed_at: expect.any(Date) }]);
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await tooWide(page)).toBe(0);
    await page.getByRole('button', { name: '완전히 삭제', exact: true }).click();
    await page.getByText('최근에 삭제한 것이 없습니다.').waitFor();
    expect(await keptBy(editor.actor.personId)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
