// Swagger UI as an auditor uses it: with a token, and with nothing from elsewhere.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { hostsOf, openBrowser, PATIENCE, scrollTo, visit } from '../support/browser.js';
import { openWorld, type World } from '../support/world.js';

jest.setTimeout(PATIENCE);

let browser: Browser;
let world: World;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openWorld();
});
afterEach(async () => {
  // Before the app, which waits for whoever is still connected.
  for (const context of browser.contexts()) await context.close();
  await world.close();
});

/** In the page: a letter as a picture. Letters that the font lacks all look alike. */
const DRAW = `(letter) => {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  pen.font = '40px sans-serif';
  pen.fillText(letter, 10, 50);
  return canvas.toDataURL();
}`;

describe('/api/docs', () => {
  it('lets an auditor sign in with a token and read a list, without a word to any other host', async () => {
    const auditor = await world.a.member({ roles: ['auditor'] });
    await world.a.theme('abductions');
    const address = await world.address();
    const { page, asked, errors } = await visit(browser, `${address}/api/docs`);

    await page.getByRole('button', { name: 'Authorize' }).first().click();
    const dialog = page.locator('.modal-ux form').filter({ hasText: 'token (http, Bearer)' });
    await dialog.getByLabel('auth-bearer-value').fill(auditor.token);
    await dialog.getByRole('button', { name: 'Apply credentials' }).click();
    await dialog.locator('.btn-done').click();

    const operation = page.locator('#operations-themes-Themes_list');
    // Swagger UI draws what is near the window and no more.
    await scrollTo(page, operation);
    await operation.locator('.opblock-summary-control').click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByPlaceholder('workspace').fill(world.a.slug);
    await operation.getByRole('button', { name: 'Execute' }).click();

    const answer = operation.locator('.live-responses-table tr.response').first();
    await answer.waitFor();
    expect(await answer.locator('.response-col_status').innerText()).toContain('200');
    expect(await answer.innerText()).toContain('"code": "abductions"');
    expect(asked.some((url) => url.startsWith(`${address}/api/v1/workspaces/${world.a.slug}/themes`))).toBe(true);
    expect(hostsOf(asked)).toEqual([new URL(address).host]);
    expect(errors).toEqual([]);
  });

  it('is drawn with Korean letters, not with boxes', async () => {
    const { page } = await visit(browser, `${await world.address()}/api/docs`);
    const [first, second] = await page.evaluate<string[]>(`['한', '국'].map(${DRAW})`);
    expect(first).not.toBe(second);
  });
});
