// Every page, as the editor has it: nothing for axe to find, nothing that scrolls sideways, little to wait for on a slow line.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ACTIONS } from '../../web/src/audit/acts.js';
import { PATIENCE } from '../support/browser.js';
import { faultsByAxe, type Look, Site } from '../support/site.js';
import { LISTS, TABS, things, walk, WORKSPACE } from '../support/walk.js';

jest.setTimeout(PATIENCE * 3);

let site: Site;
beforeAll(async () => {
  site = await Site.open(true);
});
afterAll(() => site.close());

/** Other looks are for the longer run: test/long/page-looks.test.ts. */
const LOOK: Look = { language: 'ko', width: 390 };

describe('every page', () => {
  it('is sound for the editor', async () => {
    const visitor = await site.visitAs('editor', LOOK);
    expect(await walk(site, visitor, [...LISTS, ...(await things(site))])).toEqual([]);
    await visitor.page.context().close();
  });

  it('of the audit log has a sentence for each kind of act that the record has', async () => {
    const acts = await site.a.rows<{ action: string }>('SELECT DISTINCT action FROM audit_event ORDER BY 1');
    expect(acts.length).toBeGreaterThan(20);
    expect(acts.map(({ action }) => action).filter((act) => !(ACTIONS as readonly string[]).includes(act))).toEqual([]);
  });

  it('says of an address that was cut off that it is not there', async () => {
    const { page } = await site.visitAs('editor', { language: 'en', width: 1280 });
    await page.goto(`${site.address}${WORKSPACE}/recommendations/01a2`);
    await page.getByRole('heading', { level: 1, name: 'This page is not there' }).waitFor();
    await page.context().close();
  });

  it('of the settings is sound for an administrator', async () => {
    const visitor = await site.visitAs('admin', { language: 'ko', width: 390 });
    expect(await walk(site, visitor, TABS)).toEqual([]);
    await visitor.page.context().close();
  });
});

describe('whoever is not signed in', () => {
  it('comes to the sign-in, and from there to where they wanted to go', async () => {
    const { page, errors } = await site.visitor({ language: 'ko', width: 390 });
    await page.goto(`${site.address}${WORKSPACE}/sources`);
    await page.waitForURL(/\/sign-in/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await page.locator('input[type=email]').fill('auditor@heed.example');
    await page.locator('input[autocomplete=current-password]').fill('heed-demo-only');
    await page.locator('button[type=submit]').click();
    await page.waitForURL(new RegExp(`${WORKSPACE}/sources$`));
    // That nobody was signed in yet is the one thing that the console tells.
    expect(errors.filter((text) => !/401|404/.test(text))).toEqual([]);
  });
});
