// Where one is on the desk: on a phone between two panes, with the keyboard after a form, deep in a long list, and beside others.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { documents } from '../../src/demonstration/documents.js';
import { PATIENCE } from '../support/browser.js';
import { Site, sound, until } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const [letter] = documents;
const WORDS: Record<'en' | 'ko', { what: string; read: string }> = {
  en: { what: 'Paste the whole document', read: 'Read it' },
  ko: { what: '문서 전체를 붙여 넣으세요', read: '읽어들이기' },
};

async function paste(page: Page, text: string, language: 'en' | 'ko' = 'en'): Promise<string> {
  await page.goto(site.at('/intake'));
  await page.getByLabel(WORDS[language].what).fill(text);
  await page.getByRole('button', { name: WORDS[language].read, exact: true }).click();
  await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
  await page.locator('[data-pane]').first().waitFor();
  return page.url();
}

const RESOLUTION = `S/RES/2911 (2026)

Resolution 2911 (2026)

Adopted by the Security Council at its 9981st meeting, on 12 March 2026

The Security Council,

Recalling its previous resolutions on the situation in Haiti,

1. Calls upon Haiti to open its courts to all who were displaced;`;

const hand = (page: Page): Locator => page.locator('li[data-chosen="true"]');
const place = (page: Page): Locator => page.locator('mark[data-chosen="true"]');
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>('document.activeElement.tagName + " " + document.activeElement.innerText.slice(0, 3)');

/** Below what lies over the page, and above the middle of the window or wholly in it. */
async function isInView(page: Page, what: Locator): Promise<boolean> {
  const box = await what.first().boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 50 && (box.y < height / 2 || box.y + box.height <= height);
}

describe('on a phone', () => {
  it('one is led to the ask that one pressed in the document, and back to its place', async () => {
    const member = await site.a.member();
    const { page, errors } = await site.visit(member, { language: 'en', width: 390 });
    await paste(page, letter!.content);
    await until(page, 'scrollY === 0');
    await page.getByRole('tab', { name: 'Document' }).click();
    await page.locator('mark[data-number="18"]').click();
    await hand(page)
      .getByText(/^18\. /)
      .waitFor();
    expect(await isInView(page, hand(page))).toBe(true);
    await page.getByRole('tab', { name: 'Document' }).click();
    await place(page).first().waitFor();
    expect(await isInView(page, place(page))).toBe(true);

    const [row] = await site.a.rows<{ id: string; intake_id: string }>(
      'SELECT id, intake_id FROM intake_proposal WHERE workspace_id = $1 ORDER BY span_start DESC LIMIT 1',
      [site.a.workspaceId],
    );
    const ask = await site.a.recommendation({ code: 'WAGES-1', title: 'Wages' });
    await site.a.rows(
      `UPDATE intake_proposal SET state = 'rejected', rejection = 'followed-already', recommendation_id = $2,
        decided_by = $3, decided_for = $4, decided_at = now() WHERE id = $1`,
      [row!.id, ask, member.actor.personId, member.actor.organizationId],
    );
    await page.goto(site.at(`/recommendations/${ask}`));
    // The second time all of it is there at once.
    for (let n = 0; n < 2; n += 1) {
      await page.getByRole('link', { name: 'Its place in the document' }).click();
      await place(page).first().waitFor();
      await until(page, 'scrollY > 500');
      expect(await isInView(page, place(page))).toBe(true);
      await page.goBack();
    }
    expect([await sound(page), errors]).toEqual([[[], 0], []]);
  });

  it('a document in Korean is called so, and themes bear their Korean names', async () => {
    const theme = await site.a.theme('workers');
    await site.a.rows(`UPDATE theme SET label = 'Workers abroad', labels = '{"ko": "해외 노동자"}' WHERE id = $1`, [
      theme,
    ]);
    const { page } = await site.visit(await site.a.member(), { language: 'ko', width: 390 });
    await paste(page, '공개서한\n\n우리는 유럽연합에 해외 노동자를 보호할 것을 촉구합니다.', 'ko');
    await page.getByRole('tab', { name: '문서' }).click();
    expect(await page.getByRole('region', { name: '가져온 문서' }).getAttribute('lang')).toBe('ko');
    await paste(page, 'Letter\n\nWe urge Kenya to open the bridge.', 'ko');
    await hand(page).getByRole('combobox', { name: '주제' }).click();
    await page.getByRole('option', { name: '해외 노동자' }).click();
    await hand(page).locator('.mantine-Pill-root').filter({ hasText: '해외 노동자' }).waitFor();
  });
});

describe('with the keyboard', () => {
  it('one is in the form of what one added, with its ask after the form, and told where there is nothing to undo', async () => {
    const { page, errors } = await site.visit(await site.a.member());
    await paste(page, letter!.content);
    await page.keyboard.press('u');
    await page.getByText('There is no step of yours to undo since you opened this document.').waitFor();
    for (let n = 0; n < 11; n += 1) await page.keyboard.press('j');
    await hand(page)
      .getByText(/^12\. /)
      .waitFor();
    await page.keyboard.press('t');
    const bar = page.getByRole('group', { name: '1 chosen' });
    await bar.waitFor();
    expect(await isInView(page, bar)).toBe(true);
    expect(await isInView(page, hand(page))).toBe(true);

    await page.keyboard.press('n');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('The wording of the letter');
    await page.getByRole('option', { name: /^The wording of the letter/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Add as an ask' }).press('Enter');
    const form = page.getByRole('form', { name: 'Edit' });
    await form.waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focused(page)).toMatch(/^INPUT/);
    await form.getByRole('button', { name: 'Cancel' }).press('Enter');
    await form.waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('BUTTON 1. ');
    expect(errors).toEqual([]);
  });
});

describe('the last step', () => {
  it('begins with what the document says of itself', async () => {
    const { page, errors } = await site.visit(await site.a.member());
    const address = await paste(page, RESOLUTION);
    await page.locator('mark').first().waitFor();
    await page.keyboard.press('a');
    await page.getByRole('status').filter({ hasText: '1 accepted' }).waitFor();
    await page.goto(`${address}/record`);
    await page.getByLabel('Kind', { exact: true }).first().waitFor();
    expect(await page.getByLabel('Kind', { exact: true }).first().inputValue()).toBe('resolution');
    expect(await page.getByLabel('Document symbol').inputValue()).toBe('S/RES/2911 (2026)');
    expect(await page.getByLabel('Year').first().inputValue()).toBe('2026');
    expect(errors).toEqual([]);
  });
});

describe('beside others', () => {
  it('one sees why an act was refused however far down one is, and that others recorded or discarded the document', async () => {
    const { page } = await site.visit(await site.a.member());
    const address = await paste(page, letter!.content);
    const { page: other } = await site.visit(await site.a.member());
    await other.goto(address);
    await page.locator('mark[data-number="15"]').click();
    await hand(page)
      .getByText(/^15\. /)
      .waitFor();
    // What the other decides is not seen here before one decides too.
    await page.route(/\/(news|proposals\?.*)$/, (route) => route.abort());
    await other.locator('mark[data-number="15"]').click();
    await other.keyboard.press('a');
    await other.getByRole('status').filter({ hasText: '1 accepted' }).waitFor();
    await page.keyboard.press('r');
    const why = page.getByRole('alert').filter({ hasText: 'Somebody else changed this meanwhile' });
    await why.waitFor();
    expect(await isInView(page, why)).toBe(true);
    await page.unrouteAll();

    await page.goto(`${address}/record`);
    await page.getByLabel('Codes begin with').fill('MINE');
    await other.getByRole('link', { name: 'Record 1 accepted' }).click();
    await other.getByRole('button', { name: 'Record', exact: true }).click();
    await other.getByText('This document is in the record').waitFor();
    await page.getByText('Somebody else has recorded this document meanwhile. Nothing was recorded by you.').waitFor();
    await page.getByText('This document is in the record').waitFor();

    const second = await paste(page, 'Letter on wells\n\nWe urge Kenya to open the wells.');
    await other.goto(second);
    await hand(other).waitFor();
    await page.goto(site.at('/intake'));
    await page.getByRole('button', { name: 'Discard: Letter on wells' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await other.getByRole('heading', { name: 'This page is not there' }).waitFor();
  });
});
