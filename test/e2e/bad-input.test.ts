// Whatever comes in: a clear problem goes out and nothing is changed.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let followUp: Awaited<ReturnType<World['a']['followUp']>>;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  followUp = await world.a.followUp();
});
afterEach(() => world.close());

const move = (body: unknown, headers?: Record<string, string>): Promise<Answer> =>
  world.as(editor).post(`/tracks/${followUp.implementation}/transitions`, body, headers);

/** Row counts of everything that a request could have written. */
async function written(): Promise<unknown> {
  const tables = [
    'transition',
    'track_evidence',
    'evidence',
    'recommendation',
    'follow_up',
    'follow_up_link',
    'words',
    'audit_event',
    'closing',
    'theme',
    'addressee',
  ];
  return world.a.rows(tables.map((t) => `SELECT '${t}' AS t, count(*) FROM ${t}`).join(' UNION ALL '));
}

async function refused(answer: () => Promise<Answer>, status: number, code: string): Promise<Answer> {
  const before = await written();
  const answered = await answer();
  expect({ status: answered.status, code: answered.body['code'] }).toEqual({ status, code });
  expect(answered.headers['content-type']).toContain('application/problem+json');
  expect(answered.body['requestId']).toEqual(answered.headers['x-request-id']);
  expect(await written()).toEqual(before);
  return answered;
}

describe('bad input', () => {
  test('an unknown transition says what there is', async () => {
    const { body } = await refused(
      () => move({ transition: 'teleport', occurredOn: '2020' }),
      409,
      'transition-not-allowed',
    );
    expect(body).toMatchObject({ state: 'not-assessed', allowed: expect.arrayContaining(['claim', 'start']) });
  });

  test.each([
    ['/engagements', 'participants', { kind: 'letter', occurredOn: '2020', summary: 'x' }],
    ['/bulk-actions', 'items', { owner: { ownerId: null } }],
  ])('of %s: a list in the place of one of the %s is none', async (path, name, rest) => {
    for (const wrong of [[[]], [[[]]], [null], ['x']]) {
      const { body } = await refused(
        () => world.as(editor).post(path, { ...rest, [name]: wrong }),
        400,
        'invalid-input',
      );
      expect((body['errors'] as { pointer: string }[]).some(({ pointer }) => pointer.startsWith(`/${name}`))).toBe(
        true,
      );
    }
  });

  test('an unknown field is named', async () => {
    const { body } = await refused(
      () => move({ transition: 'claim', occurredOn: '2020', state: 'implemented' }),
      400,
      'invalid-input',
    );
    expect(body['errors']).toEqual([{ pointer: '/state', code: 'unknown-field', message: expect.any(String) }]);
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])(
    'a field %s, which every object has by birth',
    async (name) => {
      const { body } = await refused(
        () => world.as(editor).post('/themes', { code: 'odd', label: 'x', [name]: 1 }),
        400,
        'invalid-input',
      );
      expect(body['errors']).toEqual([{ pointer: `/${name}`, code: 'unknown-field', message: expect.any(String) }]);
      await refused(() => world.as(editor).get(`/themes?${name}=1`), 400, 'invalid-input');
    },
  );

  test.each(['2010-13', '2010-02-30', '20100622', '', 'yesterday', '2010/..', 7, {}, undefined])(
    'a date %j that does not exist',
    async (occurredOn) => {
      const { body } = await refused(() => move({ transition: 'claim', occurredOn }), 400, 'invalid-input');
      expect(body['errors'][0].pointer).toBe('/occurredOn');
    },
  );

  test('a date in the future', async () => {
    await refused(() => move({ transition: 'claim', occurredOn: '2999' }), 422, 'in-the-future');
  });

  test('evidence of another workspace, of none, and of a level that nothing may stand on', async () => {
    const elsewhere = await world.a.otherWorkspace();
    const stranger = await elsewhere.member();
    const foreign = await elsewhere.evidence(stranger);
    const { body } = await refused(
      () => move({ transition: 'start', occurredOn: '2020', evidenceIds: [foreign] }),
      404,
      'not-found',
    );
    expect(body['errors'][0].pointer).toBe('/evidenceIds/0');
    const never = await refused(
      () => move({ transition: 'start', occurredOn: '2020', evidenceIds: ['01980000-0000-7000-8000-000000000000'] }),
      404,
      'not-found',
    );
    expect({ ...never.body, requestId: '' }).toEqual({ ...body, requestId: '' });
    await refused(
      () =>
        world
          .as(editor)
          .post(`/tracks/${followUp.implementation}/evidence`, { evidenceId: foreign, stance: 'supports' }),
      404,
      'not-found',
    );
    const own = await world.a.evidence(editor, { confidentiality: 'organization' });
    await refused(() => move({ transition: 'start', occurredOn: '2020', evidenceIds: [own] }), 422, 'too-confidential');
  });

  test('a stale If-Match says what changed', async () => {
    const evidence = await world.a.evidence(editor);
    expect((await move({ transition: 'start', occurredOn: '2020', evidenceIds: [evidence] })).status).toBe(201);
    const { body } = await refused(
      () => move({ transition: 'find-no-action', occurredOn: null, note: 'n' }, { 'if-match': '"1"' }),
      412,
      'stale',
    );
    expect(body).toMatchObject({
      currentVersion: 2,
      changed: { state: 'under-way', transition: 'start', by: { name: editor.name } },
    });
    await refused(
      () => move({ transition: 'find-no-action', occurredOn: null }, { 'if-match': 'nonsense' }),
      400,
      'invalid-input',
    );
  });

  test('PATCH and DELETE without If-Match', async () => {
    await refused(() => world.as(editor).patch(`/follow-ups/${followUp.id}`, { ask: 'x' }), 428, 'version-required');
    await refused(() => world.as(editor).delete(`/follow-ups/${followUp.id}`), 428, 'version-required');
  });

  test('SQL and HTML in text stay text', async () => {
    const text = `'; DROP TABLE track; -- <script>alert(1)</script> \${7*7} ‮`;
    const made = await world.as(editor).post('/themes', { code: 'odd', label: text });
    expect(made.status).toBe(201);
    expect((await world.as(editor).get(`/themes/${made.body['id']}`)).body['label']).toBe(text);
    const found = await world.as(editor).get(`/recommendations?q=${encodeURIComponent(text)}`);
    expect(found).toMatchObject({ status: 200, body: { items: [] } });
    await refused(
      () => world.as(editor).get(`/recommendations?sort=${encodeURIComponent('code; DROP TABLE track')}`),
      400,
      'invalid-input',
    );
  });

  test('a form where none is taken; what only reads passes over it', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    await refused(() => world.as(editor).post('/themes', '--x--', headers), 415, 'unsupported-media-type');
    expect((await world.as(editor).get('/themes', headers)).status).toBe(200);
  });

  test('a title of a megabyte', async () => {
    await refused(
      () => world.as(editor).post('/themes', { code: 'big', label: 'x'.repeat(1_048_576) }),
      413,
      'too-large',
    );
    await refused(
      () => world.as(editor).post('/themes', { code: 'big', label: 'x'.repeat(500_000) }),
      400,
      'invalid-input',
    );
  });

  test('invalid UTF-8, half characters and NUL', async () => {
    await refused(
      () => world.as(editor).post('/themes', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
      400,
      'malformed-body',
    );
    await refused(() => world.as(editor).post('/themes', '{"code":"a","label":"\\ud800"}'), 400, 'invalid-input');
    await refused(() => world.as(editor).post('/themes', '{"code":"a","label":"\\u0000"}'), 400, 'invalid-input');
    await refused(() => world.as(editor).get('/recommendations?q=%00'), 400, 'invalid-input');
  });

  test('ten thousand brackets, a list for an object, no JSON, another type, a prototype', async () => {
    await refused(
      () => world.as(editor).post('/themes', `{"code":${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
      400,
      'malformed-body',
    );
    await refused(() => world.as(editor).post('/themes', '['.repeat(10_000)), 400, 'malformed-body');
    await refused(() => world.as(editor).post('/themes', []), 400, 'invalid-input');
    await refused(() => world.as(editor).post('/themes', 'null'), 400, 'invalid-input');
    await refused(() => world.as(editor).post('/themes', '{"code":'), 400, 'malformed-body');
    await refused(() => world.as(editor).post('/themes', ''), 400, 'malformed-body');
    await refused(
      () => world.as(editor).post('/themes', '{"__proto__":{"a":1},"code":"a","label":"b"}'),
      400,
      'malformed-body',
    );
    await refused(
      () => world.as(editor).post('/themes', 'code=a', { 'content-type': 'text/plain' }),
      415,
      'unsupported-media-type',
    );
  });

  test.each([
    'made-up',
    'eyJhIjoxfQ',
    Buffer.from('["code","x","not-an-id"]').toString('base64url'),
    Buffer.from('["dueOn","2010-13-01","01980000-0000-7000-8000-000000000000"]').toString('base64url'),
  ])('a made-up cursor %s', async (cursor) => {
    await refused(() => world.as(editor).get(`/follow-ups?cursor=${cursor}`), 400, 'invalid-cursor');
  });

  test.each([
    'limit=0',
    'limit=201',
    'limit=x',
    'unknown=1',
    'recommendation=x',
    'implementationPhase=agreed',
    'overdue=maybe',
    'contested=maybe',
  ])('a query %s', async (query) => {
    const { body } = await refused(() => world.as(editor).get(`/follow-ups?${query}`), 400, 'invalid-input');
    expect(body['errors'][0].pointer).toBe(`?${query.split('=')[0] ?? ''}`);
  });

  test('a malformed id and a path that is none', async () => {
    await refused(() => world.as(editor).get('/follow-ups/not-an-id'), 400, 'invalid-input');
    await refused(() => world.as(editor).get('/nothing-here'), 404, 'not-found');
    await refused(
      () => world.at({ authorization: `Bearer ${editor.token}` }).get('/api/v1/workspaces/%E0%A4%A'),
      404,
      'not-found',
    );
  });

  test('a circle in a chain', async () => {
    const second = await world.a.followUp({ recommendation_id: followUp.recommendationId });
    const third = await world.a.followUp({ recommendation_id: followUp.recommendationId });
    expect((await world.as(editor).patch(`/follow-ups/${second.id}`, { through: [followUp.id] }, 3)).status).toBe(200);
    expect((await world.as(editor).patch(`/follow-ups/${third.id}`, { through: [second.id] }, 3)).status).toBe(200);
    await refused(
      () => world.as(editor).patch(`/follow-ups/${followUp.id}`, { through: [third.id] }, 3),
      409,
      'circle',
    );
    await refused(
      () => world.as(editor).patch(`/follow-ups/${followUp.id}`, { through: [followUp.id] }, 3),
      409,
      'circle',
    );
  });
});
