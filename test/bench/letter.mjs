// A letter from the paste to tracked recommendations in the page, by keys: how many acts, and how long the machine takes of the time.
import { chromium } from 'playwright-core';
import { documents } from '../../dist/src/demonstration/documents.js';
import { startDemonstration } from './demonstration.mjs';

/** What a person is to need at most. */
const LIMIT = 180;
const [letter] = documents;
const asks = letter.asks.length;

const { address, stop } = await startDemonstration();
const browser = await chromium.launch({ executablePath: process.env.HEED_TEST_BROWSER, args: ['--no-sandbox'] });
try {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(60_000);
  await signIn(page);
  let acts = 0;
  const act = async (does) => {
    acts += 1;
    await does;
  };
  const counts = (words) => page.getByRole('status').filter({ hasText: words }).waitFor();
  await page.goto(`${address}/w/dprk/intake`);
  const paste = page.getByLabel('Paste the whole document');
  await paste.waitFor();
  const begun = performance.now();
  await act(paste.fill(`Another copy. ${letter.content}`));
  await act(page.getByRole('button', { name: 'Read it' }).click());
  await counts(`0 accepted, ${asks} left`);
  const read = performance.now();
  for (let n = 1; n <= asks; n++) {
    await act(page.keyboard.press('a'));
    await counts(`${n} accepted, ${asks - n} left`);
  }
  const decided = performance.now();
  await act(page.getByRole('link', { name: `Record ${asks} accepted` }).click());
  await act(page.getByLabel('Year').first().fill('2010'));
  await act(page.getByLabel('Codes begin with').fill('COPY'));
  await act(page.getByLabel('It was sent to all who are asked').check());
  await act(page.getByRole('button', { name: 'Record', exact: true }).click());
  await page.getByText('This document is in the record').waitFor();
  const done = performance.now();
  const seconds = (from, to) => ((to - from) / 1000).toFixed(1);
  console.log(`a letter of ${asks} asks, with one letter that delivers them: ${acts} acts`);
  console.log(
    `  read in ${seconds(begun, read)} s, decided by ${asks} keys in ${seconds(read, decided)} s, recorded in ${seconds(decided, done)} s`,
  );
  console.log(
    `  ${seconds(begun, done)} s of the ${LIMIT} are the machine's; a person has ${((LIMIT - (done - begun) / 1000) / acts).toFixed(1)} s for each act`,
  );
} finally {
  await browser.close();
  await stop();
}

async function signIn(page) {
  await page.goto(`${address}/sign-in`);
  await page.locator('input[type=email]').fill('editor@heed.example');
  await page.locator('input[autocomplete=current-password]').fill('heed-demo-only');
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/w\//);
}
