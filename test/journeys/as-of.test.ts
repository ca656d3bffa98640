// The frame's way to another day: every page moves, says so over all of it, and lets nobody change what has been.

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { PATIENCE, scrollTo } from '../support/browser.js';
import { faultsByAxe, type Look, Site, tooWide } from '../support/site.js';

jest.setTimeout(PATIENCE * 2);

let site: Site;
let editor: Member;
let followUp: Awaited<ReturnType<Site['a']['followUp']>>;
let letter: string;
let figure: string;
beforeAll(async () => {
  site = await Site.open();
  editor = await site.a.member();
  const china = await site.a.addressee({ name: 'China', names: { ko: '중국' } });
  followUp = await site.a.followUp({ addressee_id: china, implementation: 'implemented' });
  await stood('partially-implemented', '2019-12-16', 1);
  await stood('implemented', '2021-01-01', 2);
  ({ letter, figure } = await told());
});
afterAll(() => site.close());

async function stood(state: string, day: string, position: number): Promise<void> {
  const [track] = await site.a.rows<{ workflow_id: string }>('SELECT workflow_id FROM track WHERE id = $1', [
    followUp.implementation,
  ]);
  await site.a.insert('transition', {
    id: uuid(),
    workspace_id: site.a.workspaceId,
    track_id: followUp.implementation,
    workflow_id: track!.workflow_id,
    from_workflow_id: track!.workflow_id,
    transition: 'open',
    from_state: 'not-assessed',
    to_state: state,
    position,
    person_id: editor.actor.personId,
    organization_id: editor.actor.organizationId,
    occurred_on: day,
    occurred_last: day,
  });
}

const WORDS = {
  en: {
    control: /^As of: today/,
    day: 'As it stood on',
    show: 'Show',
    band: 'As it stood on 16 December 2019, as known today',
    isToday: /it shows today/,
    back: 'Back to today',
    edit: 'Edit',
    move: 'Move this follow-up',
    then: 'Partly implemented',
    now: 'Implemented',
  },
  ko: {
    control: /^기준일: 오늘/,
    day: '어느 날의 상태',
    show: '보기',
    band: /^2019년 12월 16일 당시의 상태입니다/,
    isToday: /오늘의 내용을 보여 드립니다/,
    back: '오늘로 돌아가기',
    edit: '수정',
    move: '상태 바꾸기',
    then: '일부 이행',
    now: '이행 완료',
  },
};

describe('as of another day', () => {
  it.each<[Look & { language: 'en' | 'ko' }]>([[{ language: 'en', width: 1280 }], [{ language: 'ko', width: 390 }]])(
    'the recommendation stands as it stood, on every page that keeps a history, and nothing can be changed: %j',
    async (look) => {
      const words = WORDS[look.language];
      const { page, errors } = await site.visit(editor, look);
      const address = site.at(`/recommendations/${followUp.recommendationId}`);
      await page.goto(address);
      await page.getByRole('heading', { name: words.move }).waitFor();
      const before = await site.a.rows('SELECT count(*) FROM transition');

      await page.getByRole('button', { name: words.control }).click();
      await page.getByLabel(words.day).fill('2019-12-16');
      await page.getByRole('dialog').getByRole('button', { name: words.show, exact: true }).click();
      const band = page.getByRole('status').filter({ hasText: words.band });
      await band.waitFor();
      expect(new URL(page.url()).searchParams.get('asOf')).toBe('2019-12-16');
      const states = page.getByRole('button', { pressed: true });
      await states.getByText(words.then, { exact: true }).waitFor();
      expect(await page.locator('main form').count()).toBe(0);
      expect(await page.getByRole('heading', { name: words.move }).count()).toBe(0);
      expect(await faultsByAxe(page)).toEqual([]);
      expect(await tooWide(page)).toBe(0);

      // A link shows the same to whoever is sent it; a page without history says that it shows today.
      const sent = await site.visit(await site.a.member({ roles: ['auditor'] }), look);
      await sent.page.goto(page.url());
      await sent.page.getByRole('status').filter({ hasText: words.band }).waitFor();
      await sent.page.getByRole('button', { pressed: true }).getByText(words.then, { exact: true }).waitFor();
      await sent.page.goto(site.at('/evidence?asOf=2019-12-16'));
      await sent.page.getByText(words.isToday).waitFor();

      // Other pages of the frame keep the day.
      await page.keyboard.press('g');
      await page.keyboard.press('f');
      await page.waitForURL(/\/follow-ups\?/);
      expect(new URL(page.url()).searchParams.get('asOf')).toBe('2019-12-16');
      await page.locator('main').getByText(words.then, { exact: true }).first().waitFor();
      expect(await faultsByAxe(page)).toEqual([]);

      await page.goto(`${address}?asOf=2019-12-16`);
      await page.getByRole('button', { name: words.back }).first().click();
      await page.getByRole('heading', { name: words.move }).waitFor();
      expect(new URL(page.url()).searchParams.has('asOf')).toBe(false);
      await page.getByRole('button', { pressed: true }).getByText(words.now, { exact: true }).waitFor();
      expect(await site.a.rows('SELECT count(*) FROM transition')).toEqual(before);
      expect([...errors, ...sent.errors]).toEqual([]);
    },
  );

  it.each<[Look & { language: 'en' | 'ko' }]>([[{ language: 'en', width: 1280 }], [{ language: 'ko', width: 390 }]])(
    'what was found, measured and written is that of the day, with nothing to press: %j',
    async (look) => {
      const words = WORDS[look.language];
      const { page, errors } = await site.visit(editor, look);
      const main = page.locator('main');
      const band = page.getByRole('status').filter({ hasText: words.band });
      const open = async (path: string) => {
        await page.goto(site.at(`/${path}?asOf=2019-12-16`));
        await band.waitFor();
      };

      await open(`engagements/${letter}`);
      await main.getByText('As it was sent.', { exact: true }).first().waitFor();
      expect(await main.getByText('As it was put later.').count()).toBe(0);
      expect(await main.getByRole('button', { name: words.edit, exact: true }).count()).toBe(0);
      expect(await faultsByAxe(page)).toEqual([]);

      await open('engagements');
      await main.getByText('As it was sent.').first().waitFor();
      expect(await page.getByText(words.isToday).count()).toBe(0);

      await open(`figures/${figure}`);
      await main.getByRole('table').getByText('48', { exact: true }).waitFor();
      expect(await main.getByText('99', { exact: true }).count()).toBe(0);
      expect(await faultsByAxe(page)).toEqual([]);
      expect(await tooWide(page)).toBe(0);

      await open(`recommendations/${followUp.recommendationId}`);
      const found = page.getByRole('article', { name: 'First Organization' });
      await scrollTo(page, found);
      expect(await found.count()).toBe(1);
      expect(await faultsByAxe(page)).toEqual([]);
      await page.goto(site.at(`/engagements/${letter}`));
      await main.getByRole('button', { name: words.edit, exact: true }).waitFor();
      await main.getByText('As it was put later.', { exact: true }).first().waitFor();
      expect(errors).toEqual([]);
    },
  );
});

/** A letter that was edited after the day, figures of before and after it, and findings of both. */
async function told(): Promise<{ letter: string; figure: string }> {
  const { workspaceId } = site.a;
  const { personId: person_id, organizationId: organization_id } = editor.actor;
  const letter = await site.a.insert('engagement', {
    ...{ id: uuid(), workspace_id: workspaceId, organization_id, kind: 'letter', summary: 'As it was sent.' },
    ...{ occurred_on: '2019-12-01', occurred_last: '2019-12-01', created_at: '2019-12-01T00:00:00Z' },
  });
  await site.a.insert('engagement_recommendation', {
    ...{ workspace_id: workspaceId, engagement_id: letter, recommendation_id: followUp.recommendationId },
  });
  await site.a.rows('UPDATE engagement SET summary = $1 WHERE id = $2', ['As it was put later.', letter]);
  const figure = await site.a.indicator();
  const year = { workspace_id: workspaceId, person_id, organization_id, indicator_id: figure, estimate: false };
  for (const [period, value] of [
    ['2018', 48],
    ['2020', 99],
  ] as const)
    await site.a.insert('observation', {
      ...{ id: uuid(), ...year, period, period_first: `${period}-01-01`, period_last: `${period}-12-31`, value },
      said_by_hash: await site.a.words('The ministry', 'coalition'),
    });
  for (const occurred_on of ['2018', '2021'])
    await site.a.insert('assessment', {
      ...{ id: uuid(), workspace_id: workspaceId, person_id, organization_id, track_id: followUp.implementation },
      ...{ phase: 'progressing', confidence: 'low', confidentiality: 'coalition', occurred_on },
      ...{ occurred_last: `${occurred_on}-12-31`, reasons_hash: await site.a.words('We looked.', 'coalition') },
    });
  return { letter, figure };
}
