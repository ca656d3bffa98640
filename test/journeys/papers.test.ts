// Papers as offices send them: drawn and read in the page even where they take for granted what only some readers have.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { koreanPdf } from '../support/korean-pdf.js';
import { faultsByAxe, Site } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** How many pixels of each half of the drawn page are darker than paper: each half bears one line. */
const INKED = `(() => {
  const { width, height } = document.querySelector('canvas');
  const pixels = document.querySelector('canvas').getContext('2d').getImageData(0, 0, width, height).data;
  const inked = [0, 0];
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at] < 128) inked[at / 4 < (width * height) / 2 ? 0 : 1] += 1;
  return inked;
})()`;

describe('a PDF without the Korean fonts that it names', () => {
  it('is drawn with its letters, and its words can be read; what that takes comes from here, and only then', async () => {
    const editor = await site.a.member();
    const form = new FormData();
    form.append('title', 'A reply in Korean');
    form.append('file', new Blob([Uint8Array.from(koreanPdf('현장 조사 허용', '북한 인권'))]), 'reply.pdf');
    const made = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}/evidence/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${editor.token}` },
      body: form,
    });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const { page, errors, asked } = await site.visit(editor);
    await page.goto(site.at(`/evidence/${id}`));
    await page.getByRole('button', { name: 'Show the document' }).waitFor();
    const tables = (): string[] => asked.filter((url) => url.includes('/assets/pdf-'));
    expect(tables()).toEqual([]);
    await page.getByRole('button', { name: 'Show the document' }).click();
    await page.getByText('The words of this page').click();
    await page.getByText('현장 조사 허용').waitFor();
    await page.getByText('북한 인권').waitFor();
    const [first, second] = await page.evaluate<[number, number]>(INKED);
    expect(first).toBeGreaterThan(1_000);
    expect(second).toBeGreaterThan(1_000);
    expect(tables().map((url) => url.split('/').at(-1))).toContain('UniKS-UCS2-H.bcmap');
    expect(new Set(asked.map((url) => new URL(url).host)).size).toBe(1);
    expect([await faultsByAxe(page), errors]).toEqual([[], []]);
  });
});
