// A file in two ways: a copy to share, without what its camera wrote into it, and the original.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { PATIENCE } from '../support/browser.js';
import { formWith, zip } from '../support/files.js';
import { faultsByAxe, Site, tooWide } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

describe('the file of a piece', () => {
  it('is had as a copy without traces, which its record tells of, or as the original', async () => {
    const editor = await site.a.member({ name: 'Kim Editor' });
    const { page, errors, asked } = await site.visit(editor);
    const bring = async (file: Buffer, title: string): Promise<string> => {
      const { headers, payload } = formWith(file, { title, credibility: '2' });
      const answer = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}/evidence/files`, {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${editor.token}` },
        body: new Uint8Array(payload),
      });
      return ((await answer.json()) as { id: string }).id;
    };
    const dots = sharp({ create: { width: 4, height: 2, channels: 3, background: '#a03020' } });
    const photo = await dots
      .jpeg()
      .withExif({ IFD0: { Artist: 'CANARY artist' } })
      .toBuffer();
    const id = await bring(photo, 'A view');
    const [row] = await site.a.rows<{ id: string }>('SELECT id FROM evidence WHERE id = $1', [id]);
    expect(row).toEqual({ id });

    await page.goto(site.at(`/evidence/${id}`));
    await page.getByText('To share or to work with.').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    const [copy] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download a working copy' }).click(),
    ]);
    expect(copy.suggestedFilename()).toBe('A view.jpg');
    expect(readFileSync(await copy.path(), 'latin1')).not.toContain('CANARY');
    await page.getByRole('row', { name: /Opened a working copy Kim Editor/ }).waitFor();
    const [original] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Download the original/ }).click(),
    ]);
    expect(readFileSync(await original.path()).equals(photo)).toBe(true);
    expect(await site.a.rows('SELECT act FROM custody_record WHERE evidence_id = $1 ORDER BY at', [id])).toEqual([
      { act: 'uploaded' },
      { act: 'copy-opened' },
    ]);
    asked.splice(0);
    await page.getByRole('button', { name: 'Show the picture' }).click();
    await page.getByRole('img', { name: 'A view' }).waitFor();
    expect(asked.filter((url) => /\/(content|working-copy)$/.test(url)).map((url) => url.split('/').at(-1))).toEqual([
      'working-copy',
    ]);
    await page
      .getByRole('row', { name: /Opened a working copy Kim Editor/ })
      .nth(1)
      .waitFor();
    expect(errors).toEqual([]);

    const other = await bring(Buffer.from(photo.subarray(0, 200)), 'A picture that breaks off');
    await page.goto(site.at(`/evidence/${other}`));
    await page.getByRole('button', { name: 'Show the picture' }).click();
    await page.getByRole('alert').filter({ hasText: 'no working copy can be made' }).waitFor();
    asked.splice(0);
    await page.getByRole('button', { name: 'Show the original instead' }).click();
    await page.getByRole('button', { name: 'Hide' }).waitFor();
    expect(asked.filter((url) => url.endsWith('/content'))).toHaveLength(1);
    await page.reload();
    await page.getByRole('button', { name: 'Download a working copy' }).click();
    await page.getByRole('alert').filter({ hasText: 'no working copy can be made' }).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);

    const archive = await bring(zip(), 'Some files');
    const phone = await site.visit(editor, { language: 'ko', width: 390 });
    await phone.page.goto(site.at(`/evidence/${archive}`));
    await phone.page.getByText('작업용 사본을 만들 수 없습니다').waitFor();
    expect(await phone.page.getByRole('button', { name: '작업용 사본 내려받기' }).count()).toBe(0);
    expect(await tooWide(phone.page)).toBe(0);
    expect(await faultsByAxe(phone.page)).toEqual([]);
  });
});
