// Comments: asked on a follow-up, found by whoever is mentioned, answered, changed, and settled.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

describe('a comment', () => {
  it('speaks to a partner with keys alone, is found, answered, changed and resolved', async () => {
    const editor = await site.a.member();
    const partner = await site.a.member({ roles: ['partner'], organizationId: await site.a.organization('Europe') });
    const recommendation = await site.a.recommendation({ code: 'C-1', title: 'Let them visit' });
    const followUp = await site.a.followUp({ recommendation_id: recommendation });
    const one = await site.visit(editor);
    await one.page.goto(site.at(`/recommendations/${recommendation}`));
    const asking = one.page.getByRole('region', { name: 'Comments' });
    await one.page.getByRole('region', { name: 'Next steps' }).scrollIntoViewIfNeeded();
    await asking.getByText('No open comments.').waitFor();
    await asking.getByRole('button', { name: 'Write a comment' }).click();
    await asking.getByRole('textbox', { name: 'Comment', exact: true }).focus();
    await one.page.keyboard.type('Who asks Geneva again? @');
    await one.page.keyboard.type('Europe');
    await one.page.getByRole('option', { name: /Europe/ }).waitFor();
    await one.page.keyboard.press('ArrowDown');
    await one.page.keyboard.press('Enter');
    await one.page.keyboard.press('Escape');
    expect(await sound(one.page)).toEqual([[], 0]);
    await asking.getByRole('button', { name: 'Send' }).click();
    const thread = asking.getByRole('article');
    await thread.getByText('Who asks Geneva again?').waitFor();

    const two = await site.visit(partner, { language: 'en', width: 390 });
    await two.page.goto(site.at('/for-me'));
    const waiting = two.page.getByRole('region', { name: 'Comments that wait for you' });
    await waiting.getByText('Who asks Geneva again?').waitFor();
    expect(await sound(two.page)).toEqual([[], 0]);
    await waiting.getByRole('link', { name: 'Let them visit' }).click();
    const answering = two.page.getByRole('region', { name: 'Comments' }).getByRole('article');
    await answering.getByText('Waits for you').waitFor();
    await answering.getByRole('button', { name: 'Reply' }).click();
    await answering.getByRole('textbox', { name: 'Your reply' }).fill('We do.');
    expect(await sound(two.page)).toEqual([[], 0]);
    await answering.getByRole('button', { name: 'Send' }).click();
    await answering.getByText('We do.').waitFor();
    await answering.getByText('Waits for you').waitFor({ state: 'hidden' });
    await answering.getByRole('button', { name: 'Change' }).click();
    await answering.getByRole('textbox', { name: 'Comment', exact: true }).fill('We write on Monday.');
    await answering.getByRole('button', { name: 'Save', exact: true }).click();
    await answering.getByText('We write on Monday.').waitFor();
    await answering.getByRole('button', { name: 'What it said before' }).click();
    await answering.getByText('We do.').waitFor();

    await thread.getByText('We write on Monday.').waitFor();
    await thread.getByRole('button', { name: 'Resolve' }).click();
    await asking.getByText('No open comments.').waitFor();
    await asking.getByLabel('Resolved ones too').click();
    await thread.getByText(/^Resolved by/).waitFor();
    expect(await sound(one.page)).toEqual([[], 0]);
    expect(
      await site.a.rows(
        `SELECT c.follow_up_id, c.person_id, (SELECT text FROM words w WHERE w.hash = c.text_hash) AS text,
           (SELECT array_agg(n.membership_id) FROM comment_mention n WHERE n.comment_id = c.id) AS mentions,
           (SELECT json_agg(json_build_array(a.act, (SELECT text FROM words w WHERE w.hash = a.text_hash))) FROM comment_act a WHERE a.comment_id = c.id) AS acts
         FROM comment c WHERE c.workspace_id = $1 ORDER BY c.recorded_at`,
        [site.a.workspaceId],
      ),
    ).toEqual([
      {
        follow_up_id: followUp.id,
        person_id: editor.actor.personId,
        text: 'Who asks Geneva again?',
        mentions: [partner.actor.membershipId],
        acts: [['resolved', null]],
      },
      {
        follow_up_id: followUp.id,
        person_id: partner.actor.personId,
        text: 'We do.',
        mentions: null,
        acts: [['edited', 'We write on Monday.']],
      },
    ]);
    expect([one.errors, two.errors]).toEqual([[], []]);
  });

  it('is removed by whoever wrote it, after saying what stays', async () => {
    const editor = await site.a.member({ name: 'Jihye Han' });
    const recommendation = await site.a.recommendation({ code: 'C-2', title: 'Let them leave' });
    const followUp = await site.a.followUp({ recommendation_id: recommendation });
    const id = await site.a.comment(editor, followUp.id, { text: 'Never mind.' });
    const { page, errors } = await site.visit(editor);
    await page.goto(site.at(`/recommendations/${recommendation}?comment=${id}`));
    const thread = page.getByRole('region', { name: 'Comments' }).getByRole('article');
    await thread.getByText('Never mind.').waitFor();
    await thread.getByRole('button', { name: 'Remove' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/What it says will be shown to nobody/).waitFor();
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await thread.getByText(/^Removed by Jihye Han/).waitFor();
    expect(await thread.getByText('Never mind.').count()).toBe(0);
    expect(await site.a.rows('SELECT act FROM comment_act WHERE comment_id = $1', [id])).toEqual([{ act: 'removed' }]);
    expect(errors).toEqual([]);
  });
});

describe('a comment on a piece of evidence', () => {
  it('is asked where the piece is, found by whoever is mentioned, and answered there', async () => {
    const editor = await site.a.member();
    const partner = await site.a.member({
      roles: ['partner'],
      organizationId: await site.a.organization('Seoul Desk'),
    });
    const piece = await site.a.evidence(editor, { title: 'A report of May' });
    const one = await site.visit(editor);
    await one.page.goto(site.at(`/evidence/${piece}`));
    await one.page.getByRole('heading', { name: 'Who had it in hand' }).scrollIntoViewIfNeeded();
    const asking = one.page.getByRole('region', { name: 'Comments' });
    await asking.getByRole('button', { name: 'Write a comment' }).click();
    await asking.getByRole('textbox', { name: 'Comment', exact: true }).fill('Who has the original?');
    await asking.getByRole('combobox', { name: 'For whom' }).fill('Seoul Desk');
    await one.page.getByRole('option', { name: /Seoul Desk/ }).click();
    await one.page.keyboard.press('Escape');
    await asking.getByRole('button', { name: 'Send' }).click();
    const thread = asking.getByRole('article');
    await thread.getByText('Who has the original?').waitFor();
    expect(await sound(one.page)).toEqual([[], 0]);

    const two = await site.visit(partner, { language: 'ko', width: 390 });
    await two.page.goto(site.at('/for-me'));
    await two.page.getByText('Who has the original?').waitFor();
    await two.page.getByRole('link', { name: 'A report of May' }).click();
    const answering = two.page.getByRole('region', { name: '댓글' }).getByRole('article');
    await answering.getByRole('button', { name: '답글 쓰기' }).click();
    await answering.getByRole('textbox', { name: '답글', exact: true }).fill('We have.');
    await answering.getByRole('button', { name: '올리기' }).click();
    await answering.getByText('We have.').waitFor();
    expect(await sound(two.page)).toEqual([[], 0]);
    await thread.getByText('We have.').waitFor();
    expect(
      await site.a.rows(
        `SELECT (SELECT text FROM words w WHERE w.hash = c.text_hash AND w.evidence_id = c.evidence_id) AS text, reply_to IS NOT NULL AS reply
         FROM comment c WHERE evidence_id = $1 ORDER BY recorded_at`,
        [piece],
      ),
    ).toEqual([
      { text: 'Who has the original?', reply: false },
      { text: 'We have.', reply: true },
    ]);
    expect([...one.errors, ...two.errors]).toEqual([]);
  });
});
