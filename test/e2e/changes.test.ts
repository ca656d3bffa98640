// Asking for less: only what changed since an instant, only some fields.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { outcomeOf } from '../support/record.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
});
afterEach(() => world.close());

describe('updatedSince', () => {
  const codes = async (path: string): Promise<string[]> =>
    (await world.as(editor).get(path)).body['items'].map(({ code }: { code: string }) => code);

  test('finds what was changed at the instant or later, by this or another request', async () => {
    const old = await world.a.theme('old');
    await world.a.theme('other');
    const [row] = await world.a.rows<{ at: string }>(
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at`,
    );
    const since = `/themes?updatedSince=${row!.at}`;
    expect(await codes(since)).toEqual([]);
    await world.a.theme('new');
    await world.as(editor).patch(`/themes/${old}`, { label: 'Changed' }, 1);
    expect(await codes(since)).toEqual(['new', 'old']);
    expect((await world.as(editor).get(`${since}&count=true&limit=1`)).body['count']).toBe(2);
  });

  test('takes the very instant, and any offset', async () => {
    const source = await world.a.source();
    await world.a.recommendation({ code: 'A', source_id: source, updated_at: '2026-01-31T00:00:00Z' });
    await world.a.recommendation({ code: 'B', source_id: source, updated_at: '2026-01-30T23:59:59.999999Z' });
    expect(await codes('/recommendations?sort=code&updatedSince=2026-01-31T00:00:00Z')).toEqual(['A']);
    expect(await codes('/recommendations?sort=code&updatedSince=2026-01-31T09:00:00%2B09:00')).toEqual(['A']);
    expect(await codes(`/recommendations?sort=code&source=${source}&updatedSince=2026-01-30T23:59:59Z`)).toEqual([
      'A',
      'B',
    ]);
  });

  test('a deadline is changed by being extended', async () => {
    const { id } = await world.a.followUp();
    const deadline = await world
      .as(editor)
      .post(`/follow-ups/${id}/deadlines`, { axis: 'response', dueOn: '2030', basis: 'Paragraph 1' });
    expect(deadline.status).toBe(201);
    const [row] = await world.a.rows<{ at: string }>(
      `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at`,
    );
    const changed = async (): Promise<number> =>
      (await world.as(editor).get(`/follow-ups/${id}/deadlines?updatedSince=${row!.at}`)).body['items'].length;
    expect(await changed()).toBe(0);
    const extension = { dueOn: '2031', extendedBy: 'The Council', basis: 'Paragraph 2' };
    expect(
      (await world.as(editor).post(`/deadlines/${String(deadline.body['id'])}/extensions`, extension)).status,
    ).toBe(201);
    expect(await changed()).toBe(1);
  });

  test('of another workspace, or of a level that one may not read, is nothing', async () => {
    const other = await world.a.organization();
    await world.a.recommendation({ confidentiality: 'organization', organization_id: other });
    await (await world.a.otherWorkspace()).theme();
    expect(await codes('/recommendations?updatedSince=2001-01-01T00:00:00Z&count=true')).toEqual([]);
    expect(await codes('/themes?updatedSince=2001-01-01T00:00:00Z')).toEqual([]);
  });
});

describe('fields', () => {
  test('of a thing: only these and its id, in the order of the document, with the ETag of the whole', async () => {
    const id = await world.a.theme('refugees');
    const answer = await world.as(editor).get(`/themes/${id}?fields=version,code`);
    expect(JSON.stringify(answer.body)).toBe(JSON.stringify({ id, code: 'refugees', version: 1 }));
    expect([answer.headers['etag'], answer.headers['content-type']]).toEqual([
      '"1"',
      'application/json; charset=utf-8',
    ]);
  });

  test('may repeat, and what they hold is whole', async () => {
    const { id, recommendationId } = await world.a.followUp();
    const whole = (await world.as(editor).get(`/follow-ups/${id}`)).body;
    const { body } = await world.as(editor).get(`/follow-ups/${id}?fields=implementation&fields=recommendation`);
    expect(body).toEqual({ id, recommendation: whole['recommendation'], implementation: whole['implementation'] });
    expect(body['recommendation']['id']).toBe(recommendationId);
  });

  test('of the log, which the server opens first', async () => {
    await world.as(editor).post('/themes', { code: 'a', label: 'A' });
    const { body } = await world.as(editor).get('/audit/events?fields=details,action');
    expect(body['items']).toEqual([
      { id: expect.any(String), action: 'theme.created', details: { code: 'a', label: 'A' } },
    ]);
  });

  test('one that does not exist is named, with those that do', async () => {
    for (const path of ['/themes?', `/themes/${await world.a.theme()}?`]) {
      for (const fields of ['colour', 'code,colour', '', 'code,,id', '__proto__', 'code%20']) {
        const answer = await world.as(editor).get(`${path}fields=${fields}`);
        expect(outcomeOf(answer)).toEqual([400, 'invalid-input', '?fields']);
        expect(answer.body['errors'][0].message).toBe(
          'There is no such field. Choose from id, code, label, labels, version.',
        );
      }
    }
  });

  test('what one may not see stays 404, and a field is no way round a level', async () => {
    const other = await world.a.organization();
    const hidden = await world.a.recommendation({ confidentiality: 'organization', organization_id: other });
    expect((await world.as(editor).get(`/recommendations/${hidden}?fields=id`)).status).toBe(404);
    expect((await world.as(undefined).get('/themes?fields=colour')).status).toBe(401);
    const stranger = await (await world.a.otherWorkspace()).member();
    expect((await world.as(stranger).get('/themes?fields=colour')).status).toBe(404);
  });

  test('an auditor may choose as well', async () => {
    const auditor = await world.a.member({ roles: ['auditor'] });
    const id = await world.a.theme();
    expect((await world.as(auditor).get('/themes?fields=id')).body['items']).toEqual([{ id }]);
  });

  test('whoever reads a restricted piece leaves a trace, however little of it they choose', async () => {
    const evidence = await world.a.evidence(editor, { confidentiality: 'restricted' });
    await world.a.rows(
      'INSERT INTO evidence_grant (workspace_id, evidence_id, person_id, granted_by, reason) VALUES ($1, $2, $3, $3, $4) ON CONFLICT DO NOTHING',
      [world.a.workspaceId, evidence, editor.actor.personId, 'x'],
    );
    const opened = (): Promise<unknown[]> => world.a.rows(`SELECT FROM audit_event WHERE object_id = $1`, [evidence]);
    const before = (await opened()).length;
    expect((await world.as(editor).get(`/evidence/${evidence}?fields=id`)).status).toBe(200);
    expect((await opened()).length).toBe(before + 1);
  });
});
