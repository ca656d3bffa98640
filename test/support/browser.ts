// A real browser that talks to one host only, and says what it was refused.

import { type Browser, chromium, errors, type Locator, type Page } from 'playwright-core';

export interface Visit {
  page: Page;
  /** Every address that was asked for. */
  asked: string[];
  /** What the console calls an error: breaches of the content security policy are among them. */
  errors: string[];
}

/** Only for what never comes: drawing takes its time on a busy machine. */
export const PATIENCE = 120_000;

/** Names of other hosts are not found, so that nothing leaves the machine even where a test would miss it. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['HEED_TEST_BROWSER'];
  if (!executablePath) throw new Error('There is no browser: "npm test" installs one, or says what to install.');
  return chromium.launch({ executablePath, headless: true, args: FLAGS, timeout: PATIENCE / 2 });
}

export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext();
  const asked: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  context.on('weberror', (error) => errors.push(error.error().message));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE / 2);
  await page.goto(address);
  return { page, asked, errors };
}

/**
 * Scrolls down until something is there, and begins again at the top: what lies further down is often read only when somebody comes
 * near it, and some pages forget what one has passed.
 */
export async function scrollTo(page: Page, wanted: Locator): Promise<void> {
  const end = Date.now() + PATIENCE / 2;
  while (Date.now() < end && !(await isThereSoon(wanted))) await page.evaluate(FURTHER);
  await wanted.first().scrollIntoViewIfNeeded();
}

const FURTHER = `(() => {
  const before = window.scrollY;
  window.scrollBy({ top: 500, behavior: 'instant' });
  if (window.scrollY === before) window.scrollTo(0, 0);
})()`;

const isThereSoon = (wanted: Locator): Promise<boolean> =>
  wanted
    .first()
    .waitFor({ timeout: 100 })
    .then(() => true)
    .catch((error: unknown) => {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    });

export const hostsOf = (addresses: string[]): string[] => [
  ...new Set(addresses.filter((address) => /^(https?|wss?):/.test(address)).map((address) => new URL(address).host)),
];
