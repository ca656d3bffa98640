// What is wrong with the record: found in the menu, opened, said to be fine, looked at again, and mended.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { documentOf, foundDamaged, keptFile, restrictedPiece } from '../support/damaged.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

describe('data quality', () => {
  it('names what is wrong, takes "this is fine" with a reason and back, and leads to where it is mended', async () => {
    const editor = await site.a.member();
    const source = await site.a.source({ title: 'A letter on paper', url: null });
    await site.a.recommendation({ source_id: source });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at('/for-me'));
    await page.getByRole('navigation').getByRole('link', { name: 'Data quality' }).first().click();
    await page.getByRole('button', { name: /Source without link or document/ }).click();
    const item = page.getByRole('article', { name: 'A letter on paper' });
    await item.waitFor();
    expect(await sound(page)).toEqual([[], 0]);

    await item.getByRole('button', { name: 'This is fine' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Why it is fine' }).fill('There is only paper.');
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'This is fine' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await item.waitFor({ state: 'hidden' });
    await page.getByText('Said to be fine', { exact: true }).click();
    await item.getByText(/There is only paper\./).waitFor();
    await item.getByRole('button', { name: 'Look at it again' }).click();
    await item.waitFor({ state: 'hidden' });
    await page.getByText('To mend', { exact: true }).click();
    await item.getByRole('link', { name: 'A letter on paper' }).click();
    await page.getByRole('heading', { level: 1, name: 'A letter on paper' }).waitFor();
    expect(
      await site.a.rows('SELECT act, subject_id FROM dismissal WHERE workspace_id = $1 ORDER BY recorded_at', [
        site.a.workspaceId,
      ]),
    ).toEqual([
      { act: 'dismissed', subject_id: source },
      { act: 'taken-back', subject_id: source },
    ]);
    expect(errors).toEqual([]);
  });

  it('tells whoever may see a damaged file what is wrong with it and what to do, and nobody else', async () => {
    const holder = await site.a.member();
    const piece = await restrictedPiece(site.a, holder, 'A recording of two witnesses', holder);
    const kept = await keptFile(site.a, holder, 'voice of a driver.ogg');
    await foundDamaged(site.a, 'evidence', piece);
    await foundDamaged(site.a, 'intake', await documentOf(site.a, holder, 'A letter from Geneva'), 'missing');
    await foundDamaged(site.a, 'inbox-item', kept, 'locked');
    const { page, errors } = await site.visit(holder);
    await page.goto(`${site.address}/w/${site.a.slug}/data-quality`);
    await page.getByRole('button', { name: /^Damaged file\s*3$/ }).click();
    const restricted = page.getByRole('article', { name: 'A recording of two witnesses' });
    await restricted.getByText('What is stored is not what came in').waitFor();
    await restricted.getByText(piece).waitFor();
    await restricted.getByText('If there is none and you have the file, add it as a new piece.').waitFor();
    const came = page.getByRole('article', { name: 'A letter from Geneva' });
    await came.getByText('What was stored is gone.').waitFor();
    const own = page.getByRole('article', { name: 'voice of a driver.ogg' });
    await own.getByText('Nobody but you sees it.').waitFor();
    expect(await own.getByRole('button', { name: 'This is fine' }).count()).toBe(0);
    expect(await came.getByRole('button', { name: 'This is fine' }).count()).toBe(1);
    expect(await sound(page)).toEqual([[], 0]);
    await own.getByRole('link', { name: 'voice of a driver.ogg' }).click();
    await page.getByRole('heading', { name: 'Inbox' }).waitFor();
    await page.getByRole('article', { name: 'voice of a driver.ogg' }).waitFor();
    expect(errors).toEqual([]);

    const colleague = await site.visit(await site.a.member(), { language: 'ko', width: 390 });
    await colleague.page.goto(`${site.address}/w/${site.a.slug}/data-quality?fault=damaged-file`);
    await colleague.page.getByRole('article', { name: 'A letter from Geneva' }).waitFor();
    expect(await colleague.page.getByRole('article').count()).toBe(1);
    await colleague.page.getByText('저장된 파일이 없어졌습니다.').waitFor();
    expect(await sound(colleague.page)).toEqual([[], 0]);
  });

  it.each([
    ['en', 1280, 'Damaged file', 'The file that was stored is gone.', 'Tell the operator this number'],
    ['ko', 390, '손상된 파일', '저장된 파일이 없어졌습니다.', '운영자에게 이 번호만 알리고'],
  ] as const)(
    'says on the piece and its card that its file is damaged: %s, %i',
    async (language, width, sign, gone, told) => {
      const holder = await site.a.member();
      const title = `A scan of ${String(width)}`;
      const piece = await site.a.evidence(holder, { title });
      const { id, implementation, recommendationId } = await site.a.followUp();
      await site.a.link(implementation, piece, holder);
      await foundDamaged(site.a, 'evidence', piece, 'missing');
      const { page, errors } = await site.visit(holder, { language, width });
      await page.goto(`${site.address}/w/${site.a.slug}/evidence`);
      await page.getByText(sign, { exact: true }).first().waitFor();
      expect(await sound(page)).toEqual([[], 0]);
      await page.getByRole('link', { name: title }).click();
      const alert = page.getByRole('alert').filter({ hasText: gone });
      await alert.getByText(told).waitFor();
      await alert.getByText(piece).waitFor();
      expect(await sound(page)).toEqual([[], 0]);
      await page.goto(`${site.address}/w/${site.a.slug}/recommendations/${recommendationId}?followUp=${id}`);
      await page.getByText(`${sign}: ${gone}`).first().waitFor();
      expect(await sound(page)).toEqual([[], 0]);
      await page.getByText(`${sign}: ${gone}`).first().scrollIntoViewIfNeeded();
      expect(errors).toEqual([]);
    },
  );
});
