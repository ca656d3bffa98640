// Twenty claims by keyboard alone: one act for each, and the next one is there already.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { PATIENCE } from '../support/browser.js';
import { faultsByAxe, Site } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

const CLAIMS = 20;

let site: Site;
let editor: Member;
let verifier: Member;
beforeAll(async () => {
  site = await Site.open();
  editor = await site.a.member({ name: 'Kim Editor' });
  verifier = await site.a.member({ roles: ['verifier'], organizationId: await site.a.organization() });
});
afterAll(() => site.close());

/** A claim that something was done, on pieces of two origins, made through the API as any program would. */
async function claim(): Promise<string> {
  const { implementation } = await site.a.followUp();
  const evidenceIds = [await site.a.evidence(editor), await site.a.evidence(editor)];
  for (const piece of evidenceIds) await site.a.link(implementation, piece, editor);
  const answer = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}/tracks/${implementation}/transitions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${editor.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ transition: 'claim', occurredOn: '2020-05', evidenceIds }),
  });
  expect(answer.status).toBe(201);
  return implementation;
}

const states = async (tracks: string[]): Promise<Record<string, number>> => {
  const rows = await site.a.rows<{ state: string; n: number }>(
    'SELECT state, count(*)::integer AS n FROM track WHERE id = ANY ($1) GROUP BY 1',
    [tracks],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

describe('reviewing', () => {
  it('checks twenty claims in as many acts and returns one with a note, by keyboard alone', async () => {
    const tracks: string[] = [];
    for (let n = 0; n <= CLAIMS; n += 1) tracks.push(await claim());
    const { page, errors, asked } = await site.visit(verifier);
    await page.goto(site.at('/review'));
    await page.getByText(`1 of ${String(CLAIMS + 1)}`).waitFor();
    await page.getByRole('button', { name: /^Verify/ }).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);

    const began = Date.now();
    let acts = 0;
    for (let n = 1; n <= CLAIMS; n += 1) {
      await page.getByText(`${String(n)} of ${String(CLAIMS + 1)}`).waitFor();
      await page.getByRole('button', { name: /^Verify/ }).waitFor();
      await page.keyboard.press('v');
      acts += 1;
    }
    await page.getByText(`${String(CLAIMS + 1)} of ${String(CLAIMS + 1)}`).waitFor();
    const seconds = (Date.now() - began) / 1000;
    process.stdout.write(`${String(CLAIMS)} claims checked in ${String(acts)} acts and ${seconds.toFixed(1)} s\n`);
    expect(await states(tracks)).toEqual({ 'reported-implemented': 1, implemented: CLAIMS });

    // The last one: "r" leads into the note, which is asked for, and Ctrl and Enter send it back.
    await page.getByRole('button', { name: /^Verify/ }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('The second report only repeats the first.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('That was all of them').waitFor();
    const [returned] = await site.a.rows<{ note: string; person_id: string }>(
      `SELECT w.text AS note, t.person_id FROM transition t JOIN words w ON w.hash = t.note_hash WHERE t.track_id = ANY ($1) AND t.transition NOT IN ('claim', 'verify')`,
      [tracks],
    );
    expect(returned).toEqual({
      note: 'The second report only repeats the first.',
      person_id: verifier.actor.personId,
    });
    const [{ n: verified }] = (await site.a.rows<{ n: number }>(
      `SELECT count(*)::integer AS n FROM transition WHERE track_id = ANY ($1) AND transition = 'verify' AND person_id = $2`,
      [tracks, verifier.actor.personId],
    )) as [{ n: number }];
    expect(verified).toBe(CLAIMS);
    expect(errors).toEqual([]);
    expect(asked.filter((url) => url.includes('/options')).length).toBeGreaterThanOrEqual(CLAIMS);
  });

  it('has read the next claim before somebody asks for it', async () => {
    const tracks = [await claim(), await claim()];
    const { page, asked } = await site.visit(verifier);
    await page.goto(site.at('/review'));
    await page.getByRole('button', { name: /^Verify/ }).waitFor();
    const isRead = (track: string): boolean => asked.some((url) => url.endsWith(`/tracks/${track}`));
    for (let tries = 0; tries < 100 && !tracks.every(isRead); tries += 1) await page.waitForTimeout(50);
    expect(tracks.map(isRead)).toEqual([true, true]);
    // No line any more: what was read ahead is shown all the same.
    await page.context().setOffline(true);
    await page.keyboard.press('j');
    await page.getByText('2 of ').waitFor();
    await page.getByRole('button', { name: /^Verify/ }).waitFor();
  });
});
