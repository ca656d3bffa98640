import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { dayIn } from '../../src/common/edtf-date.js';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

const DAY = 86_400_000;
/** At the moment of asking: a run may go on past midnight. */
const today = (): string => dayIn('Asia/Seoul', new Date());
const tomorrow = dayIn('Asia/Seoul', new Date(Date.now() + DAY));

let world: World;
let editor: Member;
let api: Caller;
let eu: string;
let korea: string;
let first: string;
let second: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  eu = await world.a.addressee({ code: 'EU', name: 'European Union', names: { ko: '유럽연합' } });
  korea = await world.a.addressee({ code: 'KR', name: 'South Korea' });
  first = await world.a.recommendation({ code: 'R-A', title: 'Appoint a representative' });
  second = await world.a.recommendation({ code: 'R-B', title: 'Raise it in all talks' });
});

afterEach(() => world.close());

const letter = (more: Record<string, unknown> = {}) => ({
  kind: 'letter',
  occurredOn: '2010-06',
  summary: 'Letter of five organizations.',
  addresseeIds: [eu],
  recommendationIds: [second, first],
  ...more,
});

async function stored(id: string) {
  const [row] = await world.a.rows(
    `SELECT workspace_id, organization_id, confidentiality, kind, by_addressee_id, occurred_on, occurred_last::text, summary, outcome, awaited_on,
       awaited_last::text, version FROM engagement WHERE id = $1`,
    [id],
  );
  return row;
}

async function linked(id: string): Promise<{ addressees: string[]; recommendations: string[] }> {
  const idsOf = async (what: string) =>
    (
      await world.a.rows<{ id: string }>(
        `SELECT ${what}_id AS id FROM engagement_${what} WHERE engagement_id = $1 AND workspace_id = $2`,
        [id, world.a.workspaceId],
      )
    ).map((r) => r.id);
  return { addressees: (await idsOf('addressee')).sort(), recommendations: (await idsOf('recommendation')).sort() };
}

const summariesOf = (answer: Answer): string[] => answer.body['items'].map((e: { summary: string }) => e.summary);
const outcomeOf = ({ status, body }: Answer) => [status, body['code'], body['errors']?.[0]?.pointer];

describe('POST /engagements', () => {
  it('delivers all the asks of a letter at once and records it once', async () => {
    const { status, headers, body } = await api.post(
      '/engagements',
      letter({ awaitedOn: '2010-09', addresseeIds: [korea, eu] }),
    );
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      {
        id: expect.any(String),
        kind: 'letter',
        occurredOn: '2010-06',
        summary: 'Letter of five organizations.',
        by: { organization: { id: world.a.organizationId, name: 'First Organization' } },
        byAddressee: null,
        addressees: [
          { id: eu, code: 'EU', name: 'European Union' },
          { id: korea, code: 'KR', name: 'South Korea' },
        ],
        recommendations: [
          { id: first, code: 'R-A', title: 'Appoint a representative' },
          { id: second, code: 'R-B', title: 'Raise it in all talks' },
        ],
        recommendationCount: 2,
        awaitedOn: '2010-09',
        outcome: null,
        participants: [],
        evidenceCount: 0,
        confidentiality: 'coalition',
        version: 1,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
    expect(await stored(body['id'])).toEqual({
      workspace_id: world.a.workspaceId,
      organization_id: world.a.organizationId,
      confidentiality: 'coalition',
      kind: 'letter',
      by_addressee_id: null,
      occurred_on: '2010-06',
      occurred_last: '2010-06-30',
      summary: 'Letter of five organizations.',
      outcome: null,
      awaited_on: '2010-09',
      awaited_last: '2010-09-30',
      version: 1,
    });
    expect(await linked(body['id'])).toEqual({
      addressees: [eu, korea].sort(),
      recommendations: [first, second].sort(),
    });
    expect(await eventsOf(world, body['id'])).toEqual(['engagement.created 1 coalition']);
  });

  it("keeps an addressee acting towards another, named in the reader's language", async () => {
    const { body } = await api.post(
      '/engagements',
      letter({ kind: 'statement', byAddresseeId: eu, addresseeIds: [korea], outcome: 'No answer.' }),
      { 'accept-language': 'ko' },
    );
    expect(body).toMatchObject({
      byAddressee: { id: eu, code: 'EU', name: '유럽연합' },
      addressees: [{ id: korea }],
      outcome: 'No answer.',
    });
    expect(await stored(body['id'])).toMatchObject({ by_addressee_id: eu, outcome: 'No answer.' });
  });

  it.each([
    [today, today],
    [() => today().slice(0, 4), today],
    [() => '2010', () => '2010-12-31'],
    [() => '2010-05/2010-08', () => '2010-08-31'],
  ])('takes a date that has begun, and no day after today as its last (%#)', async (given, last) => {
    const { status, body } = await api.post('/engagements', letter({ occurredOn: given() }));
    expect([status, await stored(body['id'])]).toMatchObject([201, { occurred_on: given(), occurred_last: last() }]);
  });

  it('asks the clock of the workspace: no day is the same on both sides of the date line', async () => {
    const ahead = dayIn('Pacific/Kiritimati', new Date());
    const inZone = async (zone: string) => {
      await world.a.rows('UPDATE workspace SET time_zone = $1 WHERE id = $2', [zone, world.a.workspaceId]);
      return (await api.post('/engagements', letter({ occurredOn: ahead }))).status;
    };
    expect([await inZone('Pacific/Kiritimati'), await inZone('Pacific/Niue')]).toEqual([201, 422]);
  });

  it('refuses what is still to come', async () => {
    for (const occurredOn of [tomorrow, String(Number(today().slice(0, 4)) + 1)]) {
      expect(outcomeOf(await api.post('/engagements', letter({ occurredOn })))).toEqual([
        422,
        'in-the-future',
        '/occurredOn',
      ]);
    }
    expect(await world.a.rows('SELECT FROM engagement WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
  });

  it('names the first addressee and the first recommendation that one may not know', async () => {
    const other = await world.a.otherWorkspace();
    const hidden = await world.a.recommendation({
      confidentiality: 'organization',
      organization_id: await world.a.organization(),
    });
    const [addressee, recommendation] = [await other.addressee(), await other.recommendation()];
    const cases: [Record<string, unknown>, string][] = [
      [{ addresseeIds: [eu, addressee] }, '/addresseeIds/1'],
      [{ addresseeIds: [uuid(), eu] }, '/addresseeIds/0'],
      [{ recommendationIds: [first, second, recommendation] }, '/recommendationIds/2'],
      [{ recommendationIds: [hidden] }, '/recommendationIds/0'],
      [{ byAddresseeId: addressee }, '/byAddresseeId'],
    ];
    for (const [more, pointer] of cases)
      expect(outcomeOf(await api.post('/engagements', letter(more)))).toEqual([404, 'not-found', pointer]);
    expect(await world.a.rows('SELECT FROM engagement WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
  });

  it('refuses an addressee that acts towards itself', async () => {
    expect(outcomeOf(await api.post('/engagements', letter({ byAddresseeId: eu })))).toEqual([
      422,
      'towards-itself',
      '/addresseeIds',
    ]);
  });

  it.each([
    [{ kind: 'phone-call' }, '/kind'],
    [{ occurredOn: undefined }, '/occurredOn'],
    [{ occurredOn: null }, '/occurredOn'],
    [{ occurredOn: '2010-06-31' }, '/occurredOn'],
    [{ summary: '\n' }, '/summary'],
    [{ summary: 'x'.repeat(5001) }, '/summary'],
    [{ addresseeIds: [] }, '/addresseeIds'],
    [{ addresseeIds: null }, '/addresseeIds'],
    [{ addresseeIds: ['EU'] }, '/addresseeIds'],
    [{ addresseeIds: Array.from({ length: 201 }, () => uuid()) }, '/addresseeIds'],
    [{ recommendationIds: [] }, '/recommendationIds'],
    [{ recommendationIds: 'all' }, '/recommendationIds'],
    [{ recommendationIds: Array.from({ length: 201 }, () => uuid()) }, '/recommendationIds'],
    [{ awaitedOn: 'soon' }, '/awaitedOn'],
    [{ outcome: '' }, '/outcome'],
    [{ confidentiality: 'restricted' }, '/confidentiality'],
    [{ confidentiality: null }, '/confidentiality'],
    [{ organizationId: uuid() }, '/organizationId'],
  ])('refuses %j with 400, naming %s', async (more, pointer) => {
    expect(outcomeOf(await api.post('/engagements', letter(more)))).toEqual([400, 'invalid-input', pointer]);
  });

  it('takes as many as 200 of each, and no id twice', async () => {
    const many: string[] = [];
    for (let i = 0; i < 200; i++) many.push(await world.a.addressee());
    expect((await api.post('/engagements', letter({ addresseeIds: many }))).body['addressees']).toHaveLength(200);
    expect(outcomeOf(await api.post('/engagements', letter({ addresseeIds: [eu, eu] })))).toEqual([
      400,
      'invalid-input',
      '/addresseeIds',
    ]);
  });
});

describe('an engagement at organization level', () => {
  it('is known to its own organization alone, and so are its acts', async () => {
    const { body } = await api.post('/engagements', letter({ confidentiality: 'organization' }));
    const path = `/engagements/${String(body['id'])}`;
    const stranger = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    const colleague = world.as(await world.a.member());
    expect([(await colleague.get(path)).status, (await stranger.get(path)).status]).toEqual([200, 404]);
    expect((await stranger.get('/engagements?count=true')).body).toEqual({ items: [], nextCursor: null, count: 0 });
    expect((await stranger.patch(path, { summary: 'Mine' }, 1)).status).toBe(404);
    expect((await stranger.delete(path, 1)).status).toBe(404);
    await api.patch(path, { outcome: 'They will answer.' }, 1);
    await api.delete(path, 2);
    const events = [
      'engagement.created 1 organization',
      'engagement.updated 2 organization',
      'engagement.deleted 2 organization',
    ];
    expect(await eventsOf(world, body['id'])).toEqual(events);
  });

  it('is read by an auditor to whom all organizations are open', async () => {
    const { body } = await api.post('/engagements', letter({ confidentiality: 'organization' }));
    const organizationId = await world.a.organization();
    const read = async (readsAll: boolean) =>
      (
        await world
          .as(await world.a.member({ roles: ['auditor'], organizationId, readsAll }))
          .get(`/engagements/${String(body['id'])}`)
      ).status;
    expect([await read(true), await read(false)]).toEqual([200, 404]);
  });
});

describe('a recommendation that the reader may not see', () => {
  let stranger: Caller;
  let id: string;
  let hidden: string;

  beforeEach(async () => {
    hidden = await world.a.recommendation({
      code: 'R-H',
      confidentiality: 'organization',
      organization_id: world.a.organizationId,
    });
    stranger = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    id = (await api.post('/engagements', letter({ recommendationIds: [first, hidden] }))).body['id'];
  });

  it('is in no answer and no filter', async () => {
    const codesFor = async (caller: Caller) =>
      (await caller.get(`/engagements/${id}`)).body['recommendations'].map((r: { code: string }) => r.code);
    expect([await codesFor(api), await codesFor(stranger)]).toEqual([['R-A', 'R-H'], ['R-A']]);
    const countFor = async (caller: Caller) => (await caller.get(`/engagements/${id}`)).body['recommendationCount'];
    expect([await countFor(api), await countFor(stranger)]).toEqual([2, 1]);
    expect(summariesOf(await api.get(`/engagements?recommendation=${hidden}`))).toHaveLength(1);
    expect(summariesOf(await stranger.get(`/engagements?recommendation=${hidden}`))).toEqual([]);
  });

  it('stays when they change the set', async () => {
    const { body } = await stranger.patch(`/engagements/${id}`, { recommendationIds: [second] }, 1);
    expect(body['recommendations']).toEqual([{ id: second, code: 'R-B', title: 'Raise it in all talks' }]);
    expect((await linked(id)).recommendations).toEqual([second, hidden].sort());
  });
});

describe('GET /engagements', () => {
  beforeEach(async () => {
    await api.post('/engagements', letter({ summary: 'old', occurredOn: '2010' }));
    await api.post(
      '/engagements',
      letter({
        summary: 'new',
        kind: 'meeting',
        occurredOn: '2021-03-04',
        addresseeIds: [korea],
        recommendationIds: [first],
      }),
    );
    await api.post(
      '/engagements',
      letter({ summary: 'between', kind: 'reminder', occurredOn: '2015-01', byAddresseeId: eu, addresseeIds: [korea] }),
    );
  });

  it('lists the latest first, page by page', async () => {
    const page = await api.get('/engagements?limit=2&count=true');
    const next = await api.get(`/engagements?limit=2&cursor=${String(page.body['nextCursor'])}`);
    expect([summariesOf(page), page.body['count'], summariesOf(next), next.body['nextCursor']]).toEqual([
      ['new', 'between'],
      3,
      ['old'],
      null,
    ]);
    expect(summariesOf(await api.get('/engagements?sort=occurredOn'))).toEqual(['old', 'between', 'new']);
  });

  it('filters by kind, addressee (acting or addressed) and recommendation', async () => {
    const found = async (query: string) => summariesOf(await api.get(`/engagements?${query}`));
    expect(await found('kind=letter,meeting')).toEqual(['new', 'old']);
    expect(await found(`addressee=${eu}`)).toEqual(['between', 'old']);
    expect(await found(`addressee=${korea}&addressee=${uuid()}`)).toEqual(['new', 'between']);
    expect(await found(`recommendation=${first}`)).toEqual(['new', 'between', 'old']);
    expect(await found(`recommendation=${second}&kind=reminder`)).toEqual(['between']);
  });

  it('filters by the source that its recommendations come from', async () => {
    const source = await world.a.source();
    const asked = await world.a.recommendation({ source_id: source });
    const hidden = await world.a.recommendation({
      source_id: source,
      confidentiality: 'organization',
      organization_id: world.a.organizationId,
    });
    await api.post('/engagements', letter({ summary: 'on one', recommendationIds: [asked, first] }));
    await api.post('/engagements', letter({ summary: 'on the hidden', recommendationIds: [hidden] }));
    const stranger = world.as(await world.a.member({ organizationId: await world.a.organization() }));
    const query = `/engagements?source=${source}&sort=occurredOn`;
    expect(summariesOf(await api.get(query)).sort()).toEqual(['on one', 'on the hidden']);
    expect(summariesOf(await stranger.get(query))).toEqual(['on one']);
    expect(summariesOf(await api.get(`/engagements?source=${await world.a.source()}`))).toEqual([]);
  });

  it.each(['kind=e-mail', 'addressee=EU', 'recommendation=1', 'source=letter', 'sort=summary', 'colour=red'])(
    'refuses ?%s',
    async (query) => {
      const answer = await api.get(`/engagements?${query}`);
      expect([answer.status, answer.body['errors'][0].pointer]).toEqual([400, `?${query.split('=')[0]}`]);
    },
  );

  it('knows nothing of other workspaces', async () => {
    const { body } = await api.get('/engagements');
    const other = await world.a.otherWorkspace();
    const outsider = world.as(await other.member(), other.slug);
    expect((await outsider.get('/engagements')).body).toEqual({ items: [], nextCursor: null });
    expect((await outsider.get(`/engagements/${String(body['items'][0].id)}`)).status).toBe(404);
  });
});

describe('PATCH /engagements/{id}', () => {
  let id: string;

  beforeEach(async () => {
    id = (await api.post('/engagements', letter({ awaitedOn: '2010-09' }))).body['id'];
  });

  it('changes what the body holds and nothing else', async () => {
    const { status, headers, body } = await api.patch(
      `/engagements/${id}`,
      { kind: 'request', summary: 'Changed', outcome: 'Answered', awaitedOn: '2011' },
      1,
    );
    expect([status, headers['etag'], body]).toMatchObject([
      200,
      '"2"',
      {
        kind: 'request',
        summary: 'Changed',
        outcome: 'Answered',
        awaitedOn: '2011',
        occurredOn: '2010-06',
        version: 2,
      },
    ]);
    expect(await stored(id)).toMatchObject({
      kind: 'request',
      awaited_on: '2011',
      awaited_last: '2011-12-31',
      occurred_last: '2010-06-30',
    });
    expect(await linked(id)).toEqual({ addressees: [eu], recommendations: [first, second].sort() });
    expect(await eventsOf(world, id)).toEqual(['engagement.created 1 coalition', 'engagement.updated 2 coalition']);
  });

  it('clears what is null', async () => {
    expect((await api.patch(`/engagements/${id}`, { awaitedOn: null, outcome: null }, 1)).body).toMatchObject({
      awaitedOn: null,
      outcome: null,
    });
    expect(await stored(id)).toMatchObject({ awaited_on: null, awaited_last: null });
  });

  it('puts the sets of the body in the place of the old ones, and counts that as a change', async () => {
    const { headers } = await api.patch(`/engagements/${id}`, { addresseeIds: [korea], recommendationIds: [first] }, 1);
    expect([headers['etag'], await linked(id)]).toEqual(['"2"', { addressees: [korea], recommendations: [first] }]);
    expect((await api.patch(`/engagements/${id}`, { addresseeIds: [korea] }, 1)).status).toBe(412);
    expect(outcomeOf(await api.patch(`/engagements/${id}`, { recommendationIds: [first, uuid()] }, 2))).toEqual([
      404,
      'not-found',
      '/recommendationIds/1',
    ]);
    expect(await linked(id)).toEqual({ addressees: [korea], recommendations: [first] });
  });

  it.each([
    [{ occurredOn: '2011' }, '/occurredOn'],
    [{ confidentiality: 'public' }, '/confidentiality'],
    [{ byAddresseeId: null }, '/byAddresseeId'],
    [{ summary: null }, '/summary'],
    [{ kind: null }, '/kind'],
    [{ addresseeIds: [] }, '/addresseeIds'],
    [{ recommendationIds: null }, '/recommendationIds'],
  ])('refuses %j, naming %s', async (body, pointer) => {
    expect(outcomeOf(await api.patch(`/engagements/${id}`, body, 1))).toEqual([400, 'invalid-input', pointer]);
  });

  it('refuses to let an addressee act towards itself, and asks for the version', async () => {
    const by = (await api.post('/engagements', letter({ byAddresseeId: eu, addresseeIds: [korea] }))).body['id'];
    expect(outcomeOf(await api.patch(`/engagements/${String(by)}`, { addresseeIds: [korea, eu] }, 1))).toEqual([
      422,
      'towards-itself',
      '/addresseeIds',
    ]);
    expect((await api.patch(`/engagements/${id}`, { summary: 'x' })).status).toBe(428);
    expect((await api.patch(`/engagements/${uuid()}`, { summary: 'x' }, 1)).status).toBe(404);
  });
});

describe('DELETE /engagements/{id}', () => {
  it('deletes it with what it names, and the log keeps that there was one', async () => {
    const { body } = await api.post('/engagements', letter());
    const id = String(body['id']);
    expect((await api.delete(`/engagements/${id}`)).status).toBe(428);
    expect((await api.delete(`/engagements/${id}`, 2)).status).toBe(412);
    expect((await api.delete(`/engagements/${id}`, 1)).status).toBe(204);
    expect([await stored(id), await linked(id)]).toEqual([undefined, { addressees: [], recommendations: [] }]);
    expect(await eventsOf(world, id)).toEqual(['engagement.created 1 coalition', 'engagement.deleted 1 coalition']);
  });
});

it('engagements are written by editors and administrators alone', async () => {
  const { body } = await api.post('/engagements', letter());
  const path = `/engagements/${String(body['id'])}`;
  for (const role of ['verifier', 'partner', 'auditor'] as const) {
    const caller = world.as(await world.a.member({ roles: [role] }));
    const answers = [
      await caller.post('/engagements', letter()),
      await caller.patch(path, { summary: 'x' }, 1),
      await caller.delete(path, 1),
    ];
    expect(answers.map((answer) => [answer.status, answer.body['permission']])).toEqual(
      [1, 2, 3].map(() => [403, 'engagement.write']),
    );
    expect((await caller.get(path)).status).toBe(200);
  }
  expect((await world.as(undefined).get(path)).status).toBe(401);
});
