// More people come to read a piece: one asks with the checklist, another agrees on a phone, a third reads it; a flag keeps it from becoming public.

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { Site, sound, type Visitor } from '../support/site.js';

jest.setTimeout(PATIENCE);

const TITLE = 'What the guard told us';
let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const isFine = async ({ page }: Visitor): Promise<void> => expect(await sound(page)).toEqual([[], 0]);

/** Answers the whole checklist; what lacks an answer can't be sent. */
async function ask({ page }: Visitor, said: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Ask that more people read it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask that more people read it' });
  await dialog.getByText(said).waitFor();
  const send = dialog.getByRole('button', { name: 'Ask for it' });
  await dialog.getByRole('radio', { name: 'Yes, the source agreed' }).check();
  await dialog.getByLabel('How is that recorded?').fill('In a letter.');
  await dialog.getByRole('radio', { name: 'What identifies them was taken out' }).check();
  await dialog.getByRole('radio', { name: 'Somebody, and we have weighed it' }).check();
  await dialog.getByLabel('Who, and what protects them?').fill('Her family: they left.');
  expect(await send.isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: /^There is no file/ }).check();
  await dialog.getByLabel('Why do more people need to read it?').fill('It has to be told.');
  await send.click();
  await dialog.waitFor({ state: 'hidden' });
}

it('is asked by one, agreed by another, and read by a third from then on', async () => {
  const organizationId = await site.a.organization('Europe for Korea');
  const holder = await site.a.member({ organizationId, name: 'Hana Holder' });
  const other = await site.a.member({ roles: ['verifier'], organizationId, name: 'Vera Verifier' });
  const third = await site.a.member({ name: 'Theo Third' });
  const id = await site.a.evidence(holder, { confidentiality: 'organization', title: TITLE });
  const [{ all } = { all: 0 }] = await site.a.rows<{ all: number }>(
    'SELECT count(*)::integer AS all FROM membership WHERE workspace_id = $1',
    [site.a.workspaceId],
  );
  const means = new RegExp(`^${String(all)} people will be able to open this; now it is 2`);
  const [visitor, second, reader] = [
    await site.visit(holder),
    await site.visit(other, { language: 'en', width: 390 }),
    await site.visit(third, { language: 'ko', width: 390 }),
  ];
  await visitor.page.goto(site.at(`/evidence/${id}`));
  await ask(visitor, means);
  await visitor.page.getByText('Nothing changes before another person who may read it agrees.').waitFor();
  await isFine(visitor);

  await second.page.goto(site.at('/for-me'));
  await second.page.getByRole('link', { name: TITLE }).click();
  await second.page.getByText('Hana Holder asks that it be read by: Coalition').waitFor();
  await second.page.getByText('In a letter.').waitFor();
  await isFine(second);
  await second.page.getByRole('button', { name: 'Agree', exact: true }).click();
  const dialog = second.page.getByRole('dialog');
  await dialog.getByText(means).waitFor();
  await isFine(second);
  await dialog.getByRole('button', { name: 'Agree', exact: true }).click();
  await second.page.getByText('More people can read it now').waitFor();
  await second.page
    .getByRole('region', { name: 'Let more people read it' })
    .getByRole('button', { name: 'Show' })
    .click();
  await second.page.getByText(/Vera Verifier agreed/).waitFor();
  await isFine(second);

  await reader.page.goto(site.at(`/evidence/${id}`));
  await reader.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await reader.page.getByText('더 많은 사람에게 엶').waitFor();
  expect(await reader.page.getByText('In a letter.').count()).toBe(0);
  await isFine(reader);

  await visitor.page.getByRole('button', { name: 'Set a do-no-harm flag' }).click();
  const flagging = visitor.page.getByRole('dialog');
  await flagging.getByLabel('Who could be harmed, and how?').fill('The guard can be told by his voice.');
  await isFine(visitor);
  await flagging.getByRole('button', { name: 'Set the flag' }).click();
  await visitor.page.getByText('The guard can be told by his voice.').waitFor();
  await visitor.page.getByRole('button', { name: 'Ask that more people read it' }).click();
  const asking = visitor.page.getByRole('dialog');
  await asking.getByText("it doesn't become public before two people take the flag off").waitFor();
  expect(await asking.getByRole('button', { name: 'Ask for it' }).count()).toBe(0);
  await visitor.page.keyboard.press('Escape');
  await visitor.page.getByRole('button', { name: 'Ask to take the flag off' }).click();
  await visitor.page.getByRole('dialog').getByRole('button', { name: 'Ask to take the flag off' }).click();
  await visitor.page.getByText('Hana Holder asks to take the flag off.').waitFor();

  await second.page.goto(site.at('/evidence?flagged=true'));
  await second.page.getByText('Do no harm').first().waitFor();
  await isFine(second);
  await second.page.getByRole('link', { name: TITLE }).click();
  await second.page.getByRole('button', { name: 'Confirm: take the flag off' }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Confirm: take the flag off' }).click();
  await second.page.getByRole('alert', { name: 'Do no harm' }).waitFor({ state: 'hidden' });
  const [row] = await site.a.rows<{ level: string; removed: boolean }>(
    'SELECT e.confidentiality AS level, f.removed_by = $2 AS removed FROM evidence e JOIN harm_flag f ON f.evidence_id = e.id WHERE e.id = $1',
    [id, other.actor.personId],
  );
  expect(row).toEqual({ level: 'coalition', removed: true });
});

it('tells whoever has a form open that somebody else came first, keeps what was answered, and says who decides', async () => {
  const holder = await site.visit(await site.a.member({ name: 'Hana Holder' }));
  const first = await site.visit(await site.a.member({ roles: ['verifier'], name: 'Fay First' }));
  const late = await site.visit(await site.a.member({ roles: ['verifier'], name: 'Lou Late' }));
  const partner = await site.visit(await site.a.member({ roles: ['partner'] }), { language: 'ko', width: 390 });
  const editor = await site.a.member();
  const id = await site.a.evidence(editor, { confidentiality: 'organization', title: 'What the driver told us' });
  for (const { page } of [holder, first, late, partner]) {
    await page.goto(site.at(`/evidence/${id}`));
    await page.getByRole('heading', { level: 1, name: 'What the driver told us' }).waitFor();
  }

  // A form that was filled for one level is still filled for another one.
  await first.page.getByRole('button', { name: 'Ask that more people read it' }).click();
  const asking = first.page.getByRole('dialog', { name: 'Ask that more people read it' });
  await asking.getByRole('radio', { name: 'Yes, the source agreed' }).check();
  await asking.getByLabel('Why do more people need to read it?').fill('It has to be told.');
  await asking.getByLabel('Who shall read it?').selectOption('public');
  await asking.getByText('And everybody outside to whom it is shown or given.').waitFor();
  expect(await asking.getByRole('radio', { name: 'Yes, the source agreed' }).isChecked()).toBe(true);
  expect(await asking.getByLabel('Why do more people need to read it?').inputValue()).toBe('It has to be told.');
  await ask(holder, /people will be able to open this/);
  await first.page.getByText('Somebody else has asked meanwhile that more people read it').waitFor();
  await partner.page.getByText('이 자료를 볼 수 있는 관리자, 편집자, 확인자 가운데').waitFor();
  expect(await partner.page.getByRole('button', { name: '동의', exact: true }).count()).toBe(0);
  await isFine(partner);

  await late.page.getByRole('button', { name: 'Refuse', exact: true }).click();
  await late.page.getByLabel('Why is it refused?').fill('He can be told by the route.');
  await first.page.getByRole('button', { name: 'Agree', exact: true }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Agree', exact: true }).click();
  await late.page.getByText('Somebody else has decided meanwhile. Nothing was done by you.').waitFor();
  expect(await site.a.rows('SELECT decision FROM lowering WHERE evidence_id = $1', [id])).toEqual([
    { decision: 'agreed' },
  ]);

  await holder.page.getByRole('button', { name: 'Set a do-no-harm flag' }).click();
  await holder.page.getByLabel('Who could be harmed, and how?').fill('The driver.');
  const other = await site.visit(editor);
  await other.page.goto(site.at(`/evidence/${id}`));
  await other.page.getByRole('button', { name: 'Set a do-no-harm flag' }).click();
  await other.page.getByLabel('Who could be harmed, and how?').fill('He can be told by the route.');
  await other.page.getByRole('button', { name: 'Set the flag' }).click();
  await holder.page.getByText('Somebody else has set a do-no-harm flag meanwhile.').waitFor();

  // Who meant to ask is not made the second person without a word.
  await late.page.getByRole('button', { name: 'Ask to take the flag off' }).click();
  const removing = late.page.getByRole('dialog');
  await removing.getByRole('button', { name: 'Ask to take the flag off' }).waitFor();
  await first.page.getByRole('button', { name: 'Ask to take the flag off' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Ask to take the flag off' }).click();
  await removing.getByText('Somebody else has asked to take it off meanwhile.').waitFor();
  await removing.getByRole('button', { name: 'Confirm: take the flag off' }).waitFor();
  await isFine(late);
});
