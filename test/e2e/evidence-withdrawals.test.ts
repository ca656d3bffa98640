import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import { BlobStore } from '../../src/blobs/blob-store.js';
import type { Member } from '../factories/factories.js';
import { download, formWith, pdf } from '../support/files.js';
import { type Browser, browserOf } from '../support/people.js';
import { openedEvents, outcomeOf, rowOf } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

const SECRET = 'The guard Kim spoke to us.';
let world: World;
let editor: Member;
let second: Browser;
let first: Browser;
let partner: Member;
let id: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member({ name: 'Edita' });
  first = await browserOf(world, editor);
  second = await browserOf(world, await world.a.member({ roles: ['verifier'], name: 'Vera' }));
  partner = await world.a.member({ roles: ['partner'], organizationId: await world.a.organization('Partners') });
  id = await upload(partner, { title: 'What Kim said', finding: SECRET, confidentiality: 'coalition' });
});

afterEach(() => world.close());

async function upload(by: Member, fields: Record<string, string>): Promise<string> {
  const { headers, payload } = formWith(pdf(), fields);
  return String((await world.as(by).post('/evidence/files', payload, headers)).body['id']);
}
const withdraw = (by: Member = partner, of = id): Promise<Answer> =>
  world.as(by).post(`/evidence/${of}/withdrawal`, { reason: 'Our source is in danger.' });
const decide = (by: Browser, decision: string): Promise<Answer> =>
  by.post(`/evidence/${id}/withdrawal/decision`, { decision });
const blobs = (): string[] => {
  const folder = join(world.app.get<{ folder: string }>(BlobStore).folder, world.a.workspaceId);
  return existsSync(folder) ? readdirSync(folder) : [];
};
/** The keys under which an answer is kept that holds this text. */
const keptWith = async (text: string): Promise<unknown[]> =>
  (
    await world.a.rows(
      'SELECT key FROM idempotency_key WHERE workspace_id = $1 AND position($2 IN body) > 0 ORDER BY key',
      [world.a.workspaceId, text],
    )
  ).map((row) => row['key']);
const actsOf = async (): Promise<unknown[]> =>
  (await world.a.rows('SELECT act FROM custody_record WHERE evidence_id = $1 ORDER BY at', [id])).map(
    (row) => row['act'],
  );

/** As the role of the application, with a person's context; undone at once. Answers rows, or the code of the failure. */
const asApp = async (sql: string, values: unknown[], person = editor.actor.personId): Promise<unknown> => {
  await world.tx.query('SAVEPOINT attempt');
  try {
    await world.tx.query(
      `SELECT set_config('role', 'heed_app', true), set_config('app.workspace', $1, true), set_config('app.person', $2, true), set_config('app.organization', $3, true), set_config('app.roles', 'administrator', true)`,
      [world.a.workspaceId, person, world.a.organizationId],
    );
    return await world.tx.query(sql, values);
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await world.tx.query('ROLLBACK TO SAVEPOINT attempt');
  }
};

describe('POST /evidence/{id}/withdrawal', () => {
  it('seals the piece for everybody at once, and says who had opened it', async () => {
    const own = await upload(partner, { title: 'Ours', confidentiality: 'organization' });
    const colleague = await world.a.member({
      roles: ['partner'],
      organizationId: partner.actor.organizationId,
      name: 'Colleague',
    });
    await download(world, colleague, own);
    const opened = await withdraw(partner, own);
    expect([opened.status, opened.body['openedBy']]).toEqual([
      201,
      [expect.objectContaining({ act: 'opened', by: expect.objectContaining({ id: colleague.actor.membershipId }) })],
    ]);
    await world.a.evidence(editor);
    const { status, body } = await withdraw();
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        evidenceId: id,
        state: 'withdrawn',
        reason: 'Our source is in danger.',
        decision: null,
        requestedBy: null,
        requestedAt: null,
        confirmedBy: null,
        confirmedAt: null,
        withdrawnBy: expect.objectContaining({ id: partner.actor.membershipId }),
        recordedAt: expect.any(String),
        openedBy: [],
      },
    ]);
    for (const by of [
      editor,
      partner,
      await world.a.member({ roles: ['administrator'] }),
      await world.a.member({ roles: ['auditor'], readsAll: true }),
    ]) {
      const read = await world.as(by).get(`/evidence/${id}`);
      expect(read.body).toMatchObject({
        id,
        kind: 'file',
        withdrawal: 'withdrawn',
        title: null,
        finding: null,
        quote: null,
        origin: null,
        locator: null,
        publisher: null,
        url: null,
      });
      expect(JSON.stringify(read.body)).not.toMatch(/Kim/);
      expect(outcomeOf(await world.as(by).get(`/evidence/${id}/content`))).toEqual([410, 'withdrawn']);
      const list = await world.as(by).get('/evidence?sort=title');
      expect(list.body['items'].find((item: { id: string }) => item.id === id)).toMatchObject({
        withdrawal: 'withdrawn',
        title: null,
      });
      expect((await world.as(by).get('/evidence?q=Kim')).body['items']).toEqual([]);
      const cursor = String((await world.as(by).get('/evidence?sort=title&limit=1')).body['nextCursor']);
      expect(JSON.parse(Buffer.from(cursor, 'base64url').toString())).toEqual(['title', '', expect.any(String)]);
    }
    expect(await actsOf()).toEqual(['uploaded', 'withdrawn']);
    expect((await openedEvents(world, id)).map((e) => e.action)).toEqual(['evidence.uploaded', 'evidence.withdrawn']);
    expect(blobs()).toHaveLength(2);
  });

  it('shuts the words in the database too, past every query of ours', async () => {
    const [row] = await world.a.rows<{ hash: Buffer }>('SELECT finding_hash AS hash FROM evidence WHERE id = $1', [id]);
    const readAsApp = (): Promise<unknown> => asApp('SELECT text FROM words WHERE hash = $1', [row!.hash]);
    expect(await readAsApp()).toEqual([{ text: SECRET }]);
    await withdraw();
    expect(await readAsApp()).toEqual([]);
    expect(await world.a.rows('SELECT text FROM words WHERE hash = $1', [row!.hash])).toEqual([{ text: SECRET }]);
  });

  it('is for editors, verifiers and administrators; partners withdraw what their organization brought; once', async () => {
    const ofEditor = await upload(editor, { title: 'Of an editor' });
    expect(outcomeOf(await withdraw(partner, ofEditor))).toEqual([403, 'separation-of-duties']);
    expect(outcomeOf(await withdraw(await world.a.member({ roles: ['auditor'] })))).toEqual([403, 'forbidden']);
    expect((await withdraw(await (await world.a.otherWorkspace()).member())).status).toBe(404);
    expect((await world.as(undefined).post(`/evidence/${id}/withdrawal`, { reason: 'x' })).status).toBe(401);
    const hidden = await upload(partner, { title: 'Ours', confidentiality: 'organization' });
    expect((await withdraw(editor, hidden)).status).toBe(404);
    expect((await withdraw(await world.a.member({ roles: ['verifier'] }))).status).toBe(201);
    expect(outcomeOf(await withdraw())).toEqual([410, 'withdrawn']);
    expect(await world.a.rows('SELECT FROM evidence_withdrawal WHERE evidence_id = $1', [id])).toHaveLength(1);
    expect(outcomeOf(await world.as(editor).post(`/evidence/${ofEditor}/withdrawal`, {}))).toEqual([
      400,
      'invalid-input',
      '/reason',
    ]);
  });

  it('lets nothing more be done with the piece', async () => {
    await withdraw();
    const { implementation } = await world.a.followUp();
    const verifier = await world.a.member({ roles: ['verifier'] });
    expect(outcomeOf(await world.as(editor).patch(`/evidence/${id}`, { title: 'Kim' }, 2))).toEqual([410, 'withdrawn']);
    expect(
      outcomeOf(
        await world.as(editor).post(`/evidence/${id}/acceptance`, { acceptance: 'accepted' }, { 'if-match': '"2"' }),
      ),
    ).toEqual([410, 'withdrawn']);
    expect(
      outcomeOf(await world.as(verifier).post(`/evidence/${id}/verification`, undefined, { 'if-match': '"2"' })),
    ).toEqual([410, 'withdrawn']);
    expect(
      outcomeOf(
        await world.as(editor).post(`/tracks/${implementation}/evidence`, { evidenceId: id, stance: 'supports' }),
      ),
    ).toEqual([422, 'withdrawn', '/evidenceId']);
  });

  it('voids what was verified on it, and counts for nothing any more', async () => {
    const { implementation } = await world.a.followUp({ implementation: 'under-way' });
    const [a, b] = [
      await world.a.evidence(editor, { credibility: 2 }),
      await world.a.evidence(editor, { credibility: 2 }),
    ];
    const claim = await world.as(editor).post(`/tracks/${implementation}/transitions`, {
      transition: 'claim',
      occurredOn: '2020-06',
      note: 'It was done.',
      evidenceIds: [a, b],
    });
    expect(claim.status).toBe(201);
    const verifier = await world.a.member({ roles: ['verifier'], organizationId: await world.a.organization() });
    expect(
      (
        await world.as(verifier).post(`/tracks/${implementation}/transitions`, {
          transition: 'verify',
          occurredOn: '2020-07',
          note: 'Checked.',
        })
      ).status,
    ).toBe(201);
    expect((await world.as(editor).get(`/tracks/${implementation}`)).body['state']).toBe('implemented');
    expect((await withdraw(editor, a)).status).toBe(201);
    expect((await world.as(editor).get(`/tracks/${implementation}`)).body['state']).not.toBe('implemented');
    const transitions = (await world.as(editor).get(`/tracks/${implementation}/transitions?sort=recordedAt`)).body[
      'items'
    ] as Record<string, any>[];
    expect(transitions.at(-1)).toMatchObject({ transition: 'void' });
    expect(transitions[0]!['evidence']).toContainEqual({ id: a, title: null, stance: 'supports' });
    const other = (await world.a.followUp({ implementation: 'under-way' })).implementation;
    for (const piece of [a, b]) await world.a.link(other, piece, editor);
    const claimOther = (evidenceIds: string[]): Promise<Answer> =>
      world.as(editor).post(`/tracks/${other}/transitions`, {
        transition: 'claim',
        occurredOn: '2020-06',
        note: 'It was done.',
        evidenceIds,
      });
    expect(outcomeOf(await claimOther([b])).slice(0, 2)).toEqual([422, 'unmet-conditions']);
    expect(outcomeOf(await claimOther([a, b]))).toEqual([422, 'withdrawn', '/evidenceIds/0']);
    const linked = (await world.as(editor).get(`/tracks/${implementation}/evidence`)).body['items'] as Record<
      string,
      any
    >[];
    expect(linked.find((link) => link['evidence'].id === a)!['evidence']).toMatchObject({
      title: null,
      url: null,
      withdrawal: 'withdrawn',
    });
  });

  it('makes no contest of what is withdrawn', async () => {
    const { implementation } = await world.a.followUp({ implementation: 'under-way' });
    const checked = { verified_by: editor.actor.personId, verified_at: new Date() };
    const [pro, contra] = [await world.a.evidence(editor, checked), await world.a.evidence(editor, checked)];
    const [x] = await world.a.rows<{ id: string }>(`SELECT gen_random_uuid() AS id`);
    const [t] = await world.a.rows<{ workflow_id: string }>('SELECT workflow_id FROM track WHERE id = $1', [
      implementation,
    ]);
    await world.a.insert('transition', {
      id: x!.id,
      workspace_id: world.a.workspaceId,
      person_id: editor.actor.personId,
      organization_id: editor.actor.organizationId,
      track_id: implementation,
      workflow_id: t!.workflow_id,
      from_workflow_id: t!.workflow_id,
      transition: 'start',
      from_state: 'not-assessed',
      to_state: 'under-way',
      position: 1,
      occurred_on: '2020',
      occurred_last: '2020-12-31',
    });
    await world.a.rows('UPDATE track SET stands_on = $1 WHERE id = $2', [x!.id, implementation]);
    await world.a.link(implementation, pro, editor);
    await world.a.link(implementation, contra, editor, { stance: 'contradicts' });
    const contested = async (): Promise<unknown> =>
      (await world.as(editor).get(`/tracks/${implementation}`)).body['contested'];
    expect(await contested()).not.toBeNull();
    await withdraw(editor, contra);
    expect(await contested()).toBeNull();
  });
});

describe('POST /evidence/{id}/withdrawal/decision', () => {
  it('restores by two: the first waits, the same person again does not count, the second makes it so', async () => {
    await withdraw(editor);
    const asked = await decide(first, 'restore');
    expect([asked.status, asked.body]).toMatchObject([
      200,
      { state: 'withdrawn', decision: 'restore', requestedBy: { name: 'Edita' }, confirmedBy: null },
    ]);
    expect(outcomeOf(await decide(first, 'restore'))).toEqual([403, 'separation-of-duties']);
    expect((await rowOf(world, 'evidence', id))!['withdrawal']).toBe('withdrawn');
    const done = await decide(second, 'restore');
    expect([done.status, done.body]).toMatchObject([200, { state: 'restored', confirmedBy: { name: 'Vera' } }]);
    expect((await world.as(editor).get(`/evidence/${id}`)).body).toMatchObject({
      title: 'What Kim said',
      finding: SECRET,
      withdrawal: 'none',
    });
    expect((await download(world, editor, id)).status).toBe(200);
    expect(await actsOf()).toEqual(['uploaded', 'withdrawn', 'restored']);
    expect((await openedEvents(world, id)).map((e) => e.action)).toEqual([
      'evidence.uploaded',
      'evidence.withdrawn',
      'evidence.restore-requested',
      'evidence.restored',
    ]);
    expect(outcomeOf(await decide(first, 'erase'))).toEqual([409, 'not-withdrawn']);
    expect((await withdraw()).status).toBe(201);
  });

  it('erases by two: words of every version and bytes go; row, hash and history stay', async () => {
    await world.as(partner).patch(`/evidence/${id}`, { finding: 'Kim, said otherwise.' }, 1);
    const before = (await rowOf(world, 'evidence', id))!;
    await withdraw();
    await decide(first, 'erase');
    expect(blobs()).toHaveLength(1);
    expect((await decide(second, 'erase')).body).toMatchObject({ state: 'erased', reason: null });
    expect(blobs()).toEqual([]);
    const after = (await rowOf(world, 'evidence', id))!;
    expect(after).toMatchObject({
      sha256: before['sha256'],
      size: before['size'],
      finding_hash: before['finding_hash'],
      withdrawal: 'erased',
      blob_key: null,
      title: 'Erased',
    });
    expect(await world.a.rows('SELECT text FROM words WHERE evidence_id = $1', [id])).toEqual([]);
    expect(
      await world.a.rows(`SELECT FROM origin WHERE workspace_id = $1 AND name LIKE '%Kim%'`, [world.a.workspaceId]),
    ).toEqual([]);
    expect(await actsOf()).toEqual(['uploaded', 'changed', 'withdrawn', 'erased']);
    expect((await world.as(editor).get(`/evidence/${id}`)).body).toMatchObject({
      withdrawal: 'erased',
      title: null,
      finding: null,
    });
    expect(outcomeOf(await world.as(editor).get(`/evidence/${id}/content`))).toEqual([410, 'withdrawn']);
    expect(outcomeOf(await decide(first, 'restore'))).toEqual([409, 'not-withdrawn']);
    expect(outcomeOf(await withdraw())).toEqual([410, 'withdrawn']);
  });

  it('leaves nothing of it, or of why, in answers that are kept for a second request', async () => {
    const keyed = (by: Member, path: string, body: unknown, key: string): Promise<Answer> =>
      world.as(by).post(path, body, { 'idempotency-key': key });
    const account = { kind: 'account', terms: 'background', statement: SECRET, title: 'What Kim said', origin: 'Kim' };
    const piece = await keyed(partner, '/evidence', account, 'piece');
    id = String(piece.body['id']);
    const track = (await world.a.followUp()).implementation;
    await keyed(editor, `/tracks/${track}/evidence`, { evidenceId: id, stance: 'supports' }, 'link');
    const theme = await keyed(editor, '/themes', { code: 'guards', label: 'Guards' }, 'theme');
    expect([piece.status, await keptWith('Kim')]).toEqual([201, ['link', 'piece']]);

    const reason = { reason: 'Our source is in danger.' };
    expect((await keyed(partner, `/evidence/${id}/withdrawal`, reason, 'reason')).status).toBe(201);
    expect([await keptWith('Kim'), await keptWith('in danger')]).toEqual([[], ['reason']]);
    expect(outcomeOf(await keyed(partner, '/evidence', account, 'piece'))).toEqual([409, 'answer-sealed']);
    expect(outcomeOf(await keyed(partner, '/evidence', { ...account, title: 'x' }, 'piece'))).toEqual([
      422,
      'idempotency-key-reused',
      'Idempotency-Key',
    ]);
    expect((await keyed(editor, '/themes', { code: 'guards', label: 'Guards' }, 'theme')).body).toEqual(theme.body);

    await decide(first, 'erase');
    await decide(second, 'erase');
    expect([await keptWith(id), await keptWith('guards')]).toEqual([[], ['theme']]);
    expect(outcomeOf(await keyed(partner, `/evidence/${id}/withdrawal`, reason, 'reason'))).toEqual([
      409,
      'answer-sealed',
    ]);
  });

  it('erases a link and its account of what was said, too', async () => {
    id = String(
      (
        await world
          .as(editor)
          .post('/evidence', { kind: 'account', title: 'Kim', terms: 'background', statement: SECRET })
      ).body['id'],
    );
    await withdraw(editor);
    await decide(first, 'erase');
    expect((await decide(second, 'erase')).status).toBe(200);
    expect(await world.a.rows('SELECT FROM words WHERE text = $1 AND evidence_id = $2', [SECRET, id])).toEqual([]);
  });

  it('does nothing for whoever asks and would confirm, or confirms what is not asked for', async () => {
    const said = (by: Browser, decision: string, confirms: unknown): Promise<Answer> =>
      by.post(`/evidence/${id}/withdrawal/decision`, { decision, confirms });
    await withdraw();
    expect(outcomeOf(await said(first, 'erase', true))).toEqual([409, 'asked-otherwise']);
    expect((await said(first, 'erase', false)).body).toMatchObject({ state: 'withdrawn', decision: 'erase' });
    expect(outcomeOf(await said(second, 'erase', false))).toEqual([409, 'asked-otherwise']);
    expect(outcomeOf(await said(second, 'restore', true))).toEqual([409, 'asked-otherwise']);
    expect(outcomeOf(await said(second, 'erase', 'yes'))).toEqual([400, 'invalid-input', '/confirms']);
    expect((await rowOf(world, 'evidence', id))!['withdrawal']).toBe('withdrawn');
    expect((await openedEvents(world, id)).map((e) => e.action).slice(-2)).toEqual([
      'evidence.withdrawn',
      'evidence.erase-requested',
    ]);
    expect((await said(second, 'erase', true)).body).toMatchObject({ state: 'erased' });
  });

  it('lets another wish take the place of the first: nothing is done until two want the same', async () => {
    await withdraw();
    await decide(first, 'erase');
    expect((await decide(second, 'restore')).body).toMatchObject({
      state: 'withdrawn',
      decision: 'restore',
      requestedBy: { name: 'Vera' },
    });
    expect(outcomeOf(await decide(second, 'restore'))).toEqual([403, 'separation-of-duties']);
    expect((await rowOf(world, 'evidence', id))!['withdrawal']).toBe('withdrawn');
    expect((await decide(first, 'restore')).body['state']).toBe('restored');
  });

  test.each(['partner', 'auditor'] as const)('is not for a %s', async (role) => {
    await withdraw();
    const by = await browserOf(world, await world.a.member({ roles: [role] }));
    expect(outcomeOf(await decide(by, 'restore'))).toEqual([403, 'forbidden']);
  });

  it('asks for a fresh sign-in, and for a decision that there is', async () => {
    await withdraw();
    expect(outcomeOf(await decide(await browserOf(world, editor, 601), 'erase'))).toEqual([401, 'sign-in-again']);
    expect(outcomeOf(await decide(first, 'publish'))).toEqual([400, 'invalid-input', '/decision']);
    expect((await world.as(editor).get(`/evidence/${id}/withdrawal`)).body).toMatchObject({
      state: 'withdrawn',
      decision: null,
    });
    expect((await world.as(editor).get(`/evidence/${await world.a.evidence(editor)}/withdrawal`)).status).toBe(404);
  });
});

describe('the database, past the service', () => {
  it('deletes no words for anybody but by the function, and by it only what two people decided', async () => {
    await withdraw();
    const [w] = await world.a.rows<{ id: string }>('SELECT id FROM evidence_withdrawal WHERE evidence_id = $1', [id]);
    const erase = 'SELECT heed_erase_words($1)';
    expect(await asApp('DELETE FROM words WHERE evidence_id = $1', [id])).toBe('42501');
    expect(await asApp(erase, [w!.id])).toBe('42501');
    await decide(first, 'erase');
    expect(await asApp(erase, [w!.id])).toBe('42501');
    const forge = (by: string) =>
      `UPDATE evidence_withdrawal SET confirmed_by = ${by}, confirmed_at = now() WHERE id = $1`;
    expect(await asApp(forge('requested_by'), [w!.id])).toBe('23514');
    expect(await asApp(forge(`'${partner.actor.personId}'`), [w!.id])).toBe('23001');
    expect(
      await asApp(`UPDATE evidence_withdrawal SET requested_by = '${partner.actor.personId}' WHERE id = $1`, [w!.id]),
    ).toBe('23001');
    expect(await asApp(`UPDATE evidence_withdrawal SET reason_hash = sha256('x') WHERE id = $1`, [w!.id])).toBe(
      '42501',
    );
    expect(await asApp('DELETE FROM evidence_withdrawal WHERE id = $1', [w!.id])).toBe('42501');
    expect(await world.a.rows('SELECT FROM words WHERE evidence_id = $1', [id])).toHaveLength(1);
  });
});
