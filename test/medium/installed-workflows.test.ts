// A version never changes: where the database and a file differ, the server does not start.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { runMigrations } from '../../src/run-migrations.js';
import { builtInWorkflows } from '../../src/workflows/built-in-workflows.js';
import { createDatabase } from '../support/postgres.js';

let url: string;
let dataSource: DataSource;
const installed = () =>
  dataSource.query<{ name: string }[]>(`SELECT key || '@' || version AS name FROM workflow ORDER BY 1`);

beforeAll(async () => {
  url = await createDatabase();
  dataSource = await new DataSource(dataSourceOptions(url)).initialize();
});
afterAll(() => dataSource.destroy());

it('installs every file once, with its states in their order', async () => {
  await runMigrations(url);
  expect((await installed()).map(({ name }) => name)).toEqual(
    builtInWorkflows.map(({ key, version }) => `${key}@${String(version)}`).sort(),
  );
  for (const { key, version, states } of builtInWorkflows) {
    const rows = await dataSource.query<{ state: string; phase: string | null }[]>(
      'SELECT s.state, s.phase FROM workflow_state s JOIN workflow w ON w.id = s.workflow_id WHERE w.key = $1 AND w.version = $2 ORDER BY s.position',
      [key, version],
    );
    expect(rows.map(({ state, phase }) => [state, phase])).toEqual(
      Object.entries(states).map(([state, { phase }]) => [state, phase]),
    );
  }
});

it('refuses to start where one differs from its file, naming it', async () => {
  await dataSource.query('ALTER TABLE workflow DISABLE TRIGGER USER');
  await dataSource.query(
    `UPDATE workflow SET definition = jsonb_set(definition, '{states,a,phase}', '"progressing"') WHERE key = 'hrc-follow-up' AND version = 2017`,
  );
  await expect(runMigrations(url)).rejects.toThrow(
    'The workflow hrc-follow-up@2017 in the database differs from the file: a version never changes.',
  );
});
