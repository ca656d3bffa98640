// Who was asked and has not answered, for how many days.

import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member } from '../factories/factories.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
});
afterEach(() => world.close());

/** Calendar days before today, where the workspace is. */
const before = (days: number): string => dayIn('Asia/Seoul', new Date(Date.now() - days * 86_400_000));

/** The addressee of a follow-up was written to about it. */
async function wrote(
  to: { addresseeId: string; recommendationId: string },
  day: string,
  given: Record<string, unknown> = {},
): Promise<void> {
  const engagement_id = await world.a.insert('engagement', {
    id: uuid(),
    workspace_id: world.a.workspaceId,
    organization_id: world.a.organizationId,
    kind: 'letter',
    occurred_on: day,
    occurred_last: day,
    summary: 'A letter.',
    ...given,
  });
  const link = { workspace_id: world.a.workspaceId, engagement_id };
  await world.a.insert('engagement_addressee', { ...link, addressee_id: to.addresseeId });
  await world.a.insert('engagement_recommendation', { ...link, recommendation_id: to.recommendationId });
}

/** A recorded move of the response, as the engine would have it. */
async function moved(track: string, day: string, given: Record<string, unknown> = {}): Promise<string> {
  const [row] = await world.a.rows<{ workflow_id: string; state: string }>(
    'SELECT workflow_id, state FROM track WHERE id = $1',
    [track],
  );
  const id = await world.a.insert('transition', {
    id: uuid(),
    workspace_id: world.a.workspaceId,
    track_id: track,
    workflow_id: row!.workflow_id,
    from_workflow_id: row!.workflow_id,
    transition: 'deliver',
    from_state: 'not-delivered',
    to_state: row!.state,
    position: 1,
    occurred_on: day,
    occurred_last: day,
    person_id: editor.actor.personId,
    organization_id: editor.actor.organizationId,
    ...given,
  });
  await world.a.rows('UPDATE track SET stands_on = $1 WHERE id = $2', [id, track]);
  return id;
}

const silences = async (query = ''): Promise<Record<string, any>> => {
  const { status, body } = await world.as(editor).get(`/silences${query}`);
  expect(status).toBe(200);
  return body;
};

it('counts the days since they were first asked, whatever reminder came since, the longest first', async () => {
  const china = await world.a.addressee({ name: 'China', names: { ko: '중국' } });
  const long = await world.a.followUp({ addressee_id: china, response: 'delivered' });
  const short = await world.a.followUp({ response: 'no-reply' });
  await wrote(long, before(400), { awaited_on: '2020-09', awaited_last: '2020-09-30' });
  await wrote(long, before(20), { kind: 'reminder' });
  await wrote(short, before(30));
  const { asOf, count, items } = await silences();
  expect([asOf, count]).toEqual([before(0), 2]);
  expect(items).toEqual([
    {
      followUpId: long.id,
      recommendation: { id: long.recommendationId, code: expect.any(String), title: expect.any(String) },
      addressee: { id: china, code: expect.any(String), name: 'China' },
      phase: 'awaited',
      label: 'Delivered',
      since: before(400),
      days: 400,
      ask: expect.any(String),
      engagements: 2,
      reminders: 1,
      lastAskedOn: before(20),
      awaitedOn: '2020-09',
      movedAt: expect.any(String),
    },
    expect.objectContaining({ followUpId: short.id, phase: 'no-reply', days: 30, engagements: 1, awaitedOn: null }),
  ]);
  expect((await silences('?limit=1'))['items']).toHaveLength(1);
  const korean = await world.as(editor).get('/silences', { 'accept-language': 'ko' });
  expect(korean.body['items'][0].addressee.name).toBe('중국');
});

it('goes by what was entered of the response where no engagement is, but for what was corrected', async () => {
  const told = await world.a.followUp({ response: 'delivered' });
  const wrong = await moved(told.response, before(900));
  await moved(told.response, before(100), { corrects: wrong, transition: 'correct', position: 1 });
  await wrote(told, before(40));
  expect((await silences())['items']).toMatchObject([{ followUpId: told.id, days: 100, engagements: 1 }]);
});

it('knows nothing of who was never asked, who answered, what is closed, and engagements that one may not see', async () => {
  await world.a.followUp({ response: 'delivered' });
  const answered = await world.a.followUp({ response: 'accepted' });
  const closed = await world.a.followUp({ response: 'delivered' });
  const hidden = await world.a.followUp({ response: 'delivered' });
  await wrote(answered, before(10));
  await wrote(closed, before(10));
  await wrote(hidden, before(10), {
    confidentiality: 'organization',
    organization_id: await world.a.organization(),
  });
  const reason = { kind: 'duplicate', occurredOn: null, reason: 'Twice.' };
  expect((await world.as(editor).post(`/follow-ups/${closed.id}/closing`, reason)).status).toBe(201);
  expect(await silences()).toMatchObject({ count: 0, items: [] });
});

it('is read page by page, the longest or the shortest first, and of some addressees alone', async () => {
  const [china, korea] = [await world.a.addressee({ name: 'China' }), await world.a.addressee({ name: 'Korea' })];
  const days = [300, 200, 200, 100];
  const ids: string[] = [];
  for (const [n, day] of days.entries()) {
    const one = await world.a.followUp({ addressee_id: n === 3 ? korea : china, response: 'delivered' });
    await wrote(one, before(day));
    ids.push(one.id);
  }
  const walked = async (query: string): Promise<unknown[]> => {
    const pages = [];
    let cursor = '';
    do {
      const { items, count, nextCursor } = await silences(`?limit=2${query}${cursor}`);
      pages.push([count, ...items.map(({ followUpId }: { followUpId: string }) => followUpId)]);
      cursor = nextCursor === null ? '' : `&cursor=${String(nextCursor)}`;
    } while (cursor !== '');
    return pages;
  };
  const [first, last] = [ids[0]!, ids[3]!];
  const [one, other] = ids.slice(1, 3).sort();
  expect(await walked('')).toEqual([
    [4, first, one],
    [4, other, last],
  ]);
  expect(await walked('&sort=-since')).toEqual([
    [4, last, other],
    [4, one, first],
  ]);
  expect(await walked(`&addressee=${china}`)).toEqual([
    [3, first, one],
    [3, other],
  ]);
  expect(await walked(`&addressee=${china},${korea}&asOf=${before(150)}`)).toEqual([
    [3, first, one],
    [3, other],
  ]);
});

it('refuses a cursor of another order', async () => {
  for (const day of [20, 10]) await wrote(await world.a.followUp({ response: 'delivered' }), before(day));
  const { nextCursor } = await silences('?limit=1');
  const { status, body } = await world.as(editor).get(`/silences?sort=-since&cursor=${String(nextCursor)}`);
  expect([status, body['code']]).toEqual([400, 'invalid-cursor']);
});

it.each(['limit=0', 'limit=101', 'limit=x', 'by=addressee', 'sort=days', 'addressee=China'])(
  'refuses %s',
  async (query) => {
    const { status, body } = await world.as(editor).get(`/silences?${query}`);
    expect([status, body['code']]).toEqual([400, 'invalid-input']);
  },
);
