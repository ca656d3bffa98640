// The page as people have it: a server that listens, a database of its own, and a browser for each person.

import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Browser, type BrowserContext, errors, type Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { loadDemonstration } from '../../src/demonstration/demonstration.js';
import { Factories, type Member } from '../factories/factories.js';
import { openBrowser, PATIENCE } from './browser.js';
import { PASSWORD, withPassword } from './people.js';
import { fileSettings } from './settings.js';
import { openServingApp } from './serving-app.js';

export interface Look {
  language: 'en' | 'ko';
  /** Of the window in CSS pixels: 390 is a phone, 640 is 1280 at a zoom of 200 %, 320 the narrowest that must do. */
  width: 1280 | 640 | 390 | 320;
  isDark?: boolean;
  /** As a language would be that is written from right to left. */
  isRightToLeft?: boolean;
}

/** One person's browser: what went wrong in it, and whom it talked to. */
export interface Visitor {
  page: Page;
  errors: string[];
  asked: string[];
  /** How often they pressed something, and how many fields they filled, since this was asked last. */
  acts: () => number;
}

export class Site {
  private constructor(
    readonly address: string,
    readonly a: Factories,
    readonly app: NestFastifyApplication,
    private readonly browser: Browser,
    readonly close: () => Promise<void>,
  ) {}

  /** With an empty workspace of its own, and, where it is wished, with the demonstration beside it. Passkeys need a name such as localhost. */
  static async open(hasDemonstration = false, name = '127.0.0.1', intranetHosts: string[] = []): Promise<Site> {
    const port = await freePort();
    const address = `http://${name}:${port}`;
    const serving = await openServingApp(address, undefined, fileSettings({ intranetHosts }), hasDemonstration);
    if (hasDemonstration) await loadDemonstration(serving.app);
    await serving.app.listen({ host: '127.0.0.1', port });
    const owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
    const browser = await openBrowser();
    return new Site(address, await Factories.inNewWorkspace(owner.manager), serving.app, browser, async () => {
      await browser.close();
      await serving.close();
      await owner.destroy();
    });
  }

  /** Where a page of its workspace is. */
  at(path: string): string {
    return `${this.address}/w/${this.a.slug}${path}`;
  }

  /** A browser of this person's own, signed in by the form. */
  async visit(member: Member, look: Look = { language: 'en', width: 1280 }): Promise<Visitor> {
    return this.signIn(await withPassword(this, member), PASSWORD, look);
  }

  /** One of the people of the demonstration. */
  visitAs(person: string, look: Look): Promise<Visitor> {
    return this.signIn(`${person}@heed.example`, 'heed-demo-only', look);
  }

  private async signIn(email: string, password: string, look: Look): Promise<Visitor> {
    const visitor = await this.visitor(look);
    const { page } = visitor;
    await page.goto(`${this.address}/sign-in`);
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[autocomplete=current-password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(/\/w\//);
    return visitor;
  }

  /** Nobody yet. */
  async visitor({ language, width, isDark = false, isRightToLeft = false }: Look): Promise<Visitor> {
    const context: BrowserContext = await this.browser.newContext({
      viewport: { width, height: width < 500 ? 844 : 900 },
      colorScheme: isDark ? 'dark' : 'light',
      locale: language === 'ko' ? 'ko-KR' : 'en-GB',
      reducedMotion: 'reduce',
    });
    if (isRightToLeft)
      await context.addInitScript(
        `document.addEventListener('readystatechange', () => { document.documentElement.dir = 'rtl'; })`,
      );
    let acts = 0;
    await context.exposeBinding('heedAct', () => (acts += 1));
    await context.addInitScript(COUNTS_ACTS);
    const errors: string[] = [];
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    context.on('weberror', (error) => errors.push(error.error().message));
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE / 4);
    const actsSince = (): number => {
      const since = acts;
      acts = 0;
      return since;
    };
    return { page, errors, asked, acts: actsSince };
  }
}

/** Filling one field is one act, however much is typed; so is each press, and each key that is no typing. */
const COUNTS_ACTS = `
  let filled;
  const isField = (element) => element.matches('textarea, input:not([type=radio]):not([type=checkbox])');
  document.addEventListener('pointerdown', () => heedAct(), true);
  document.addEventListener('input', ({ target }) => {
    if (isField(target) && target !== filled) heedAct();
    if (isField(target)) filled = target;
  }, true);
  document.addEventListener('keydown', ({ target, key }) => {
    if (!isField(target) || key === 'Enter') heedAct();
  }, true);`;

/** How long a page may take before it shows what it is. One that never says so is examined all the same, and found faulty. */
const DRAWN_WITHIN = PATIENCE / 8;

/** What axe finds wrong with the page as it stands, each with where, as soon as it has its heading or asks something over itself. */
export async function faultsByAxe(page: Page, patience = DRAWN_WITHIN): Promise<string[]> {
  await page
    .getByRole('heading', { level: 1 })
    .or(page.getByRole('dialog'))
    .first()
    .waitFor({ timeout: patience })
    .catch((error: unknown) => {
      if (!(error instanceof errors.TimeoutError)) throw error;
    });
  await page.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
  const faults = await page.evaluate<{ id: string; targets: string[] }[]>(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => String(target)) })))`,
  );
  return faults.map(({ id, targets }) => `${id}: ${targets.slice(0, 5).join(' | ')}`);
}

/** What a page that is as it should be answers with no faults and zero: what axe finds, and by how much it hangs over its edge. */
export const sound = async (page: Page): Promise<[string[], number]> => [await faultsByAxe(page), await tooWide(page)];

/** Waits until something is so in the page; the page's own policy lets no string be run there again and again. */
export async function until(page: Page, condition: string): Promise<void> {
  const end = Date.now() + PATIENCE / 4;
  while (!(await page.evaluate<boolean>(condition))) {
    if (Date.now() > end) throw new Error(`This never came: ${condition}`);
    await page.waitForTimeout(50);
  }
}

/** By how many pixels the page is wider than the window. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
