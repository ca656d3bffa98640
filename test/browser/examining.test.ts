// What looks at every page: it waits until a page is drawn, and lets none pass that never is.

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, PATIENCE } from '../support/browser.js';
import { faultsByAxe } from '../support/site.js';

jest.setTimeout(PATIENCE);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function pageThat(draws: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="en"><title>A page</title><body></body><script>${draws}</script></html>`,
  );
  return page;
}

it('finds nothing wrong with a page that is drawn late', async () => {
  const page = await pageThat(
    `setTimeout(() => { document.body.innerHTML = '<main><h1>There it is</h1></main>'; }, 500);`,
  );
  expect(await faultsByAxe(page)).toEqual([]);
});

it('finds what is wrong with a page that is never drawn', async () => {
  const page = await pageThat('');
  expect(await faultsByAxe(page, 500)).toEqual(['landmark-one-main: html', 'page-has-heading-one: html']);
});
