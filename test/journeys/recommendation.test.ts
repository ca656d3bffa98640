// One recommendation: a group and its members, who disagrees on what evidence, dates that were put off, a chain closed in one act.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { PATIENCE } from '../support/browser.js';
import { faultsByAxe, Site, sound, tooWide } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
let editor: Member;
beforeAll(async () => {
  site = await Site.open();
  editor = await site.a.member({ name: 'Kim Editor' });
});
afterAll(() => site.close());

const addressOf = (recommendationId: string): string => site.at(`/recommendations/${recommendationId}`);

/** What speaks for or against counts once somebody said where it stands. */
async function begin(track: string, evidenceId: string): Promise<void> {
  const answer = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}/tracks/${track}/transitions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${editor.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ transition: 'start', occurredOn: null, note: 'It has begun.', evidenceIds: [evidenceId] }),
  });
  expect(answer.status).toBe(201);
}

describe('one recommendation', () => {
  it('folds the members of a group under it, says what they add up to, and opens them', async () => {
    const group = await site.a.addressee({ kind: 'group', member_count: 27, name: 'EU member states' });
    const { recommendationId } = await site.a.followUp({ addressee_id: group });
    const member = { recommendation_id: recommendationId, via_group_id: group };
    const latvia = await site.a.addressee({ name: 'Latvia' });
    const first = await site.a.followUp({ ...member, addressee_id: latvia, implementation: 'under-way' });
    await site.a.followUp({ ...member, implementation: 'under-way' });
    await site.a.followUp({ ...member });
    const { page, errors } = await site.visit(editor, { language: 'en', width: 390 });
    await page.goto(addressOf(recommendationId));
    const members = page.getByRole('group', { name: 'Members of EU member states' });
    await members.getByText('27 members, 24 not followed individually').waitFor();
    await members.getByText('Progressing 2').waitFor();
    await members.getByText('Not known 1').waitFor();
    await page.getByRole('heading', { level: 2, name: 'EU member states', exact: true }).waitFor();
    expect(await members.getByRole('button', { name: /Latvia/ }).isVisible()).toBe(false);
    await members.getByRole('button', { name: 'Show 3 members' }).click();
    await members.getByRole('button', { name: /Latvia/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Latvia', exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('followUp')).toBe(first.id);
    expect([await faultsByAxe(page), await tooWide(page), errors]).toEqual([[], 0, []]);
  });

  it('names the pieces that disagree and who brought them, and shows a date that was put off as a chain', async () => {
    const verifier = await site.a.member({ roles: ['verifier'] });
    const partner = await site.a.member({ organizationId: await site.a.organization('Europe for Korea') });
    const { id, recommendationId, implementation } = await site.a.followUp();
    const checked = { verified_by: verifier.actor.personId, verified_at: new Date() };
    const against = await site.a.evidence(partner, { title: 'A report against', ...checked });
    const pieceFor = await site.a.evidence(editor, { title: 'A report for', ...checked });
    await site.a.link(implementation, pieceFor, editor);
    await begin(implementation, pieceFor);
    await site.a.link(implementation, against, partner, { stance: 'contradicts' });
    const by = {
      workspace_id: site.a.workspaceId,
      person_id: editor.actor.personId,
      organization_id: editor.actor.organizationId,
    };
    const deadline_id = await site.a.insert('deadline', {
      id: uuid(),
      ...by,
      recommendation_id: recommendationId,
      follow_up_id: id,
      axis: 'implementation',
      due_on: '2019-12',
      due_last: '2019-12-31',
      basis: 'Paragraph 9.',
    });
    await site.a.insert('deadline_extension', {
      id: uuid(),
      ...by,
      deadline_id,
      due_on: '2021-06',
      due_last: '2021-06-30',
      extended_by: 'The Council',
      basis: 'Its letter.',
    });
    const { page, errors } = await site.visit(editor);
    await page.goto(addressOf(recommendationId));
    const note = page.getByRole('note').filter({ hasText: 'Evidence disagrees: 1 for, 1 against' });
    await note.waitFor();
    expect(await note.getByRole('listitem').allTextContents()).toEqual([
      'A report for (brought by Kim Editor, First Organization)',
      expect.stringMatching(/^A report against \(brought by .+, Europe for Korea\)$/),
    ]);
    await page.getByRole('button', { name: 'Deadlines' }).click();
    await page.getByLabel('What was done').getByText('December 2019', { exact: true }).waitFor();
    await page.getByText('put off by The Council to (Its letter.)').waitFor();
    await page.getByText('(overdue)').waitFor();
    expect([await faultsByAxe(page), errors]).toEqual([[], []]);
  });

  it('closes a whole chain in one act, with the names of its links, and takes it up again', async () => {
    const first = await site.a.followUp({ addressee_id: await site.a.addressee({ name: 'European Union' }) });
    const second = await site.a.followUp({
      recommendation_id: first.recommendationId,
      addressee_id: await site.a.addressee({ name: 'South Korea' }),
      asked: false,
    });
    await site.a.insert('follow_up_link', {
      workspace_id: site.a.workspaceId,
      recommendation_id: first.recommendationId,
      follow_up_id: second.id,
      through_id: first.id,
    });
    const apart = await site.a.followUp({ recommendation_id: first.recommendationId });
    const closed = async (): Promise<string[]> =>
      (
        await site.a.rows<{ id: string }>('SELECT id FROM follow_up WHERE recommendation_id = $1 AND closed', [
          first.recommendationId,
        ])
      )
        .map(({ id }) => id)
        .sort();
    const { page, errors } = await site.visit(editor);
    // By key: what is read late above these buttons moves them, and a click that is under way misses them.
    const press = (name: string): Promise<void> => page.getByRole('button', { name }).press('Enter');
    await page.goto(`${addressOf(first.recommendationId)}?followUp=${second.id}`);
    await press('Close this follow-up');
    const dialog = page.getByRole('dialog', { name: 'Close this follow-up' });
    await dialog.getByLabel('All 2 links of the chain in one act: European Union and South Korea').check();
    await dialog.getByLabel('Say why').fill('The camp was closed.');
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await page.getByText('Closed: 2 follow-ups in one act.').waitFor();
    expect(await closed()).toEqual([first.id, second.id].sort());
    const events = await site.a.rows(
      `SELECT FROM audit_event WHERE action = 'follow-up.closed' AND workspace_id = $1`,
      [site.a.workspaceId],
    );
    expect([events.length, (await closed()).includes(apart.id)]).toEqual([1, false]);
    await press('Undo');
    await page.getByText('2 follow-ups are open again.').waitFor();
    expect(await closed()).toEqual([]);
    const acts = async (): Promise<number> =>
      (
        await site.a.rows(
          `SELECT FROM audit_event e JOIN follow_up f ON f.id = e.object_id WHERE action = 'follow-up.reopened' AND f.recommendation_id = $1`,
          [first.recommendationId],
        )
      ).length;
    expect(await acts()).toBe(1);

    await press('Close this follow-up');
    await dialog.getByLabel('All 2 links of the chain in one act: European Union and South Korea').check();
    await dialog.getByLabel('Say why').fill('The camp was closed for good.');
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await press('Reopen');
    const reopening = page.getByRole('dialog', { name: 'Reopen this follow-up' });
    await reopening.getByLabel('All 2 closed links of the chain in one act: European Union and South Korea').check();
    expect([await faultsByAxe(page), await closed()]).toEqual([[], [first.id, second.id].sort()]);
    await reopening.getByRole('button', { name: 'Reopen', exact: true }).click();
    await page.getByRole('button', { name: 'Close this follow-up' }).waitFor();
    expect([await closed(), await acts()]).toEqual([[], 2]);
    expect(errors).toEqual([]);
  });

  it('is read in one place: what was asked, due, put off, attached and moved, beside the move and the evidence', async () => {
    const addressee_id = await site.a.addressee({ name: 'European Union' });
    const { id, recommendationId, implementation } = await site.a.followUp({ addressee_id });
    const piece = await site.a.evidence(editor, { title: 'The report' });
    await site.a.link(implementation, piece, editor);
    await begin(implementation, piece);
    const send = async (path: string, body: object): Promise<string> => {
      const answer = await fetch(`${site.address}/api/v1/workspaces/${site.a.slug}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${editor.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(201);
      return ((await answer.json()) as { id: string }).id;
    };
    const asks = { addresseeIds: [addressee_id], recommendationIds: [recommendationId] };
    await send('/engagements', { kind: 'letter', occurredOn: '2010-06', summary: 'Please do.', ...asks });
    const due = { axis: 'implementation', dueOn: '2012', basis: 'Paragraph 9.' };
    const deadline = await send(`/follow-ups/${id}/deadlines`, due);
    const later = { dueOn: '2014-06', extendedBy: 'The Council', basis: 'Its letter.' };
    await send(`/deadlines/${deadline}/extensions`, later);
    const { page, errors } = await site.visit(editor);
    await page.goto(addressOf(recommendationId));
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('Put off to this date by The Council. Its letter.').waitFor();
    const kinds = (await timeline.getByRole('article').allTextContents()).map(
      (text) =>
        ['Under way', 'Evidence attached', 'Put off later', 'Put off to', 'Letter'].find((one) => text.includes(one)) ??
        text,
    );
    expect(kinds.sort()).toEqual(['Evidence attached', 'Letter', 'Put off later', 'Put off to', 'Under way']);
    await timeline.getByText(/^No reply from European Union for [\d,]+ days\.$/).waitFor();
    await timeline.getByRole('link', { name: 'First Organization to European Union' }).waitFor();
    const places = async (): Promise<{ x: number; y: number }[]> =>
      Promise.all(
        ['Move this follow-up', 'Timeline', /^Evidence/].map(async (name) => {
          const box = await page.getByRole('heading', { level: 3, name }).boundingBox();
          return { x: Math.round(box?.x ?? NaN), y: Math.round(box?.y ?? NaN) };
        }),
      );
    await page.getByRole('heading', { level: 3, name: /^Evidence/ }).waitFor();
    const [move, story, evidence] = await places();
    expect([move!.x < story!.x && story!.x < evidence!.x, Math.abs(move!.y - story!.y) < 20]).toEqual([true, true]);
    expect(await sound(page)).toEqual([[], 0]);
    await page.setViewportSize({ width: 390, height: 844 });
    // The page is laid out anew by and by.
    let narrow = await places();
    for (const end = Date.now() + 20_000; narrow[0]?.x !== narrow[1]?.x && Date.now() < end;) narrow = await places();
    const [first, second, third] = narrow;
    expect([first!.x === second!.x && second!.x === third!.x, first!.y < second!.y && second!.y < third!.y]).toEqual([
      true,
      true,
    ]);
    expect([await faultsByAxe(page), await tooWide(page), errors]).toEqual([[], 0, []]);
  });

  it("bears its title in the reader's language, and the one it was given first beside it", async () => {
    const recommendation_id = await site.a.recommendation({
      title: 'End public executions',
      translations: { ko: { title: '공개처형 금지', text: '공개처형을 금지하라.' } },
    });
    const { page, errors } = await site.visit(editor, { language: 'ko', width: 390 });
    await page.goto(addressOf(recommendation_id));
    const title = page.getByRole('heading', { level: 1, name: '공개처형 금지' });
    await title.waitFor();
    const original = page.getByText('End public executions');
    expect([await title.getAttribute('lang'), await original.getAttribute('lang')]).toEqual(['ko', 'en']);
    expect(await page.title()).toBe('공개처형 금지 - Heed');
    const other = await site.visit(editor, { language: 'en', width: 390 });
    await other.page.goto(addressOf(recommendation_id));
    await other.page.getByRole('heading', { level: 1, name: 'End public executions' }).waitFor();
    expect(await other.page.getByText('공개처형 금지').count()).toBe(0);
    expect([...errors, ...other.errors]).toEqual([]);
  });
});
