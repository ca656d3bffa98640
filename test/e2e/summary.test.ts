// Counts by phase on one axis: over leaves that are not closed, each once.

import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
});
afterEach(() => world.close());

const summary = async (query: string): Promise<Record<string, any>> => {
  const { status, body } = await world.as(editor).get(`/summary?${query}`);
  expect(status).toBe(200);
  return body;
};

describe('the summary', () => {
  test('counts one axis by addressee, and the two axes never add up', async () => {
    const china = await world.a.addressee({ name: 'China', names: { ko: '중국' } });
    const union = await world.a.addressee({ name: 'European Union' });
    await world.a.followUp({ addressee_id: china, implementation: 'no-action', response: 'rejected' });
    await world.a.followUp({ addressee_id: china, implementation: 'not-assessed' });
    await world.a.followUp({ addressee_id: union, implementation: 'implemented', response: 'accepted' });
    const done = await summary('axis=implementation&by=addressee');
    expect(done['items'].map((i: Record<string, unknown>) => [i['label'], i['counts']])).toEqual([
      ['China', { 'not-started': 1, unknown: 1 }],
      ['European Union', { fulfilled: 1 }],
    ]);
    expect((await summary('axis=response'))['items']).toEqual([
      {
        key: null,
        label: null,
        counts: { 'not-agreed': 1, awaited: 1, agreed: 1 },
        notFollowed: 0,
        closed: 0,
        overdue: 0,
        contested: 0,
      },
    ]);
    expect(done).toMatchObject({
      axis: 'implementation',
      by: 'addressee',
      unit: 'followUp',
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const korean = await world.as(editor).get('/summary?axis=implementation&by=addressee', { 'accept-language': 'ko' });
    expect(korean.body['items'].map((i: Record<string, unknown>) => i['label'])).toContain('중국');
  });

  test('closed ones are counted apart, groups say whom nobody looked at', async () => {
    const group = await world.a.addressee({ kind: 'group', member_count: 192 });
    const whole = await world.a.followUp({ addressee_id: group });
    for (let n = 0; n < 7; n++)
      await world.a.followUp({ recommendation_id: whole.recommendationId, via_group_id: group });
    const { id } = await world.a.followUp();
    await world.as(editor).post(`/follow-ups/${id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' });
    expect((await summary('axis=implementation'))['items'][0]).toMatchObject({
      counts: { unknown: 8 },
      notFollowed: 185,
      closed: 1,
    });
  });

  test('by recommendation each leaf counts once, with what its follow-ups add up to', async () => {
    const recommendation = await world.a.recommendation();
    await world.a.followUp({ recommendation_id: recommendation, implementation: 'implemented' });
    await world.a.followUp({ recommendation_id: recommendation, implementation: 'not-assessed' });
    await world.a.followUp({ implementation: 'not-implemented' });
    expect((await summary('axis=implementation&unit=recommendation'))['items'][0].counts).toEqual({
      progressing: 1,
      'not-done': 1,
    });
  });

  test('by theme, source, issuer, organization and phase; limited to a source', async () => {
    const theme = await world.a.theme('refugees');
    const source = await world.a.source({ issuers: ['Han River Rights Watch', 'Helping Hands'] });
    const recommendation = await world.a.recommendation({ source_id: source });
    await world.a.insert('recommendation_theme', {
      workspace_id: world.a.workspaceId,
      recommendation_id: recommendation,
      theme_id: theme,
    });
    const { id } = await world.a.followUp({ recommendation_id: recommendation });
    await world.a.rows('UPDATE follow_up SET theme_ids = $1 WHERE id = $2', [[theme], id]);
    await world.a.followUp();
    expect(
      (await summary('axis=implementation&by=theme'))['items'].map((i: Record<string, unknown>) => i['label']),
    ).toEqual(['refugees', null]);
    expect(
      (await summary(`axis=implementation&by=issuer&source=${source}`))['items'].map(
        (i: Record<string, unknown>) => i['key'],
      ),
    ).toEqual(['Han River Rights Watch', 'Helping Hands']);
    expect((await summary('axis=implementation&by=organization'))['items']).toMatchObject([
      { label: 'First Organization', counts: { unknown: 2 } },
    ]);
    expect((await summary('axis=implementation&by=phase'))['items']).toMatchObject([
      { key: 'unknown', counts: { unknown: 2 } },
    ]);
    expect((await summary(`axis=implementation&by=source&theme=${theme}`))['items']).toHaveLength(1);
  });

  test('divides rows by a second thing, in one answer: themes by addressee', async () => {
    const [food, refugees] = [await world.a.theme('food'), await world.a.theme('refugees')];
    const china = await world.a.addressee({ name: 'China', names: { ko: '중국' } });
    const union = await world.a.addressee({ name: 'European Union' });
    const about = async (themes: string[], given: Record<string, unknown>): Promise<string> => {
      const { id } = await world.a.followUp(given);
      await world.a.rows('UPDATE follow_up SET theme_ids = $1 WHERE id = $2', [themes, id]);
      return id;
    };
    await about([food, refugees], { addressee_id: china, implementation: 'no-action' });
    await about([refugees], { addressee_id: china });
    await about([refugees], { addressee_id: union });
    await about([], { addressee_id: union });
    const closed = await about([food], { addressee_id: union });
    await world
      .as(editor)
      .post(`/follow-ups/${closed}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' });
    const cellsOf = ({ items }: Record<string, any>): unknown =>
      items.map((i: Record<string, any>) => [
        i['label'],
        i['cells'].map((c: Record<string, unknown>) => [c['label'], c['counts']]),
      ]);
    const body = await summary('axis=implementation&by=theme&across=addressee');
    expect(cellsOf(body)).toEqual([
      ['food', [['China', { 'not-started': 1 }]]],
      [
        'refugees',
        [
          ['China', { 'not-started': 1, unknown: 1 }],
          ['European Union', { unknown: 1 }],
        ],
      ],
      [null, [['European Union', { unknown: 1 }]]],
    ]);
    expect([body['by'], body['across'], body['items'][0].closed, body['items'][1].cells[0].key]).toEqual([
      'theme',
      'addressee',
      1,
      china,
    ]);
    expect(cellsOf(await summary(`axis=implementation&by=addressee&across=theme&theme=${food}`))).toEqual([
      [
        'China',
        [
          ['food', { 'not-started': 1 }],
          ['refugees', { 'not-started': 1 }],
        ],
      ],
      ['European Union', []],
    ]);
    expect(cellsOf(await summary('axis=implementation&by=phase&across=issuer&unit=recommendation'))).toEqual([
      ['not-started', [[null, { 'not-started': 1 }]]],
      ['unknown', [[null, { unknown: 3 }]]],
    ]);
    const korean = await world
      .as(editor)
      .get('/summary?axis=response&by=theme&across=addressee', { 'accept-language': 'ko' });
    expect(korean.body['items'][0].cells[0].label).toBe('중국');
  });

  it.each(['by=theme&across=theme', 'across=theme', 'by=theme&across=phase', 'by=theme&across=colour'])(
    'refuses %s',
    async (query) => {
      const { status, body } = await world.as(editor).get(`/summary?axis=response&${query}`);
      expect([status, body['code']]).toEqual([400, 'invalid-input']);
    },
  );

  test('organization-level follow-ups of others are not counted', async () => {
    const other = await world.a.organization();
    const hidden = await world.a.recommendation({ confidentiality: 'organization', organization_id: other });
    await world.a.followUp({ recommendation_id: hidden });
    expect((await summary('axis=implementation'))['items']).toEqual([]);
  });

  test('an axis is needed and publication is none', async () => {
    expect((await world.as(editor).get('/summary')).status).toBe(400);
    expect((await world.as(editor).get('/summary?axis=publication')).status).toBe(400);
  });
});
