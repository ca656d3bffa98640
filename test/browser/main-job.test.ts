// The main job in the page: a claim on evidence by one person, its check by another of another organization.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hostsOf, PATIENCE } from '../support/browser.js';
import { Site, type Visitor } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const stateOf = async (track: string): Promise<unknown> =>
  (await site.a.rows<{ state: string }>('SELECT state FROM track WHERE id = $1', [track]))[0]?.state;

/** Attaches a link in the open form of a move. */
async function attach({ page }: Visitor, address: string, title: string): Promise<void> {
  await page.getByRole('form').getByRole('button', { name: 'Attach evidence' }).click();
  const dialog = page.getByRole('dialog', { name: 'Attach evidence' });
  await dialog.getByLabel(/A link, a file/).fill(address);
  await dialog.getByLabel(/in one sentence/).fill(title);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('checkbox', { name: title }).waitFor();
}

describe('the main job', () => {
  it('goes from a claim on two origins to its check by somebody else, and the record holds it', async () => {
    const editor = await site.a.member({ roles: ['editor'], name: 'Kim Editor' });
    const organizationId = await site.a.organization();
    const verifier = await site.a.member({ roles: ['verifier'], organizationId, name: 'Vera Verifier' });
    const { recommendationId, implementation } = await site.a.followUp();

    const begun = performance.now();
    const first = await site.visit(editor);
    const { page } = first;
    await page.goto(site.at(`/recommendations/${recommendationId}`));
    await page.getByRole('radio', { name: /^Claim that it is done/ }).check();
    await attach(first, 'https://one.example/report', 'A report of one');
    await page.getByRole('form').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'independent origins' }).waitFor();
    expect(await stateOf(implementation)).toBe('not-assessed');

    await attach(first, 'https://two.example/report', 'A report of another');
    await page.getByRole('form').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved, with who, when and on what evidence.').waitFor();
    expect(await stateOf(implementation)).toBe('reported-implemented');

    const second = await site.visit(verifier);
    await second.page.goto(site.at('/review'));
    await second.page.getByText('1 of 1').waitFor();
    await second.page.getByText('A report of another').waitFor();
    await second.page.getByRole('button', { name: /^Verify/ }).click();
    await second.page.getByText('That was all of them').waitFor();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(
      `from sign-in to verified: ${seconds} s, acts of the first: ${String(first.acts())}, of the second: ${String(second.acts())}\n`,
    );

    const transitions = await site.a.rows<{ transition: string; person_id: string; pieces: number }>(
      `SELECT t.transition, t.person_id, (SELECT count(*)::integer FROM transition_evidence e WHERE e.transition_id = t.id) AS pieces
       FROM transition t WHERE t.track_id = $1 ORDER BY t.position`,
      [implementation],
    );
    expect(transitions).toEqual([
      { transition: 'claim', person_id: editor.actor.personId, pieces: 2 },
      { transition: 'verify', person_id: verifier.actor.personId, pieces: expect.any(Number) },
    ]);
    for (const visitor of [first, second]) expect(hostsOf(visitor.asked)).toEqual([new URL(site.address).host]);
    // The refusal that was asked for is the one thing that the console tells.
    expect(first.errors.filter((text) => !text.includes('422'))).toEqual([]);
    expect(second.errors).toEqual([]);
  });

  it('takes six acts at most for a state with its evidence', async () => {
    const { recommendationId, implementation } = await site.a.followUp();
    const visitor = await site.visit(await site.a.member({ name: 'Few Acts' }));
    const { page } = visitor;
    await page.goto(site.at(`/recommendations/${recommendationId}`));
    visitor.acts();
    await page.getByRole('radio', { name: /^Record that it has begun/ }).click();
    await attach(visitor, 'https://three.example/report', 'A report of the beginning');
    await page.getByRole('form').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved, with who, when and on what evidence.').waitFor();
    expect(await stateOf(implementation)).toBe('under-way');
    expect(visitor.acts()).toBeLessThanOrEqual(6);
    await page.context().close();
  });

  it('names who was quicker, and keeps what was typed', async () => {
    const [one, other] = [await site.a.member({ name: 'Slow One' }), await site.a.member({ name: 'Quick Other' })];
    const { recommendationId, implementation } = await site.a.followUp();
    const piece = await site.a.evidence(one);
    await site.a.link(implementation, piece, one);
    const [slow, quick] = [await site.visit(one), await site.visit(other)];
    for (const { page } of [slow, quick]) {
      await page.goto(site.at(`/recommendations/${recommendationId}`));
      await page.getByRole('radio', { name: /^Record that it has begun/ }).check();
      await page.getByRole('textbox', { name: 'Note' }).fill('What I wanted to say.');
    }
    // Told late of the other's move, as on a slow line.
    await slow.page.route('**/news', (route) => route.abort());
    await quick.page.getByRole('form').getByRole('button', { name: 'Save', exact: true }).click();
    await quick.page.getByText('Saved, with who, when and on what evidence.').waitFor();
    await slow.page.getByRole('form').getByRole('button', { name: 'Save', exact: true }).click();
    await slow.page.getByRole('alert').filter({ hasText: 'Quick Other' }).waitFor();
    expect(await slow.page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('What I wanted to say.');
    expect(await stateOf(implementation)).toBe('under-way');
    expect(await site.a.rows('SELECT FROM transition WHERE track_id = $1', [implementation])).toHaveLength(1);
  });
});
