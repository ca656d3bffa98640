import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { bytesOf, countEvents, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;
let sourceId: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  sourceId = await world.a.source({ title: 'Letter to the EU', symbol: 'EU-2010', language: null });
});

afterEach(() => world.close());

const asked = () => ({
  code: 'EU10-01',
  title: 'Sponsor a resolution',
  text: 'Sponsor a Commission of Inquiry.',
  sourceId,
});
const everyField = async () => ({
  ...asked(),
  language: 'en',
  translations: { ko: { title: '결의안 발의', text: '조사위원회 설립을 발의하라.' } },
  section: 'Accountability',
  paragraph: '1 (b)',
  madeBy: ['Ireland', 'Mexico'],
  affectedPersons: ['detainees'],
  legalBasis: ['ICCPR, article 7'],
  sdg: ['16', '16.3', '8.b'],
  subjectCountry: 'KP',
  condition: 'If the mandate is not renewed',
  nature: 'recurring',
  priority: 'high',
  confidentiality: 'public',
  themeIds: [await world.a.theme('refugees'), await world.a.theme('accountability')],
});
const left = {
  language: 'en',
  translations: {},
  section: null,
  paragraph: null,
  label: null,
  madeBy: [],
  affectedPersons: [],
  legalBasis: [],
  sdg: [],
  subjectCountry: null,
  condition: null,
  nature: 'once',
  priority: 'normal',
  confidentiality: 'coalition',
  themes: [],
  parts: [],
  addsUp: [],
  partOf: null,
  place: null,
  relations: [],
  followUps: [],
  followUpCount: 0,
  version: 1,
};

describe('POST /recommendations', () => {
  it('keeps every field, begins its publication, and records it once with what was given', async () => {
    const given = await everyField();
    const { status, headers, body } = await api.post('/recommendations', given);
    const { themeIds, sourceId: _source, ...same } = given;
    expect([status, headers['etag']]).toEqual([201, '"1"']);
    expect(body).toMatchObject({
      ...same,
      source: { id: sourceId, title: 'Letter to the EU', symbol: 'EU-2010', language: null },
      organization: { id: world.a.organizationId },
      version: 1,
    });
    expect(body['themes'].map((t: { code: string }) => t.code)).toEqual(['accountability', 'refugees']);
    expect(body['publication']).toMatchObject({
      axis: 'publication',
      workflow: 'publication@1',
      state: 'draft',
      phase: null,
      version: 1,
    });
    expect(await rowOf(world, 'recommendation', body['id'])).toMatchObject({
      workspace_id: world.a.workspaceId,
      organization_id: world.a.organizationId,
      confidentiality: 'public',
      code: 'EU10-01',
      source_id: sourceId,
      made_by: ['Ireland', 'Mexico'],
      affected_persons: ['detainees'],
      legal_basis: ['ICCPR, article 7'],
      sdg: ['16', '16.3', '8.b'],
      subject_country: 'KP',
      nature: 'recurring',
      priority: 'high',
      version: 1,
    });
    expect(
      await world.a.rows('SELECT theme_id FROM recommendation_theme WHERE recommendation_id = $1 ORDER BY 1', [
        body['id'],
      ]),
    ).toEqual([...themeIds].sort().map((theme_id) => ({ theme_id })));
    expect(await openedEvents(world, body['id'])).toEqual([
      {
        action: 'recommendation.created',
        objectType: 'recommendation',
        version: 1,
        level: 'public',
        outcome: 'allow',
        details: given,
      },
    ]);
    expect([await countEvents(world), headers['audit-receipt']]).toEqual([1, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('needs a code, a title, a text and a source; the rest has a value of its own', async () => {
    const { status, body } = await api.post('/recommendations', asked());
    const { sourceId: _source, ...same } = asked();
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        ...left,
        ...same,
        source: { id: sourceId, title: 'Letter to the EU', symbol: 'EU-2010', language: null },
        publication: expect.anything(),
        organization: { id: world.a.organizationId, name: 'First Organization' },
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    ]);
    expect((await api.get(`/recommendations/${String(body['id'])}`)).body).toEqual(body);
  });

  it.each([
    ['/code', { code: 'has space' }],
    ['/code', { code: '' }],
    ['/code', { code: 'x'.repeat(61) }],
    ['/code', { code: undefined }],
    ['/title', { title: ' ' }],
    ['/title', { title: 'x'.repeat(301) }],
    ['/text', { text: '' }],
    ['/text', { text: 'x'.repeat(50_001) }],
    ['/text', { text: 7 }],
    ['/language', { language: 'English' }],
    ['/translations', { translations: { ko: { title: '제목' } } }],
    ['/translations', { translations: { ko: { title: '제목', text: '글', note: 'x' } } }],
    ['/translations', { translations: { 'no language': { title: 'a', text: 'b' } } }],
    ['/translations', { translations: [] }],
    ['/sourceId', { sourceId: 'x' }],
    ['/sourceId', { sourceId: undefined }],
    ['/partOf', { partOf: 'x' }],
    ['/label', { label: 'x'.repeat(31) }],
    ['/section', { section: '' }],
    ['/paragraph', { paragraph: 'x'.repeat(101) }],
    ['/madeBy', { madeBy: 'Ireland' }],
    ['/madeBy', { madeBy: [''] }],
    ['/madeBy', { madeBy: Array.from({ length: 201 }, (_, n) => `State ${n}`) }],
    ['/affectedPersons', { affectedPersons: [7] }],
    ['/legalBasis', { legalBasis: ['x'.repeat(301)] }],
    ['/sdg', { sdg: ['18'] }],
    ['/sdg', { sdg: ['8.e'] }],
    ['/subjectCountry', { subjectCountry: 'kp' }],
    ['/condition', { condition: ' ' }],
    ['/nature', { nature: 'twice' }],
    ['/priority', { priority: 'urgent' }],
    ['/confidentiality', { confidentiality: 'restricted' }],
    ['/themeIds', { themeIds: ['x'] }],
    ['/themeIds', { themeIds: [uuid()].flatMap((id) => [id, id]) }],
    ['/id', { id: uuid() }],
    ['/organizationId', { organizationId: uuid() }],
    ['/workspaceId', { workspaceId: uuid() }],
    ['/publication', { publication: {} }],
    ['/version', { version: 3 }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, given) => {
    const answer = await refused(
      world,
      () => api.post('/recommendations', { ...asked(), ...given }),
      400,
      'invalid-input',
    );
    expect(outcomeOf(answer)).toEqual([400, 'invalid-input', pointer]);
  });

  it.each([
    'code',
    'title',
    'text',
    'language',
    'translations',
    'sourceId',
    'madeBy',
    'affectedPersons',
    'legalBasis',
    'sdg',
    'nature',
    'priority',
    'confidentiality',
    'themeIds',
  ])('refuses null as %s, on entering and on changing', async (field) => {
    expect(
      outcomeOf(
        await refused(world, () => api.post('/recommendations', { ...asked(), [field]: null }), 400, 'invalid-input'),
      ),
    ).toContain(`/${field}`);
    const id = await world.a.recommendation();
    expect(
      outcomeOf(
        await refused(world, () => api.patch(`/recommendations/${id}`, { [field]: null }, 1), 400, 'invalid-input'),
      ),
    ).toContain(`/${field}`);
  });

  it('refuses a code that is taken, also by what the actor may not see, and takes that of another workspace', async () => {
    await (await world.a.otherWorkspace()).recommendation({ code: 'EU10-01' });
    expect((await api.post('/recommendations', asked())).status).toBe(201);
    await refused(world, () => api.post('/recommendations', asked()), 409, 'already-exists');
    await world.a.recommendation({
      code: 'HIDDEN',
      confidentiality: 'organization',
      organization_id: await world.a.organization(),
    });
    await refused(world, () => api.post('/recommendations', { ...asked(), code: 'HIDDEN' }), 409, 'already-exists');
  });
});

describe('GET /recommendations/{id}', () => {
  it('says all of it in one answer, in the reader’s language', async () => {
    const theme = await world.a.insert('theme', {
      id: uuid(),
      workspace_id: world.a.workspaceId,
      code: 'refugees',
      label: 'Refugees',
      labels: { ko: '난민' },
    });
    const id = await world.a.recommendation({ source_id: sourceId });
    await world.a.insert('recommendation_theme', {
      workspace_id: world.a.workspaceId,
      recommendation_id: id,
      theme_id: theme,
    });
    const addressee = await world.a.addressee({ name: 'China', names: { ko: '중국' } });
    await world.a.followUp({ recommendation_id: id, addressee_id: addressee });
    const { body, headers } = await api.get(`/recommendations/${id}`, { 'accept-language': 'ko' });
    expect([headers['etag'], headers['cache-control']]).toEqual(['"1"', 'no-store']);
    expect(body).toMatchObject({
      themes: [{ label: '난민' }],
      followUps: [{ addressee: { name: '중국' }, response: { label: '미전달' }, implementation: { label: '미평가' } }],
      publication: { label: expect.any(String) },
    });
    expect((await api.get(`/recommendations/${id}`)).body).toMatchObject({
      themes: [{ label: 'Refugees' }],
      followUps: [{ addressee: { name: 'China' } }],
    });
  });

  it('holds the first fifty follow-ups, those asked themselves first, and says how many there are', async () => {
    const id = await world.a.recommendation();
    for (let n = 0; n < 52; n += 1) await world.a.followUp({ recommendation_id: id, asked: n === 51 });
    const { body } = await api.get(`/recommendations/${id}`);
    expect([body['followUps'].length, body['followUpCount'], body['followUps'][0].asked]).toEqual([50, 52, true]);
    const rest = await api.get(`/recommendations/${id}/follow-ups?limit=200&count=true`);
    expect([rest.body['items'].length, rest.body['count']]).toEqual([52, 52]);
  });
});

describe('PATCH /recommendations/{id}', () => {
  it('changes what the body holds, clears what is null, and nothing else', async () => {
    const { body } = await api.post('/recommendations', await everyField());
    const change = { title: 'Sponsor it', condition: null, sdg: [], themeIds: [] };
    const answer = await api.patch(`/recommendations/${String(body['id'])}`, change, 1);
    const { themeIds, ...changed } = change;
    expect([answer.status, answer.headers['etag']]).toEqual([200, '"2"']);
    expect(answer.body).toEqual({ ...body, ...changed, themes: themeIds, version: 2, updatedAt: expect.any(String) });
    expect(await rowOf(world, 'recommendation', body['id'])).toMatchObject({
      title: 'Sponsor it',
      condition: null,
      text: asked().text,
      version: 2,
    });
    expect((await openedEvents(world, body['id'])).slice(1)).toEqual([
      {
        action: 'recommendation.updated',
        objectType: 'recommendation',
        version: 2,
        level: 'public',
        outcome: 'allow',
        details: change,
      },
    ]);
  });

  it('counts a change of its themes alone, and tells its follow-ups', async () => {
    const theme = await world.a.theme();
    const { id, recommendationId } = await world.a.followUp();
    const answer = await api.patch(`/recommendations/${recommendationId}`, { themeIds: [theme] }, 1);
    expect([answer.headers['etag'], answer.body['themes'][0].id]).toEqual(['"2"', theme]);
    expect(await rowOf(world, 'follow_up', id, 'theme_ids')).toEqual({ theme_ids: [theme] });
  });

  it('takes its follow-ups and tracks along: code, source and level', async () => {
    const other = await world.a.source();
    const { id, recommendationId, response } = await world.a.followUp();
    expect(
      (
        await api.patch(
          `/recommendations/${recommendationId}`,
          { code: 'NEW-1', sourceId: other, confidentiality: 'organization' },
          1,
        )
      ).status,
    ).toBe(200);
    expect(await rowOf(world, 'follow_up', id)).toMatchObject({
      recommendation_code: 'NEW-1',
      source_id: other,
      confidentiality: 'organization',
      organization_id: world.a.organizationId,
    });
    expect(await rowOf(world, 'track', response)).toMatchObject({ confidentiality: 'organization' });
    const { action, level } = (await openedEvents(world, recommendationId))[0]!;
    expect([action, level]).toEqual(['recommendation.updated', 'organization']);
  });

  it('raises a level, and lowers none', async () => {
    const id = await world.a.recommendation({ confidentiality: 'public' });
    expect(
      (await api.patch(`/recommendations/${id}`, { confidentiality: 'coalition' }, 1)).body['confidentiality'],
    ).toBe('coalition');
    expect(
      (await api.patch(`/recommendations/${id}`, { confidentiality: 'organization' }, 2)).body['confidentiality'],
    ).toBe('organization');
    for (const confidentiality of ['public', 'coalition']) {
      await refused(
        world,
        () => api.patch(`/recommendations/${id}`, { confidentiality }, 3),
        403,
        'separation-of-duties',
      );
    }
    expect((await api.patch(`/recommendations/${id}`, { confidentiality: 'organization' }, 3)).status).toBe(200);
  });

  it('leaves it to its own organization to keep it for itself', async () => {
    const other = await world.a.organization();
    const id = await world.a.recommendation({ organization_id: other });
    await refused(
      world,
      () => api.patch(`/recommendations/${id}`, { confidentiality: 'organization' }, 1),
      403,
      'separation-of-duties',
    );
    expect(
      (
        await world
          .as(await world.a.member({ organizationId: other }))
          .patch(`/recommendations/${id}`, { confidentiality: 'organization' }, 1)
      ).status,
    ).toBe(200);
    expect((await api.get(`/recommendations/${id}`)).status).toBe(404);
  });

  it.each([
    ['/title', { title: ' ' }],
    ['/partOf', { partOf: uuid() }],
    ['/confidentiality', { confidentiality: 'secret' }],
    ['/colour', { colour: 'red' }],
    ['/themeIds', { themeIds: ['x'] }],
  ])('refuses a wrong %s with 400, naming it', async (pointer, body) => {
    const id = await world.a.recommendation();
    expect(
      outcomeOf(await refused(world, () => api.patch(`/recommendations/${id}`, body, 1), 400, 'invalid-input')),
    ).toEqual([400, 'invalid-input', pointer]);
  });

  it('asks for the version, refuses a stale one and one that is none, and a code that is taken', async () => {
    const id = await world.a.recommendation();
    await world.a.recommendation({ code: 'TAKEN' });
    await refused(world, () => api.patch(`/recommendations/${id}`, { title: 'Mine' }), 428, 'version-required');
    const { body } = await refused(
      world,
      () => api.patch(`/recommendations/${id}`, { title: 'Mine' }, 2),
      412,
      'stale',
    );
    expect(body).toMatchObject({ currentVersion: 1, changed: { updatedAt: expect.any(String) } });
    await refused(
      world,
      () => api.send('PATCH', `/recommendations/${id}`, { title: 'Mine' }, { 'if-match': '*' }),
      400,
      'invalid-input',
    );
    await refused(world, () => api.patch(`/recommendations/${id}`, { code: 'TAKEN' }, 1), 409, 'already-exists');
  });
});

describe('DELETE /recommendations/{id}', () => {
  it('deletes one on which nothing hangs, with its themes, publication and relations', async () => {
    const { body } = await api.post('/recommendations', await everyField());
    const id = String(body['id']);
    const other = await world.a.recommendation();
    await api.post(`/recommendations/${id}/relations`, { otherId: other, kind: 'repeats' });
    expect((await api.delete(`/recommendations/${id}`, 1)).status).toBe(204);
    for (const table of ['recommendation_theme', 'track', 'relation']) {
      expect(await world.a.rows(`SELECT FROM ${table} WHERE recommendation_id = $1`, [id])).toEqual([]);
    }
    expect(await rowOf(world, 'recommendation', id)).toBeUndefined();
    expect((await openedEvents(world, id)).at(-1)).toEqual({
      action: 'recommendation.deleted',
      objectType: 'recommendation',
      version: 1,
      level: 'public',
      outcome: 'allow',
      details: { code: 'EU10-01' },
    });
    expect((await api.get(`/recommendations/${other}`)).body['relations']).toEqual([]);
  });

  it('keeps one that is followed, has parts or deadlines, or was delivered by an engagement', async () => {
    const followed = (await world.a.followUp()).recommendationId;
    const whole = await world.a.recommendation();
    await world.a.recommendation({ part_of: whole, label: '(a)' });
    const hiddenPart = await world.a.recommendation();
    await world.a.recommendation({
      part_of: hiddenPart,
      label: '(a)',
      confidentiality: 'organization',
      organization_id: await world.a.organization(),
    });
    const due = await world.a.recommendation();
    await api.post(`/recommendations/${due}/deadlines`, { axis: 'response', dueOn: '2030', basis: 'The letter' });
    const delivered = await world.a.recommendation();
    await api.post('/engagements', {
      kind: 'letter',
      occurredOn: '2010',
      summary: 'Sent',
      addresseeIds: [await world.a.addressee()],
      recommendationIds: [delivered],
    });
    for (const id of [followed, whole, hiddenPart, due, delivered])
      await refused(world, () => api.delete(`/recommendations/${id}`, 1), 409, 'still-in-use');
  });

  it('asks for the version and refuses a stale one', async () => {
    const id = await world.a.recommendation();
    await refused(world, () => api.delete(`/recommendations/${id}`), 428, 'version-required');
    await refused(world, () => api.delete(`/recommendations/${id}`, 9), 412, 'stale');
  });
});

describe('who may', () => {
  it.each(['verifier', 'partner', 'auditor'] as const)('a %s reads, and writes nothing', async (role) => {
    const id = await world.a.recommendation();
    const caller = world.as(await world.a.member({ roles: [role] }));
    const answers: Answer[] = [];
    for (const ask of [
      () => caller.post('/recommendations', asked()),
      () => caller.patch(`/recommendations/${id}`, { title: 'x' }, 1),
      () => caller.delete(`/recommendations/${id}`, 1),
    ])
      answers.push(await refused(world, ask, 403, 'forbidden'));
    expect(answers.map(({ body }) => body['permission'])).toEqual(['record.write', 'record.write', 'record.write']);
    expect([
      (await caller.get('/recommendations')).status,
      (await caller.get(`/recommendations/${id}`)).status,
    ]).toEqual([200, 200]);
  });

  it('an administrator writes, and nobody is asked to sign in', async () => {
    expect(
      (await world.as(await world.a.member({ roles: ['administrator'] })).post('/recommendations', asked())).status,
    ).toBe(201);
    expect((await world.as(undefined).get('/recommendations')).status).toBe(401);
  });
});

describe('what one may not know', () => {
  const ways: [string, (caller: Caller, id: string) => Promise<Answer>][] = [
    ['read', (caller, id) => caller.get(`/recommendations/${id}`)],
    ['changed', (caller, id) => caller.patch(`/recommendations/${id}`, { title: 'Mine' }, 1)],
    ['changed with a stale version', (caller, id) => caller.patch(`/recommendations/${id}`, { title: 'Mine' }, 7)],
    ['deleted', (caller, id) => caller.delete(`/recommendations/${id}`, 1)],
    ['deleted with a stale version', (caller, id) => caller.delete(`/recommendations/${id}`, 7)],
    ['asked for its follow-ups', (caller, id) => caller.get(`/recommendations/${id}/follow-ups`)],
    ['asked for its relations', (caller, id) => caller.get(`/recommendations/${id}/relations`)],
    ['asked for its deadlines', (caller, id) => caller.get(`/recommendations/${id}/deadlines`)],
    [
      'followed',
      async (caller, id) =>
        caller.post(`/recommendations/${id}/follow-ups`, {
          addresseeId: await world.a.addressee(),
          asked: true,
          ask: 'x',
        }),
    ],
    [
      'related',
      async (caller, id) =>
        caller.post(`/recommendations/${id}/relations`, { otherId: await world.a.recommendation(), kind: 'repeats' }),
    ],
    [
      'related to',
      async (caller, id) =>
        caller.post(`/recommendations/${await world.a.recommendation()}/relations`, { otherId: id, kind: 'repeats' }),
    ],
    [
      'given a deadline',
      (caller, id) => caller.post(`/recommendations/${id}/deadlines`, { axis: 'response', dueOn: '2030', basis: 'x' }),
    ],
    [
      'made the whole of a part',
      (caller, id) => caller.post('/recommendations', { ...asked(), partOf: id, label: '(a)' }),
    ],
  ];

  it.each(ways)(
    'is answered alike when it is %s: of another workspace, of another organization, deleted, never there',
    async (_, ask) => {
      const foreign = await (await world.a.otherWorkspace()).recommendation();
      const hidden = await world.a.recommendation({
        confidentiality: 'organization',
        organization_id: await world.a.organization(),
      });
      const deleted = await world.a.recommendation();
      expect((await api.delete(`/recommendations/${deleted}`, 1)).status).toBe(204);
      const answers: string[] = [];
      for (const id of [uuid(), foreign, hidden, deleted]) {
        const [fStored, hStored] = [
          await rowOf(world, 'recommendation', foreign),
          await rowOf(world, 'recommendation', hidden),
        ];
        answers.push(bytesOf(await ask(api, id)));
        expect([await rowOf(world, 'recommendation', foreign), await rowOf(world, 'recommendation', hidden)]).toEqual([
          fStored,
          hStored,
        ]);
      }
      expect(answers[0]).toContain('"code":"not-found"');
      expect(answers).toEqual([answers[0], answers[0], answers[0], answers[0]]);
    },
  );
});
