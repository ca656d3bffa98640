// What others than the editor have otherwise on their pages, held to the same as the editor's in test/browser/pages.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { type Look, Site } from '../support/site.js';
import { things, walk } from '../support/walk.js';

jest.setTimeout(PATIENCE * 3);

let site: Site;
beforeAll(async () => {
  site = await Site.open(true);
});
afterAll(() => site.close());

const WALKS: [person: string, look: Look][] = [
  ['verifier', { language: 'ko', width: 1280 }],
  ['partner', { language: 'en', width: 390 }],
  ['auditor', { language: 'en', width: 1280 }],
];

describe('a page that differs by role', () => {
  it.each(WALKS)('is sound for the %s, %j', async (person, look) => {
    const visitor = await site.visitAs(person, look);
    expect(await walk(site, visitor, ['/for-me', '/review', '/audit', ...(await things(site))])).toEqual([]);
    await visitor.page.context().close();
  });
});
