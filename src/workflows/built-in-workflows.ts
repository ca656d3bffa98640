import { readdirSync, readFileSync } from 'node:fs';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { canonical } from '../audit/audit-header.js';
import { faultsOf } from './definition-check.js';
import type { WorkflowDefinition } from './workflow.definition.js';

const FOLDER = new URL('definitions/', import.meta.url);

/** The definitions that come with Heed: one file each, which a person can read. */
export const builtInWorkflows: readonly WorkflowDefinition[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as WorkflowDefinition);

/**
 * Adds the built-in definitions that the database has not got yet. A version never changes: where file and database
 * differ under one key and version, the server doesn't start. Runs as the database's owner.
 */
export async function installWorkflows(owner: EntityManager): Promise<void> {
  await owner.query(`SELECT pg_advisory_xact_lock(hashtext('heed workflows'))`);
  for (const definition of builtInWorkflows) {
    const faults = faultsOf(definition, ['en', 'ko']);
    if (faults.length > 0) throw new Error(`The workflow ${definition.key} is faulty: ${JSON.stringify(faults)}`);
    await install(owner, definition);
  }
}

async function install(owner: EntityManager, definition: WorkflowDefinition): Promise<void> {
  const { key, version, axis, official } = definition;
  const [known] = await owner.query<{ definition: WorkflowDefinition }[]>(
    'SELECT definition FROM workflow WHERE workspace_id IS NULL AND key = $1 AND version = $2',
    [key, version],
  );
  if (known && canonical(known.definition) === canonical(definition)) return;
  if (known)
    throw new Error(
      `The workflow ${key}@${String(version)} in the database differs from the file: a version never changes.`,
    );
  const id = uuid();
  await owner.query(
    'INSERT INTO workflow (id, key, version, axis, official, definition) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, key, version, axis, official, JSON.stringify(definition)],
  );
  await owner.query(STATES, [
    id,
    JSON.stringify(Object.entries(definition.states).map(([state, s]) => ({ state, phase: s.phase, labels: s.label }))),
  ]);
}

const STATES = `INSERT INTO workflow_state (workflow_id, state, phase, labels, position)
  SELECT $1, s.value->>'state', s.value->>'phase', s.value->'labels', s.ordinality FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY s`;
