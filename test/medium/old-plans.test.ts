// A plan is kept for as long as its connection lives: one that was made on a new workspace must stay good while the record grows.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { inWorkspace } from '../../src/access/in-workspace.js';
import { pageStatement } from '../../src/common/page-statement.js';
import type { Reading } from '../../src/common/reading-shape.js';
import { run, statement } from '../../src/common/statement.js';
import { servingDataSource } from '../../src/data-source.js';
import { FOLLOW_UPS } from '../../src/follow-ups/follow-ups.queries.js';
import { FOLLOW_UP_EVIDENCE } from '../../src/follow-ups/track-evidence.queries.js';
import { TIMELINE } from '../../src/recommendations/timeline.queries.js';
import { Factories, type Member } from '../factories/factories.js';
import { createDatabase } from '../support/postgres.js';

const MORE = 1_500;

let serving: DataSource;
let owner: QueryRunner;
let runner: QueryRunner;
let editor: Member;
let followUp: string;
let recommendation: string;

beforeAll(async () => {
  serving = await servingDataSource(await createDatabase()).initialize();
  owner = serving.createQueryRunner();
  await owner.query('RESET ROLE');
  await owner.query('SET ROLE NONE');
  const a = await Factories.inNewWorkspace(owner.manager);
  editor = await a.member();
  const { id, recommendationId, implementation } = await a.followUp();
  followUp = id;
  recommendation = recommendationId;
  await a.link(implementation, await a.evidence(editor), editor);
  runner = serving.createQueryRunner();
}, 60_000);
afterAll(async () => {
  await runner.release();
  await owner.query('SET session_replication_role = origin');
  await owner.query('SET ROLE heed_nobody');
  await owner.release();
  await serving.destroy();
});

const read = (reading: Reading, sort: string, filters: object) =>
  inWorkspace(editor.actor, runner.manager, async (tx) => {
    const { text, values } = pageStatement(reading, { limit: 50, sort }, { ...filters }, editor.actor.workspaceId);
    const planned = statement(text);
    await run(tx, planned, values);
    return visited(tx, planned.name, values);
  });

interface Node {
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: Node[];
}

/** How many rows the plan that the connection keeps looks at. */
async function visited(tx: EntityManager, name: string, values: unknown[]): Promise<number> {
  const given = values.map((value) => `'${String(value)}'`).join(', ');
  const [row] = await tx.query<{ 'QUERY PLAN': { Plan: Node }[] }[]>(
    `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE "${name}" (${given})`,
  );
  const count = (node: Node): number =>
    ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)) *
      (node['Actual Loops'] ?? 0) +
    (node.Plans ?? []).reduce((sum, each) => sum + count(each), 0);
  return row ? count(row['QUERY PLAN'][0]?.Plan ?? {}) : NaN;
}

/** Copies of every row, with keys of their own; without triggers, which would also tell the planner nothing. */
async function grow(table: string, ...keys: [string, ...string[]]): Promise<void> {
  const fresh = ['id', ...keys].map((key) => `'${key}', gen_random_uuid()`).join(', ');
  await owner.query(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object(${fresh}))).* FROM ${table} t, generate_series(1, $1) WHERE to_jsonb(t)->>'${keys[0]}' IS NOT NULL`,
    [MORE],
  );
}

describe('a plan that is older than the rows', () => {
  const pages: [string, Reading, string, () => object][] = [
    ['evidence of a follow-up', FOLLOW_UP_EVIDENCE, 'recordedAt', () => ({ followUp })],
    ['follow-ups', FOLLOW_UPS, 'dueOn', () => ({})],
    ['the timeline of a recommendation', TIMELINE, '-occurredOn', () => ({ recommendation })],
  ];

  test('looks up what belongs to its page, and multiplies no table with another', async () => {
    for (const [, reading, sort, filters] of pages) await read(reading, sort, filters());
    await owner.query('SET session_replication_role = replica');
    await grow('evidence', 'origin_id');
    await grow('track', 'follow_up_id');
    const all: Record<string, number> = {};
    for (const [name, reading, sort, filters] of pages) all[name] = await read(reading, sort, filters());
    // Each table from end to end for each row of the page at the very worst; two of them multiplied are over four million.
    for (const [name, rows] of Object.entries(all)) expect([name, rows < 100 * MORE]).toEqual([name, true]);
  }, 120_000);
});
