// Two people with the same form open: the second one to act is told, nothing typed is lost or saved over, and the keyboard stays in the page.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { Site, sound, until, type Visitor } from '../support/site.js';
import { held, showNow } from '../support/two-windows.js';

jest.setTimeout(PATIENCE);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const focused = ({ page }: Visitor): Promise<string> =>
  page.evaluate<string>('document.activeElement.tagName + " " + document.activeElement.innerText.slice(0, 20)');
const phone = { language: 'en', width: 390 } as const;
const stateOf = async (id: string): Promise<unknown> =>
  (await site.a.rows<{ withdrawal: string }>('SELECT withdrawal FROM evidence WHERE id = $1', [id]))[0]?.withdrawal;

describe('a piece in danger', () => {
  it('is erased only by whoever read that they confirm it', async () => {
    const [one, two] = [
      await site.visit(await site.a.member({ name: 'Ona One' })),
      await site.visit(await site.a.member({ name: 'Tom Two' }), phone),
    ];
    const id = await site.a.evidence(await site.a.member(), { title: 'A paper in danger' });
    for (const { page } of [one, two]) {
      await page.goto(site.at(`/evidence/${id}`));
      await page.getByRole('button', { name: 'Source in danger: hide it' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('It was named on the radio.');
    }
    await one.page.getByRole('button', { name: 'Take it out of sight now' }).click();
    await two.page.getByText(/^Somebody else has taken it out of sight meanwhile/).waitFor();
    await one.page.getByRole('button', { name: 'Ask to erase it' }).waitFor();
    await until(one.page, 'document.activeElement.tagName === "MAIN"');

    // What the other asks is not seen here for a while.
    await two.page.route(/\/(news|withdrawal)$/, (route) => route.abort());
    await two.page.getByRole('button', { name: 'Ask to erase it' }).click();
    const asking = two.page.getByRole('dialog');
    await asking.getByText('Nothing changes until another person confirms.').waitFor();
    await one.page.getByRole('button', { name: 'Ask to erase it' }).click();
    await one.page.getByRole('dialog').getByRole('button', { name: 'Ask for it' }).click();
    await one.page.getByText('Ona One asked to erase it. Another person confirms.').waitFor();
    expect(await one.page.getByRole('button', { name: 'Confirm: erase it' }).count()).toBe(0);
    await asking.getByRole('button', { name: 'Ask for it' }).click();
    await asking.getByText('What is asked for has changed meanwhile. Nothing was changed.').waitFor();
    expect(await stateOf(id)).toBe('withdrawn');
    await two.page.unrouteAll();
    await asking.getByRole('button', { name: 'Show what is there now' }).click();
    await asking.getByText(/^Somebody else has asked for the same meanwhile/).waitFor();
    expect(await sound(two.page)).toEqual([[], 0]);
    await asking.getByRole('button', { name: 'Erase it for good' }).click();
    await asking.waitFor({ state: 'hidden' });
    expect(await stateOf(id)).toBe('erased');
  });
});

describe('what was proposed', () => {
  it('is declined by nobody once it is accepted, and whoever was writing why is told', async () => {
    const [one, two] = [await site.visit(await site.a.member()), await site.visit(await site.a.member(), phone)];
    const id = await site.a.evidence(await site.a.member({ roles: ['partner'] }), { acceptance: 'proposed' });
    for (const { page } of [one, two]) await page.goto(site.at(`/evidence/${id}`));
    await two.page.getByRole('button', { name: 'Decline' }).click();
    await two.page.getByLabel('Why is it declined?').fill('It says nothing of the visits.');
    await one.page.getByRole('button', { name: 'Accept into the record' }).click();
    await two.page.getByText('Somebody else has decided on it meanwhile. Nothing was done by you.').waitFor();
    expect(await two.page.getByRole('button', { name: 'Decline' }).count()).toBe(0);
  });
});

describe('the settings', () => {
  it('keep what one typed while another saves, and save over nobody', async () => {
    const roles = ['administrator'] as const;
    const [one, two] = [
      await site.visit(await site.a.member({ roles: [...roles] })),
      await site.visit(await site.a.member({ roles: [...roles] }), phone),
    ];
    for (const { page } of [one, two]) await page.goto(site.at('/settings?tab=workspace'));
    const name = (visitor: Visitor) => visitor.page.getByLabel('Name', { exact: false }).first();
    await name(two).fill('As the second one types it');
    await name(one).fill('As the first one has it');
    await one.page.getByRole('button', { name: 'Save' }).click();
    await one.page.getByText('Settings saved').waitFor();
    await two.page.getByRole('button', { name: 'Save' }).click();
    await two.page.getByText('Somebody else changed this meanwhile').waitFor();
    expect(await name(two).inputValue()).toBe('As the second one types it');
    await two.page.getByRole('button', { name: 'Show what is there now' }).click();
    await until(two.page, `document.querySelector('main form input').value === 'As the first one has it'`);
    await name(two).fill('As both have it');
    await two.page.getByRole('button', { name: 'Save' }).click();
    await two.page.getByText('Settings saved').waitFor();
    expect(await site.a.rows('SELECT name FROM workspace WHERE id = $1', [site.a.workspaceId])).toEqual([
      { name: 'As both have it' },
    ]);
  });

  it('change a member on what is there now, and give the keyboard back', async () => {
    const [one, two] = [
      await site.visit(await site.a.member({ roles: ['administrator'] })),
      await site.visit(await site.a.member({ roles: ['administrator'] }), phone),
    ];
    const { actor } = await site.a.member({ roles: ['partner'], name: 'Pia Partner' });
    for (const { page } of [one, two]) {
      await page.goto(site.at('/settings?tab=members'));
      await page
        .getByRole('listitem')
        .filter({ hasText: 'Pia Partner' })
        .getByRole('button', { name: 'Change' })
        .click();
    }
    await two.page.getByRole('dialog').getByLabel('Last day').fill('2031-01-31');
    await one.page
      .getByRole('dialog')
      .getByRole('checkbox', { name: /editor/i })
      .check();
    await one.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await one.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await until(one.page, 'document.activeElement !== document.body');
    expect(await focused(one)).toBe('BUTTON Change');
    const dialog = two.page.getByRole('dialog');
    // What the other changed is not seen here for a while, however quickly one presses.
    const letThrough = await held(two.page, '/members');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await showNow(two.page, letThrough);
    await dialog.getByText(/^Loses the role of editor/).waitFor();
    expect(await dialog.getByLabel('Last day').inputValue()).toBe('2031-01-31');
    expect(await sound(two.page)).toEqual([[], 0]);
    await dialog.getByRole('checkbox', { name: /editor/i }).check();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const [row] = await site.a.rows<{ roles: string[]; day: string }>(
      'SELECT roles, ends_on::text AS day FROM membership WHERE id = $1',
      [actor.membershipId],
    );
    expect([row!.day, [...row!.roles].sort()]).toEqual(['2031-01-31', ['editor', 'partner']]);
  });
});

interface Form {
  of: string;
  act: string;
  /** What is filled in, by the names of the fields. */
  typed?: Record<string, string>;
  /** What somebody else does to the row meanwhile. */
  change: string;
  /** What then shows it. */
  seen: string | RegExp;
  /** What is so of the row in the end; left out, it is gone. */
  done?: string;
}

/** The forms over a list of the settings. */
const FORMS: Form[] = [
  {
    of: 'organization',
    act: 'Rename',
    typed: { Name: 'As I have it' },
    change: "name = 'As they have it'",
    seen: 'Rename: As they have it',
    done: "name = 'As I have it'",
  },
  { of: 'organization', act: 'Remove', change: "name = 'As they have it'", seen: 'Remove: As they have it' },
  {
    of: 'theme',
    act: 'Rename',
    typed: { 'Name in Korean': '내가 적은 이름' },
    change: `labels = '{"ko": "그들이 적은 이름"}'`,
    seen: 'It is "그들이 적은 이름" now.',
    done: "labels ->> 'ko' = '내가 적은 이름'",
  },
  { of: 'theme', act: 'Remove', change: "label = 'As they have it'", seen: 'Remove: As they have it' },
  {
    of: 'identity_provider',
    act: 'Replace the secret',
    typed: { 'Client secret': 'a-secret-of-mine' },
    change: "sealed_secret = 'theirs'",
    seen: /^Somebody else has set another secret meanwhile/,
    done: "sealed_secret <> 'theirs'",
  },
  {
    of: 'identity_provider',
    act: 'Remove',
    change: "sealed_secret = 'theirs'",
    seen: /^Somebody else has set another secret meanwhile/,
    done: 'removed_at IS NOT NULL',
  },
];
let number = 10;
const ROWS: Record<string, (name: string) => Promise<string>> = {
  organization: (name) => site.a.organization(name),
  theme: (name) => site.a.theme(name),
  identity_provider: async (name) =>
    site.a.insert('identity_provider', {
      id: randomUUID(),
      workspace_id: site.a.workspaceId,
      organization_id: await site.a.organization(name),
      code: `form-aaaa-aaa${'abcdefghijklm'.charAt(number % 10)}`,
      issuer: 'https://sign-in.example',
      client_id: 'heed',
      sealed_secret: Buffer.from('before'),
    }),
};

describe('a list of the settings', () => {
  /** With a row of its own, the form opened by its button, and filled. */
  async function opened({ of, act, typed = {} }: Form) {
    const name = `one-of-many-${String((number += 1))}`;
    const id = await ROWS[of]!(name);
    const { page } = await site.visit(await site.a.member({ roles: ['administrator'] }), phone);
    await page.goto(site.at(`/settings?tab=${of === 'theme' ? 'themes' : 'organizations'}`));
    await page.getByRole('listitem').filter({ hasText: name }).last().getByRole('button', { name: act }).click();
    const dialog = page.getByRole('dialog');
    for (const [label, words] of Object.entries(typed)) await dialog.getByRole('textbox', { name: label }).fill(words);
    const send = dialog.getByRole('button', { name: act === 'Rename' ? 'Save' : act, exact: true });
    return { id, page, dialog, send };
  }

  it.each(FORMS)('of $of: shows what is there now before it does: $act', async (form) => {
    const { id, page, dialog, send } = await opened(form);
    await site.a.rows(`UPDATE ${form.of} SET ${form.change} WHERE id = $1`, [id]);
    const letThrough = await held(page, `/${form.of.replace('_', '-')}s`);
    await send.click();
    await showNow(page, letThrough);
    await dialog.getByText(form.seen).waitFor();
    for (const [label, words] of Object.entries(form.typed ?? {}))
      expect(await dialog.getByRole('textbox', { name: label }).inputValue()).toBe(words);
    expect(await sound(page)).toEqual([[], 0]);
    await send.click();
    await dialog.waitFor({ state: 'hidden' });
    const rows = await site.a.rows(`SELECT ${form.done ?? 'true'} AS done FROM ${form.of} WHERE id = $1`, [id]);
    expect(rows).toEqual(form.done ? [{ done: true }] : []);
  });

  it('says what is no longer there, and closes the form', async () => {
    const { id, page, dialog, send } = await opened(FORMS[0]!);
    await site.a.rows('DELETE FROM organization WHERE id = $1', [id]);
    await send.click();
    await dialog.getByRole('button', { name: 'Show what is there now' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Somebody else has removed it meanwhile. Nothing was done by you.').waitFor();
  });

  it('keeps the refusal, and what was typed, where nothing could be read', async () => {
    const { id, page, dialog, send } = await opened(FORMS[2]!);
    await site.a.rows(`UPDATE theme SET label = 'As they have it' WHERE id = $1`, [id]);
    await page.route(
      ({ pathname }) => pathname.endsWith('/themes'),
      (route) => route.fulfill({ status: 404 }),
    );
    await send.click();
    await dialog.getByRole('button', { name: 'Show what is there now' }).click();
    await dialog.getByText(/^It could not be read/).waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Name in Korean' }).inputValue()).toBe('내가 적은 이름');
    await page.unrouteAll();
    await dialog.getByRole('button', { name: 'Show what is there now' }).click();
    await dialog.getByText('Rename: As they have it').waitFor();
  });
});
