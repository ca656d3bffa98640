// The users' line: 400 kbit/s, 400 ms there and back, a processor at a quarter of its speed. A new browser signs in to the
// demonstration, does what people do, comes back the next day; what it waited for is printed. Nothing here passes or fails.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../../bin/runtime.mjs';
import { startDemonstration } from './demonstration.mjs';

const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;
const PATIENCE = 120_000;
/** Longer than an answer may take. */
const QUIET = 1500;
const PAGES = ['for-me', 'follow-ups', 'addressees', 'sources', 'evidence', 'audit', ''];

const server = await startDemonstration();
const { address } = server;
const browser = await chromium.launch({ executablePath: process.env.HEED_TEST_BROWSER, args: ['--no-sandbox'] });
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await slowDown(page);
  await firstVisit(page);
  await views(page);
  await acts(page);
  await laterVisit(page);
} finally {
  await browser.close();
  await server.stop();
}

async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    globalThis.shifted = 0;
    globalThis.answered = [];
    new globalThis.PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    // Of one act the browser tells several events (pointerdown, pointerup, click): the longest counts.
    new globalThis.PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.interactionId) globalThis.answered.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
}

/** From nothing to where one can begin to type, then to one's own work. */
async function firstVisit(page) {
  let begun = performance.now();
  await page.goto(`${address}/sign-in`, { waitUntil: 'commit' });
  await page.locator('input[type=email]').waitFor();
  tell('first use: the sign-in can be typed into', performance.now() - begun);
  const { script, style } = await weighed(page);
  console.log(`  script ${kB(script)}, style ${kB(style)} (compressed)`);
  await page.locator('input[type=email]').fill('editor@heed.example');
  await page.locator('input[autocomplete=current-password]').fill('heed-demo-only');
  begun = performance.now();
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/w\//);
  tell('from the password to what waits for one', (await settled(page)) - begun);
  const whole = await weighed(page);
  console.log(`  script in all ${kB(whole.script)}, style ${kB(whole.style)}; moved about: ${await shifted(page)}`);
}

/** Each page once, by its link in the navigation. */
async function views(page) {
  for (const name of PAGES) {
    const link = page.locator(`nav a[href$="/w/dprk${name === '' ? '' : `/${name}`}"]`).first();
    const reads = [];
    const onRead = (request) => /\/api\/v1\/workspaces\/(?!.*\/news$)/.test(request.url()) && reads.push(request);
    page.on('requestfinished', onRead);
    const begun = performance.now();
    await link.click();
    await page.waitForURL(new RegExp(`/w/dprk${name === '' ? '' : `/${name}`}(\\?|$)`));
    const took = (await settled(page)) - begun;
    page.off('requestfinished', onRead);
    const sizes = await Promise.all(reads.map((request) => request.sizes()));
    const json = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    tell(`page "${name === '' ? 'overview' : name}"`, took, `${reads.length} requests, ${kB(json)} of JSON`);
  }
  console.log(`  moved about in all: ${await shifted(page)}`);
}

/** What answers without the line: the time until the next frame is drawn. */
async function acts(page) {
  await page.evaluate(() => {
    globalThis.answered = [];
  });
  await page.locator('main h1').click();
  for (let time = 0; time < 10; time++) {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('for', { delay: 60 });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  const times = (await page.evaluate(() => globalThis.answered)).sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  console.log(
    `an act is answered: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, of ${times.length} (those under 16 ms aren't told)`,
  );
}

/** With what the browser kept. */
async function laterVisit(page) {
  await page.goto('about:blank');
  const begun = performance.now();
  await page.goto(`${address}/w/dprk/for-me`, { waitUntil: 'commit' });
  // What was asked for early may be there before its heading is.
  const shown = page.locator('main article').first().waitFor();
  const read = settled(page);
  await shown;
  const took = performance.now() - begun;
  tell('a later visit: what waits for one', took, `all of it read after ${((await read) - begun).toFixed(0)} ms`);
}

/** The heading is there, and so is what it asked for: nothing more comes for a while, which doesn't count. Answers when the last of both came. */
async function settled(page) {
  let last = performance.now();
  const isOfThePage = (request) => !request.url().endsWith('/news');
  const onTraffic = (request) => isOfThePage(request) && (last = performance.now());
  page.on('request', onTraffic).on('requestfinished', onTraffic);
  await page.locator('main h1').waitFor();
  last = Math.max(last, performance.now());
  while (performance.now() - last < QUIET) await page.waitForTimeout(50);
  await page.waitForFunction(
    () => !globalThis.document.querySelector('main .mantine-Skeleton-root, main .mantine-Loader-root'),
  );
  page.off('request', onTraffic).off('requestfinished', onTraffic);
  return last;
}

/** Bytes as servers behind HTTPS send them (brotli); over plain HTTP, as here, browsers take gzip, a tenth more. */
async function weighed(page) {
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  const sizes = await Promise.all(
    names
      .filter((name) => /^\/assets\/.*\.(js|css)$/.test(name))
      .map(async (name) => ({ name, bytes: (await stat(join(root, 'dist', 'web', `${name}.br`))).size })),
  );
  const sum = (kind) => sizes.filter(({ name }) => name.endsWith(kind)).reduce((all, { bytes }) => all + bytes, 0);
  return { script: sum('.js'), style: sum('.css') };
}

async function shifted(page) {
  return (await page.evaluate(() => globalThis.shifted)).toFixed(3);
}

function kB(bytes) {
  return `${(bytes / 1000).toFixed(0)} kB`;
}

function tell(what, milliseconds, more = '') {
  console.log(`${what}: ${(milliseconds / 1000).toFixed(1)} s${more && `, ${more}`}`);
}
