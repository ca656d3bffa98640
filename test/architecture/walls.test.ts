// Two walls stand around a workspace, and each holds alone: the rows that PostgreSQL shows, and the guard that lets nobody in.
// Behind both, keys that carry the workspace along: no row can name a thing of another one, whoever writes it.

import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { v4 as random, v7 as uuid } from 'uuid';
import { SEAL } from '../../src/common/sealed-text.js';
import type { Actor } from '../../src/access/actor.js';
import { inWorkspace } from '../../src/access/in-workspace.js';
import { ADDRESSEE_MEMBERS, ADDRESSEES } from '../../src/addressees/addressees.queries.js';
import { Problem } from '../../src/common/problem.js';
import { readOne, readPage } from '../../src/common/reading.js';
import type { Reading } from '../../src/common/reading-shape.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { INDICATORS } from '../../src/indicators/indicators.queries.js';
import { OBSERVATIONS } from '../../src/indicators/observations.queries.js';
import { COMMENTS } from '../../src/comments/comments.queries.js';
import { CONTRIBUTIONS } from '../../src/contributions/contributions.queries.js';
import { CONFIRMATIONS, OCCASIONS } from '../../src/occasions/occasions.queries.js';
import { NEXT_STEPS } from '../../src/next-steps/next-steps.queries.js';
import { ENGAGEMENT_EVIDENCE } from '../../src/engagements/engagement-evidence.queries.js';
import { ENGAGEMENTS } from '../../src/engagements/engagements.queries.js';
import { CUSTODY, EVIDENCE, PIECE } from '../../src/evidence/evidence.queries.js';
import { HARM_FLAGS } from '../../src/evidence/harm-flags.queries.js';
import { LOWERINGS } from '../../src/lowerings/lowerings.queries.js';
import { DEADLINES, EXTENSIONS_OF } from '../../src/follow-ups/deadlines.queries.js';
import { FOLLOW_UPS } from '../../src/follow-ups/follow-ups.queries.js';
import { TRACK_EVIDENCE } from '../../src/follow-ups/track-evidence.queries.js';
import { ASSESSMENTS } from '../../src/assessments/assessments.queries.js';
import { TRACK_POSITIONS } from '../../src/assessments/positions.queries.js';
import { TRACKS } from '../../src/follow-ups/tracks.queries.js';
import { TRANSITIONS } from '../../src/follow-ups/transitions.queries.js';
import { INTAKE, INTAKE_CUSTODY, INTAKES, PROPOSALS } from '../../src/intake/intake.queries.js';
import { RECOMMENDATION, RECOMMENDATIONS } from '../../src/recommendations/recommendations.queries.js';
import { RELATIONS } from '../../src/recommendations/relations.queries.js';
import { TALLIES, TALLY_ITEMS } from '../../src/tallies/tallies.queries.js';
import { SOURCES } from '../../src/sources/sources.queries.js';
import { THEMES } from '../../src/taxonomy/themes.queries.js';
import { VERSIONS } from '../../src/versions/versions.queries.js';
import { Factories, type Member } from '../factories/factories.js';
import { textOf } from '../support/event-streams.js';
import { browserOf } from '../support/people.js';
import { createDatabase } from '../support/postgres.js';
import { bytesOf, outcomeOf, refused } from '../support/record.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';
import { type Answer, openWorld, type World } from '../support/world.js';
import { type Filled, fillEveryTable } from './rows.js';

/** What each reading of the record shows one row of. */
type Ids = Record<string, string>;
const READINGS: Record<string, Reading> = {
  ADDRESSEES,
  ADDRESSEE_MEMBERS,
  SOURCES,
  THEMES,
  RECOMMENDATION,
  RECOMMENDATIONS,
  RELATIONS,
  FOLLOW_UPS,
  TRACKS,
  TRANSITIONS,
  TRACK_EVIDENCE,
  ASSESSMENTS,
  TRACK_POSITIONS,
  DEADLINES,
  EXTENSIONS_OF,
  PIECE,
  EVIDENCE,
  CUSTODY,
  HARM_FLAGS,
  LOWERINGS,
  ENGAGEMENTS,
  ENGAGEMENT_EVIDENCE,
  CONTRIBUTIONS,
  INDICATORS,
  OBSERVATIONS,
  NEXT_STEPS,
  OCCASIONS,
  CONFIRMATIONS,
  COMMENTS,
  TALLIES,
  TALLY_ITEMS,
  VERSIONS,
  INTAKES,
  INTAKE,
  INTAKE_CUSTODY,
  PROPOSALS,
};
/** Of these every member of the workspace may know, whatever hangs on them. */
const OF_THE_WORKSPACE = [
  'ADDRESSEES',
  'ADDRESSEE_MEMBERS',
  'SOURCES',
  'THEMES',
  'INDICATORS',
  'OBSERVATIONS',
  'TALLIES',
];

/** What a reading does not do without. */
const NEEDED: [path: string, query: string][] = [
  ['/summary', '?axis=response'],
  ['/changes', '?from=2019-01-01&to=2019-12-31'],
  ['/search', '?q=anything'],
  ['/lowering-preview', '?to=public'],
];

/** An origin is known by a piece that goes back to it. */
async function shownOrigin(a: Factories, by: Member): Promise<string> {
  const origin_id = await a.origin();
  await a.evidence(by, { origin_id });
  return origin_id;
}

/** One row for every reading: what has a level is of this one, what hangs on it hangs on that. */
async function fill(a: Factories, member: Member, confidentiality: string): Promise<Ids> {
  const level = { confidentiality, organization_id: member.actor.organizationId };
  const by = {
    workspace_id: a.workspaceId,
    person_id: member.actor.personId,
    organization_id: member.actor.organizationId,
  };
  const [group, theme, source] = [await a.addressee({ kind: 'group' }), await a.theme(), await a.source()];
  const listed = await a.insert('addressee_member', {
    id: uuid(),
    workspace_id: a.workspaceId,
    group_id: group,
    member_id: await a.addressee(),
  });
  const recommendation = await a.recommendation({ source_id: source, ...level });
  const followUp = await a.followUp({ recommendation_id: recommendation, addressee_id: group });
  const relation = await a.insert('relation', {
    id: uuid(),
    workspace_id: a.workspaceId,
    recommendation_id: recommendation,
    other_id: await a.recommendation(),
    kind: 'echoes',
    note: 'Says something.',
  });
  const evidence = await a.evidence(member, level);
  const [track] = await a.rows<{ workflow_id: string }>('SELECT workflow_id FROM track WHERE id = $1', [
    followUp.implementation,
  ]);
  const transition = await a.insert('transition', {
    id: uuid(),
    ...by,
    track_id: followUp.implementation,
    workflow_id: track!.workflow_id,
    from_workflow_id: track!.workflow_id,
    transition: 'start',
    from_state: 'not-assessed',
    to_state: 'under-way',
    position: 1,
    occurred_on: '2020',
    occurred_last: '2020-12-31',
  });
  const deadline = await a.insert('deadline', {
    id: uuid(),
    ...by,
    recommendation_id: recommendation,
    axis: 'response',
    due_on: '2020',
    due_last: '2020-12-31',
    basis: 'x',
  });
  const extension = await a.insert('deadline_extension', {
    id: uuid(),
    ...by,
    deadline_id: deadline,
    due_on: '2021',
    due_last: '2021-12-31',
    extended_by: 'x',
    basis: 'x',
  });
  const engagement = await a.insert('engagement', {
    id: uuid(),
    workspace_id: a.workspaceId,
    ...level,
    kind: 'letter',
    occurred_on: '2020',
    occurred_last: '2020-12-31',
    summary: 'x',
  });
  const indicator = await a.indicator();
  // No document is public: what is said at that level here is said to the workspace.
  const ofDocument = confidentiality === 'organization' ? 'organization' : 'coalition';
  const intake = await a.insert('intake', {
    id: uuid(),
    ...by,
    confidentiality: ofDocument,
    title: 'x',
    format: 'text',
    media_type: 'text/plain',
    sha256: Buffer.alloc(32),
    size: 1,
    blob_key: random(),
    text: 'x y',
    blocks: '[]',
  });
  const [version] = await a.rows<{ id: string }>('SELECT id FROM record_version WHERE item_id = $1', [recommendation]);
  const tally = await a.tally(member);
  return {
    ADDRESSEES: group,
    ADDRESSEE_MEMBERS: listed,
    SOURCES: source,
    THEMES: theme,
    RECOMMENDATION: recommendation,
    RECOMMENDATIONS: recommendation,
    RELATIONS: relation,
    FOLLOW_UPS: followUp.id,
    TRACKS: followUp.implementation,
    TRANSITIONS: transition,
    TRACK_EVIDENCE: await a.link(followUp.implementation, evidence, member),
    ASSESSMENTS: await assessmentOf(a, member, followUp.implementation, confidentiality),
    TRACK_POSITIONS: await a.insert('track_position', {
      ...{ id: uuid(), ...by, track_id: followUp.implementation, transition_id: transition, kind: 'abstain' },
    }),
    DEADLINES: deadline,
    EXTENSIONS_OF: extension,
    PIECE: evidence,
    EVIDENCE: evidence,
    HELD: evidence,
    HARM_FLAGS: await a.insert('harm_flag', {
      id: random(),
      ...by,
      evidence_id: evidence,
      reason_hash: randomBytes(32),
    }),
    LOWERINGS: await a.insert('lowering', {
      ...{ id: random(), ...by, evidence_id: evidence, reason_hash: randomBytes(32), checklist: '[]' },
      ...{ from_level: 'organization', to_level: 'coalition' },
    }),
    CUSTODY: await a.insert('custody_record', { id: random(), ...by, evidence_id: evidence, act: 'captured' }),
    ENGAGEMENTS: engagement,
    ENGAGEMENT_EVIDENCE: await a.insert('engagement_evidence', {
      ...{ id: uuid(), ...by, engagement_id: engagement, evidence_id: evidence, shows: 'text' },
    }),
    CONTRIBUTIONS: await a.contribution(member, { follow_up_id: followUp.id, confidentiality }),
    INDICATORS: indicator,
    OBSERVATIONS: await a.insert('observation', {
      id: uuid(),
      ...by,
      indicator_id: indicator,
      period: '2020',
      period_first: '2020-01-01',
      period_last: '2020-12-31',
      value: 1,
      estimate: false,
      said_by_hash: Buffer.alloc(32, 3),
    }),
    NEXT_STEPS: await a.nextStep(member, { follow_up_id: followUp.id }),
    OCCASIONS: await a.occasion(member, recommendation),
    CONFIRMATIONS: await a.occasion(member, recommendation, { outcome: 'confirmed' }),
    COMMENTS: await a.comment(member, followUp.id),
    TALLIES: tally,
    TALLY_ITEMS: await a.insert('tally_item', {
      id: uuid(),
      workspace_id: a.workspaceId,
      tally_id: tally,
      place: 1,
      recommendation_id: recommendation,
      follow_up_id: followUp.id,
      transition_ids: [transition],
    }),
    VERSIONS: version!.id,
    INTAKES: intake,
    INTAKE: intake,
    INTAKE_CUSTODY: await a.insert('intake_custody', {
      ...{ id: random(), ...by, intake_id: intake, confidentiality: ofDocument, act: 'taken-in' },
    }),
    PROPOSALS: await a.insert('intake_proposal', {
      id: uuid(),
      workspace_id: a.workspaceId,
      intake_id: intake,
      span_start: 0,
      span_end: 3,
      text: 'x y',
      title: 'x y',
      state: 'accepted',
      decided_by: member.actor.personId,
      decided_for: member.actor.organizationId,
      decided_at: new Date(),
      recommendation_id: recommendation,
    }),
    INBOX: await a.insert('inbox_item', { id: random(), ...by, kind: 'sentence', text: 'x' }),
    BULK_ACTION: await a.insert('bulk_action', {
      id: uuid(),
      ...by,
      action: 'owner',
      does: { ownerId: null },
      expires_at: new Date(),
    }),
    SAVED_VIEW: await a.insert('saved_view', {
      id: uuid(),
      workspace_id: a.workspaceId,
      person_id: member.actor.personId,
      name: `A view at level ${confidentiality}`,
      address: '/follow-ups',
    }),
  };
}

/** What the member's organization finds of a track. */
const assessmentOf = (a: Factories, { actor }: Member, track: string, confidentiality: string): Promise<string> =>
  a.insert('assessment', {
    ...{ id: uuid(), workspace_id: a.workspaceId, person_id: actor.personId, organization_id: actor.organizationId },
    ...{ track_id: track, phase: 'unknown', confidence: 'low', reasons_hash: Buffer.alloc(32), confidentiality },
    ...{ occurred_on: '2020', occurred_last: '2020-12-31' },
  });

describe('without the guard, row-level security alone', () => {
  let world: World;

  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  /** Which readings show an actor the row of that id, by itself or in a page. */
  async function shownTo(actor: Actor, ids: Ids): Promise<string[]> {
    const shown: string[] = [];
    for (const [name, reading] of Object.entries(READINGS)) {
      const one = await isShown(actor, reading, ids[name]!);
      const sort = Object.keys(reading.sorts)[0];
      const page =
        sort === undefined
          ? undefined
          : (
              await inWorkspace(actor, world.tx, (tx) => readPage(tx, reading, { limit: 200, sort, count: true }))
            ).parsed<{ items: { id: string }[] }>();
      const inPage = page?.items.some(({ id }) => id === ids[name]);
      expect({ name, agree: inPage ?? one }).toEqual({ name, agree: one });
      if (one) shown.push(name);
    }
    return shown;
  }

  async function isShown(actor: Actor, reading: Reading, id: string): Promise<boolean> {
    try {
      await inWorkspace(actor, world.tx, (tx) => readOne(tx, reading, id));
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return false;
      throw error;
    }
  }

  /** How many rows of each table an actor sees of a workspace. */
  async function rowsSeenBy(actor: Actor, workspaceId: string): Promise<string[]> {
    const tables = await world.a.rows<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'workspace_id' AND table_name NOT IN ('access_token') ORDER BY 1`,
    );
    const seen: string[] = [];
    for (const { name } of tables) {
      const [{ n }] = await inWorkspace(actor, world.tx, (tx: EntityManager) =>
        tx.query<[{ n: number }]>(`SELECT count(*)::integer AS n FROM ${name} WHERE workspace_id = $1`, [workspaceId]),
      );
      if (n > 0) seen.push(`${name}: ${String(n)}`);
    }
    return seen;
  }

  it('shows the own things, or the rest shows nothing', async () => {
    const member = await world.a.member();
    for (const level of ['public', 'coalition', 'organization'])
      expect(await shownTo(member.actor, await fill(world.a, member, level))).toEqual(Object.keys(READINGS));
  });

  it.each(['public', 'coalition', 'organization'])(
    'shows nothing of another workspace, at level %s, to an administrator or an auditor whom all is open',
    async (level) => {
      const member = await world.a.member();
      const ids = await fill(world.a, member, level);
      const elsewhere = await world.a.otherWorkspace();
      for (const given of [{ roles: ['administrator' as const] }, { roles: ['auditor' as const], readsAll: true }]) {
        const { actor } = await elsewhere.member(given);
        expect(await shownTo(actor, ids)).toEqual([]);
        expect(await rowsSeenBy(actor, world.a.workspaceId)).toEqual([]);
      }
    },
  );

  it('shows a person who is a member of both only what is of the one entered', async () => {
    const member = await world.a.member();
    const elsewhere = await world.a.otherWorkspace();
    const there = await elsewhere.member({ personId: member.actor.personId });
    const [here, beyond] = [await fill(world.a, member, 'organization'), await fill(elsewhere, there, 'organization')];
    expect([await shownTo(member.actor, beyond), await shownTo(there.actor, here)]).toEqual([[], []]);
  });

  it("shows another organization's members what is of the workspace and nothing of what is theirs alone", async () => {
    const holder = await world.a.member({ organizationId: await world.a.organization() });
    const ids = await fill(world.a, holder, 'organization');
    for (const role of ['administrator', 'editor', 'verifier', 'partner', 'auditor'] as const) {
      const { actor } = await world.a.member({ roles: [role] });
      expect(await shownTo(actor, ids)).toEqual(OF_THE_WORKSPACE);
    }
    expect(await shownTo((await world.a.member({ roles: ['auditor'], readsAll: true })).actor, ids)).toEqual(
      Object.keys(READINGS),
    );
  });

  it('shows a restricted piece, its custody and its words to nobody but the person named on it', async () => {
    const holder = await world.a.member();
    const id = await world.a.evidence(holder, { confidentiality: 'restricted' });
    await world.a.insert('words', {
      workspace_id: world.a.workspaceId,
      hash: Buffer.alloc(32, 7),
      salt: Buffer.alloc(44),
      text: `${SEAL}theirs-alone`,
      confidentiality: 'restricted',
      organization_id: world.a.organizationId,
      evidence_id: id,
    });
    await world.a.insert('custody_record', {
      id: random(),
      workspace_id: world.a.workspaceId,
      evidence_id: id,
      act: 'captured',
      person_id: holder.actor.personId,
      organization_id: world.a.organizationId,
    });
    const seenBy = (actor: Actor) =>
      inWorkspace(actor, world.tx, async (tx) => {
        const tables = {
          evidence: `id = '${id}'`,
          custody_record: `evidence_id = '${id}'`,
          words: `text = '${SEAL}theirs-alone'`,
          evidence_key: `evidence_id = '${id}'`,
          evidence_grant: `evidence_id = '${id}'`,
        };
        const counts: number[] = [];
        for (const [table, where] of Object.entries(tables))
          counts.push(
            (await tx.query<[{ n: number }]>(`SELECT count(*)::integer AS n FROM ${table} WHERE ${where}`))[0].n,
          );
        return counts;
      });
    const others = [
      holder,
      await world.a.member({ roles: ['administrator'] }),
      await world.a.member({ roles: ['auditor'], readsAll: true }),
    ];
    for (const { actor } of others) expect(await seenBy(actor)).toEqual([0, 0, 0, 0, 0]);
    await world.a.insert('evidence_grant', {
      workspace_id: world.a.workspaceId,
      evidence_id: id,
      person_id: holder.actor.personId,
      granted_by: holder.actor.personId,
      reason: 'Entered it.',
    });
    expect(await seenBy(holder.actor)).toEqual([1, 1, 1, 1, 1]);
    for (const { actor } of others.slice(1)) expect(await seenBy(actor)).toEqual([0, 0, 0, 0, 0]);
  });

  it('takes no row into another workspace, whatever the code would write', async () => {
    const elsewhere = await world.a.otherWorkspace();
    const { actor } = await elsewhere.member();
    const theme = { id: uuid(), workspace_id: world.a.workspaceId };
    const write = (sql: string, values: unknown[]) => inWorkspace(actor, world.tx, (tx) => tx.query(sql, values));
    await expect(
      write(`INSERT INTO theme (id, workspace_id, code, label) VALUES ($1, $2, 'x', 'x')`, Object.values(theme)),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
    const own = await elsewhere.theme();
    await expect(
      write('UPDATE theme SET workspace_id = $1 WHERE id = $2', [world.a.workspaceId, own]),
    ).rejects.toMatchObject({ driverError: { code: '42501' } });
    const theirs = await world.a.theme();
    expect(await write(`UPDATE theme SET label = 'Mine' WHERE id = $1`, [theirs])).toEqual([[], 0]);
    expect(await write('DELETE FROM theme WHERE id = $1', [theirs])).toEqual([[], 0]);
  });
});

describe('without row-level security, the guard alone', () => {
  let serving: ServingApp;
  let owner: DataSource;
  let a: Factories;
  let member: Member;
  let administrator: Member;
  let strangers: Member[];
  let ids: Ids;

  beforeAll(async () => {
    serving = await openServingApp();
    owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
    a = await Factories.inNewWorkspace(owner.manager);
    [member, administrator] = [await a.member({ roles: ['editor'] }), await a.member({ roles: ['administrator'] })];
    ids = await fill(a, member, 'coalition');
    const elsewhere = await a.otherWorkspace();
    const former = await a.member({ roles: ['administrator'] });
    await a.rows(`UPDATE membership SET ends_on = '2021-01-01' WHERE id = $1`, [former.actor.membershipId]);
    strangers = [
      await elsewhere.member({ roles: ['administrator'] }),
      await elsewhere.member({ roles: ['auditor'], readsAll: true }),
      former,
    ];
    const tables = await owner.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    for (const { name } of tables) await owner.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
  });
  afterAll(async () => {
    await owner.destroy();
    await serving.close();
  });

  const ask = async (method: string, url: string, token: string): Promise<{ status: number; bytes: string }> => {
    const body =
      method === 'GET' || method === 'DELETE' ? {} : { payload: '{}', headers: { 'content-type': 'application/json' } };
    const answer = await serving.app.inject({
      method: method as 'GET',
      url,
      ...body,
      headers: { ...body.headers, authorization: `Bearer ${token}`, 'if-match': '"1"' },
      payloadAsStream: true,
    });
    return { status: answer.statusCode, bytes: (await textOf(answer)).replace(/"requestId":"[^"]*"/, '') };
  };

  /** Every operation under a workspace, with ids that exist in it. */
  async function operations(): Promise<[method: string, path: string][]> {
    const document = (await serving.app.inject({ method: 'GET', url: '/api/openapi.json' })).json<{
      paths: Record<string, Record<string, unknown>>;
    }>();
    const known: Ids = {
      recommendationId: ids['RECOMMENDATION']!,
      recommendation: ids['RECOMMENDATION']!,
      followUp: ids['FOLLOW_UPS']!,
      followUpId: ids['FOLLOW_UPS']!,
      trackId: ids['TRACKS']!,
      intakeId: ids['INTAKE']!,
      evidenceId: ids['EVIDENCE']!,
      engagementId: ids['ENGAGEMENTS']!,
      addresseeId: ids['ADDRESSEES']!,
      indicatorId: ids['INDICATORS']!,
      kind: 'overdue',
      fault: 'missing-source',
    };
    const byNoun: Ids = {
      recommendations: ids['RECOMMENDATION']!,
      relations: ids['RELATIONS']!,
      'follow-ups': ids['FOLLOW_UPS']!,
      deadlines: ids['DEADLINES']!,
      evidence: ids['EVIDENCE']!,
      engagements: ids['ENGAGEMENTS']!,
      contributions: ids['CONTRIBUTIONS']!,
      indicators: ids['INDICATORS']!,
      'next-steps': ids['NEXT_STEPS']!,
      comments: ids['COMMENTS']!,
      tallies: ids['TALLIES']!,
      sources: ids['SOURCES']!,
      themes: ids['THEMES']!,
      addressees: ids['ADDRESSEES']!,
      'bulk-actions': ids['BULK_ACTION']!,
      inbox: ids['INBOX']!,
      intake: ids['INTAKE']!,
      proposals: ids['PROPOSALS']!,
      'saved-views': ids['SAVED_VIEW']!,
      members: member.actor.membershipId,
      organizations: a.organizationId,
    };
    const fillIn = (path: string): string =>
      path.replace(/([a-z-]+)\/\{([A-Za-z]+)\}/g, (whole, noun: string, name: string) =>
        name === 'workspace'
          ? whole
          : `${noun}/${name === 'key' ? 'implementation' : name === 'version' ? '1' : (known[name] ?? byNoun[noun] ?? random())}`,
      );
    return Object.entries(document.paths).flatMap(([path, item]) =>
      path.includes('{workspace}')
        ? Object.keys(item).map((method): [string, string] => [method.toUpperCase(), fillIn(path)])
        : [],
    );
  }

  it('the wall is really down', async () => {
    const { workspaceId, ...context } = strangers[0]!.actor;
    const seen = await inWorkspace({ ...context, workspaceId }, serving.dataSource.manager, (tx) =>
      tx.query<unknown[]>('SELECT FROM recommendation WHERE workspace_id = $1', [a.workspaceId]),
    );
    expect(seen.length).toBeGreaterThan(0);
  });

  it('answers whoever is no member, or no longer, as if the workspace had never been: every operation, byte for byte', async () => {
    const all = await operations();
    expect(all.length).toBeGreaterThan(60);
    const wrong: string[] = [];
    for (const [method, path] of all) {
      for (const { token } of strangers) {
        const [there, nowhere] = [
          await ask(method, path.replace('{workspace}', a.slug), token),
          await ask(method, path.replace('{workspace}', 'never-was'), token),
        ];
        if (there.status !== 404 || there.bytes !== nowhere.bytes)
          wrong.push(`${method} ${path}: ${String(there.status)}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  /** What has one reader is nobody else's, whichever wall is down: an administrator's neither. */
  const ONES_OWN = /\/(inbox|bulk-actions|saved-views)\/[0-9a-f-]{36}$/;

  it('lets a member in, or the rest shows nothing', async () => {
    const [refusedReads, owned]: [string[], string[]] = [[], []];
    for (const [method, path] of await operations()) {
      // The piece is a link that nobody withdrew: it has no content, no copy and no withdrawal. Nothing was merged.
      if (method !== 'GET' || /\/(content|working-copy|withdrawal|merge|merge-preview)$/.test(path)) continue;
      const url = path.replace('{workspace}', a.slug) + (NEEDED.find(([end]) => path.endsWith(end))?.[1] ?? '');
      const isOwn = ONES_OWN.test(path);
      const { status } = await ask(method, url, isOwn ? member.token : administrator.tokens.administrator!);
      if (status !== 200) refusedReads.push(`${path}: ${String(status)}`);
      if (!isOwn) continue;
      owned.push(path);
      expect((await ask(method, url, administrator.tokens.administrator!)).status).toBe(404);
    }
    expect(owned.length).toBe(3);
    expect(refusedReads).toEqual([]);
  });

  it('a token of one workspace opens no other one, though its holder is a member of both', async () => {
    const elsewhere = await a.otherWorkspace();
    const both = await elsewhere.member({ personId: member.actor.personId });
    expect((await ask('GET', `/api/v1/workspaces/${elsewhere.slug}/recommendations`, both.token)).status).toBe(200);
    expect((await ask('GET', `/api/v1/workspaces/${a.slug}/recommendations`, both.token)).status).toBe(404);
  });
});

describe('without row-level security, what the statements say themselves', () => {
  let world: World;
  let ids: Ids;
  let elsewhere: Factories;
  let stranger: Member;

  beforeEach(async () => {
    world = await openWorld();
    ids = await fill(world.a, await world.a.member(), 'public');
    elsewhere = await world.a.otherWorkspace();
    stranger = await elsewhere.member({ roles: ['administrator'] });
    await world.a.rows('ALTER ROLE heed_app BYPASSRLS'); // Rolled back with the world.
    await forgetPlans();
  });
  afterEach(async () => {
    await forgetPlans();
    await world.close();
  });

  /** A plan keeps what its role was when it was made: it would stand without the wall when the wall is back. */
  const forgetPlans = () => world.a.rows('DISCARD PLANS');

  const nouns: [noun: string, reading: string][] = [
    ['addressees', 'ADDRESSEES'],
    ['sources', 'SOURCES'],
    ['themes', 'THEMES'],
    ['recommendations', 'RECOMMENDATION'],
    ['follow-ups', 'FOLLOW_UPS'],
    ['evidence', 'PIECE'],
    ['engagements', 'ENGAGEMENTS'],
    ['contributions', 'CONTRIBUTIONS'],
    ['indicators', 'INDICATORS'],
    ['next-steps', 'NEXT_STEPS'],
    ['comments', 'COMMENTS'],
    ['tallies', 'TALLIES'],
  ];

  it('the wall is really down', async () => {
    const seen = await inWorkspace(stranger.actor, world.tx, (tx) =>
      tx.query<unknown[]>('SELECT FROM recommendation WHERE workspace_id = $1', [world.a.workspaceId]),
    );
    expect(seen.length).toBeGreaterThan(0);
  });

  it.each(nouns)('a thing of another workspace is read and changed by nobody: %s', async (noun, reading) => {
    const caller = world.as(stranger, elsewhere.slug);
    const path = `/${noun}/${ids[reading]!}`;
    expect(outcomeOf(await caller.get(path))).toEqual([404, 'not-found']);
    await refused(world, () => caller.patch(path, {}, 1), 404, 'not-found');
    await refused(world, () => caller.patch(path, {}, 9), 404, 'not-found');
  });

  it('no reading shows one, by itself or in a page or in its count', async () => {
    for (const [name, reading] of Object.entries(READINGS)) {
      const one = inWorkspace(stranger.actor, world.tx, (tx) => readOne(tx, reading, ids[name]!));
      await expect(one).rejects.toMatchObject({ status: 404 });
      const sort = Object.keys(reading.sorts)[0];
      if (sort === undefined) continue;
      // Their own organization has a version.
      const filters = name === 'VERSIONS' ? { item: ids['RECOMMENDATION'] } : {};
      const page = await inWorkspace(stranger.actor, world.tx, (tx) =>
        readPage(tx, reading, { limit: 200, sort, count: true }, filters),
      );
      expect({ name, page: page.parsed() }).toEqual({ name, page: { items: [], nextCursor: null, count: 0 } });
    }
  });

  it('nor does a list narrowed to its theme, or a search', async () => {
    const theme = ids['THEMES']!;
    await world.a.rows('UPDATE follow_up SET theme_ids = ARRAY[$1::uuid] WHERE id = $2', [theme, ids['FOLLOW_UPS']]);
    const caller = world.as(stranger, elsewhere.slug);
    const paths = [`/follow-ups?theme=${theme}&count=true`, '/recommendations?q=Recommendation&count=true'];
    for (const path of [...paths, '/recommendations?q=Recommendation&sort=-updatedAt'])
      expect((await caller.get(path)).body).toMatchObject({ items: [], nextCursor: null });
  });
});

describe('an id of elsewhere in a body', () => {
  let world: World;
  let editor: Member;
  let own: Ids;
  let foreign: Ids;

  beforeEach(async () => {
    world = await openWorld();
    editor = await world.a.member();
    own = await fill(world.a, editor, 'coalition');
    const elsewhere = await world.a.otherWorkspace();
    const stranger = await elsewhere.member();
    foreign = {
      ...(await fill(elsewhere, stranger, 'public')),
      ORIGIN: await shownOrigin(elsewhere, stranger),
      MEMBERSHIP: stranger.actor.membershipId,
      ORGANIZATION: elsewhere.organizationId,
      READER: stranger.actor.membershipId,
      ADMINISTRATOR: (await elsewhere.member({ roles: ['administrator'] })).actor.membershipId,
    };
  });
  afterEach(() => world.close());

  type Send = (id: string) => Promise<Answer>;
  const api = () => world.as(editor);
  const versionOf = async (table: string, id: string): Promise<number> => {
    const [row] = await world.a.rows<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]);
    return row!.version;
  };
  const asked = () => ({ code: 'NEW-1', title: 'x', text: 'x', sourceId: own['SOURCES'] });
  const observed = () => `/indicators/${own['INDICATORS']!}/observations`;
  const said = { period: '2020', value: 1, estimate: false, saidBy: 'x' };
  const step = () => ({ what: 'x', ownerId: editor.actor.membershipId, dueOn: '2020' });
  const part = () => ({ followUpId: own['FOLLOW_UPS'], statement: 'x', strength: 'plausible' });
  const engaged = () => ({
    kind: 'letter',
    occurredOn: '2020',
    summary: 'x',
    addresseeIds: [own['ADDRESSEES']],
    recommendationIds: [own['RECOMMENDATION']],
  });
  const piece = { kind: 'link', title: 'x', url: 'https://example.org/walls' };

  /** The filters by which a bulk action chooses. */
  const FILTERS = [
    ['followUps', 'recommendation', 'RECOMMENDATION'],
    ['followUps', 'whole', 'RECOMMENDATION'],
    ['followUps', 'addressee', 'ADDRESSEES'],
    ['followUps', 'source', 'SOURCES'],
    ['followUps', 'theme', 'THEMES'],
    ['followUps', 'owner', 'MEMBERSHIP'],
    ['recommendations', 'theme', 'THEMES'],
    ['recommendations', 'source', 'SOURCES'],
    ['recommendations', 'addressee', 'ADDRESSEES'],
    ['recommendations', 'partOf', 'RECOMMENDATION'],
  ] as const;

  /** Every field of a body that takes an id, by operation; and what it is an id of. */
  const FIELDS: [operation: string, field: string, of: string, send: (newAddressee: string) => Promise<Send> | Send][] =
    [
      ...(['memberId', 'askedOfId'] as const).map((field): [string, string, string, () => Promise<Send>] => [
        'POST /evidence/{evidenceId}/reader-requests',
        field,
        field === 'memberId' ? 'READER' : 'ADMINISTRATOR',
        async () => {
          const browser = await browserOf(world, editor);
          const id = await world.a.evidence(editor, { confidentiality: 'restricted' });
          const { personId } = editor.actor;
          const grant = { workspace_id: world.a.workspaceId, evidence_id: id, person_id: personId };
          await world.a.insert('evidence_grant', { ...grant, granted_by: personId, reason: 'x' });
          const path = `/evidence/${id}/reader-requests`;
          const memberId = (await world.a.member()).actor.membershipId;
          const askedOfId = (await world.a.member({ roles: ['administrator'] })).actor.membershipId;
          const whole = { memberId, askedOfId, reason: 'x', endsOn: '2099-12-31' };
          return (one) => browser.post(path, { ...whole, [field]: one });
        },
      ]),
      [
        'POST /intake/{intakeId}/splits',
        'proposal.id',
        'PROPOSALS',
        async () => {
          // What became a recommendation is decided for good: this one did not yet.
          await world.a.rows('UPDATE intake_proposal SET recommendation_id = NULL WHERE id = $1', [own['PROPOSALS']!]);
          return (id) => api().post(`/intake/${own['INTAKE']!}/splits`, { proposal: { id, version: 2 }, at: 2 });
        },
      ],
      [
        'POST /intake/{intakeId}/proposals',
        'themeIds',
        'THEMES',
        () => (id) => api().post(`/intake/${own['INTAKE']!}/proposals`, { span: { start: 0, end: 1 }, themeIds: [id] }),
      ],
      [
        'PATCH /intake/{intakeId}/proposals/{id}',
        'themeIds',
        'THEMES',
        async () => {
          await world.a.rows('UPDATE intake_proposal SET recommendation_id = NULL WHERE id = $1', [own['PROPOSALS']!]);
          return (id) =>
            api().patch(
              `/intake/${own['INTAKE']!}/proposals/${own['PROPOSALS']!}`,
              { addressees: ['x'], themeIds: [id] },
              2,
            );
        },
      ],
      [
        'PATCH /intake/{intakeId}/proposals/{id}',
        'recommendationId',
        'RECOMMENDATION',
        async () => {
          await world.a.rows('UPDATE intake_proposal SET recommendation_id = NULL WHERE id = $1', [own['PROPOSALS']!]);
          const said = { state: 'rejected', rejection: 'followed-already' };
          return (id) =>
            api().patch(
              `/intake/${own['INTAKE']!}/proposals/${own['PROPOSALS']!}`,
              { ...said, recommendationId: id },
              2,
            );
        },
      ],
      [
        'POST /recommendations',
        'sourceId',
        'SOURCES',
        () => (id) => api().post('/recommendations', { ...asked(), sourceId: id }),
      ],
      [
        'POST /recommendations',
        'partOf',
        'RECOMMENDATION',
        () => (id) => api().post('/recommendations', { ...asked(), partOf: id, label: '(a)' }),
      ],
      [
        'POST /recommendations',
        'themeIds',
        'THEMES',
        () => (id) => api().post('/recommendations', { ...asked(), themeIds: [id] }),
      ],
      [
        'PATCH /recommendations/{id}',
        'sourceId',
        'SOURCES',
        () => (id) => api().patch(`/recommendations/${own['RECOMMENDATION']!}`, { sourceId: id }, 1),
      ],
      [
        'PATCH /recommendations/{id}',
        'themeIds',
        'THEMES',
        () => (id) => api().patch(`/recommendations/${own['RECOMMENDATION']!}`, { themeIds: [id] }, 1),
      ],
      [
        'POST /recommendations/{recommendationId}/relations',
        'otherId',
        'RECOMMENDATION',
        () => (id) =>
          api().post(`/recommendations/${own['RECOMMENDATION']!}/relations`, { otherId: id, kind: 'repeats' }),
      ],
      [
        'POST /recommendations/{recommendationId}/follow-ups',
        'addresseeId',
        'ADDRESSEES',
        () => (id) =>
          api().post(`/recommendations/${own['RECOMMENDATION']!}/follow-ups`, {
            addresseeId: id,
            asked: true,
            ask: 'x',
          }),
      ],
      [
        'POST /recommendations/{recommendationId}/follow-ups',
        'through',
        'FOLLOW_UPS',
        (addresseeId) => (id) =>
          api().post(`/recommendations/${own['RECOMMENDATION']!}/follow-ups`, {
            addresseeId,
            asked: true,
            ask: 'x',
            through: [id],
          }),
      ],
      [
        'POST /recommendations/{recommendationId}/follow-ups',
        'viaGroupId',
        'ADDRESSEES',
        (addresseeId) => (id) =>
          api().post(`/recommendations/${own['RECOMMENDATION']!}/follow-ups`, {
            addresseeId,
            asked: true,
            ask: 'x',
            viaGroupId: id,
          }),
      ],
      [
        'PATCH /follow-ups/{id}',
        'through',
        'FOLLOW_UPS',
        async () => {
          const v = await versionOf('follow_up', own['FOLLOW_UPS']!);
          return (id) => api().patch(`/follow-ups/${own['FOLLOW_UPS']!}`, { through: [id] }, v);
        },
      ],
      [
        'PATCH /follow-ups/{id}',
        'ownerId',
        'MEMBERSHIP',
        async () => {
          const v = await versionOf('follow_up', own['FOLLOW_UPS']!);
          return (id) => api().patch(`/follow-ups/${own['FOLLOW_UPS']!}`, { ownerId: id }, v);
        },
      ],
      [
        'POST /tracks/{trackId}/transitions',
        'evidenceIds',
        'EVIDENCE',
        () => (id) =>
          api().post(`/tracks/${own['TRACKS']!}/transitions`, {
            transition: 'find-no-action',
            occurredOn: null,
            note: 'x',
            evidenceIds: [id],
          }),
      ],
      [
        'POST /tracks/{trackId}/transitions',
        'corrects',
        'TRANSITIONS',
        () => (id) =>
          api().post(`/tracks/${own['TRACKS']!}/transitions`, {
            transition: 'correct',
            occurredOn: '2020',
            note: 'x',
            to: 'not-assessed',
            corrects: id,
          }),
      ],
      [
        'POST /tracks/{trackId}/evidence',
        'evidenceId',
        'EVIDENCE',
        () => (id) => api().post(`/tracks/${own['TRACKS']!}/evidence`, { evidenceId: id, stance: 'supports' }),
      ],
      [
        'POST /tracks/{trackId}/assessments',
        'evidenceIds',
        'EVIDENCE',
        () => (id) => {
          const said = { phase: 'unknown', confidence: 'low', reasons: 'x', occurredOn: null };
          return api().post(`/tracks/${own['TRACKS']!}/assessments`, { ...said, evidenceIds: [id] });
        },
      ],
      [
        'POST /tracks/{trackId}/positions',
        'assessmentId',
        'ASSESSMENTS',
        () => (id) => api().post(`/tracks/${own['TRACKS']!}/positions`, { position: 'abstain', assessmentId: id }),
      ],
      [
        'POST /evidence',
        'speaksFor',
        'HELD',
        () => (id) =>
          api().post('/evidence', { kind: 'account', title: 'x', terms: 'background', statement: 'x', speaksFor: id }),
      ],
      ['POST /evidence', 'origin', 'ORIGIN', () => (id) => api().post('/evidence', { ...piece, origin: id })],
      [
        'PATCH /evidence/{id}',
        'origin',
        'ORIGIN',
        () => (id) => api().patch(`/evidence/${own['EVIDENCE']!}`, { origin: id }, 1),
      ],
      [
        'POST /addressees/{id}/merge',
        'into',
        'ADDRESSEES',
        (newAddressee) => (id) => api().post(`/addressees/${newAddressee}/merge`, { into: id }, { 'if-match': '"1"' }),
      ],
      [
        'POST /sources/{id}/merge',
        'into',
        'SOURCES',
        async () => {
          const copy = await world.a.source();
          return (id) => api().post(`/sources/${copy}/merge`, { into: id }, { 'if-match': '"1"' });
        },
      ],
      [
        'POST /addressees',
        'successorId',
        'ADDRESSEES',
        () => (id) => api().post('/addressees', { kind: 'other', code: 'NEW', name: 'x', successorId: id }),
      ],
      [
        'PATCH /addressees/{id}',
        'successorId',
        'ADDRESSEES',
        () => (id) => api().patch(`/addressees/${own['ADDRESSEES']!}`, { successorId: id }, 1),
      ],
      [
        'POST /addressees/{addresseeId}/members',
        'memberId',
        'ADDRESSEES',
        () => (id) => api().post(`/addressees/${own['ADDRESSEES']!}/members`, { memberId: id }),
      ],
      [
        'POST /engagements',
        'addresseeIds',
        'ADDRESSEES',
        () => (id) => api().post('/engagements', { ...engaged(), addresseeIds: [id] }),
      ],
      [
        'POST /engagements/{engagementId}/evidence',
        'evidenceId',
        'EVIDENCE',
        () => (id) => api().post(`/engagements/${own['ENGAGEMENTS']!}/evidence`, { evidenceId: id, shows: 'text' }),
      ],
      [
        'POST /engagements',
        'recommendationIds',
        'RECOMMENDATION',
        () => (id) => api().post('/engagements', { ...engaged(), recommendationIds: [id] }),
      ],
      [
        'POST /engagements',
        'byAddresseeId',
        'ADDRESSEES',
        () => (id) => api().post('/engagements', { ...engaged(), byAddresseeId: id }),
      ],
      [
        'PATCH /engagements/{id}',
        'addresseeIds',
        'ADDRESSEES',
        () => (id) => api().patch(`/engagements/${own['ENGAGEMENTS']!}`, { addresseeIds: [id] }, 1),
      ],
      [
        'PATCH /engagements/{id}',
        'recommendationIds',
        'RECOMMENDATION',
        () => (id) => api().patch(`/engagements/${own['ENGAGEMENTS']!}`, { recommendationIds: [id] }, 1),
      ],
      [
        'POST /contributions',
        'followUpId',
        'FOLLOW_UPS',
        () => (id) => api().post('/contributions', { ...part(), followUpId: id }),
      ],
      ...(
        [
          ['transitionId', 'TRANSITIONS', (id: string) => ({ transitionId: id })],
          ['engagementIds', 'ENGAGEMENTS', (id: string) => ({ engagementIds: [id] })],
          ['evidenceIds', 'EVIDENCE', (id: string) => ({ evidenceIds: [id] })],
        ] as const
      ).flatMap(([field, of, named]): [string, string, string, () => Send][] => [
        ['POST /contributions', field, of, () => (id) => api().post('/contributions', { ...part(), ...named(id) })],
        [
          'PATCH /contributions/{id}',
          field,
          of,
          () => (id) => api().patch(`/contributions/${own['CONTRIBUTIONS']!}`, named(id), 1),
        ],
      ]),
      [
        'POST /data-quality/{fault}/dismissals',
        'itemId',
        'SOURCES',
        () => (id) => {
          const itemId = faultOf('missing-source', id);
          return api().post('/data-quality/missing-source/dismissals', { itemId, fine: true, reason: 'x' });
        },
      ],
      [
        'POST /indicators',
        'recommendationIds',
        'RECOMMENDATION',
        () => (id) => api().post('/indicators', { title: 'x', unit: 'x', recommendationIds: [id] }),
      ],
      [
        'PATCH /indicators/{id}',
        'recommendationIds',
        'RECOMMENDATION',
        () => (id) => api().patch(`/indicators/${own['INDICATORS']!}`, { recommendationIds: [id] }, 1),
      ],
      [
        'POST /indicators/{indicatorId}/observations',
        'evidenceIds',
        'EVIDENCE',
        () => (id) => api().post(observed(), { ...said, evidenceIds: [id] }),
      ],
      [
        'POST /indicators/{indicatorId}/observations',
        'supersedes',
        'OBSERVATIONS',
        () => (id) => api().post(observed(), { ...said, supersedes: id }),
      ],
      [
        'POST /next-steps',
        'followUpId',
        'FOLLOW_UPS',
        () => (id) => api().post('/next-steps', { ...step(), followUpId: id }),
      ],
      [
        'POST /next-steps',
        'engagementId',
        'ENGAGEMENTS',
        () => (id) => api().post('/next-steps', { ...step(), engagementId: id }),
      ],
      ['POST /next-steps', 'sourceId', 'SOURCES', () => (id) => api().post('/next-steps', { ...step(), sourceId: id })],
      [
        'POST /next-steps',
        'ownerId',
        'MEMBERSHIP',
        () => (id) => api().post('/next-steps', { ...step(), ownerId: id, followUpId: own['FOLLOW_UPS'] }),
      ],
      [
        'PATCH /next-steps/{id}',
        'ownerId',
        'MEMBERSHIP',
        () => (id) => api().patch(`/next-steps/${own['NEXT_STEPS']!}`, { ownerId: id }, 1),
      ],
      ...(
        [
          ['sourceIds', 'SOURCES'],
          ['themeIds', 'THEMES'],
          ['addresseeIds', 'ADDRESSEES'],
        ] as const
      ).map(([field, of]): [string, string, string, () => Send] => [
        'POST /tallies',
        field,
        of,
        () => (id) => api().post('/tallies', { title: 'x', axis: 'response', phases: ['agreed'], [field]: [id] }),
      ]),
      ...(['occasions', 'confirmations'] as const).flatMap((path): [string, string, string, () => Promise<Send>][] => {
        const said = { occurredOn: '2019', ...(path === 'occasions' && { outcome: 'done' }) };
        const of = async (nature: string): Promise<void> => {
          await world.a.rows('UPDATE recommendation SET nature = $1 WHERE id = $2', [nature, own['RECOMMENDATION']]);
        };
        const send = async (field: string): Promise<Send> => {
          await of(path === 'occasions' ? 'recurring' : 'continuing');
          return (id) => api().post(`/recommendations/${own['RECOMMENDATION']!}/${path}`, { ...said, [field]: id });
        };
        const operation = `POST /recommendations/{recommendationId}/${path}`;
        return [
          [operation, 'evidenceId', 'EVIDENCE', () => send('evidenceId')],
          [operation, 'supersedes', path.toUpperCase(), () => send('supersedes')],
        ];
      }),
      [
        'POST /follow-ups/{followUpId}/comments',
        'mentions',
        'MEMBERSHIP',
        () => (id) => api().post(`/follow-ups/${own['FOLLOW_UPS']!}/comments`, { text: 'x', mentions: [id] }),
      ],
      [
        'POST /follow-ups/{followUpId}/comments',
        'replyTo',
        'COMMENTS',
        () => (id) => api().post(`/follow-ups/${own['FOLLOW_UPS']!}/comments`, { text: 'x', replyTo: id }),
      ],
      [
        'POST /evidence/{evidenceId}/comments',
        'mentions',
        'MEMBERSHIP',
        () => (id) => api().post(`/evidence/${own['EVIDENCE']!}/comments`, { text: 'x', mentions: [id] }),
      ],
      [
        'POST /evidence/{evidenceId}/comments',
        'replyTo',
        'COMMENTS',
        () => (id) => api().post(`/evidence/${own['EVIDENCE']!}/comments`, { text: 'x', replyTo: id }),
      ],
      [
        'PATCH /comments/{id}',
        'mentions',
        'MEMBERSHIP',
        () => (id) => api().patch(`/comments/${own['COMMENTS']!}`, { text: 'x', mentions: [id] }, 1),
      ],
      [
        'PATCH /members/{id}',
        'organizationId',
        'ORGANIZATION',
        async () => {
          const browser = await administrator();
          return (id) => browser.patch(`/members/${editor.actor.membershipId}`, { organizationId: id }, 1);
        },
      ],
      [
        'POST /invitations',
        'organizationId',
        'ORGANIZATION',
        async () => {
          const browser = await administrator();
          return (id) =>
            browser.post('/invitations', { email: 'new@test.example', organizationId: id, roles: ['editor'] });
        },
      ],
      [
        'POST /identity-providers',
        'organizationId',
        'ORGANIZATION',
        async () => {
          const browser = await administrator();
          const provider = { issuer: 'https://login.example.org', clientId: 'heed', clientSecret: 'a secret' };
          return (id) => browser.post('/identity-providers', { ...provider, organizationId: id });
        },
      ],
      [
        'POST /bulk-actions',
        'transition.evidenceIds',
        'EVIDENCE',
        () => (id) =>
          inBulk('TRACKS', { transition: { transition: 'find-no-action', occurredOn: null, evidenceIds: [id] } }),
      ],
      [
        'POST /bulk-actions',
        'evidence.evidenceId',
        'EVIDENCE',
        () => (id) => inBulk('TRACKS', { evidence: { evidenceId: id, stance: 'supports' } }),
      ],
      [
        'POST /bulk-actions',
        'owner.ownerId',
        'MEMBERSHIP',
        () => (id) => inBulk('FOLLOW_UPS', { owner: { ownerId: id } }),
      ],
      [
        'POST /bulk-actions',
        'nextStep.ownerId',
        'MEMBERSHIP',
        () => (id) => inBulk('FOLLOW_UPS', { nextStep: { ...step(), ownerId: id } }),
      ],
      [
        'POST /bulk-actions',
        'theme.themeId',
        'THEMES',
        () => (id) => inBulk('RECOMMENDATION', { theme: { themeId: id, change: 'add' } }),
      ],
      ...FILTERS.map(([list, filter, of]): [string, string, string, () => Promise<Send>] => [
        'POST /bulk-actions',
        `filter.${list}.${filter}`,
        of,
        async () => {
          await everyFilterFinds();
          const what =
            list === 'followUps'
              ? { owner: { ownerId: null } }
              : { theme: { themeId: own['THEMES'], change: 'remove' } };
          return (id) =>
            api().post('/bulk-actions', { ...what, filter: { [list]: { [filter]: filter === 'partOf' ? id : [id] } } });
        },
      ]),
    ];

  const HEX = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/;
  /** As the rules name what is wrong with a thing. */
  const faultOf = (fault: string, id: string) =>
    createHash('md5').update(`${fault}:${id}`).digest('hex').replace(HEX, '$1-$2-8$3-8$4-$5');

  const inBulk = (of: string, what: object) => api().post('/bulk-actions', { ...what, items: [{ id: own[of] }] });

  /** Our own follow-up has an owner, our own recommendation a theme and a part: each filter finds something by its id. */
  async function everyFilterFinds(): Promise<void> {
    const [followUp, recommendation] = [own['FOLLOW_UPS']!, own['RECOMMENDATION']!];
    await world.a.rows('UPDATE follow_up SET owner_id = $1 WHERE id = $2', [editor.actor.membershipId, followUp]);
    await world.a.insert('recommendation_theme', {
      workspace_id: world.a.workspaceId,
      recommendation_id: recommendation,
      theme_id: own['THEMES'],
    });
    await world.a.recommendation({ part_of: recommendation, label: '(a)' });
  }

  /** What a filter names and does not find is nothing found, of elsewhere as of nowhere. */
  const refusalOf = (field: string): [status: number, code: string] => {
    if (field === 'corrects') return [409, 'transition-not-allowed'];
    return field.startsWith('filter.') ? [422, 'nothing-found'] : [404, 'not-found'];
  };

  const administrator = async () => browserOf(world, await world.a.member({ roles: ['administrator'] }));

  it.each(FIELDS)('%s: %s is refused, and changes nothing', async (_operation, _field, of, prepare) => {
    const send = await prepare(await world.a.addressee());
    const [status, code] = refusalOf(_field);
    const never = await refused(world, () => send(random()), status, code);
    expect(bytesOf(await refused(world, () => send(foreign[of]!), status, code))).toBe(bytesOf(never));
  });

  it.each(FIELDS)('%s: %s takes one of our own, or the rest shows nothing', async (operation, field, of, prepare) => {
    const ours: Ids = {
      ...own,
      RECOMMENDATION: await world.a.recommendation(),
      ORIGIN: await shownOrigin(world.a, editor),
      MEMBERSHIP: editor.actor.membershipId,
      ORGANIZATION: await world.a.organization(),
      READER: (await world.a.member()).actor.membershipId,
      ADMINISTRATOR: (await world.a.member({ roles: ['administrator'] })).actor.membershipId,
    };
    if (of === 'ADDRESSEES') ours['ADDRESSEES'] = await world.a.addressee();
    if (operation === 'PATCH /follow-ups/{id}' && field === 'through')
      ours['FOLLOW_UPS'] = (await world.a.followUp({ recommendation_id: own['RECOMMENDATION']! })).id;
    if (of === 'EVIDENCE') ours['EVIDENCE'] = await world.a.evidence(editor);
    if (operation === 'POST /evidence/{evidenceId}/comments' && of === 'COMMENTS')
      ours['COMMENTS'] = await world.a.comment(editor, '', { follow_up_id: null, evidence_id: own['EVIDENCE'] });
    if (of === 'HELD') ours['HELD'] = await world.a.evidence(editor, { confidentiality: 'organization' });
    if (of === 'ASSESSMENTS') {
      const other = await world.a.member({ organizationId: await world.a.organization() });
      ours['ASSESSMENTS'] = await assessmentOf(world.a, other, own['TRACKS']!, 'coalition');
    }
    if (field.startsWith('filter.')) ours[of] = { ...own, MEMBERSHIP: editor.actor.membershipId }[of]!;
    const { status, body } = await (await prepare(await world.a.addressee()))(ours[of]!);
    expect([status, [200, 201, 409].includes(status) ? '' : body]).toEqual([
      field === 'corrects' ? 201 : expect.any(Number),
      '',
    ]);
    expect(status).toBeLessThan(300);
  });

  it('in every field that there is: a new one needs its line', async () => {
    const { body } = await world.at().get('/api/openapi.json');
    const schemas = body['components'].schemas as Record<string, Schema>;
    const taken = Object.entries(body['paths'] as Record<string, Record<string, Operation>>).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]) =>
        idFieldsOf(operation.requestBody?.content['application/json']?.schema, schemas).map(
          (field) => `${method.toUpperCase()} ${path.replace('/api/v1/workspaces/{workspace}', '')} ${field}`,
        ),
      ),
    );
    const listed = FIELDS.filter(([, field]) => field !== 'origin').map(
      ([operation, field]) => `${operation} ${field}`,
    );
    expect([...taken].sort()).toEqual([...listed].sort());
  });

  interface Schema {
    $ref?: string;
    format?: string;
    items?: Schema;
    properties?: Record<string, Schema>;
    allOf?: Schema[];
  }
  interface Operation {
    requestBody?: { content: Record<string, { schema: Schema }> };
  }

  function idFieldsOf(schema: Schema | undefined, schemas: Record<string, Schema>): string[] {
    const resolve = (one: Schema): Schema =>
      one.$ref ? schemas[one.$ref.split('/').at(-1)!]! : one.allOf?.[0] ? resolve(one.allOf[0]) : one;
    if (!schema) return [];
    return Object.entries(resolve(schema).properties ?? {}).flatMap(([name, field]) => {
      const { format, items, properties } = resolve(field);
      if (format === 'uuid' || items?.format === 'uuid') return [name];
      return properties ? idFieldsOf(field, schemas).map((inner) => `${name}.${inner}`) : [];
    });
  }
});

describe('keys carry the workspace along, the superuser not excepted', () => {
  /** Built-in workflows belong to no workspace, so a key can't carry one; services choose under the policy. */
  const SHARED = ['workflow', 'workflow_state'];
  /** An event may be outside any workspace, so its key carries none; that salts and leaves never change keeps them in place. */
  const LOG = ['audit_leaf', 'audit_salt'];
  let client: pg.Client;
  let ours: Filled;
  let theirs: Filled;

  beforeAll(async () => {
    client = new pg.Client(await createDatabase());
    await client.connect();
    [ours, theirs] = [await fillEveryTable(client), await fillEveryTable(client)];
    // Only the keys are asked: no trigger, and no check.
    const guards = await client.query<{ sql: string }>(`
      SELECT format('ALTER TABLE %s DISABLE TRIGGER USER', oid::regclass) AS sql FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      UNION ALL SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`);
    for (const { sql } of guards.rows) await client.query(sql);
  });
  afterAll(() => client.end());

  interface Key {
    table: string;
    columns: string[];
    target: string;
    targets: string[];
  }

  /** Foreign keys between tables that both belong to a workspace. */
  async function keys(): Promise<Key[]> {
    const { rows } = await client.query<Key>(
      `
      WITH scoped AS (SELECT attrelid FROM pg_attribute WHERE attname = 'workspace_id' AND attnum > 0)
      SELECT k.conrelid::regclass::text AS table, k.confrelid::regclass::text AS target,
        (SELECT array_agg(a.attname::text ORDER BY x.n) FROM unnest(k.conkey) WITH ORDINALITY x(num, n) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.num) AS columns,
        (SELECT array_agg(a.attname::text ORDER BY x.n) FROM unnest(k.confkey) WITH ORDINALITY x(num, n) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = x.num) AS targets
      FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid IN (SELECT attrelid FROM scoped) AND k.confrelid IN (SELECT attrelid FROM scoped) AND k.confrelid::regclass::text <> ALL ($1)`,
      [SHARED],
    );
    return rows;
  }

  /** Whether PostgreSQL takes a change of our rows of a table, where none of theirs is in the way; undone in any case. */
  async function takes(table: string, sql: string, keepTheirs = false): Promise<boolean> {
    await client.query('BEGIN');
    try {
      await client.query('SET LOCAL session_replication_role = replica');
      if (!keepTheirs) await client.query(`DELETE FROM ${table} WHERE workspace_id = $1`, [theirs.workspaceId]);
      await client.query('SET LOCAL session_replication_role = origin');
      const { rowCount } = await client.query(sql, [ours.workspaceId, theirs.workspaceId]);
      expect(rowCount).toBeGreaterThan(0);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === '23503') return false;
      throw error;
    } finally {
      await client.query('ROLLBACK');
    }
  }

  it('no row of ours can name one of theirs', async () => {
    const all = await keys();
    expect(all.length).toBeGreaterThan(50);
    const taken: string[] = [];
    for (const { table, columns, target, targets } of all) {
      const last = columns.at(-1)!;
      const sql = `UPDATE ${table} SET ${last} = (SELECT ${targets.at(-1)!} FROM ${target} WHERE workspace_id = $2 LIMIT 1)
        WHERE ctid = (SELECT min(ctid) FROM ${table} WHERE workspace_id = $1)`;
      if (await takes(table, sql, table === target)) taken.push(`${table} (${columns.join(', ')}) -> ${target}`);
    }
    expect(taken.sort()).toEqual(LOG.map((table) => `${table} (event_id) -> audit_event`));
  });

  it('no row of ours can move to theirs and leave what it hangs on behind', async () => {
    const tables = [...new Set((await keys()).map(({ table }) => table))];
    const moved: string[] = [];
    for (const table of tables)
      if (await takes(table, `UPDATE ${table} SET workspace_id = $2 WHERE workspace_id = $1`)) moved.push(table);
    expect(moved.sort()).toEqual(LOG);
  });
});
