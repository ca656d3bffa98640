// A do-no-harm flag: set by one, taken off by two, and nothing goes beyond the coalition while it stands.

import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { inWorkspace } from '../../src/access/in-workspace.js';
import type { Role } from '../../src/access/actor.js';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf } from '../support/people.js';
import { countEvents, openedEvents, refused } from '../support/record.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let verifier: Member;
let first: Browser;
let second: Browser;
let id: string;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  verifier = await world.a.member({ roles: ['verifier'] });
  [first, second] = [await browserOf(world, editor), await browserOf(world, verifier)];
  id = await world.a.evidence(editor, { confidentiality: 'coalition', title: 'A photograph' });
});
afterEach(() => world.close());

const CHECKLIST = [
  { code: 'consent', answer: 'no-source' },
  { code: 'identifiers', answer: 'none' },
  { code: 'harm', answer: 'nobody' },
  { code: 'copy', answer: 'no-file' },
];
const reason = 'Faces can be told on it.';
const flag = (by: Pick<Browser, 'post'> = first) => by.post(`/evidence/${id}/harm-flag`, { reason });
const remove = (by = first) => by.post(`/evidence/${id}/harm-flag/removal`);
const lower = () => first.post(`/evidence/${id}/lowerings`, { to: 'public', checklist: CHECKLIST, reason: 'x' });

it('is set at once by whoever may change the piece, and shown on it and in the list', async () => {
  const events = await countEvents(world);
  const set = await flag();
  expect([set.status, set.body]).toMatchObject([
    201,
    { evidenceId: id, reason, setBy: { id: editor.actor.membershipId }, removedAt: null },
  ]);
  expect(await countEvents(world)).toBe(events + 1);
  expect((await openedEvents(world, id)).at(-1)).toMatchObject({ action: 'evidence.flagged' });
  const seen = await world.as(verifier).get(`/evidence/${id}`);
  expect(seen.body).toMatchObject({ harmFlag: { reason }, version: 1 });
  const none = await world.a.evidence(editor);
  const listed = async (flagged: boolean): Promise<string[]> =>
    (await second.get(`/evidence?flagged=${String(flagged)}`)).body['items'].map((piece: { id: string }) => piece.id);
  expect([await listed(true), await listed(false)]).toEqual([[id], [none]]);
  await refused(world, () => flag(second), 403, 'separation-of-duties');
  await refused(world, () => flag(), 409, 'already-exists');
});

it('is set by a partner on what they brought, and on nothing else; by an auditor on nothing', async () => {
  const partner = await world.a.member({ roles: ['partner'] });
  const theirs = await world.a.evidence(partner);
  const api = world.as(partner);
  expect((await api.post(`/evidence/${theirs}/harm-flag`, { reason })).status).toBe(201);
  expect((await flag(api)).status).toBe(403);
  expect((await flag(world.as(await world.a.member({ roles: ['auditor'] })))).status).toBe(403);
  const hidden = await world.a.evidence(await world.a.member({ organizationId: await world.a.organization() }), {
    confidentiality: 'organization',
  });
  expect((await first.post(`/evidence/${hidden}/harm-flag`, { reason })).status).toBe(404);
});

it('keeps the piece from becoming public, asked before or after', async () => {
  const asked = (await lower()).body['id'] as string;
  await flag();
  await refused(world, () => second.post(`/lowerings/${asked}/decision`, { decision: 'agree' }), 409, 'do-no-harm');
  await expect(
    inWorkspace(verifier.actor, world.tx, (tx) =>
      tx.query(
        `UPDATE lowering SET decision = 'agreed', decided_by = $1, decided_at = clock_timestamp() WHERE id = $2`,
        [verifier.actor.personId, asked],
      ),
    ),
  ).rejects.toThrow(/decided once/);
  await first.delete(`/lowerings/${asked}`);
  await refused(world, lower, 409, 'do-no-harm');
  expect((await first.get(`/evidence/${id}/lowering-preview?to=public`)).body).toMatchObject({ isBlocked: true });
  await remove();
  await remove(second);
  expect((await lower()).status).toBe(201);
});

it('is taken off by two people who signed in just now, and by nobody twice', async () => {
  await refused(world, () => remove(), 409, 'not-flagged');
  await flag();
  const tried: [Role, number][] = [
    ['partner', 403],
    ['auditor', 403],
  ];
  for (const [role, status] of tried)
    expect((await remove(await browserOf(world, await world.a.member({ roles: [role] })))).status).toBe(status);
  const late = await browserOf(world, editor, 700);
  await refused(world, () => remove(late), 401, 'sign-in-again');
  expect((await remove()).body).toMatchObject({ removalAskedBy: { id: editor.actor.membershipId }, removedAt: null });
  await refused(world, () => remove(), 403, 'separation-of-duties');
  expect((await first.get('/for-me/flag-removals')).body['items']).toEqual([]);
  expect((await second.get('/for-me/flag-removals')).body['items']).toMatchObject([
    { evidenceId: id, title: 'A photograph' },
  ]);
  const gone = await remove(second);
  expect(gone.body['removedAt']).not.toBeNull();
  expect((await first.get(`/evidence/${id}`)).body['harmFlag']).toBeNull();
  expect((await openedEvents(world, id)).slice(-2).map(({ action }) => action)).toEqual([
    'evidence.flag-removal-asked',
    'evidence.flag-removed',
  ]);
});

it('is taken off by one alone in no other way', async () => {
  await flag();
  await remove();
  const { personId } = editor.actor;
  const step = (sql: string, given: unknown[]) => () =>
    inWorkspace(editor.actor, world.tx, (tx) => tx.query(`UPDATE harm_flag SET ${sql} WHERE evidence_id = $1`, given));
  const forged = [
    step('removed_by = $2, removed_at = clock_timestamp()', [id, personId]),
    step('removed_by = $2, removed_at = clock_timestamp()', [id, verifier.actor.personId]),
    step('removal_asked_by = $2, removed_by = $3, removed_at = clock_timestamp()', [
      ...[id, verifier.actor.personId, personId],
    ]),
  ];
  for (const one of forged) await expect(one()).rejects.toThrow(/two people|check constraint/);
});

it('keeps the piece out of tables that are taken away', async () => {
  const followUp = await world.a.followUp();
  const checker = await world.a.member({ roles: ['verifier'], organizationId: await world.a.organization() });
  const pieces = [id, await world.a.evidence(editor, { title: 'A report' })];
  for (const piece of pieces)
    await world.a.rows('UPDATE evidence SET verified_by = $2, verified_at = now() WHERE id = $1', [
      ...[piece, checker.actor.personId],
    ]);
  const move = (by: Member, given: object) =>
    world.as(by).post(`/tracks/${followUp.implementation}/transitions`, { note: 'Because.', ...given });
  const claimed = await move(editor, { transition: 'claim', occurredOn: '2024-03-01', evidenceIds: pieces });
  const verified = await move(checker, { transition: 'verify', occurredOn: '2024-05-01' });
  expect([claimed.status, verified.status]).toEqual([201, 201]);
  const kept = await world.as(editor).post('/tallies', {
    ...{ title: 'Fulfilled', axis: 'implementation', phases: ['fulfilled'] },
  });
  expect(kept.status).toBe(201);
  const csv = async () => (await first.get(`/tallies/${String(kept.body['id'])}/csv`)).body as unknown as string;
  expect(await csv()).toContain('A photograph');
  await flag();
  expect(await csv()).not.toContain('A photograph');
  expect(await csv()).toContain('do no harm');
  expect(await csv()).toContain('A report');
});
