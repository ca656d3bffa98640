// What is seen of confidential evidence: by its own organization, by an auditor to whom all is open, by whoever is named, and by nobody else.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import type { Role } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { bytesOf, countEvents, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let europe: string;
let editor: Member;
let holder: Member;
let api: Caller;
let theirs: Caller;
let followUp: Awaited<ReturnType<World['a']['followUp']>>;

/** Found nowhere but in what is confidential. */
const SAID = ['title', 'url', 'locator', 'publisher', 'statement', 'finding', 'quote', 'acceptanceReason'];
const CANARY = 'kanarienvogel';
const link = {
  kind: 'link',
  title: `A ${CANARY} link`,
  url: `https://example.org/${CANARY}`,
  finding: `A ${CANARY} finding`,
  quote: `A ${CANARY} quote`,
};
const account = {
  kind: 'account',
  title: `A ${CANARY} account`,
  terms: 'background',
  statement: `A ${CANARY} statement`,
};

beforeEach(async () => {
  world = await openWorld();
  europe = await world.a.organization('Europe for Korea');
  editor = await world.a.member();
  holder = await world.a.member({ organizationId: europe });
  [api, theirs] = [world.as(editor), world.as(holder)];
  followUp = await world.a.followUp();
});

afterEach(() => world.close());

const enter = async (given: Record<string, unknown>, by = theirs): Promise<string> => {
  const answer = await by.post('/evidence', given);
  expect([answer.status, answer.headers['etag']]).toEqual([201, '"1"']);
  return answer.body['id'];
};
const member = async (role: Role, given: { organizationId?: string; readsAll?: boolean } = {}): Promise<Caller> =>
  world.as(await world.a.member({ roles: [role], ...given }));

/** Every answer in which a piece, or something about it, could be seen. */
async function everyAnswer(caller: Caller, id: string): Promise<Answer[]> {
  const paths = [
    '/evidence?limit=200&count=true',
    '/evidence?sort=title',
    '/evidence?confidentiality=organization,restricted',
    `/evidence?q=${CANARY}`,
    `/evidence/${id}`,
    `/evidence/${id}/custody`,
    `/tracks/${followUp.response}/evidence?count=true`,
    `/tracks/${followUp.implementation}/evidence?count=true`,
    `/tracks/${followUp.implementation}/transitions`,
    `/tracks/${followUp.implementation}/transitions/options`,
    `/tracks/${followUp.implementation}`,
    '/follow-ups',
    `/follow-ups/${followUp.id}`,
    `/recommendations/${followUp.recommendationId}`,
    `/recommendations?q=${CANARY}`,
    `/sources?q=${CANARY}`,
    '/audit/events?limit=200',
  ];
  const answers: Answer[] = [];
  for (const path of paths) answers.push(await caller.get(path));
  return answers;
}

/** Holds that nobody can tell from any answer that the piece exists. */
async function expectUnknown(caller: Caller, id: string): Promise<void> {
  const answers = await everyAnswer(caller, id);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  for (const { body, headers } of answers) {
    const text = JSON.stringify([body, headers]);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(id);
  }
  expect(answers[0]!.body).toMatchObject({ items: [], count: 0 });
  expect(answers[6]!.body).toMatchObject({ items: [], count: 0 });
  const [read, custody] = [
    bytesOf(await caller.get(`/evidence/${uuid()}`)),
    bytesOf(await caller.get(`/evidence/${uuid()}/custody`)),
  ];
  expect([bytesOf(answers[4]!), bytesOf(answers[5]!)]).toEqual([read, custody]);
}

/** Every way to do something to a piece, and what each answers for one that never was. */
const acts: [string, (caller: Caller, id: string) => Promise<Answer>][] = [
  ['read', (caller, id) => caller.get(`/evidence/${id}`)],
  ['asked for its custody', (caller, id) => caller.get(`/evidence/${id}/custody`)],
  ['changed', (caller, id) => caller.patch(`/evidence/${id}`, { title: 'Mine' }, 1)],
  ['changed with a stale version', (caller, id) => caller.patch(`/evidence/${id}`, { title: 'Mine' }, 9)],
  [
    'accepted',
    (caller, id) => caller.post(`/evidence/${id}/acceptance`, { acceptance: 'accepted' }, { 'if-match': '"1"' }),
  ],
  [
    'declined',
    (caller, id) =>
      caller.post(`/evidence/${id}/acceptance`, { acceptance: 'declined', reason: 'No.' }, { 'if-match': '"9"' }),
  ],
  [
    'linked',
    (caller, id) => caller.post(`/tracks/${followUp.response}/evidence`, { evidenceId: id, stance: 'supports' }),
  ],
  ['taken off', (caller, id) => caller.delete(`/tracks/${followUp.response}/evidence/${id}`)],
  [
    'cited',
    (caller, id) =>
      caller.post(`/tracks/${followUp.implementation}/transitions`, {
        transition: 'start',
        occurredOn: '2020',
        evidenceIds: [id],
      }),
  ],
];

describe('organization level', () => {
  let id: string;

  beforeEach(async () => {
    id = await enter({ ...link, confidentiality: 'organization' });
    expect(
      (await theirs.post(`/tracks/${followUp.response}/evidence`, { evidenceId: id, stance: 'supports' })).status,
    ).toBe(201);
  });

  it.each(['administrator', 'editor', 'verifier', 'partner', 'auditor'] as const)(
    'is unknown to a %s of another organization',
    async (role) => {
      await expectUnknown(await member(role), id);
    },
  );

  it('is read by its own organization, whatever the role, in lists, counts, tracks and with its words', async () => {
    for (const role of ['editor', 'verifier', 'partner', 'auditor'] as const) {
      const caller = await member(role, { organizationId: europe });
      expect((await caller.get(`/evidence/${id}`)).body).toMatchObject({
        finding: link.finding,
        quote: link.quote,
        confidentiality: 'organization',
      });
      expect((await caller.get('/evidence?count=true')).body).toMatchObject({
        count: 1,
        items: [{ id, finding: link.finding }],
      });
      expect((await caller.get(`/tracks/${followUp.response}/evidence`)).body['items']).toMatchObject([
        { evidence: { id }, stance: 'supports' },
      ]);
    }
  });

  it('is open to an auditor to whom all organizations are', async () => {
    const caller = await member('auditor', { readsAll: true });
    expect((await caller.get(`/evidence/${id}`)).body).toMatchObject({ finding: link.finding });
    expect((await caller.get('/evidence?count=true')).body['count']).toBe(1);
    expect((await caller.get(`/tracks/${followUp.response}/evidence`)).body['items']).toHaveLength(1);
    await refused(world, () => caller.patch(`/evidence/${id}`, { title: 'x' }, 1), 403, 'forbidden');
  });

  it.each(acts)('is answered like one of another workspace and one that never was when it is %s', async (_, act) => {
    const elsewhere = await world.a.otherWorkspace();
    const foreign = await elsewhere.evidence(await elsewhere.member());
    const never = bytesOf(await refused(world, () => act(api, uuid()), 404, 'not-found'));
    for (const hidden of [foreign, id])
      expect(bytesOf(await refused(world, () => act(api, hidden), 404, 'not-found'))).toBe(never);
  });

  it('its event is read by its own organization alone', async () => {
    expect(await openedEvents(world, id)).toEqual([
      {
        action: 'evidence.captured',
        objectType: 'evidence',
        version: 1,
        level: 'organization',
        outcome: 'allow',
        details: {},
      },
    ]);
    const linked = (await openedEvents(world, followUp.response)).map(({ action, level }) => [action, level]);
    expect(linked).toEqual([['track-evidence.linked', 'organization']]);
  });

  it('nothing of the coalition may stand on it', async () => {
    const cite = () =>
      theirs.post(`/tracks/${followUp.implementation}/transitions`, {
        transition: 'start',
        occurredOn: '2020',
        evidenceIds: [id],
      });
    expect(outcomeOf(await refused(world, cite, 422, 'too-confidential'))).toEqual([
      422,
      'too-confidential',
      '/evidenceIds/0',
    ]);
  });

  it('the name of its origin, which all may read, says nothing of it', async () => {
    await enter({ ...account, confidentiality: 'organization' });
    const names = await world.a.rows<{ name: string }>('SELECT name FROM origin WHERE workspace_id = $1', [
      world.a.workspaceId,
    ]);
    expect(names).toHaveLength(2);
    expect(JSON.stringify(names)).not.toContain(CANARY);
  });

  it('does not give its origin away to a piece of others at the same address', async () => {
    const hidden = (await theirs.get(`/evidence/${id}`)).body['origin'];
    const own = (await api.post('/evidence', { kind: 'link', title: 'The same page', url: link.url })).body['origin'];
    expect(own.id).not.toBe(hidden.id);
  });
});

describe('raising a level', () => {
  it('takes the piece out of the sight of others at once: from lists, tracks and what cites it', async () => {
    const id = await enter({ ...link });
    expect(
      (
        await api.post(`/tracks/${followUp.implementation}/transitions`, {
          transition: 'start',
          occurredOn: '2020',
          evidenceIds: [id],
        })
      ).status,
    ).toBe(201);
    const cited = async (caller: Caller) =>
      (await caller.get(`/tracks/${followUp.implementation}/transitions`)).body['items'][0].evidence.length;
    expect([await cited(api), (await api.get(`/evidence/${id}`)).status]).toEqual([1, 200]);
    const raised = await theirs.patch(`/evidence/${id}`, { confidentiality: 'organization' }, 1);
    expect([raised.status, raised.body['confidentiality']]).toEqual([200, 'organization']);
    expect([await cited(api), await cited(theirs)]).toEqual([0, 1]);
    await expectUnknown(await member('editor'), id);
    expect((await openedEvents(world, id)).map(({ action, level }) => [action, level])).toEqual([
      ['evidence.captured', 'coalition'],
      ['evidence.changed', 'organization'],
    ]);
  });

  it('goes one step at a time or more, never down, and not to restricted', async () => {
    const id = await enter({ ...link, confidentiality: 'public' });
    await refused(
      world,
      () => theirs.patch(`/evidence/${id}`, { confidentiality: 'restricted' }, 1),
      422,
      'enter-anew',
    );
    expect((await theirs.patch(`/evidence/${id}`, { confidentiality: 'coalition' }, 1)).status).toBe(200);
    await refused(
      world,
      () => theirs.patch(`/evidence/${id}`, { confidentiality: 'public' }, 2),
      403,
      'separation-of-duties',
    );
    expect((await theirs.patch(`/evidence/${id}`, { confidentiality: 'organization' }, 2)).status).toBe(200);
    for (const confidentiality of ['coalition', 'public'])
      await refused(world, () => theirs.patch(`/evidence/${id}`, { confidentiality }, 3), 403, 'separation-of-duties');
  });

  it('to its organization is for its organization', async () => {
    const id = await enter({ ...link });
    await refused(
      world,
      () => api.patch(`/evidence/${id}`, { confidentiality: 'organization' }, 1),
      403,
      'separation-of-duties',
    );
    expect((await api.get(`/evidence/${id}`)).status).toBe(200);
  });
});

describe('restricted', () => {
  let id: string;

  beforeEach(async () => {
    id = await enter({ ...account, confidentiality: 'restricted', finding: `A ${CANARY} finding` });
  });

  it.each(['administrator', 'editor', 'verifier', 'partner', 'auditor'] as const)(
    'is unknown to a %s, of its own organization or another, whom all is open or not',
    async (role) => {
      await theirs.post(`/tracks/${followUp.response}/evidence`, { evidenceId: id, stance: 'context' });
      await expectUnknown(await member(role), id);
      await expectUnknown(await member(role, { organizationId: europe }), id);
      if (role === 'auditor') await expectUnknown(await member(role, { organizationId: europe, readsAll: true }), id);
    },
  );

  it.each(acts)('is answered like one that never was when it is %s', async (_, act) => {
    const administrator = await member('administrator', { organizationId: europe });
    const never = bytesOf(await refused(world, () => act(administrator, uuid()), 404, 'not-found'));
    expect(bytesOf(await refused(world, () => act(administrator, id), 404, 'not-found'))).toBe(never);
  });

  it('names whoever entered it, and keeps its words for those who are named', async () => {
    expect(await world.a.rows('SELECT person_id, granted_by FROM evidence_grant WHERE evidence_id = $1', [id])).toEqual(
      [{ person_id: holder.actor.personId, granted_by: holder.actor.personId }],
    );
    expect(await world.a.rows('SELECT DISTINCT confidentiality FROM words WHERE evidence_id = $1', [id])).toEqual([
      { confidentiality: 'restricted' },
    ]);
    expect(await rowOf(world, 'evidence', id, 'version, statement_hash IS NOT NULL AS has_statement')).toEqual({
      version: 1,
      has_statement: true,
    });
    const grantee = await world.a.member({ roles: ['partner'] });
    await world.a.insert('evidence_grant', {
      workspace_id: world.a.workspaceId,
      evidence_id: id,
      person_id: grantee.actor.personId,
      granted_by: holder.actor.personId,
      reason: 'Has to know.',
    });
    expect((await world.as(grantee).get(`/evidence/${id}`)).body).toMatchObject({
      statement: account.statement,
      finding: `A ${CANARY} finding`,
    });
  });

  it('ends for whoever was named until yesterday', async () => {
    const grantee = await world.a.member({ roles: ['partner'] });
    const grant = {
      workspace_id: world.a.workspaceId,
      evidence_id: id,
      person_id: grantee.actor.personId,
      granted_by: holder.actor.personId,
      reason: 'Had to know.',
      ends_on: '2020-01-01',
    };
    await world.a.insert('evidence_grant', grant);
    await expectUnknown(world.as(grantee), id);
  });

  it('is opened with a trace, in its custody and in the log, every time; a list leaves none and shows no words', async () => {
    const before = await countEvents(world);
    const listed = (await theirs.get('/evidence?count=true')).body;
    expect(listed).toMatchObject({
      count: 1,
      items: [
        {
          id,
          title: account.title,
          statement: null,
          finding: null,
          quote: null,
          acceptanceReason: null,
          confidentiality: 'restricted',
        },
      ],
    });
    expect(await countEvents(world)).toBe(before);
    for (let n = 0; n < 2; n += 1)
      expect((await theirs.get(`/evidence/${id}`)).body).toMatchObject({ statement: account.statement, version: 1 });
    expect(
      (await theirs.get(`/evidence/${id}/custody`)).body['items'].map((c: Record<string, any>) => [
        c['act'],
        c['by'].id,
      ]),
    ).toEqual(['captured', 'opened', 'opened'].map((act) => [act, holder.actor.membershipId]));
    const event = { objectType: 'evidence', version: 1, level: 'restricted', outcome: 'allow' };
    const opened = { ...event, action: 'evidence.opened', details: {} };
    // What it says stands in the log as hashes of what is sealed (said.ts).
    const hash: unknown = expect.stringMatching(/^([0-9a-f]{64}|nothing)$/);
    const said = Object.fromEntries(SAID.map((field) => [field, hash]));
    expect(await openedEvents(world, id)).toEqual([
      { ...event, action: 'evidence.captured', details: { said } },
      opened,
      opened,
    ]);
    expect(await countEvents(world)).toBe(before + 2);
  });

  it('keeps the reason why it was declined with its words', async () => {
    const declined = await theirs.post(
      `/evidence/${id}/acceptance`,
      { acceptance: 'declined', reason: `A ${CANARY} reason` },
      { 'if-match': '"1"' },
    );
    expect(declined.body).toMatchObject({ acceptance: 'declined', acceptanceReason: `A ${CANARY} reason` });
    expect((await theirs.get('/evidence')).body['items'][0]).toMatchObject({
      acceptance: 'declined',
      acceptanceReason: null,
    });
    const [kept] = await world.a.rows(
      `SELECT w.confidentiality, w.evidence_id, w.text LIKE 'heed:sealed:1:%' AS is_sealed FROM words w
       JOIN evidence e ON w.hash = e.acceptance_reason_hash WHERE e.id = $1`,
      [id],
    );
    expect(kept).toEqual({ confidentiality: 'restricted', evidence_id: id, is_sealed: true });
  });

  it('is opened by an auditor who is named, though an auditor writes nothing', async () => {
    const auditor = await world.a.member({ roles: ['auditor'] });
    await world.a.insert('evidence_grant', {
      workspace_id: world.a.workspaceId,
      evidence_id: id,
      person_id: auditor.actor.personId,
      granted_by: holder.actor.personId,
      reason: 'Has to check.',
    });
    expect((await world.as(auditor).get(`/evidence/${id}`)).status).toBe(200);
    expect((await openedEvents(world, id)).map((e) => e.action)).toEqual(['evidence.captured', 'evidence.opened']);
  });

  it('may be a link with nothing else said', async () => {
    const bare = await enter({
      kind: 'link',
      title: `Another ${CANARY}`,
      url: `https://example.org/${CANARY}`,
      confidentiality: 'restricted',
    });
    expect((await theirs.get(`/evidence/${bare}`)).body).toMatchObject({
      finding: null,
      confidentiality: 'restricted',
    });
    await expectUnknown(api, bare);
  });

  it('may be changed by whoever is named; new words are kept as the old ones', async () => {
    const answer = await theirs.patch(`/evidence/${id}`, { finding: `Another ${CANARY} finding`, quote: null }, 1);
    expect(answer.body).toMatchObject({ finding: `Another ${CANARY} finding`, version: 2 });
    expect(await world.a.rows('SELECT count(*)::integer AS n FROM words WHERE evidence_id = $1', [id])).toEqual([
      { n: 3 },
    ]);
    await expectUnknown(api, id);
    await refused(
      world,
      () => theirs.patch(`/evidence/${id}`, { confidentiality: 'organization' }, 2),
      403,
      'separation-of-duties',
    );
  });

  it('is in none of the words, names and addresses that the workspace shares', async () => {
    await enter({ ...link, confidentiality: 'restricted' });
    const shared = await world.a.rows('SELECT name FROM origin WHERE workspace_id = $1', [world.a.workspaceId]);
    expect(JSON.stringify(shared)).not.toContain(CANARY);
    expect(
      await world.a.rows(
        `SELECT text FROM words WHERE text LIKE '%' || $1 || '%' AND (confidentiality <> 'restricted' OR evidence_id IS NULL)`,
        [CANARY],
      ),
    ).toEqual([]);
  });

  it('a receipt and an id are all that whoever entered it gets in the log', async () => {
    const events = await world.a.rows<{ details: Buffer }>('SELECT details FROM audit_event WHERE object_id = $1', [
      id,
    ]);
    expect(events.every(({ details }) => !details.toString('utf8').includes(CANARY))).toBe(true);
  });
});
