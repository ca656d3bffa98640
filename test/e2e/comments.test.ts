import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let partner: Member;
let api: Caller;
let theirs: Caller;
let europe: string;
let followUp: { id: string; recommendationId: string };

beforeEach(async () => {
  world = await openWorld();
  europe = await world.a.organization('Europe for Korea');
  editor = await world.a.member({ name: 'Jihye Han' });
  partner = await world.a.member({ roles: ['partner'], organizationId: europe, name: 'Anna Vogel' });
  [api, theirs] = [world.as(editor), world.as(partner)];
  followUp = await world.a.followUp();
});

afterEach(() => world.close());

const outcomeOf = ({ status, body }: Answer) => [status, body['code'], body['errors']?.[0]?.pointer];
const on = (id = followUp.id) => `/follow-ups/${id}/comments`;
const say = async (more: Record<string, unknown> = {}, caller = api): Promise<string> => {
  const { status, body } = await caller.post(on(), { text: 'Who asks again?', ...more });
  expect(status).toBe(201);
  return body['id'] as string;
};
const waiting = async (caller: Caller) => (await caller.get('/for-me/mentioned?count=true')).body;
/** What the record holds of a comment: every wording, and what became of it. */
const stored = async (id: string) => {
  const [row] = await world.a.rows(
    `SELECT follow_up_id, reply_to, person_id, organization_id, (SELECT text FROM words w WHERE w.hash = c.text_hash) AS text,
       (SELECT confidentiality FROM words w WHERE w.hash = c.text_hash) AS level,
       (SELECT coalesce(json_agg(json_build_array(act, (SELECT text FROM words w WHERE w.hash = x.text_hash)) ORDER BY recorded_at), '[]')
        FROM comment_act x WHERE x.comment_id = c.id) AS acts,
       (SELECT coalesce(array_agg(membership_id), '{}') FROM comment_mention n WHERE n.comment_id = c.id AND n.act_id IS NULL) AS mentions
     FROM comment c WHERE id = $1`,
    [id],
  );
  return row;
};

describe('POST /follow-ups/{id}/comments', () => {
  it('says something, mentions somebody, and is read by both organizations, each under the names they may know', async () => {
    const { status, headers, body } = await api.post(on(), {
      text: 'Who asks Geneva again?',
      mentions: [partner.actor.membershipId],
    });
    expect([status, headers['etag'], body]).toEqual([
      201,
      '"1"',
      {
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
        followUpId: followUp.id,
        evidenceId: null,
        replyTo: null,
        text: 'Who asks Geneva again?',
        mentions: [expect.objectContaining({ id: partner.actor.membershipId, name: expect.stringMatching(/^Member/) })],
        by: expect.objectContaining({ id: editor.actor.membershipId, name: 'Jihye Han' }),
        recordedAt: expect.any(String),
        editedAt: null,
        earlier: [],
        removed: null,
        resolved: null,
        awaitsYou: false,
        replies: [],
        version: 1,
      },
    ]);
    expect(await stored(body['id'])).toEqual({
      follow_up_id: followUp.id,
      reply_to: null,
      person_id: editor.actor.personId,
      organization_id: world.a.organizationId,
      text: 'Who asks Geneva again?',
      level: 'coalition',
      acts: [],
      mentions: [partner.actor.membershipId],
    });
    expect(await eventsOf(world, body['id'])).toEqual(['comment.written 1 coalition']);
    const [seen] = (await theirs.get(on())).body['items'];
    expect(seen).toMatchObject({
      text: 'Who asks Geneva again?',
      awaitsYou: true,
      by: { name: expect.stringMatching(/^Member/) },
    });
    expect(seen.mentions).toMatchObject([{ name: 'Anna Vogel' }]);
  });

  it('is a reply in a thread, of one level', async () => {
    const first = await say();
    const reply = await say({ text: 'We do.', replyTo: first }, theirs);
    await say({ text: 'Something else.' });
    const { items } = (await api.get(on())).body;
    expect(
      items.map(({ text, replies }: { text: string; replies: { id: string }[] }) => [
        text,
        replies.map(({ id }) => id),
      ]),
    ).toEqual([
      ['Something else.', []],
      ['Who asks again?', [reply]],
    ]);
    expect((await api.get(`/comments/${reply}`)).body).toMatchObject({ replyTo: first, text: 'We do.', replies: [] });
    expect(outcomeOf(await api.post(on(), { text: 'x', replyTo: reply }))).toEqual([422, 'reply', '/replyTo']);
    const elsewhere = await world.a.comment(editor, (await world.a.followUp()).id);
    expect(outcomeOf(await api.post(on(), { text: 'x', replyTo: elsewhere }))).toEqual([404, 'not-found', '/replyTo']);
  });

  it('takes no mention of who could not read it, says which, and then keeps nothing', async () => {
    const recommendation_id = await world.a.recommendation({ confidentiality: 'organization' });
    const hidden = (await world.a.followUp({ recommendation_id })).id;
    const colleague = await world.a.member({ roles: ['partner'] });
    const gone = await world.a.member();
    await world.a.rows(`UPDATE membership SET starts_on = '2019-01-01', ends_on = '2020-01-01' WHERE id = $1`, [
      gone.actor.membershipId,
    ]);
    const mentions = [colleague, partner, gone].map(({ actor }) => actor.membershipId);
    const { status, body } = await api.post(on(hidden), { text: 'Only ours.', mentions });
    expect([status, body['code'], body['errors'].map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      'cannot-read',
      ['/mentions/1', '/mentions/2'],
    ]);
    expect(outcomeOf(await api.post(on(), { text: 'x', mentions: [uuid()] }))).toEqual([
      404,
      'not-found',
      '/mentions/0',
    ]);
    expect(await world.a.rows('SELECT FROM comment WHERE workspace_id = $1', [world.a.workspaceId])).toEqual([]);
    expect(
      await world.a.rows(`SELECT FROM words WHERE workspace_id = $1 AND text = 'Only ours.'`, [world.a.workspaceId]),
    ).toEqual([]);
    const reader = await world.a.member({ roles: ['auditor'], organizationId: europe, readsAll: true });
    const taken = await api.post(on(hidden), {
      text: 'Ours, and who reads all.',
      mentions: [colleague, reader].map(({ actor }) => actor.membershipId),
    });
    expect(taken.status).toBe(201);
    expect(await stored(taken.body['id'])).toMatchObject({ level: 'organization' });
    expect(await eventsOf(world, taken.body['id'])).toEqual(['comment.written 1 organization']);
  });

  it('is refused to an auditor, who reads it', async () => {
    const id = await say();
    const auditor = world.as(await world.a.member({ roles: ['auditor'], organizationId: europe }));
    expect((await auditor.post(on(), { text: 'x' })).status).toBe(403);
    expect((await auditor.get(`/comments/${id}`)).body['text']).toBe('Who asks again?');
  });
});

describe('what one sees', () => {
  it('is as confidential as the follow-up, in lists, by itself, in acts and under what waits', async () => {
    const recommendation_id = await world.a.recommendation({ confidentiality: 'organization' });
    const hidden = (await world.a.followUp({ recommendation_id })).id;
    const id = await world.a.comment(editor, hidden, { level: 'organization' });
    await world.a.insert('comment_mention', {
      id: uuid(),
      workspace_id: world.a.workspaceId,
      comment_id: id,
      membership_id: partner.actor.membershipId,
    });
    expect((await theirs.get(on(hidden))).status).toBe(404);
    expect((await theirs.post(on(hidden), { text: 'x' })).status).toBe(404);
    expect((await theirs.get(`/comments/${id}`)).status).toBe(404);
    expect((await theirs.patch(`/comments/${id}`, { text: 'x' }, 1)).status).toBe(404);
    expect((await theirs.delete(`/comments/${id}`, 1)).status).toBe(404);
    expect((await theirs.post(`/comments/${id}/resolution`)).status).toBe(404);
    expect((await theirs.post(`/comments/${id}/acknowledgement`)).status).toBe(404);
    expect(await waiting(theirs)).toMatchObject({ items: [], count: 0 });
    expect(await stored(id)).toMatchObject({ acts: [] });
  });

  it('rises with the recommendation, every wording of it', async () => {
    const id = await say({ mentions: [partner.actor.membershipId] });
    await api.patch(`/comments/${id}`, { text: 'Who asks them again?' }, 1);
    const before = await world.a.rows(
      `SELECT FROM words WHERE workspace_id = $1 AND confidentiality = 'organization'`,
      [world.a.workspaceId],
    );
    const patched = await api.patch(
      `/recommendations/${followUp.recommendationId}`,
      { confidentiality: 'organization' },
      1,
    );
    expect(patched.status).toBe(200);
    const levels = await world.a.rows(
      `SELECT text, confidentiality, organization_id FROM words WHERE workspace_id = $1 AND text LIKE 'Who asks%' ORDER BY text`,
      [world.a.workspaceId],
    );
    const risen = { confidentiality: 'organization', organization_id: world.a.organizationId };
    expect([before, levels]).toEqual([
      [],
      [
        { text: 'Who asks again?', ...risen },
        { text: 'Who asks them again?', ...risen },
      ],
    ]);
    expect((await theirs.get(`/comments/${id}`)).status).toBe(404);
    expect((await waiting(theirs))['count']).toBe(0);
  });
});

describe('PATCH and DELETE /comments/{id}', () => {
  it("changes one's own words and keeps what was said before", async () => {
    const id = await say({ mentions: [partner.actor.membershipId] });
    const { status, headers, body } = await api.patch(`/comments/${id}`, { text: 'Who writes to Geneva?' }, 1);
    expect([status, headers['etag'], body]).toMatchObject([
      200,
      '"2"',
      {
        text: 'Who writes to Geneva?',
        editedAt: expect.any(String),
        earlier: [{ text: 'Who asks again?', recordedAt: expect.any(String) }],
        mentions: [{ id: partner.actor.membershipId }],
      },
    ]);
    const nobody = await api.patch(`/comments/${id}`, { text: 'I write to Geneva.', mentions: [] }, 2);
    expect(nobody.body).toMatchObject({
      mentions: [],
      earlier: [{ text: 'Who asks again?' }, { text: 'Who writes to Geneva?' }],
    });
    expect((await waiting(theirs))['count']).toBe(0);
    const again = await api.patch(`/comments/${id}`, { mentions: [partner.actor.membershipId] }, 3);
    expect(again.body).toMatchObject({ text: 'I write to Geneva.', mentions: [{ id: partner.actor.membershipId }] });
    expect((await waiting(theirs))['count']).toBe(1);
    expect(await stored(id)).toMatchObject({
      text: 'Who asks again?',
      acts: [
        ['edited', 'Who writes to Geneva?'],
        ['edited', 'I write to Geneva.'],
        ['edited', 'I write to Geneva.'],
      ],
    });
    expect((await api.patch(`/comments/${id}`, { text: 'x' }, 1)).status).toBe(412);
    expect((await api.patch(`/comments/${id}`, { text: 'x' })).status).toBe(428);
  });

  it("leaves another person's alone, whoever they are, in the database too", async () => {
    const id = await say({}, theirs);
    const colleague = world.as(await world.a.member({ roles: ['administrator'], organizationId: europe }));
    for (const caller of [api, colleague]) {
      expect(outcomeOf(await caller.patch(`/comments/${id}`, { text: 'x' }, 1))[0]).toBe(403);
      expect((await caller.delete(`/comments/${id}`, 1)).status).toBe(403);
    }
    expect(await stored(id)).toMatchObject({ acts: [] });
    const forged = {
      workspace_id: world.a.workspaceId,
      person_id: editor.actor.personId,
      organization_id: world.a.organizationId,
    };
    await expect(
      world.a.insert('comment_act', { id: uuid(), ...forged, comment_id: id, act: 'removed' }),
    ).rejects.toThrow('a comment is changed and removed by whoever wrote it');
  });

  it('removes what it said from everybody, and leaves a trace that there was one', async () => {
    const id = await say({ mentions: [partner.actor.membershipId] });
    await api.patch(`/comments/${id}`, { text: 'Again.' }, 1);
    await say({ text: 'Yes.', replyTo: id }, theirs);
    expect((await api.delete(`/comments/${id}`, 2)).status).toBe(204);
    const [shown] = (await theirs.get(on())).body['items'];
    expect(shown).toMatchObject({
      text: null,
      earlier: [],
      mentions: [],
      removed: { by: { id: editor.actor.membershipId }, recordedAt: expect.any(String) },
      replies: [{ text: 'Yes.' }],
    });
    expect(await eventsOf(world, id)).toEqual([
      'comment.written 1 coalition',
      'comment.edited 2 coalition',
      'comment.removed 3 coalition',
    ]);
    expect(outcomeOf(await api.delete(`/comments/${id}`, 3))).toEqual([409, 'removed', undefined]);
    expect(outcomeOf(await api.patch(`/comments/${id}`, { text: 'x' }, 3))).toEqual([409, 'removed', undefined]);
  });
});

describe('a thread', () => {
  it('is resolved and opened again by anybody who writes, and says who did', async () => {
    const id = await say();
    const { status, body } = await theirs.post(`/comments/${id}/resolution`);
    expect([status, body['resolved']]).toEqual([
      201,
      { by: expect.objectContaining({ name: 'Anna Vogel' }), recordedAt: expect.any(String) },
    ]);
    const listed = async (query: string) => (await api.get(`${on()}?${query}&count=true`)).body['count'];
    expect([await listed('resolved=true'), await listed('resolved=false')]).toEqual([1, 0]);
    expect(outcomeOf(await api.post(`/comments/${id}/resolution`))).toEqual([409, 'resolved', undefined]);
    expect(outcomeOf(await api.post(on(), { text: 'x', replyTo: id }))).toEqual([409, 'resolved', undefined]);
    expect((await api.delete(`/comments/${id}/resolution`, 1)).status).toBe(412);
    expect((await api.delete(`/comments/${id}/resolution`, 2)).status).toBe(204);
    expect((await api.get(`/comments/${id}`)).body).toMatchObject({ resolved: null, version: 3 });
    expect(outcomeOf(await api.delete(`/comments/${id}/resolution`, 3))).toEqual([409, 'open', undefined]);
    expect(await stored(id)).toMatchObject({
      acts: [
        ['resolved', null],
        ['reopened', null],
      ],
    });
    const reply = await say({ replyTo: id });
    expect(outcomeOf(await api.post(`/comments/${reply}/resolution`))).toEqual([409, 'reply', undefined]);
  });
});

describe('whoever is mentioned', () => {
  const mention = () => say({ mentions: [partner.actor.membershipId] });

  it('finds it under what waits, with where it was said and by whom', async () => {
    const id = await mention();
    const { groups } = (await theirs.get('/for-me')).body;
    const group = groups.find(({ kind }: { kind: string }) => kind === 'mentioned');
    expect(group).toMatchObject({
      count: 1,
      items: [
        {
          id,
          threadId: id,
          followUpId: followUp.id,
          recommendation: { id: followUp.recommendationId },
          note: 'Who asks again?',
          by: { organization: { id: world.a.organizationId } },
          version: 1,
        },
      ],
    });
    expect((await waiting(api))['count']).toBe(0);
    expect((await waiting(world.as(await world.a.member({ organizationId: europe }))))['count']).toBe(0);
  });

  it('is left in peace once they answer, in that thread alone', async () => {
    const [id, other] = [await mention(), await mention()];
    await say({ text: 'We do.', replyTo: id }, theirs);
    expect((await waiting(theirs))['items']).toMatchObject([{ id: other }]);
  });

  it('or say that they saw it, or it is resolved or removed', async () => {
    const [seen, resolved, removed] = [await mention(), await mention(), await mention()];
    expect((await theirs.post(`/comments/${seen}/acknowledgement`)).body).toMatchObject({
      awaitsYou: false,
      version: 1,
    });
    expect((await waiting(theirs))['count']).toBe(2);
    expect(await stored(seen)).toMatchObject({ acts: [['seen', null]] });
    expect(await eventsOf(world, seen)).toEqual(['comment.written 1 coalition', 'comment.seen 1 coalition']);
    await api.post(`/comments/${resolved}/resolution`);
    expect((await waiting(theirs))['items']).toMatchObject([{ id: removed }]);
    await api.delete(`/comments/${removed}`, 1);
    expect((await waiting(theirs))['count']).toBe(0);
    expect(outcomeOf(await theirs.post(`/comments/${seen}/acknowledgement`))).toEqual([409, 'not-awaited', undefined]);
    await api.delete(`/comments/${resolved}/resolution`, 2);
    expect((await waiting(theirs))['items']).toMatchObject([{ id: resolved }]);
  });
});
