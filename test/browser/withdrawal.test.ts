// A paper in the page without running anything of it; taken out of sight by one person, and brought back by two.

import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hostsOf, PATIENCE } from '../support/browser.js';
import { faultsByAxe, Site, sound, tooWide, type Visitor } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** One page with words, a script that asks for a password, and a link to another host all over it. */
function hostilePdf(): Buffer {
  const draw = 'BT /F1 24 Tf 40 200 Td (What the panel found) Tj ET';
  const script = "app.alert\\('ran'\\); app.response\\('password?'\\);";
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(${script})>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R' +
      '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 400 300]/A<</S/URI/URI(http://elsewhere.example/)>>>>]>>',
    `<</Length ${draw.length}>>stream\n${draw}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${text}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`,
  );
}

async function bring({ page }: Visitor, title: string): Promise<string> {
  const file = join(tmpdir(), `heed-${site.a.slug}.pdf`);
  await writeFile(file, hostilePdf());
  await page.goto(site.at('/evidence'));
  await page.getByRole('button', { name: /^Add/ }).first().click();
  await page.getByLabel('Choose a file').setInputFiles(file);
  await page.getByLabel(/in one sentence/).fill(title);
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return page.url().split('/').at(-1)!;
}

const stateOf = async (id: string): Promise<unknown> =>
  (await site.a.rows<{ withdrawal: string }>('SELECT withdrawal FROM evidence WHERE id = $1', [id]))[0]?.withdrawal;

describe('a paper', () => {
  it('is drawn with its words, and neither its script nor its link does anything', async () => {
    const visitor = await site.visit(await site.a.member({ roles: ['editor'] }));
    const { page, asked, errors } = visitor;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await bring(visitor, 'A hostile paper');
    const address = page.url();
    await page.getByRole('button', { name: 'Show the document' }).press('Enter');
    const picture = page.getByRole('img', { name: 'A hostile paper, page 1' });
    await picture.waitFor();
    await page.getByText('The words of this page').press('Enter');
    await page.getByText('What the panel found').waitFor();
    const dark = await picture.evaluate((canvas) => {
      const { width, height } = canvas as unknown as { width: number; height: number };
      const context = (canvas as unknown as { getContext: (kind: string) => unknown }).getContext('2d') as {
        getImageData: (x: number, y: number, w: number, h: number) => { data: Uint8ClampedArray };
      };
      const { data } = context.getImageData(0, 0, width, height);
      return data.filter((value, at) => at % 4 === 0 && value < 60).length;
    });
    expect(dark).toBeGreaterThan(500);
    await picture.click();
    expect([page.url(), dialogs, hostsOf(asked)]).toEqual([address, [], [new URL(site.address).host]]);
    expect(page.frames()).toHaveLength(1);
    expect([await faultsByAxe(page), await tooWide(page), errors]).toEqual([[], 0, []]);
  });
});

describe('evidence in danger', () => {
  it('is taken out of sight by one, and comes back when another agrees', async () => {
    const editor = await site.visit(await site.a.member({ roles: ['editor'], name: 'Kim Editor' }));
    const organizationId = await site.a.organization();
    const other = await site.visit(await site.a.member({ roles: ['verifier'], organizationId, name: 'Vera Other' }), {
      language: 'en',
      width: 390,
    });
    const id = await bring(editor, 'A paper in danger');
    const { page } = editor;
    await page.getByRole('button', { name: 'Source in danger: hide it' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('The source was named.');
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await stateOf(id)).toBe('none');
    await dialog.getByRole('button', { name: 'Take it out of sight now' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await stateOf(id)).toBe('withdrawn');

    await page.getByRole('button', { name: 'Ask to restore it' }).click();
    await dialog.getByRole('button', { name: 'Ask for it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await stateOf(id)).toBe('withdrawn');

    await other.page.goto(site.at(`/evidence/${id}`));
    await other.page.getByText('asked to restore it. Another person confirms.').waitFor();
    expect(await sound(other.page)).toEqual([[], 0]);
    await other.page.getByRole('button', { name: 'Confirm: restore it' }).click();
    await other.page.getByRole('button', { name: 'Restore it', exact: true }).click();
    await other.page.getByRole('heading', { level: 1, name: 'A paper in danger' }).waitFor();
    expect(await stateOf(id)).toBe('none');
    const acts = await site.a.rows<{ action: string }>(
      `SELECT action FROM audit_event WHERE object_id = $1 AND action ~ '(withdrawn|restore)' ORDER BY at`,
      [id],
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'evidence.withdrawn',
      'evidence.restore-requested',
      'evidence.restored',
    ]);
  });
});

describe('a hidden account', () => {
  it('is said to the coalition as what its holder knows from it, and stays hidden itself', async () => {
    const holder = await site.a.member({ name: 'Hana Holder' });
    const made = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}/evidence`, {
      method: 'POST',
      headers: { authorization: `Bearer ${holder.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        kind: 'account',
        title: 'What the witness told us',
        terms: 'background',
        statement: 'A name and a place.',
        confidentiality: 'organization',
      }),
    });
    const { id } = (await made.json()) as { id: string };
    const { page, errors } = await site.visit(holder);
    await page.goto(site.at(`/evidence/${id}`));
    await page.getByRole('button', { name: 'Say what we know from it' }).click();
    const dialog = page.getByRole('dialog', { name: 'Say what we know from it' });
    await dialog.getByRole('textbox').first().fill('Visits were refused in May');
    await dialog.getByRole('textbox').last().fill('On what we hold, three visits were refused.');
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Say it to the coalition' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const [said, ...others] = await site.a.rows<Record<string, string>>(
      `SELECT e.id, e.kind, e.title, e.terms, e.confidentiality, w.text, h.held_id FROM held_evidence h
       JOIN evidence e ON e.id = h.evidence_id JOIN words w ON w.hash = e.statement_hash WHERE h.held_id = $1`,
      [id],
    );
    expect([said, others]).toMatchObject([
      {
        kind: 'account',
        title: 'Visits were refused in May',
        terms: 'background',
        confidentiality: 'coalition',
        text: 'On what we hold, three visits were refused.',
        held_id: id,
      },
      [],
    ]);

    const organizationId = await site.a.organization('Europe for Korea');
    const partner = await site.visit(await site.a.member({ roles: ['partner'], organizationId }));
    await partner.page.goto(site.at('/evidence'));
    await partner.page.getByRole('link', { name: 'Visits were refused in May' }).click();
    await partner.page.getByText('On what we hold, three visits were refused.').waitFor();
    expect(await partner.page.getByText('What the witness told us').count()).toBe(0);
    await partner.page.goto(site.at(`/evidence/${id}`));
    await partner.page.getByRole('heading', { name: 'This page is not there' }).waitFor();
    expect(errors).toEqual([]);
  });
});
