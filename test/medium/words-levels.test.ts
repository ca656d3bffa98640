// Words go with what they belong to: when its level is raised, so is theirs, of every version, at the database's own wall.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inWorkspace } from '../../src/access/in-workspace.js';
import type { Member } from '../factories/factories.js';
import { type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let holder: Member;
let colleague: Member;
let other: Member;
let api: Caller;

beforeEach(async () => {
  world = await openWorld();
  [holder, colleague] = [await world.a.member(), await world.a.member()];
  other = await world.a.member({ organizationId: await world.a.organization(), roles: ['editor'] });
  api = world.as(holder);
});
afterEach(() => world.close());

/** What a query without any condition shows somebody of the words that tests write. */
const wordsSeenBy = async ({ actor }: Member): Promise<string[]> => {
  const rows = await inWorkspace(actor, world.tx, (tx) =>
    tx.query<{ text: string }[]>(`SELECT text FROM words WHERE confidentiality <> 'name' ORDER BY text`),
  );
  return rows.map(({ text }) => text);
};

describe('raising the level', () => {
  it('of a piece raises the words of all its versions, whoever wrote them', async () => {
    const link = { kind: 'link', title: 'x', url: 'https://example.org/words', finding: 'First', quote: 'Quoted' };
    const { id } = (await api.post('/evidence', link)).body as { id: string };
    await world.as(other).patch(`/evidence/${id}`, { finding: 'Second' }, 1);
    expect(await wordsSeenBy(other)).toEqual(['First', 'Quoted', 'Second']);
    expect((await api.patch(`/evidence/${id}`, { confidentiality: 'organization', finding: 'Third' }, 2)).status).toBe(
      200,
    );
    expect(await wordsSeenBy(other)).toEqual([]);
    expect(await wordsSeenBy(colleague)).toEqual(['First', 'Quoted', 'Second', 'Third']);
    expect(
      await world.a.rows('SELECT DISTINCT confidentiality, organization_id FROM words WHERE evidence_id = $1', [id]),
    ).toEqual([{ confidentiality: 'organization', organization_id: world.a.organizationId }]);
  });

  it('of a piece raises the reason why it was withdrawn, which does not name it', async () => {
    const id = await world.a.evidence(holder);
    expect((await world.as(other).post(`/evidence/${id}/withdrawal`, { reason: 'In danger.' })).status).toBe(201);
    await world.a.rows(`UPDATE evidence SET confidentiality = 'organization' WHERE id = $1`, [id]);
    expect([await wordsSeenBy(other), await wordsSeenBy(colleague)]).toEqual([[], ['In danger.']]);
  });

  it('of a recommendation raises the notes of its transitions and the reasons of its closings, and nobody else’s', async () => {
    const followUp = await world.a.followUp();
    const untouched = await world.a.followUp();
    const evidenceIds = [await world.a.evidence(holder)];
    for (const [one, note] of [
      [followUp, 'Note'],
      [untouched, 'Another note'],
    ] as const) {
      const act = { transition: 'start', occurredOn: '2020', note, evidenceIds };
      expect((await api.post(`/tracks/${one.implementation}/transitions`, act)).status).toBe(201);
    }
    const closing = { kind: 'duplicate', occurredOn: '2021', reason: 'Reason' };
    expect((await world.as(other).post(`/follow-ups/${followUp.id}/closing`, closing)).status).toBe(201);
    expect(await wordsSeenBy(other)).toEqual(['Another note', 'Note', 'Reason']);
    const raised = await api.patch(
      `/recommendations/${followUp.recommendationId}`,
      { confidentiality: 'organization' },
      1,
    );
    expect(raised.status).toBe(200);
    expect(await wordsSeenBy(other)).toEqual(['Another note']);
    expect(await wordsSeenBy(colleague)).toEqual(['Another note', 'Note', 'Reason']);
    expect((await world.as(colleague).get(`/follow-ups/${followUp.id}`)).body['closing'].reason).toBe('Reason');
  });
});

describe('words', () => {
  const attempt = async (sql: string): Promise<unknown> => {
    await world.tx.query('SAVEPOINT attempt');
    const failed = world.a
      .rows(sql, [world.a.workspaceId])
      .catch((error: unknown) => error as { driverError: unknown });
    const { driverError } = (await failed) as { driverError?: { code: string } };
    await world.tx.query('ROLLBACK TO SAVEPOINT attempt');
    return driverError?.code;
  };

  it('can become more confidential, never less, and never say something else', async () => {
    await world.a.words('Said.', 'coalition');
    const words = `UPDATE words SET %s WHERE workspace_id = $1 AND text = 'Said.'`;
    for (const change of [
      `confidentiality = 'public'`,
      'confidentiality = confidentiality',
      `confidentiality = 'organization', text = 'Forged.'`,
      `confidentiality = 'name'`,
      'organization_id = organization_id',
    ])
      expect([change, await attempt(words.replace('%s', change))]).toEqual([change, '23001']);
    expect(await attempt(words.replace('%s', `confidentiality = 'organization'`))).toBeUndefined();
  });
});
