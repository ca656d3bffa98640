// Rows bear an instant from before their commit: what was answered as known by an instant is answered again later, although
// somebody was writing just then.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { Race } from './race.js';

let race: Race;
let editor: Member;
let writing: pg.Client;

beforeAll(async () => {
  race = await Race.open();
  editor = await race.a.member();
  writing = new pg.Client(race.url);
  await writing.connect();
});
afterAll(async () => {
  await writing.end();
  await race.close();
});

const answered = async (query = '') => {
  const { status, body } = await race.as(editor).get(`/summary?axis=implementation${query}`);
  expect(status).toBe(200);
  return {
    counts: body['items'][0]?.counts as unknown,
    asOf: body['asOf'] as string,
    knownAt: body['knownAt'] as string,
  };
};

/** What another connection writes in its open transaction: it bears its instant at once, and is seen by nobody yet. */
async function begin(followUp: { implementation: string }): Promise<Date> {
  await writing.query('BEGIN');
  const { rows } = await writing.query<{ recorded_at: Date }>(
    `INSERT INTO transition (id, workspace_id, track_id, workflow_id, from_workflow_id, transition, from_state, to_state, position, person_id,
       organization_id, occurred_last)
     SELECT $1, t.workspace_id, t.id, t.workflow_id, t.workflow_id, 'open', t.state, 'implemented', 1, $2, $3, '2019-01-01'
     FROM track t WHERE t.id = $4 RETURNING recorded_at`,
    [uuid(), editor.actor.personId, editor.actor.organizationId, followUp.implementation],
  );
  await writing.query(
    `UPDATE track t SET state = x.to_state, phase = 'fulfilled', stands_on = x.id FROM transition x WHERE x.track_id = t.id AND t.id = $1`,
    [followUp.implementation],
  );
  return rows[0]!.recorded_at;
}

test('as-known answers stop where the oldest transaction that still writes began', async () => {
  const before = await race.a.followUp();
  const recordedAt = await begin(before);
  const after = await race.a.followUp();
  const evidenceIds = [await race.a.evidence(editor)];
  expect(
    (
      await race.as(editor).post(`/tracks/${after.implementation}/transitions`, {
        transition: 'start',
        occurredOn: null,
        evidenceIds,
        note: 'Now.',
      })
    ).status,
  ).toBe(201);
  const held = await answered('&asOf=2999-01-01');
  expect(Date.parse(held.knownAt)).toBeLessThanOrEqual(recordedAt.getTime());
  expect(held.counts).toEqual({ unknown: 1 });
  await writing.query('COMMIT');
  const same = await answered(`&asOf=${held.asOf}&knownAt=${encodeURIComponent(held.knownAt)}`);
  expect(same).toEqual(held);
  const now = await answered('&asOf=2999-01-01');
  expect(Date.parse(now.knownAt)).toBeGreaterThan(recordedAt.getTime());
  expect(now.counts).toEqual({ fulfilled: 1, progressing: 1 });
});

test('a transaction that only reads holds nothing back', async () => {
  await writing.query('BEGIN');
  await writing.query('SELECT count(*) FROM track');
  const { rows } = await writing.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  const { knownAt } = await answered('&asOf=2999-01-01');
  expect(Date.parse(knownAt)).toBeGreaterThanOrEqual(rows[0]!.at.getTime());
  await writing.query('ROLLBACK');
});
