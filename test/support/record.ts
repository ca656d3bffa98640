// What a request left behind: events of the log with their details opened, and whether anything changed at all.

import { expect } from '@jest/globals';
import { AuditSeal } from '../../src/audit/audit-seal.js';
import { type Statement, statement } from '../../src/common/statement.js';
import type { Answer, World } from './world.js';

export interface OpenedEvent {
  action: string;
  objectType: string;
  version: number | null;
  level: string;
  outcome: string;
  details: Record<string, unknown>;
}

/** What the log says of a thing, oldest first; details are opened with the seal and the salt, as whoever checks would. */
export async function openedEvents(world: World, objectId: string): Promise<OpenedEvent[]> {
  const rows = await world.a.rows<
    Omit<OpenedEvent, 'details'> & { id: string; sealed: Buffer; salt: Buffer; hash: Buffer }
  >(
    `SELECT e.id, e.action, e.object_type AS "objectType", e.object_version AS version, e.confidentiality AS level, e.outcome, e.details AS sealed, s.salt
     FROM audit_event e JOIN audit_salt s ON s.event_id = e.id WHERE e.object_id = $1 ORDER BY e.at`,
    [objectId],
  );
  const seal = world.app.get(AuditSeal);
  return rows.map(({ action, objectType, version, level, outcome, id, salt, sealed }) => {
    const details = JSON.parse(seal.open(salt, id, sealed)) as Record<string, unknown>;
    return { action, objectType, version, level, outcome, details };
  });
}

/** How many events the log of the world's workspace holds. */
export async function countEvents(world: World): Promise<number> {
  const [row] = await world.a.rows<{ n: number }>(
    'SELECT count(*)::integer AS n FROM audit_event WHERE workspace_id = $1',
    [world.a.workspaceId],
  );
  return row?.n ?? 0;
}

let fingerprints: Statement | undefined;

/** A fingerprint of every row of every table, but for when a token was last used, how often guessing failed and how much was asked. */
export async function everything(world: World): Promise<Record<string, string>> {
  fingerprints ??= await fingerprinting(world);
  const prints = await world.a.rows<{ name: string; print: string }>(fingerprints);
  return Object.fromEntries(prints.map(({ name, print }) => [name, print]));
}

/** Named, so that it is planned once: planning it takes longer than reading the few rows of a test. */
async function fingerprinting(world: World): Promise<Statement> {
  const tables = await world.a.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('access_token', 'sign_in_attempt', 'request_count') ORDER BY 1`,
  );
  const sql = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM ${name} t`,
  );
  return statement(sql.join(' UNION ALL '));
}

/** Holds that what is asked answers so, and leaves every row of the database as it was. */
export async function refused(world: World, ask: () => Promise<Answer>, status: number, code: string): Promise<Answer> {
  const before = await everything(world);
  const answer = await ask();
  expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status, code });
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(await everything(world)).toEqual(before);
  return answer;
}

/** An answer as somebody who looks for differences sees it: all of it but the id of the request, which differs each time. */
export function bytesOf({ status, body, headers }: Answer): string {
  const { 'x-request-id': _id, date: _date, ...kept } = headers;
  return JSON.stringify({ status, headers: kept, body: { ...body, requestId: '' } });
}

/** Code and place of a failure: what most tests of bad input are about. */
export const outcomeOf = ({ status, body }: Answer): unknown[] => [
  status,
  body['code'],
  ...(body['errors'] as { pointer: string }[]).map((e) => e.pointer),
];

/** `follow_up` rows and the like by id, as they stand. */
export async function rowOf(
  world: World,
  table: string,
  id: string,
  columns = '*',
): Promise<Record<string, unknown> | undefined> {
  const [row] = await world.a.rows(`SELECT ${columns} FROM ${table} WHERE id = $1`, [id]);
  return row;
}
