import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
});

afterEach(() => world.close());

const resolution = {
  title: 'Security Council resolution 2397 (2017)',
  kind: 'resolution',
  symbol: 'S/RES/2397 (2017)',
  mechanism: 'Security Council',
  cycle: 'none',
  session: '8151st meeting',
  issuedOn: '2017-12-22',
  language: 'en',
  url: 'https://digitallibrary.un.org/record/1327042',
  accessedOn: '2020-01-15',
  issuers: ['Security Council'],
  recipients: ['Member States'],
  copies: ['Secretary-General'],
  aliases: ['UNSCR 2397'],
  note: 'Paragraph 8 has two parts.',
};
const letter = { title: 'Letter of five organizations', kind: 'letter' };
const nothing = {
  symbol: null,
  mechanism: null,
  cycle: null,
  session: null,
  issuedOn: null,
  language: null,
  url: null,
  accessedOn: null,
  issuers: [],
  recipients: [],
  copies: [],
  aliases: [],
  note: null,
  recommendationCount: 0,
};

async function stored(id: string) {
  const [row] = await world.a.rows(
    `SELECT title, kind, symbol, mechanism, cycle, session, issued_on, issued_last::text, language, url, accessed_on::text, issuers, recipients, copies, aliases, note, version
     FROM source WHERE id = $1`,
    [id],
  );
  return row;
}

const titlesOf = (answer: Answer): string[] => answer.body['items'].map((s: { title: string }) => s.title);
const outcomeOf = ({ status, body }: Answer) => [status, body['code'], body['errors']?.[0]?.pointer];

describe('POST /sources', () => {
  it('keeps every field and records it once', async () => {
    const { status, headers, body } = await api.post('/sources', resolution);
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      { id: expect.any(String), ...resolution, recommendationCount: 0, version: 1 },
    ]);
    const { issuedOn, accessedOn, ...same } = resolution;
    expect(await stored(body['id'])).toEqual({
      ...same,
      issued_on: issuedOn,
      issued_last: '2017-12-22',
      accessed_on: accessedOn,
      version: 1,
    });
    expect(await eventsOf(world, body['id'])).toEqual(['source.created 1 coalition']);
  });

  it('needs a title and a kind, and no date', async () => {
    const { status, body } = await api.post('/sources', letter);
    expect([status, body]).toEqual([201, { id: expect.any(String), ...nothing, ...letter, version: 1 }]);
    expect(await stored(body['id'])).toMatchObject({ issued_on: null, issued_last: null });
  });

  it.each([
    ['2010', '2010-12-31'],
    ['2010-06~', '2010-06-30'],
    ['201X', '2019-12-31'],
    ['2010-05/2010-08', '2010-08-31'],
  ])('keeps %s as it is, and %s as its last possible day', async (issuedOn, last) => {
    const { body } = await api.post('/sources', { ...letter, issuedOn });
    expect([body['issuedOn'], await stored(body['id'])]).toMatchObject([issuedOn, { issued_last: last }]);
  });

  it('refuses a symbol that is taken in the workspace', async () => {
    await (await world.a.otherWorkspace()).source({ symbol: resolution.symbol });
    expect((await api.post('/sources', resolution)).status).toBe(201);
    expect(outcomeOf(await api.post('/sources', { ...letter, symbol: resolution.symbol }))).toEqual([
      409,
      'already-exists',
      undefined,
    ]);
    expect((await api.post('/sources', letter)).status).toBe(201);
    expect((await api.post('/sources', letter)).status).toBe(201);
  });

  it.each([
    [{ kind: 'letter' }, '/title'],
    [{ ...letter, title: '' }, '/title'],
    [{ ...letter, title: 'x'.repeat(501) }, '/title'],
    [{ ...letter, kind: 'e-mail' }, '/kind'],
    [{ ...letter, symbol: ' ' }, '/symbol'],
    [{ ...letter, symbol: 7 }, '/symbol'],
    [{ ...letter, issuedOn: '2010-13' }, '/issuedOn'],
    [{ ...letter, issuedOn: '22.12.2017' }, '/issuedOn'],
    [{ ...letter, accessedOn: '2020-02-30' }, '/accessedOn'],
    [{ ...letter, accessedOn: '2020-02' }, '/accessedOn'],
    [{ ...letter, language: 'English' }, '/language'],
    [{ ...letter, url: 'javascript:alert(1)' }, '/url'],
    [{ ...letter, url: 'ftp://example.org/x' }, '/url'],
    [{ ...letter, url: 'example.org/x' }, '/url'],
    [{ ...letter, url: 'https://name:secret@example.org/x' }, '/url'],
    [{ ...letter, url: `https://example.org/${'x'.repeat(2000)}` }, '/url'],
    [{ ...letter, issuers: [' '] }, '/issuers'],
    [{ ...letter, issuers: null }, '/issuers'],
    [{ ...letter, recipients: 'EU' }, '/recipients'],
    [{ ...letter, copies: Array.from({ length: 101 }, () => 'x') }, '/copies'],
    [{ ...letter, aliases: Array.from({ length: 51 }, (_, n) => String(n)) }, '/aliases'],
    [{ ...letter, aliases: ['x', 'x'] }, '/aliases'],
    [{ ...letter, note: 'x'.repeat(5001) }, '/note'],
    [{ ...letter, recommendationCount: 3 }, '/recommendationCount'],
  ])('refuses %j with 400, naming %s', async (body, pointer) => {
    expect(outcomeOf(await api.post('/sources', body))).toEqual([400, 'invalid-input', pointer]);
    expect(await world.a.rows('SELECT FROM source WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
  });
});

describe('GET /sources', () => {
  it('sorts by title and by the last day a date can mean, undated ones last', async () => {
    const dated = { B: '2010', A: '2010-12-30', C: undefined, D: '2011-01-01' };
    for (const [title, issuedOn] of Object.entries(dated)) await api.post('/sources', { ...letter, title, issuedOn });
    expect(titlesOf(await api.get('/sources'))).toEqual(['A', 'B', 'C', 'D']);
    expect(titlesOf(await api.get('/sources?sort=issuedOn'))).toEqual(['A', 'B', 'D', 'C']);
    const first = await api.get('/sources?sort=-issuedOn&limit=1&count=true');
    const rest = await api.get(`/sources?sort=-issuedOn&limit=9&cursor=${String(first.body['nextCursor'])}`);
    expect([titlesOf(first), first.body['count'], titlesOf(rest)]).toEqual([['C'], 4, ['D', 'B', 'A']]);
  });

  it('filters by kind and finds words in title and symbol', async () => {
    await api.post('/sources', resolution);
    await api.post('/sources', { ...letter, title: '유럽연합에 보낸 편지, 100% ours' });
    const found = async (query: string) => titlesOf(await api.get(`/sources?${query}`));
    expect(await found('kind=letter')).toHaveLength(1);
    expect(await found('kind=letter,resolution')).toHaveLength(2);
    expect(await found('q=res/2397')).toEqual([resolution.title]);
    expect(await found(`q=${encodeURIComponent('유럽연합')}`)).toHaveLength(1);
    expect(await found('q=100%25')).toHaveLength(1);
    expect(await found('q=1_0')).toEqual([]);
  });

  it('counts the recommendations that the reader may see', async () => {
    const id = await world.a.source();
    const second = await world.a.organization();
    await world.a.recommendation({ source_id: id });
    await world.a.recommendation({ source_id: id, confidentiality: 'organization', organization_id: second });
    const countFor = async (organizationId: string) =>
      (await world.as(await world.a.member({ organizationId })).get(`/sources/${id}`)).body['recommendationCount'];
    expect([await countFor(world.a.organizationId), await countFor(second)]).toEqual([1, 2]);
  });

  it('knows nothing of other workspaces', async () => {
    const other = await world.a.otherWorkspace();
    const foreign = await other.source();
    expect((await api.get(`/sources/${foreign}`)).status).toBe(404);
    expect((await api.patch(`/sources/${foreign}`, { title: 'Mine' }, 1)).status).toBe(404);
    expect((await api.delete(`/sources/${foreign}`, 1)).status).toBe(404);
    expect((await api.get('/sources')).body).toEqual({ items: [], nextCursor: null });
    expect(await stored(foreign)).toMatchObject({ version: 1 });
  });

  it.each(['kind=e-mail', 'sort=kind', 'limit=0', 'q=', 'colour=red'])('refuses ?%s', async (query) => {
    const answer = await api.get(`/sources?${query}`);
    expect([answer.status, answer.body['errors'][0].pointer]).toEqual([400, `?${query.split('=')[0]}`]);
  });
});

describe('PATCH /sources/{id}', () => {
  it('changes what the body holds, clears what is null, and keeps the last day in step', async () => {
    const { body } = await api.post('/sources', resolution);
    const path = `/sources/${String(body['id'])}`;
    const answer = await api.patch(path, { issuedOn: '2018', note: null, issuers: [] }, 1);
    expect([answer.status, answer.headers['etag'], answer.body]).toEqual([
      200,
      '"2"',
      { ...body, issuedOn: '2018', note: null, issuers: [], version: 2 },
    ]);
    expect(await stored(body['id'])).toMatchObject({
      issued_on: '2018',
      issued_last: '2018-12-31',
      note: null,
      symbol: resolution.symbol,
    });
    await api.patch(path, { issuedOn: null }, 2);
    expect(await stored(body['id'])).toMatchObject({ issued_on: null, issued_last: null, version: 3 });
    expect(await eventsOf(world, body['id'])).toEqual([
      'source.created 1 coalition',
      'source.updated 2 coalition',
      'source.updated 3 coalition',
    ]);
  });

  it('lets its recommendations be found by the new symbol', async () => {
    const { body } = await api.post('/sources', resolution);
    const id = await world.a.recommendation({ source_id: body['id'] });
    await api.patch(`/sources/${String(body['id'])}`, { symbol: 'S/RES/9999' }, 1);
    const found = async (q: string) =>
      (await api.get(`/recommendations?q=${encodeURIComponent(q)}`)).body['items'].map((r: { id: string }) => r.id);
    expect(await found('S/RES/9999')).toEqual([id]);
    expect(await found(resolution.symbol)).toEqual([]);
  });

  it('asks for the version, refuses a stale one, a taken symbol, and null where there must be something', async () => {
    const id = await world.a.source();
    await world.a.source({ symbol: 'TAKEN' });
    expect((await api.patch(`/sources/${id}`, { title: 'Mine' })).status).toBe(428);
    expect((await api.patch(`/sources/${id}`, { title: 'Mine' }, 2)).status).toBe(412);
    expect(outcomeOf(await api.patch(`/sources/${id}`, { symbol: 'TAKEN' }, 1))).toEqual([
      409,
      'already-exists',
      undefined,
    ]);
    for (const field of ['title', 'kind', 'issuers', 'recipients', 'copies', 'aliases']) {
      expect(outcomeOf(await api.patch(`/sources/${id}`, { [field]: null }, 1))).toEqual([
        400,
        'invalid-input',
        `/${field}`,
      ]);
    }
    expect((await api.patch(`/sources/${id}`, {}, 1)).status).toBe(200);
  });
});

describe('DELETE /sources/{id}', () => {
  it('deletes one that no recommendation comes from', async () => {
    const id = await world.a.source();
    expect([(await api.delete(`/sources/${id}`, 1)).status, await stored(id)]).toEqual([204, undefined]);
    expect(await eventsOf(world, id)).toEqual(['source.deleted 1 coalition']);
  });

  it('keeps one that recommendations come from, hidden from the actor or not', async () => {
    const [own, hidden] = [await world.a.source(), await world.a.source()];
    await world.a.recommendation({ source_id: own });
    await world.a.recommendation({
      source_id: hidden,
      confidentiality: 'organization',
      organization_id: await world.a.organization(),
    });
    expect((await api.delete(`/sources/${own}`, 1)).body['detail']).toMatch(/^Recommendations come from this source/);
    for (const id of [own, hidden]) {
      expect(outcomeOf(await api.delete(`/sources/${id}`, 1))).toEqual([409, 'still-in-use', undefined]);
      expect(await stored(id)).toBeDefined();
    }
  });
});

it('sources are written by editors and administrators alone, and read by all', async () => {
  const id = await world.a.source();
  for (const role of ['verifier', 'partner', 'auditor'] as const) {
    const caller = world.as(await world.a.member({ roles: [role] }));
    const answers = [
      await caller.post('/sources', letter),
      await caller.patch(`/sources/${id}`, { title: 'x' }, 1),
      await caller.delete(`/sources/${id}`, 1),
    ];
    expect(answers.map(({ status, body }) => [status, body['permission']])).toEqual(
      [1, 2, 3].map(() => [403, 'record.write']),
    );
    expect((await caller.get(`/sources/${id}`)).status).toBe(200);
  }
  expect((await world.as(undefined).get(`/sources/${uuid()}`)).status).toBe(401);
});
