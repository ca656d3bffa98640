// Our part in an outcome: stated by an editor with its evidence, substantiated by a partner of another organization, stated anew.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PATIENCE } from '../support/browser.js';
import { Site, sound } from '../support/site.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const partOf = (page: Page) => page.getByRole('region', { name: /^Our part in it/ });

describe('our part in it', () => {
  it('is stated, asks for what it needs, is stood behind, and loses that with its words', async () => {
    const editor = await site.a.member();
    const partner = await site.a.member({ roles: ['partner'], organizationId: await site.a.organization('Watch') });
    const recommendation = await site.a.recommendation({ code: 'K-1', title: 'Let them visit' });
    const followUp = await site.a.followUp({ recommendation_id: recommendation });
    const piece = await site.a.evidence(editor, { title: 'Minutes of the meeting' });
    await site.a.link(followUp.implementation, piece, editor);
    const path = site.at(`/recommendations/${recommendation}`);

    const { page, errors } = await site.visit(editor);
    await page.goto(path);
    await partOf(page).getByRole('button', { name: 'State our part' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What our advocacy had to do with it' }).fill('They took our list.');
    await dialog.getByRole('radio', { name: 'Documented' }).check();
    expect(await sound(page)).toEqual([[], 0]);
    await dialog.getByRole('button', { name: 'Save the statement' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/Name a piece of accepted evidence/)
      .first()
      .waitFor();
    await dialog.getByRole('checkbox', { name: 'Minutes of the meeting' }).check();
    await dialog.getByRole('button', { name: 'Save the statement' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await partOf(page).getByRole('button', { name: 'Show', exact: true }).click();
    await partOf(page).getByText('Nobody of another organization stands behind it yet.').waitFor();
    expect(await sound(page)).toEqual([[], 0]);

    const theirs = await site.visit(partner);
    await theirs.page.goto(path);
    await partOf(theirs.page).getByRole('button', { name: 'Show', exact: true }).click();
    await partOf(theirs.page).getByRole('button', { name: 'Stand behind it' }).click();
    const asking = theirs.page.getByRole('dialog');
    await asking.getByRole('textbox').fill('We were in the room.');
    await asking.getByRole('button', { name: 'Stand behind it' }).click();
    await asking.waitFor({ state: 'hidden' });
    await partOf(theirs.page)
      .getByText(/We were in the room\./)
      .waitFor();

    await partOf(page)
      .getByText(/Watch stands behind it/)
      .waitFor();
    await partOf(page).getByRole('button', { name: 'State it anew' }).click();
    await dialog.getByRole('textbox', { name: 'What our advocacy had to do with it' }).fill('They used our list.');
    await dialog.getByRole('button', { name: 'Save the statement' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await partOf(page).getByText('Nobody of another organization stands behind it yet.').waitFor();
    expect(
      await site.a.rows(
        `SELECT k.strength, k.version, x.act, x.organization_id, (SELECT text FROM words w WHERE w.hash = x.said_hash) AS said
         FROM contribution k JOIN contribution_act x ON x.contribution_id = k.id WHERE k.follow_up_id = $1 ORDER BY x.recorded_at`,
        [followUp.id],
      ),
    ).toEqual(
      [
        ['stated', site.a.organizationId, 'They took our list.'],
        ['substantiated', partner.actor.organizationId, 'We were in the room.'],
        ['stated', site.a.organizationId, 'They used our list.'],
      ].map(([act, organization_id, said]) => ({ strength: 'documented', version: 3, act, organization_id, said })),
    );
    // The browser tells of what was refused once.
    expect([errors, theirs.errors]).toEqual([[expect.stringContaining('422')], []]);
  });
});
