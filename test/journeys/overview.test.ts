// The overview's map and silences: counted in one answer each, and every number opens the list that it counts.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { PATIENCE } from '../support/browser.js';
import { faultsByAxe, type Look, Site, sound, tooWide } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
let asked: { recommendationId: string; addresseeId: string };
beforeAll(async () => {
  site = await Site.open();
  const china = await site.a.addressee({ name: 'China', names: { ko: '중국' } });
  const union = await site.a.addressee({ name: 'European Union', names: { ko: '유럽연합' } });
  const refugees = await site.a.theme('refugees');
  await site.a.rows(`UPDATE theme SET label = 'Refugees' WHERE id = $1`, [refugees]);
  asked = await site.a.followUp({ addressee_id: china, response: 'delivered', implementation: 'no-action' });
  const others = [
    await site.a.followUp({ addressee_id: china, implementation: 'no-action' }),
    await site.a.followUp({ addressee_id: union }),
  ];
  for (const { recommendationId } of [asked, ...others])
    await site.a.insert('recommendation_theme', {
      workspace_id: site.a.workspaceId,
      recommendation_id: recommendationId,
      theme_id: refugees,
    });
  const engagement_id = await site.a.insert('engagement', {
    id: uuid(),
    workspace_id: site.a.workspaceId,
    organization_id: site.a.organizationId,
    kind: 'letter',
    occurred_on: '2020-03-01',
    occurred_last: '2020-03-01',
    summary: 'A letter.',
  });
  const link = { workspace_id: site.a.workspaceId, engagement_id };
  await site.a.insert('engagement_addressee', { ...link, addressee_id: asked.addresseeId });
  await site.a.insert('engagement_recommendation', { ...link, recommendation_id: asked.recommendationId });
});
afterAll(() => site.close());

/** Whole days from then until today, where the workspace is. */
async function daysSince(day: string): Promise<number> {
  const [row] = await site.a.rows<{ days: number }>(
    `SELECT (clock_timestamp() AT TIME ZONE time_zone)::date - $2::date AS days FROM workspace WHERE id = $1`,
    [site.a.workspaceId, day],
  );
  return row!.days;
}

describe('the overview', () => {
  it('counts themes by addressee in one request, and each number opens its list', async () => {
    const { page, errors, asked: requests } = await site.visit(await site.a.member({ roles: ['auditor'] }));
    await page.goto(site.at(''));
    await page.getByRole('heading', { name: 'Themes by addressee' }).scrollIntoViewIfNeeded();
    const map = page.getByRole('region', { name: /^Themes by addressee/ });
    await map.getByRole('row', { name: /^Refugees/ }).waitFor();
    expect(requests.filter((url) => url.includes('/summary?') && url.includes('by=theme'))).toHaveLength(1);
    await map.getByRole('link', { name: 'Not started 2: Refugees, China, What was done' }).click();
    await page.waitForURL(/\/follow-ups\?/);
    const narrowed = new URL(page.url()).searchParams;
    expect([narrowed.get('addressee'), narrowed.get('implementationPhase')]).toEqual([
      asked.addresseeId,
      'not-started',
    ]);
    await page.getByText('2 follow-ups').waitFor();
    expect(errors).toEqual([]);
  });

  it('leads from each of its totals to as many follow-ups', async () => {
    await site.a.followUp({ addressee_id: await site.a.addressee({ kind: 'group', name: 'Donors', member_count: 9 }) });
    await site.a.rows('UPDATE follow_up SET response_contested = true WHERE recommendation_id = $1', [
      asked.recommendationId,
    ]);
    const { page, errors } = await site.visit(await site.a.member({ roles: ['auditor'] }));
    const totals = page.getByRole('region', { name: 'Totals' });
    for (const [name, filter, found] of [
      ['1 contested in what they said', 'contestedIn=response', '1 follow-up'],
      ['0 contested in what was done', 'contestedIn=implementation', '0 follow-ups'],
      [/^9 members of groups not followed/, 'notFollowed=true', '1 follow-up'],
    ] as const) {
      await page.goto(site.at(''));
      await totals.getByRole('link', { name }).click();
      await page.waitForURL(/\/follow-ups\?/);
      expect(new URL(page.url()).search).toBe(`?${filter}`);
      await page.getByRole('status').getByText(found, { exact: true }).waitFor();
    }
    await page.getByText('9 members, 9 not followed individually').waitFor();
    await page.getByRole('button', { name: 'Take out: Only with members not followed individually' }).click();
    await page.getByRole('status').getByText('4 follow-ups').waitFor();
    expect([await faultsByAxe(page), await tooWide(page), errors]).toEqual([[], 0, []]);
  });

  it.each<[Look, RegExp]>([
    [{ language: 'en', width: 1280 }, /^No reply for [\d,]+ days/],
    [{ language: 'ko', width: 390 }, /^[\d,]+일째 무응답/],
  ])('says for how many days nobody answered, and leads there: %j', async (look, words) => {
    const { page, errors } = await site.visit(await site.a.member(), look);
    await page.goto(site.at(''));
    await page.locator('#silence').scrollIntoViewIfNeeded();
    const said = page.getByText(words).first();
    await said.waitFor();
    expect(Number((await said.textContent())!.replaceAll(/\D/g, ''))).toBe(await daysSince('2020-03-01'));
    await page.locator('#themes').scrollIntoViewIfNeeded();
    await page.locator('table.heat').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    expect(await tooWide(page)).toBe(0);
    const silence = page.locator('section', { has: page.locator('#silence') });
    await silence.locator('a[href*="/recommendations/"]').first().click();
    await page.waitForURL(new RegExp(`/recommendations/${asked.recommendationId}`));
    expect(new URL(page.url()).searchParams.get('side')).toBe('response');
    expect(errors).toEqual([]);
  });

  it.each<[Look, string, RegExp]>([
    [{ language: 'en', width: 1280 }, 'Show 1 silence with all that is known of it', /^1 time$/],
    [{ language: 'ko', width: 390 }, '무응답 1건 모두 보기', /^1회/],
  ])(
    'opens the full list of silences, with what was asked and how often, of all and of one: %j',
    async (look, all, times) => {
      const { page, errors } = await site.visit(await site.a.member({ roles: ['auditor'] }), look);
      await page.goto(site.at(''));
      await page.locator('#silence').scrollIntoViewIfNeeded();
      await page.getByRole('link', { name: all }).click();
      await page.waitForURL(/\/silences$/);
      const table = page.getByRole('table');
      await table.getByText(times).waitFor();
      expect(await sound(page)).toEqual([[], 0]);
      await table.getByRole('link', { name: look.language === 'ko' ? '중국' : 'China' }).click();
      await page.waitForURL(new RegExp(`/addressees/${asked.addresseeId}`));
      await page
        .getByRole('link', {
          name: look.language === 'ko' ? '중국의 무응답 모두 보기' : 'All that China has not answered',
        })
        .click();
      await page.waitForURL(new RegExp(`/silences\\?addressee=${asked.addresseeId}`));
      await table.getByText(times).waitFor();
      expect(errors).toEqual([]);
    },
  );
});
