// Copies of web pages: switched on by an administrator who reads what that means, and seen beside the link.

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { faultsByAxe, Site } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

it('an administrator switches copies on, and a link says what became of it', async () => {
  const administrator = await site.a.member({ roles: ['administrator'] });
  const { page } = await site.visit(administrator);
  await page.goto(site.at('/settings?tab=workspace'));
  const keeps = page.getByRole('switch', { name: 'Keep copies of web pages' });
  expect(await keeps.isChecked()).toBe(false);
  await keeps.press('Space');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Settings saved').waitFor();
  expect(await site.a.rows('SELECT keeps_copies FROM workspace WHERE id = $1', [site.a.workspaceId])).toEqual([
    { keeps_copies: true },
  ]);

  const editor = await site.a.member();
  const id = await addLink(editor.token);
  const { page: theirs } = await site.visit(editor, { language: 'ko', width: 390 });
  await theirs.goto(site.at(`/evidence/${id}`));
  await theirs.getByText('사본을 요청했으며 몇 분 안에 만들어집니다.').waitFor();

  // No job is done here: what it would find is written by hand.
  await site.a.rows(
    `UPDATE link_copy SET outcome = 'dead', reason = 'status', status = 404, fetched_at = now() WHERE evidence_id = $1`,
    [id],
  );
  await theirs.reload();
  await theirs.getByText('웹페이지가 사라졌습니다.').waitFor();
  expect(await faultsByAxe(theirs)).toEqual([]);
  await theirs.getByRole('button', { name: '지금 다시 확인' }).click();
  await theirs.getByText('사본을 요청했으며 몇 분 안에 만들어집니다.').waitFor();
  expect(await site.a.rows('SELECT outcome FROM link_copy WHERE evidence_id = $1 ORDER BY recorded_at', [id])).toEqual([
    { outcome: 'dead' },
    { outcome: 'waiting' },
  ]);
});

async function addLink(token: string): Promise<string> {
  const answer = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}/evidence`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ kind: 'link', title: 'The report', url: 'https://news.example/report' }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}
