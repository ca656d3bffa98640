// Equal requests at the same moment, on the pool and the roles of production.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { Factories, type Member } from '../factories/factories.js';
import { openServingApp, type ServingApp } from '../support/serving-app.js';

let serving: ServingApp;
let owner: DataSource;
let a: Factories;
let editor: Member;

beforeAll(async () => {
  serving = await openServingApp();
  owner = await new DataSource(dataSourceOptions(serving.url)).initialize();
  a = await Factories.inNewWorkspace(owner.manager);
  editor = await a.member();
});
afterAll(async () => {
  await owner.destroy();
  await serving.close();
});

const post = (code: string, key: string, label = 'A theme') =>
  serving.app.inject({
    method: 'POST',
    url: `/api/v1/workspaces/${a.slug}/themes`,
    headers: { authorization: `Bearer ${editor.token}`, 'idempotency-key': key },
    payload: { code, label },
  });

const themes = (code: string): Promise<unknown[]> =>
  owner.query('SELECT label FROM theme WHERE workspace_id = $1 AND code = $2', [a.workspaceId, code]);

describe('requests with one key at once', () => {
  it('fifty: one does the work, the others answer the same', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post('fifty', 'fifty')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array<number>(50).fill(201));
    expect(new Set(answers.map(({ payload }) => payload)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers['audit-receipt'])).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    expect(await themes('fifty')).toHaveLength(1);
    expect(await owner.query(`SELECT count(*)::integer AS n FROM idempotency_key WHERE key = 'fifty'`)).toEqual([
      { n: 1 },
    ]);
    expect(
      await owner.query(
        `SELECT count(*)::integer AS n FROM audit_event WHERE workspace_id = $1 AND action = 'theme.created'`,
        [a.workspaceId],
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('fifty with different bodies: one is done, the others are told', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => post('bodies', 'bodies', `Label ${String(n)}`)),
    );
    const codes = answers.map(({ statusCode, json }) => (statusCode === 201 ? 'made' : json<{ code: string }>().code));
    expect(codes.sort()).toEqual(['made', ...Array<string>(49).fill('idempotency-key-reused')].sort());
    expect(await themes('bodies')).toHaveLength(1);
  });

  it('waits for the first, and says so with 409 where it takes longer; no connection is held meanwhile', async () => {
    const blocker = owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('LOCK TABLE theme IN ACCESS EXCLUSIVE MODE');
    const first = post('slow', 'slow');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const others = await Promise.all(Array.from({ length: 20 }, () => post('slow', 'slow')));
    await blocker.rollbackTransaction();
    await blocker.release();
    expect(
      others.map(({ statusCode, headers, json }) => [
        statusCode,
        json<{ code: string }>().code,
        headers['retry-after'],
      ]),
    ).toEqual(Array<unknown>(20).fill([409, 'in-progress', '1']));
    expect((await first).statusCode).toBe(201);
    expect((await post('slow', 'slow')).payload).toBe((await first).payload);
    expect(await themes('slow')).toHaveLength(1);
  });

  it('a connection that is cut before the commit keeps nothing, and the key works again', async () => {
    const blocker = owner.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query(
      `INSERT INTO idempotency_key (id, workspace_id, person_id, organization_id, path, key, request_hash, body, expires_at)
       SELECT gen_random_uuid(), $1, $2, $3, $4, 'cut', sha256('other'), '{}', now() + interval '1 day'`,
      [a.workspaceId, editor.actor.personId, a.organizationId, `/api/v1/workspaces/${a.slug}/themes`],
    );
    const first = post('cut', 'cut'); // The theme is written; its key waits for whoever else writes it.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect((await first).statusCode).toBeGreaterThanOrEqual(500);
    await blocker.rollbackTransaction();
    await blocker.release();
    expect(await themes('cut')).toEqual([]);
    expect((await post('cut', 'cut')).statusCode).toBe(201);
    expect(await themes('cut')).toHaveLength(1);
  });
});
