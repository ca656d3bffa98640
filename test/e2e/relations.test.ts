import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { bytesOf, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;
let one: string;
let other: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  one = await world.a.recommendation({ code: 'A-1' });
  other = await world.a.recommendation({ code: 'B-1' });
});

afterEach(() => world.close());

const relate = (kind = 'conflicts-with', given: Record<string, unknown> = {}): Promise<Answer> =>
  api.post(`/recommendations/${one}/relations`, { otherId: other, kind, ...given });
const seenOf = async (id: string, caller = api) =>
  (await caller.get(`/recommendations/${id}`)).body['relations'].map(
    (r: { kind: string; direction: string; other: { code: string } }) => [r.kind, r.direction, r.other.code],
  );

describe('POST /recommendations/{id}/relations', () => {
  it.each(['repeats', 'supersedes', 'conflicts-with', 'echoes'])('links two that stay both: %s', async (kind) => {
    const { status, headers, body } = await relate(kind, { note: 'Two allies ask opposite things.' });
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      {
        id: expect.any(String),
        recommendation: { id: one, code: 'A-1', title: expect.any(String) },
        other: { id: other, code: 'B-1', title: expect.any(String) },
        kind,
        note: 'Two allies ask opposite things.',
        version: 1,
      },
    ]);
    expect(await rowOf(world, 'relation', body['id'])).toMatchObject({
      workspace_id: world.a.workspaceId,
      recommendation_id: one,
      other_id: other,
      kind,
    });
    expect((await api.get(`/recommendations/${one}`)).body['relations']).toEqual([
      {
        id: body['id'],
        kind,
        direction: 'to',
        other: { id: other, code: 'B-1', title: expect.any(String), text: expect.any(String), language: 'en' },
        note: 'Two allies ask opposite things.',
        version: 1,
      },
    ]);
    expect([await seenOf(one), await seenOf(other)]).toEqual([[[kind, 'to', 'B-1']], [[kind, 'from', 'A-1']]]);
    expect(await openedEvents(world, body['id'])).toEqual([
      {
        action: 'relation.created',
        objectType: 'relation',
        version: 1,
        level: 'coalition',
        outcome: 'allow',
        details: { recommendationId: one, otherId: other, kind },
      },
    ]);
  });

  it('quotes the other in the language of the reader, where it is translated', async () => {
    await relate();
    await world.a.rows('UPDATE recommendation SET text = $2, translations = $3 WHERE id = $1', [
      other,
      'Send them home.',
      { ko: { title: '송환', text: '돌려보내십시오.' } },
    ]);
    const quoted = async (language: string) => {
      const { body } = await api.get(`/recommendations/${one}`, { 'accept-language': language });
      const { text, language: said } = body['relations'][0].other;
      return [text, said];
    };
    expect([await quoted('ko'), await quoted('en')]).toEqual([
      ['돌려보내십시오.', 'ko'],
      ['Send them home.', 'en'],
    ]);
  });

  it('may stand beside others between the same two, but not twice, and never with itself', async () => {
    expect([(await relate('repeats')).status, (await relate('echoes')).status]).toEqual([201, 201]);
    await refused(world, () => relate('repeats'), 409, 'already-exists');
    expect(outcomeOf(await refused(world, () => relate('repeats', { otherId: one }), 422, 'itself'))).toEqual([
      422,
      'itself',
      '/otherId',
    ]);
    expect((await api.post(`/recommendations/${other}/relations`, { otherId: one, kind: 'repeats' })).status).toBe(201);
  });

  it.each([
    ['/kind', { kind: 'likes' }],
    ['/kind', { kind: undefined }],
    ['/otherId', { otherId: 'x' }],
    ['/otherId', { otherId: undefined }],
    ['/note', { note: ' ' }],
    ['/note', { note: 'x'.repeat(2001) }],
    ['/recommendationId', { recommendationId: uuid() }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    expect(outcomeOf(await refused(world, () => relate('repeats', given), 400, 'invalid-input'))).toEqual([
      400,
      'invalid-input',
      pointer,
    ]);
  });

  it('is written by editors and administrators alone', async () => {
    const made = await relate();
    for (const role of ['verifier', 'partner', 'auditor'] as const) {
      const caller = world.as(await world.a.member({ roles: [role] }));
      await refused(
        world,
        () => caller.post(`/recommendations/${one}/relations`, { otherId: other, kind: 'repeats' }),
        403,
        'forbidden',
      );
      await refused(world, () => caller.delete(`/relations/${String(made.body['id'])}`, 1), 403, 'forbidden');
      expect((await caller.get(`/recommendations/${one}/relations`)).body['items']).toHaveLength(1);
    }
  });
});

describe('GET /recommendations/{id}/relations', () => {
  it('lists both directions, in the order in which they were made', async () => {
    await relate('repeats');
    const third = await world.a.recommendation({ code: 'C-1' });
    await api.post(`/recommendations/${third}/relations`, { otherId: one, kind: 'echoes' });
    const listed = await api.get(`/recommendations/${one}/relations?count=true&limit=1`);
    const rest = await api.get(`/recommendations/${one}/relations?limit=1&cursor=${String(listed.body['nextCursor'])}`);
    expect([
      listed.body['count'],
      ...[listed, rest].map(({ body }) => [body['items'][0].kind, body['items'][0].recommendation.code]),
    ]).toEqual([2, ['repeats', 'A-1'], ['echoes', 'C-1']]);
  });
});

describe('DELETE /relations/{id}', () => {
  it('takes the link away', async () => {
    const { body } = await relate();
    expect((await api.delete(`/relations/${String(body['id'])}`, 1)).status).toBe(204);
    expect([await rowOf(world, 'relation', body['id']), await seenOf(one), await seenOf(other)]).toEqual([
      undefined,
      [],
      [],
    ]);
    expect((await openedEvents(world, body['id']))[1]).toEqual({
      action: 'relation.deleted',
      objectType: 'relation',
      version: 1,
      level: 'coalition',
      outcome: 'allow',
      details: { recommendationId: one, otherId: other, kind: 'conflicts-with' },
    });
  });

  it('asks for the version and refuses a stale one', async () => {
    const path = `/relations/${String((await relate()).body['id'])}`;
    await refused(world, () => api.delete(path), 428, 'version-required');
    await refused(world, () => api.delete(path, 2), 412, 'stale');
  });
});

describe('a relation to what others may not see', () => {
  let insider: Caller;
  let hidden: string;
  let relations: string[];

  beforeEach(async () => {
    const organizationId = await world.a.organization();
    insider = world.as(await world.a.member({ organizationId }));
    hidden = await world.a.recommendation({
      code: 'HIDDEN',
      confidentiality: 'organization',
      organization_id: organizationId,
    });
    const to = await insider.post(`/recommendations/${one}/relations`, { otherId: hidden, kind: 'echoes' });
    const from = await insider.post(`/recommendations/${hidden}/relations`, { otherId: one, kind: 'repeats' });
    relations = [to, from].map(({ body }) => String(body['id']));
  });

  it('is not there for them, in no list and in no count', async () => {
    expect([await seenOf(one), await seenOf(one, insider)]).toEqual([
      [],
      [
        ['echoes', 'to', 'HIDDEN'],
        ['repeats', 'from', 'HIDDEN'],
      ],
    ]);
    expect((await api.get(`/recommendations/${one}/relations?count=true`)).body).toEqual({
      items: [],
      nextCursor: null,
      count: 0,
    });
    expect((await insider.get(`/recommendations/${one}/relations?count=true`)).body['count']).toBe(2);
  });

  it('is recorded at the level of the more confidential of the two', async () => {
    for (const id of relations) expect((await openedEvents(world, id)).map((e) => e.level)).toEqual(['organization']);
  });

  it('is answered like one of another workspace, a deleted one and one that never was', async () => {
    const elsewhere = await world.a.otherWorkspace();
    const [a, b] = [await elsewhere.recommendation(), await elsewhere.recommendation()];
    const foreign = await elsewhere.insert('relation', {
      id: uuid(),
      workspace_id: elsewhere.workspaceId,
      recommendation_id: a,
      other_id: b,
      kind: 'repeats',
    });
    const deleted = String((await relate()).body['id']);
    await api.delete(`/relations/${deleted}`, 1);
    for (const version of [1, 7]) {
      const never = bytesOf(await refused(world, () => api.delete(`/relations/${uuid()}`, version), 404, 'not-found'));
      for (const id of [...relations, foreign, deleted])
        expect(bytesOf(await refused(world, () => api.delete(`/relations/${id}`, version), 404, 'not-found'))).toBe(
          never,
        );
    }
  });

  it('can be taken away by whoever sees both', async () => {
    for (const id of relations) expect((await insider.delete(`/relations/${id}`, 1)).status).toBe(204);
  });
});
