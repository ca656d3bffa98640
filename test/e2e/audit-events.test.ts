// The log: written with the change or not at all, sealed, and open to whoever may read it.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AuditSeal } from '../../src/audit/audit-seal.js';
import { type AuditHeader, dataHash, hashDetails } from '../../src/audit/audit-header.js';
import type { Member } from '../factories/factories.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
});
afterEach(() => world.close());

interface EventRow {
  id: string;
  at: string;
  workspace_id: string;
  organization_id: string;
  person_id: string;
  account_id: string;
  session_id: string;
  action: string;
  object_type: string;
  object_id: string;
  object_version: number;
  outcome: 'allow';
  request_id: string;
  confidentiality: string;
  details: Buffer;
  salt: Buffer;
  data_hash: Buffer;
}

const eventRow = async (): Promise<EventRow> => {
  const rows = await world.a
    .rows<EventRow>(`SELECT e.*, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, s.salt, l.data_hash
    FROM audit_event e JOIN audit_salt s ON s.event_id = e.id JOIN audit_leaf l ON l.event_id = e.id`);
  expect(rows).toHaveLength(1);
  return rows[0] as EventRow;
};

/** As an outsider would compute it, from the row alone. */
const headerOf = (row: EventRow, details: string): AuditHeader => ({
  id: row.id,
  workspace: row.workspace_id,
  organization: row.organization_id,
  person: row.person_id,
  account: row.account_id,
  session: row.session_id,
  action: row.action,
  objectType: row.object_type,
  objectId: row.object_id,
  objectVersion: row.object_version,
  outcome: row.outcome,
  requestId: row.request_id,
  level: row.confidentiality,
  details: hashDetails(row.salt, details),
});

describe('the audit log', () => {
  test('a write answers with the hash that an outsider computes from the event', async () => {
    const made = await world.as(editor).post('/themes', { code: 'work', label: '노동' });
    const row = await eventRow();
    const details = world.app.get(AuditSeal).open(row.salt, row.id, row.details);
    expect(JSON.parse(details)).toEqual({ code: 'work', label: '노동' });
    expect(dataHash(headerOf(row, details), row.at).toString('hex')).toBe(row.data_hash.toString('hex'));
    expect(made.headers['audit-receipt']).toBe(row.data_hash.toString('hex'));
    expect(row).toMatchObject({
      action: 'theme.created',
      person_id: editor.actor.personId,
      object_id: made.body['id'],
      request_id: made.headers['x-request-id'],
    });
    expect(row.details.includes(Buffer.from('노동'))).toBe(false);
    expect(dataHash(headerOf(row, details.replace('work', 'play')), row.at).equals(row.data_hash)).toBe(false);
  });

  test('what cannot be logged does not happen', async () => {
    await world.a.rows('REVOKE INSERT ON audit_leaf FROM heed_app');
    await expect(world.as(editor).post('/themes', { code: 'work', label: 'Work' })).rejects.toThrow(
      'answered 500, which is not documented',
    );
    expect(await world.a.rows('SELECT FROM theme')).toHaveLength(0);
  });

  test('reading writes nothing', async () => {
    expect((await world.as(editor).get('/themes')).status).toBe(200);
    expect(await world.a.rows('SELECT FROM audit_event')).toHaveLength(0);
  });

  test('editors see their own acts, auditors and administrators all of the workspace', async () => {
    const other = await world.a.member({ roles: ['editor'] });
    const auditor = await world.a.member({ roles: ['auditor'] });
    await world.as(editor).post('/themes', { code: 'a', label: 'A' });
    await world.as(other).post('/themes', { code: 'b', label: 'B' });
    expect((await world.as(editor).get('/audit/events')).body['items']).toHaveLength(1);
    const seen = await world.as(auditor).get('/audit/events?sort=at');
    expect(
      seen.body['items'].map((e: Record<string, any>) => [e['action'], e['actor'].name, e['details'].code]),
    ).toEqual([
      ['theme.created', editor.name, 'a'],
      ['theme.created', other.name, 'b'],
    ]);
    expect((await world.as(auditor).get(`/audit/events?action=theme.deleted`)).body['items']).toEqual([]);
    expect((await world.as(auditor).get(`/audit/events?from=2026-W01`)).status).toBe(400);
    const elsewhere = await world.a.otherWorkspace();
    const stranger = await elsewhere.member({ roles: ['auditor'] });
    expect((await world.as(stranger, elsewhere.slug).get('/audit/events')).body['items']).toEqual([]);
  });

  test('erasing the salt erases the details and leaves the event', async () => {
    const auditor = await world.a.member({ roles: ['auditor'] });
    await world.as(editor).post('/themes', { code: 'a', label: 'A' });
    await world.a.rows('DELETE FROM audit_salt');
    const { body } = await world.as(auditor).get('/audit/events');
    expect(body['items'][0]).toMatchObject({ action: 'theme.created', details: null });
  });
});
