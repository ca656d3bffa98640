// Every page on a desk, and as few people have it: in the dark on the narrowest window, at twice its size, from right to left, and on paper.

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { PATIENCE } from '../support/browser.js';
import { type Look, Site, tooWide } from '../support/site.js';
import { LISTS, things, walk, weigh, WORKSPACE } from '../support/walk.js';

jest.setTimeout(PATIENCE * 3);

let site: Site;
beforeAll(async () => {
  site = await Site.open(true);
});
afterAll(() => site.close());

/** A4 less the margins of the page's own style, in CSS pixels. */
const PAPER = { width: 672, height: 1001 };
/** What paper is of no use for. The links of a chain and what stands in a row can be pressed, but are there to be read. */
const PRESSABLE = `[...document.querySelectorAll('main :is(button, input, textarea, [role=combobox])')]
  .filter((each) => each.checkVisibility() && each.getClientRects().length > 0)
  .filter((each) => each.tagName !== 'BUTTON' || !each.closest('[aria-pressed], [role=row]'))
  .map((each) => each.outerHTML.slice(0, 120))`;

const LOOKS: [person: string, look: Look][] = [
  ['editor', { language: 'en', width: 1280 }],
  ['editor', { language: 'en', width: 320, isDark: true }],
  ['verifier', { language: 'ko', width: 640, isRightToLeft: true }],
];

it.each(LOOKS)('every page is sound for the %s, %j', async (person, look) => {
  const visitor = await site.visitAs(person, look);
  expect(await walk(site, visitor, [...LISTS, ...(await things(site))])).toEqual([]);
  if (look.isRightToLeft) expect(await visitor.page.locator('html').getAttribute('dir')).toBe('rtl');
  await visitor.page.context().close();
});

it('every page prints on A4: nothing cut off at the side, nothing to press', async () => {
  const { page } = await site.visitAs('editor', { language: 'en', width: 1280 });
  const faults: string[] = [];
  for (const address of [...LISTS, ...(await things(site))]) {
    await weigh(page, `${site.address}${WORKSPACE}${address}`);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    const wide = await tooWide(page);
    if (wide > 0) faults.push(`${address}: ${String(wide)} pixels too wide`);
    const pressable = await page.evaluate<string[]>(PRESSABLE);
    if (pressable.length > 0) faults.push(`${address}: ${pressable.join(', ')}`);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  expect(faults).toEqual([]);
  await page.context().close();
});
