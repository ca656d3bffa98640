// What people say to each other on a piece of evidence: as confidential as the piece, and gone with it.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { browserOf } from '../support/people.js';
import { openedEvents } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let partner: Member;
let api: Caller;
let theirs: Caller;
let europe: string;
let piece: string;

beforeEach(async () => {
  world = await openWorld();
  europe = await world.a.organization('Europe for Korea');
  editor = await world.a.member({ name: 'Jihye Han' });
  partner = await world.a.member({ roles: ['partner'], organizationId: europe, name: 'Anna Vogel' });
  [api, theirs] = [world.as(editor), world.as(partner)];
  piece = await world.a.evidence(editor, { title: 'A report' });
});

afterEach(() => world.close());

const on = (id = piece): string => `/evidence/${id}/comments`;
const outcomeOf = ({ status, body }: Answer) => [status, body['code'], body['errors']?.[0]?.pointer];
const say = async (text: string, more: Record<string, unknown> = {}, caller = api, id = piece): Promise<string> => {
  const { status, body } = await caller.post(on(id), { text, ...more });
  expect(status).toBe(201);
  return body['id'] as string;
};
const restricted = async (): Promise<string> => {
  const given = {
    kind: 'account',
    title: 'From Hyesan',
    terms: 'background',
    statement: 'Heard.',
    confidentiality: 'restricted',
  };
  const { status, body } = await theirs.post('/evidence', given);
  expect(status).toBe(201);
  return body['id'] as string;
};
const name = (member: Member, id: string, ends_on: string | null = null): Promise<string> =>
  world.a.insert('evidence_grant', {
    workspace_id: world.a.workspaceId,
    evidence_id: id,
    person_id: member.actor.personId,
    granted_by: partner.actor.personId,
    reason: 'Has to know.',
    ends_on,
  });
const wordsOf = (text: string): Promise<unknown[]> =>
  world.a.rows('SELECT confidentiality, evidence_id FROM words WHERE text = $1', [text]);
const sealedOf = (id: string): Promise<unknown[]> =>
  world.a.rows(`SELECT confidentiality, text LIKE 'heed:sealed:1:%' AS is_sealed FROM words WHERE evidence_id = $1`, [
    id,
  ]);
/** What somebody else finds of it: the thread, its comment, and what waits for them. */
const expectUnknown = async (caller: Caller, id: string, of: string): Promise<void> => {
  expect((await caller.get(on(of))).status).toBe(404);
  expect((await caller.get(`/comments/${id}`)).status).toBe(404);
  expect((await caller.post(on(of), { text: 'x' })).status).toBe(404);
  expect((await caller.get('/for-me/mentioned?count=true')).body).toMatchObject({ count: 0, items: [] });
};

describe('a comment on a piece of evidence', () => {
  it('is said, waits for whoever is mentioned, is answered and resolved', async () => {
    const { status, body } = await api.post(on(), {
      text: 'Who has the original?',
      mentions: [partner.actor.membershipId],
    });
    expect([status, body]).toMatchObject([
      201,
      { evidenceId: piece, followUpId: null, replyTo: null, text: 'Who has the original?', version: 1 },
    ]);
    const id = String(body['id']);
    expect(await world.a.rows('SELECT follow_up_id, evidence_id, person_id FROM comment WHERE id = $1', [id])).toEqual([
      { follow_up_id: null, evidence_id: piece, person_id: editor.actor.personId },
    ]);
    expect(await wordsOf('Who has the original?')).toEqual([{ confidentiality: 'coalition', evidence_id: piece }]);
    expect(await eventsOf(world, id)).toEqual(['comment.written 1 coalition']);
    expect((await theirs.get('/for-me/mentioned')).body['items']).toMatchObject([
      { id, evidenceId: piece, title: 'A report', recommendation: null, followUpId: null, threadId: id },
    ]);
    const reply = await say('We do.', { replyTo: id }, theirs);
    expect((await theirs.get('/for-me/mentioned')).body['items']).toEqual([]);
    expect((await api.get(on())).body['items']).toMatchObject([{ id, replies: [{ id: reply, evidenceId: piece }] }]);
    expect((await api.post(`/comments/${id}/resolution`)).status).toBe(201);
    expect((await api.get(`${on()}?resolved=false`)).body['items']).toEqual([]);
    expect(outcomeOf(await theirs.post(on(), { text: 'x', replyTo: id }))).toEqual([409, 'resolved', undefined]);
  });

  it('stays in its thread: a reply names no thread of another piece, nor of a follow-up', async () => {
    const elsewhere = await say('Elsewhere.', {}, api, await world.a.evidence(editor));
    const followUp = await world.a.comment(editor, (await world.a.followUp()).id);
    for (const replyTo of [elsewhere, followUp, uuid()])
      expect(outcomeOf(await api.post(on(), { text: 'x', replyTo }))).toEqual([404, 'not-found', '/replyTo']);
  });

  it('of one organization is unknown to others, who are not called to it; raised with its piece, its words are', async () => {
    const ours = await world.a.evidence(editor, { confidentiality: 'organization' });
    const mentions = [partner.actor.membershipId];
    expect(outcomeOf(await api.post(on(ours), { text: 'Only ours.', mentions }))).toEqual([
      422,
      'cannot-read',
      '/mentions/0',
    ]);
    await expectUnknown(theirs, await say('Only ours.', {}, api, ours), ours);
    const open = await say('Read by all.', { mentions });
    await api.patch(`/evidence/${piece}`, { confidentiality: 'organization' }, 1);
    expect(await wordsOf('Read by all.')).toEqual([{ confidentiality: 'organization', evidence_id: piece }]);
    await expectUnknown(theirs, open, piece);
  });
});

describe('on a restricted piece', () => {
  it('it is known to those who are named on it alone, and calls nobody else', async () => {
    const id = await restricted();
    const named = await world.a.member({ roles: ['partner'] });
    const past = await world.a.member({ roles: ['partner'] });
    await name(named, id);
    await name(past, id, '2020-01-01');
    const ended = await world.a.member({ roles: ['partner'] });
    await name(ended, id);
    await world.a.rows('UPDATE evidence_grant SET ended_at = now() WHERE evidence_id = $1 AND person_id = $2', [
      id,
      ended.actor.personId,
    ]);
    const administrator = await world.a.member({ roles: ['administrator'] });
    const ask = (member: Member) =>
      theirs.post(on(id), { text: 'Is she safe?', mentions: [member.actor.membershipId] });
    for (const member of [editor, administrator, past, ended])
      expect(outcomeOf(await ask(member))).toEqual([422, 'cannot-read', '/mentions/0']);
    const { status, body } = await ask(named);
    expect(status).toBe(201);
    // Its statement and this: nothing was kept of what was refused.
    expect(await sealedOf(id)).toEqual(Array(2).fill({ confidentiality: 'restricted', is_sealed: true }));
    expect((await world.as(named).get('/for-me/mentioned')).body['items']).toMatchObject([
      { evidenceId: id, title: 'From Hyesan', note: 'Is she safe?' },
    ]);
    const auditor = await world.a.member({ roles: ['auditor'], readsAll: true });
    for (const member of [editor, administrator, past, ended])
      await expectUnknown(world.as(member), String(body['id']), id);
    expect((await world.as(auditor).get(`/comments/${String(body['id'])}`)).status).toBe(404);
    expect((await world.as(auditor).get(on(id))).status).toBe(404);
    expect(await openedEvents(world, String(body['id']))).toMatchObject([
      { action: 'comment.written', level: 'restricted', details: {} },
    ]);
  });
});

describe('of a piece that is withdrawn', () => {
  it('nothing is found or said any more, and what was said is erased with it', async () => {
    const id = await say('It names her village.', { mentions: [partner.actor.membershipId] });
    const withdrawn = await api.post(`/evidence/${piece}/withdrawal`, { reason: 'She is in danger.' });
    expect(withdrawn.status).toBe(201);
    expect((await theirs.get(on())).body['items']).toEqual([]);
    expect((await theirs.get(`/comments/${id}`)).status).toBe(404);
    expect((await theirs.get('/for-me/mentioned')).body['items']).toEqual([]);
    expect((await theirs.post(on(), { text: 'x' })).status).toBe(410);
    const [one, two] = [
      await browserOf(world, editor),
      await browserOf(world, await world.a.member({ roles: ['verifier'] })),
    ];
    const decide = (by: typeof one) => by.post(`/evidence/${piece}/withdrawal/decision`, { decision: 'erase' });
    await decide(one);
    expect(await wordsOf('It names her village.')).toHaveLength(1);
    expect((await decide(two)).body).toMatchObject({ state: 'erased' });
    expect(await wordsOf('It names her village.')).toEqual([]);
  });
});
