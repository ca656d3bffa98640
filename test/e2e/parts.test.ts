// Limbs of a recommendation: follow-ups hang on leaves, and a whole shows what its parts add up to.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;
let whole: string;
let sourceId: string;
let addresseeId: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  [sourceId, addresseeId] = [await world.a.source(), await world.a.addressee()];
  whole = await world.a.recommendation({ code: 'SC-8' });
});

afterEach(() => world.close());

function part(given: { label?: string | undefined } & Record<string, unknown> = {}): Promise<Answer> {
  return api.post('/recommendations', {
    code: `SC-8${given.label ?? '(a)'}`,
    title: 'Return of workers',
    text: 'Repatriate them.',
    sourceId,
    partOf: whole,
    label: '(a)',
    ...given,
  });
}

const follow = (recommendationId: string): Promise<Answer> =>
  api.post(`/recommendations/${recommendationId}/follow-ups`, { addresseeId, asked: true, ask: 'Do it.' });

describe('a part', () => {
  it('is itself a recommendation, and its whole lists it by its label', async () => {
    const second = await part({ label: '(b)' });
    const first = await part();
    expect([first.status, first.body['partOf'], first.body['label']]).toEqual([
      201,
      { id: whole, code: 'SC-8', title: expect.any(String) },
      '(a)',
    ]);
    expect(await rowOf(world, 'recommendation', first.body['id'], 'part_of, label')).toEqual({
      part_of: whole,
      label: '(a)',
    });
    expect((await openedEvents(world, first.body['id']))[0]!.details).toMatchObject({ partOf: whole, label: '(a)' });
    expect(
      (await api.get(`/recommendations/${whole}`)).body['parts'].map((p: { id: string; label: string }) => [
        p.id,
        p.label,
      ]),
    ).toEqual([
      [first.body['id'], '(a)'],
      [second.body['id'], '(b)'],
    ]);
    const listed = await api.get(`/recommendations?partOf=${whole}`);
    expect(listed.body['items'].map((r: { partOf: string; label: string }) => [r.partOf, r.label])).toEqual([
      [whole, '(a)'],
      [whole, '(b)'],
    ]);
  });

  it('has a label, which stays', async () => {
    expect(outcomeOf(await refused(world, () => part({ label: undefined }), 422, 'label-needed'))).toEqual([
      422,
      'label-needed',
      '/label',
    ]);
    const { body } = await part();
    expect(
      outcomeOf(
        await refused(
          world,
          () => api.patch(`/recommendations/${String(body['id'])}`, { label: null }, 1),
          422,
          'label-needed',
        ),
      ),
    ).toEqual([422, 'label-needed', '/label']);
    expect((await api.patch(`/recommendations/${String(body['id'])}`, { label: '(i)' }, 1)).body['label']).toBe('(i)');
    expect((await api.patch(`/recommendations/${whole}`, { label: null }, 1)).status).toBe(200);
  });

  it('has no parts of its own', async () => {
    const { body } = await part();
    await refused(world, () => part({ partOf: body['id'], code: 'SC-8(a)(i)' }), 422, 'parts-of-parts');
  });

  it('is not less confidential than its whole, and a whole not more than its parts', async () => {
    const { body } = await part();
    await refused(
      world,
      () => api.patch(`/recommendations/${whole}`, { confidentiality: 'organization' }, 1),
      422,
      'wider-than-whole',
    );
    expect(
      (await api.patch(`/recommendations/${String(body['id'])}`, { confidentiality: 'organization' }, 1)).status,
    ).toBe(200);
    expect((await api.patch(`/recommendations/${whole}`, { confidentiality: 'organization' }, 1)).status).toBe(200);
    expect(outcomeOf(await refused(world, () => part({ label: '(b)' }), 422, 'wider-than-whole'))).toEqual([
      422,
      'wider-than-whole',
      '/confidentiality',
    ]);
    expect((await part({ label: '(b)', confidentiality: 'organization' })).status).toBe(201);
  });

  it('that others may not see is in nothing that they read', async () => {
    const other = await world.a.organization();
    const hidden = await world.a.recommendation({
      part_of: whole,
      label: '(b)',
      confidentiality: 'organization',
      organization_id: other,
    });
    const followUp = await world.a.followUp({ recommendation_id: hidden, implementation: 'implemented' });
    const { body } = await api.get(`/recommendations/${whole}`);
    expect([body['parts'], body['addsUp'], body['followUpCount']]).toEqual([[], [], 0]);
    expect(
      (await api.get('/recommendations')).body['items'].map((r: Record<string, unknown>) => [
        r['code'],
        r['followUpCount'],
        r['counts'],
      ]),
    ).toEqual([['SC-8', 0, { response: {}, implementation: {} }]]);
    const insider = world.as(await world.a.member({ organizationId: other }));
    expect((await insider.get(`/recommendations/${whole}`)).body).toMatchObject({
      parts: [{ id: hidden }],
      addsUp: [{ addressee: { id: followUp.addresseeId }, implementation: 'fulfilled' }],
      followUpCount: 1,
    });
  });
});

describe('follow-ups hang on leaves only', () => {
  it('what has parts is not followed itself', async () => {
    const { body } = await part();
    await refused(world, () => follow(whole), 409, 'has-parts');
    expect((await follow(String(body['id']))).status).toBe(201);
  });

  it('what is followed itself takes no parts', async () => {
    expect((await follow(whole)).status).toBe(201);
    await refused(world, () => part(), 409, 'has-follow-ups');
  });
});

describe('what parts add up to', () => {
  const implementation = {
    unknown: 'not-assessed',
    'not-started': 'no-action',
    progressing: 'under-way',
    fulfilled: 'implemented',
    'not-done': 'not-implemented',
    reversed: 'reversed',
  } as const;
  const response = {
    awaited: 'delivered',
    agreed: 'accepted',
    'partly-agreed': 'partially-accepted',
    'not-agreed': 'rejected',
    'no-reply': 'no-reply',
  } as const;
  type Implementation = keyof typeof implementation;
  type Response = keyof typeof response;

  let addressee: string;
  let next = 0;

  beforeEach(async () => {
    addressee = await world.a.addressee({ code: 'KP' });
  });

  async function leaf(given: {
    implementation?: Implementation;
    response?: Response;
    closed?: boolean;
    addressee?: string;
  }): Promise<void> {
    const recommendation_id = await world.a.recommendation({ part_of: whole, label: `(${String((next += 1))})` });
    const { id } = await world.a.followUp({
      recommendation_id,
      addressee_id: given.addressee ?? addressee,
      implementation: implementation[given.implementation ?? 'unknown'],
      response: response[given.response ?? 'awaited'],
    });
    if (given.closed)
      await api.post(`/follow-ups/${id}/closing`, {
        kind: 'overtaken-by-events',
        occurredOn: null,
        reason: 'Overtaken.',
      });
  }

  const sums = async (): Promise<[string, string | null, string | null][]> =>
    (await api.get(`/recommendations/${whole}`)).body['addsUp'].map(
      (s: { addressee: { code: string }; response: string; implementation: string }) => [
        s.addressee.code,
        s.response,
        s.implementation,
      ],
    );

  it.each<[Implementation[], Implementation]>([
    [['unknown'], 'unknown'],
    [['not-started', 'not-started'], 'not-started'],
    [['progressing', 'progressing'], 'progressing'],
    [['fulfilled', 'fulfilled'], 'fulfilled'],
    [['not-done', 'not-done', 'not-done'], 'not-done'],
    [['reversed', 'reversed'], 'reversed'],
    [['fulfilled', 'unknown'], 'progressing'],
    [['fulfilled', 'not-done'], 'progressing'],
    [['fulfilled', 'reversed'], 'progressing'],
    [['progressing', 'not-started'], 'progressing'],
    [['progressing', 'fulfilled'], 'progressing'],
    [['unknown', 'not-started'], 'unknown'],
    [['not-done', 'unknown'], 'unknown'],
    [['reversed', 'unknown'], 'unknown'],
    [['not-done', 'not-started'], 'not-started'],
    [['reversed', 'not-started'], 'not-started'],
    [['not-done', 'reversed'], 'reversed'],
    [['not-done', 'reversed', 'not-started', 'unknown'], 'unknown'],
    [['not-done', 'reversed', 'not-started', 'unknown', 'progressing'], 'progressing'],
  ])('implementation: %j is %s', async (phases, sum) => {
    for (const phase of phases) await leaf({ implementation: phase });
    expect(await sums()).toEqual([['KP', 'awaited', sum]]);
  });

  it.each<[Response[], Response]>([
    [['awaited', 'awaited'], 'awaited'],
    [['agreed', 'agreed'], 'agreed'],
    [['not-agreed', 'not-agreed'], 'not-agreed'],
    [['no-reply', 'no-reply'], 'no-reply'],
    [['agreed', 'awaited'], 'partly-agreed'],
    [['agreed', 'not-agreed'], 'partly-agreed'],
    [['partly-agreed', 'not-agreed'], 'partly-agreed'],
    [['awaited', 'no-reply'], 'awaited'],
    [['awaited', 'not-agreed'], 'awaited'],
    [['no-reply', 'not-agreed'], 'no-reply'],
  ])('response: %j is %s', async (phases, sum) => {
    for (const phase of phases) await leaf({ response: phase });
    expect(await sums()).toEqual([['KP', sum, 'unknown']]);
  });

  it('never adds one axis to the other, nor one addressee to another', async () => {
    const other = await world.a.addressee({ code: 'CN', name: 'A name before the others' });
    await leaf({ implementation: 'fulfilled', response: 'no-reply' });
    await leaf({ implementation: 'fulfilled', response: 'not-agreed', addressee: other });
    await leaf({ implementation: 'not-done', response: 'no-reply' });
    expect(await sums()).toEqual([
      ['CN', 'not-agreed', 'fulfilled'],
      ['KP', 'no-reply', 'progressing'],
    ]);
  });

  it('leaves out what is closed, and an addressee of whom nothing is open', async () => {
    await leaf({ implementation: 'fulfilled' });
    await leaf({ implementation: 'not-done', closed: true });
    await leaf({ implementation: 'not-done', closed: true, addressee: await world.a.addressee({ code: 'CN' }) });
    expect(await sums()).toEqual([['KP', 'awaited', 'fulfilled']]);
  });

  it('is nothing for what has no parts, and leaves are counted once in the list', async () => {
    const { recommendationId } = await world.a.followUp({ implementation: 'implemented' });
    expect((await api.get(`/recommendations/${recommendationId}`)).body['addsUp']).toEqual([]);
    await leaf({ implementation: 'progressing', response: 'agreed' });
    await leaf({ implementation: 'progressing' });
    await leaf({ implementation: 'unknown', closed: true });
    const { body } = await api.get('/recommendations');
    const { followUpCount, counts } = body['items'].find((r: { id: string }) => r.id === whole);
    expect([followUpCount, counts]).toEqual([
      3,
      { response: { agreed: 1, awaited: 1 }, implementation: { progressing: 2 } },
    ]);
  });
});
