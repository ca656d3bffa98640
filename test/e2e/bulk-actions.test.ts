// What a confirmation does, item by item, and what an undoing puts back: in the record, in the log, in the receipt.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as random } from 'uuid';
import type { Member } from '../factories/factories.js';
import { openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

type FollowUp = Awaited<ReturnType<World['a']['followUp']>>;

let world: World;
let editor: Member;
let other: Member;
let api: Caller;
let piece: string;
let theme: string;
let followUps: [FollowUp, FollowUp, FollowUp];

beforeEach(async () => {
  world = await openWorld();
  [editor, other] = [await world.a.member(), await world.a.member()];
  api = world.as(editor);
  piece = await world.a.evidence(editor);
  theme = await world.a.theme();
  followUps = [await world.a.followUp(), await world.a.followUp(), await world.a.followUp()];
});
afterEach(() => world.close());

const START = () => ({
  transition: { transition: 'start', occurredOn: '2020-05', note: 'They began.', evidenceIds: [piece] },
});
const LINK = () => ({ evidence: { evidenceId: piece, stance: 'supports', shows: 'reply' } });
const OWNER = () => ({ owner: { ownerId: other.actor.membershipId } });
const THEME = (change = 'add') => ({ theme: { themeId: theme, change } });
const tracks = (): string[] => followUps.map(({ implementation }) => implementation);
const wholes = (): string[] => followUps.map(({ id }) => id);
const asks = (): string[] => followUps.map(({ recommendationId }) => recommendationId);

async function preview(what: object, of: string[], caller = api): Promise<string> {
  const { status, body } = await caller.post('/bulk-actions', { ...what, items: of.map((id) => ({ id })) });
  expect(status).toBe(201);
  return String(body['id']);
}
const confirm = (id: string, caller = api): Promise<Answer> => caller.post(`/bulk-actions/${id}/confirmation`);
const undo = (id: string, caller = api): Promise<Answer> =>
  caller.post(`/bulk-actions/${id}/undo`, { note: 'Wrong list.' });
async function done(what: object, of: string[], caller = api): Promise<string> {
  const id = await preview(what, of, caller);
  expect((await confirm(id, caller)).body['counts']).toMatchObject({ done: of.length });
  return id;
}
/** Somebody else changes something, as it is now. */
const change = async (path: string, given: object): Promise<Answer> => {
  const { body } = await world.as(other).get(path);
  return world.as(other).patch(path, given, body['version']);
};
/** The lists that are not empty, as ids and codes. */
const outcome = ({ body }: Answer): Record<string, unknown> =>
  Object.fromEntries(
    ['allowed', 'refused', 'done', 'undone', 'kept']
      .map((state) => [
        state,
        body[state].map(({ id, code }: { id: string; code: string | null }) => (code ? `${id} ${code}` : id)),
      ])
      .filter(([, items]) => items!.length > 0),
  );
const transitionsOf = async (track: string) =>
  (await api.get(`/tracks/${track}/transitions?sort=recordedAt`)).body['items'] as Record<string, any>[];
const stateOf = async (track: string) => (await rowOf(world, 'track', track))!['state'];
const linksOf = (track: string) =>
  world.a.rows('SELECT stance, shows FROM track_evidence WHERE track_id = $1 ORDER BY recorded_at', [track]);
const themesOf = async (ask: string) =>
  (
    await world.a.rows<{ theme_id: string }>(
      'SELECT theme_id FROM recommendation_theme WHERE recommendation_id = $1 ORDER BY 1',
      [ask],
    )
  ).map((t) => t.theme_id);

describe('a confirmation', () => {
  it('moves each track as if it were moved singly, and answers a receipt that names the audit events', async () => {
    const id = await preview(START(), tracks());
    const { status, body, headers } = await confirm(id);
    expect([status, body['state'], body['counts']]).toEqual([
      200,
      'confirmed',
      { items: 3, allowed: 0, refused: 0, done: 3, undone: 0, kept: 0 },
    ]);
    expect(headers['etag']).toBe('"2"');
    expect(body['done'].map((item: { id: string }) => item.id)).toEqual(tracks());
    for (const item of body['done']) {
      expect(item).toMatchObject({ before: { state: 'not-assessed' }, after: { state: 'under-way' } });
      expect(await transitionsOf(item.id)).toMatchObject([
        {
          id: item.madeId,
          transition: 'start',
          to: 'under-way',
          occurredOn: '2020-05',
          note: 'They began.',
          evidence: [{ id: piece }],
          actor: { id: editor.actor.membershipId },
        },
      ]);
      expect(await stateOf(item.id)).toBe('under-way');
      const [event, ...others] = await openedEvents(world, item.id);
      expect([event, others]).toEqual([expect.objectContaining({ action: 'track.transitioned', version: 2 }), []]);
      expect(event!.details).toMatchObject({ bulkActionId: id, to: 'under-way' });
      expect(
        (await world.a.rows('SELECT id FROM audit_event WHERE object_id = $1', [item.id])).map((e) => e['id']),
      ).toEqual(item.eventIds);
    }
    expect((await openedEvents(world, id)).map(({ action, version, details }) => [action, version, details])).toEqual([
      ['bulk-action.previewed', 1, { action: 'transition', allowed: 3, refused: 0 }],
      ['bulk-action.confirmed', 2, { action: 'transition' }],
    ]);
  });

  it('links evidence, one event for each', async () => {
    const id = await done(LINK(), tracks());
    for (const track of tracks()) {
      expect(await linksOf(track)).toEqual([{ stance: 'supports', shows: 'reply' }]);
      expect(await openedEvents(world, track)).toMatchObject([
        { action: 'track-evidence.linked', details: { bulkActionId: id, evidenceId: piece } },
      ]);
    }
  });

  it('names whoever looks after follow-ups', async () => {
    const id = await done(OWNER(), wholes());
    for (const followUp of wholes()) {
      expect((await rowOf(world, 'follow_up', followUp))!['owner_id']).toBe(other.actor.membershipId);
      expect(await openedEvents(world, followUp)).toMatchObject([
        { action: 'follow-up.updated', details: { bulkActionId: id } },
      ]);
    }
    const { body } = await api.get(`/bulk-actions/${id}`);
    expect(body['done'][0]).toMatchObject({
      before: { owner: null },
      after: { owner: { id: other.actor.membershipId, name: other.name } },
    });
  });

  it('adds a theme, and takes one off, whatever other themes there are', async () => {
    const second = await world.a.theme();
    await api.patch(`/recommendations/${asks()[0]!}`, { themeIds: [second] }, 1);
    const id = await done(THEME(), asks());
    expect([await themesOf(asks()[0]!), await themesOf(asks()[1]!)]).toEqual([[theme, second].sort(), [theme]]);
    expect(
      (await openedEvents(world, asks()[1]!)).map(({ action, details }) => [action, details['bulkActionId']]),
    ).toEqual([['recommendation.updated', id]]);
    await done(THEME('remove'), asks());
    expect([await themesOf(asks()[0]!), await themesOf(asks()[1]!)]).toEqual([[second], []]);
  });

  it('does nothing twice: sent again it answers the same receipt', async () => {
    const id = await preview(START(), tracks());
    const first = await confirm(id);
    const events = await world.a.rows('SELECT FROM audit_event');
    const again = await confirm(id);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await world.a.rows('SELECT FROM audit_event')).toHaveLength(events.length);
    expect(await transitionsOf(tracks()[0]!)).toHaveLength(1);
  });

  it('takes no Idempotency-Key, for it keeps its own account', async () => {
    const id = await preview(START(), tracks());
    await refused(
      world,
      () => api.post(`/bulk-actions/${id}/confirmation`, undefined, { 'idempotency-key': random() }),
      400,
      'idempotency-not-here',
    );
  });

  it('does only what the preview allowed, though more would be allowed by now', async () => {
    const { body } = await api.post(`/follow-ups/${followUps[0].id}/closing`, {
      kind: 'duplicate',
      occurredOn: null,
      reason: 'Twice.',
    });
    expect(body['followUpIds']).toEqual([followUps[0].id]);
    const id = await preview(START(), tracks());
    const { body: closed } = await api.get(`/follow-ups/${followUps[0].id}`);
    expect((await api.delete(`/follow-ups/${followUps[0].id}/closing`, closed['version'])).status).toBe(204);
    expect(outcome(await confirm(id))).toEqual({ refused: [`${tracks()[0]!} closed`], done: tracks().slice(1) });
    expect(await stateOf(tracks()[0]!)).toBe('not-assessed');
  });
});

describe('what changed between preview and confirmation', () => {
  it('is refused with its reason and recorded so, and the rest is done', async () => {
    const id = await preview(START(), tracks());
    await world
      .as(other)
      .post(`/tracks/${tracks()[1]!}/transitions`, { transition: 'start', occurredOn: null, evidenceIds: [piece] });
    const answer = await confirm(id);
    expect(outcome(answer)).toEqual({ refused: [`${tracks()[1]!} stale`], done: [tracks()[0], tracks()[2]] });
    expect(answer.body['refused'][0]).toMatchObject({
      message: 'Somebody changed this meanwhile. Read it again and decide anew.',
      madeId: null,
    });
    expect(await transitionsOf(tracks()[1]!)).toHaveLength(1);
    const [event] = (await openedEvents(world, id)).filter(({ action }) => action === 'bulk-action.item-refused');
    expect(event!.details).toEqual({ position: 1, code: 'stale', bulkActionId: id });
    expect(answer.body['refused'][0].eventIds).toHaveLength(1);
  });

  it.each([
    ['a follow-up', OWNER, wholes, async () => change(`/follow-ups/${wholes()[1]!}`, { ask: 'Another ask.' })],
    ['a recommendation', THEME, asks, async () => change(`/recommendations/${asks()[1]!}`, { title: 'Another title' })],
    [
      'what the piece means',
      LINK,
      tracks,
      async () => world.as(other).post(`/tracks/${tracks()[1]!}/evidence`, { evidenceId: piece, stance: 'context' }),
    ],
  ])('is refused as stale: %s', async (_, what, of, changing) => {
    const id = await preview(what(), of());
    expect((await changing()).status).toBeLessThan(300);
    expect(outcome(await confirm(id))).toEqual({ refused: [`${of()[1]!} stale`], done: [of()[0], of()[2]] });
  });

  it('is not found where it went out of sight, or was deleted', async () => {
    const [hidden, deleted, left] = [asks()[0]!, await world.a.recommendation(), asks()[2]!];
    const id = await preview(THEME(), [hidden, deleted, left]);
    expect((await world.as(other).delete(`/recommendations/${deleted}`, 1)).status).toBe(204);
    await world.a.rows(
      `UPDATE recommendation SET confidentiality = 'organization', organization_id = $1 WHERE id = $2`,
      [await world.a.organization(), hidden],
    );
    const answer = await confirm(id);
    expect(outcome(answer)).toEqual({ refused: [`${hidden} not-found`, `${deleted} not-found`], done: [left] });
    expect(await themesOf(hidden)).toEqual([]);
  });

  it('concerns the piece too: evidence that was withdrawn is linked to nothing any more', async () => {
    const id = await preview(LINK(), tracks());
    await world.a.rows(`UPDATE evidence SET withdrawal = 'withdrawn' WHERE id = $1`, [piece]);
    expect(outcome(await confirm(id))).toEqual({ refused: tracks().map((track) => `${track} withdrawn`) });
  });

  it('concerns what the maker did meanwhile: who edits the evidence verifies nothing on it', async () => {
    const organizationId = await world.a.organization();
    const both = await world.a.member({ roles: ['verifier', 'editor'], organizationId });
    const act = await world.a.evidence(editor);
    for (const track of tracks()) {
      await world.a.link(track, act, editor, { shows: 'act' });
      const claim = { transition: 'claim', occurredOn: null, evidenceIds: [act] };
      expect((await api.post(`/tracks/${track}/transitions`, claim)).status).toBe(201);
    }
    const id = await preview({ transition: { transition: 'verify', occurredOn: null } }, tracks(), world.as(both));
    const asEditor = world.as({ ...both, token: both.tokens.editor! });
    expect((await asEditor.patch(`/evidence/${act}`, { locator: 'p. 1' }, 1)).status).toBe(200);
    const answer = await confirm(id, world.as(both));
    expect(outcome(answer)).toEqual({ refused: tracks().map((track) => `${track} unmet-conditions`) });
    expect(answer.body['refused'][0].unmet).toMatchObject([{ condition: 'other-person-than-evidence' }]);
    for (const track of tracks()) expect(await stateOf(track)).toBe('reported-implemented');
  });

  it('concerns the maker too: who lost the role confirms nothing, and undoes nothing', async () => {
    const [first, second] = [await done(OWNER(), [wholes()[0]!]), await preview(OWNER(), [wholes()[1]!])];
    await world.a.rows(`UPDATE membership SET roles = '{verifier}' WHERE id = $1`, [editor.actor.membershipId]);
    const now = world.as({ ...editor, token: await world.a.token(editor.actor.accountId, 'verifier') });
    await refused(world, () => confirm(second, now), 403, 'forbidden');
    await refused(world, () => undo(first, now), 403, 'forbidden');
  });
});

describe('work that is broken off', () => {
  /** PostgreSQL fails at one track, as if the server had been killed there. */
  const breakAt = (table: string, column: string, id: string) =>
    world.a
      .rows(
        `CREATE OR REPLACE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$`,
      )
      .then(() =>
        world.a.rows(
          `CREATE TRIGGER break_off BEFORE INSERT ON ${table} FOR EACH ROW WHEN (NEW.${column} = '${id}') EXECUTE FUNCTION break_off()`,
        ),
      );
  const mend = (table: string) => world.a.rows(`DROP TRIGGER break_off ON ${table}`);

  it('has done whole items, says so, and goes on where it stopped', async () => {
    const id = await preview(START(), tracks());
    await breakAt('transition', 'track_id', tracks()[1]!);
    expect(outcomeOf(await confirm(id))).toEqual([503, 'broken-off']);
    const between = await api.get(`/bulk-actions/${id}`);
    expect([between.body['state'], outcome(between)]).toEqual([
      'confirming',
      { allowed: tracks().slice(1), done: [tracks()[0]] },
    ]);
    expect([await transitionsOf(tracks()[0]!), await transitionsOf(tracks()[1]!)].map((t) => t.length)).toEqual([1, 0]);
    expect(await linksOf(tracks()[1]!)).toEqual([]);
    await mend('transition');
    const answer = await confirm(id);
    expect([answer.body['state'], outcome(answer)]).toEqual(['confirmed', { done: tracks() }]);
    for (const track of tracks()) expect(await transitionsOf(track)).toHaveLength(1);
    expect((await openedEvents(world, id)).map(({ action }) => action)).toEqual([
      'bulk-action.previewed',
      'bulk-action.confirmed',
    ]);
  });

  it('goes on after a day too, and an undoing ends it', async () => {
    const id = await preview(START(), tracks());
    await breakAt('transition', 'track_id', tracks()[2]!);
    expect(outcomeOf(await confirm(id))).toEqual([503, 'broken-off']);
    await world.a.rows(`UPDATE bulk_action SET expires_at = clock_timestamp() - interval '1 day'`);
    expect(outcomeOf(await confirm(id))).toEqual([503, 'broken-off']);
    const answer = await undo(id);
    expect([answer.body['state'], outcome(answer)]).toEqual([
      'undone',
      { allowed: [tracks()[2]], undone: tracks().slice(0, 2) },
    ]);
    await mend('transition');
    await refused(world, () => confirm(id), 409, 'undone');
    expect(await transitionsOf(tracks()[2]!)).toHaveLength(0);
  });

  it('is the same for an undoing, under the note that it began with', async () => {
    const id = await done(START(), tracks());
    await breakAt('transition', 'track_id', tracks()[1]!);
    expect(outcomeOf(await undo(id))).toEqual([503, 'broken-off']);
    expect((await api.get(`/bulk-actions/${id}`)).body).toMatchObject({
      state: 'undoing',
      counts: { done: 2, undone: 1 },
    });
    await mend('transition');
    const answer = await api.post(`/bulk-actions/${id}/undo`, { note: 'Another note.' });
    expect([answer.body['state'], answer.body['note'], outcome(answer)]).toEqual([
      'undone',
      'Wrong list.',
      { undone: tracks() },
    ]);
    for (const track of tracks())
      expect((await transitionsOf(track)).map(({ transition, note }) => [transition, note])).toEqual([
        ['start', 'They began.'],
        ['correct', 'Wrong list.'],
      ]);
  });
});

describe('an undoing', () => {
  it('corrects each transition: the state is back, the history has both', async () => {
    const id = await done(START(), tracks());
    const { status, body } = await undo(id);
    expect([status, body['state'], body['note'], body['counts']]).toEqual([
      200,
      'undone',
      'Wrong list.',
      { items: 3, allowed: 0, refused: 0, done: 0, undone: 3, kept: 0 },
    ]);
    for (const item of body['undone']) {
      const [made, correction] = await transitionsOf(item.id);
      expect(made).toMatchObject({ id: item.madeId, correctedBy: correction!['id'] });
      expect(correction).toMatchObject({
        transition: 'correct',
        corrects: item.madeId,
        to: 'not-assessed',
        occurredOn: '2020-05',
        note: 'Wrong list.',
      });
      expect(await stateOf(item.id)).toBe('not-assessed');
      expect(await linksOf(item.id)).toHaveLength(1);
      const events = await openedEvents(world, item.id);
      expect(events.map(({ action, details }) => [action, details['bulkActionId']])).toEqual([
        ['track.transitioned', id],
        ['track.transitioned', id],
      ]);
      expect(item.eventIds).toHaveLength(2);
    }
    expect((await openedEvents(world, id)).map(({ action }) => action)).toEqual([
      'bulk-action.previewed',
      'bulk-action.confirmed',
      'bulk-action.undone',
    ]);
  });

  it('takes evidence off that was not linked before, and else says again what it meant: rows of the record, all of them', async () => {
    await world.a.link(tracks()[0]!, piece, other, { stance: 'contradicts' });
    const id = await done(LINK(), tracks());
    expect(outcome(await undo(id))).toEqual({ undone: tracks() });
    expect(await linksOf(tracks()[0]!)).toEqual([
      { stance: 'contradicts', shows: null },
      { stance: 'supports', shows: 'reply' },
      { stance: 'contradicts', shows: null },
    ]);
    expect(await linksOf(tracks()[1]!)).toEqual([
      { stance: 'supports', shows: 'reply' },
      { stance: null, shows: null },
    ]);
    expect(
      (await openedEvents(world, tracks()[1]!)).map(({ action, details }) => [action, details['bulkActionId']]),
    ).toEqual([
      ['track-evidence.linked', id],
      ['track-evidence.unlinked', id],
    ]);
  });

  it('names whoever looked after them before, though other things changed since', async () => {
    await change(`/follow-ups/${wholes()[0]!}`, { ownerId: editor.actor.membershipId });
    const id = await done(OWNER(), wholes());
    await world
      .as(other)
      .post(`/tracks/${tracks()[0]!}/transitions`, { transition: 'start', occurredOn: null, evidenceIds: [piece] });
    expect(outcome(await undo(id))).toEqual({ undone: wholes() });
    const owners = await world.a.rows(
      'SELECT owner_id FROM follow_up WHERE id = ANY ($1) ORDER BY array_position($1::uuid[], id)',
      [wholes()],
    );
    expect(owners.map((o) => o['owner_id'])).toEqual([editor.actor.membershipId, null, null]);
  });

  it('takes a theme off again, or puts it on, and leaves themes that came since', async () => {
    const id = await done(THEME(), asks());
    const later = await world.a.theme();
    await change(`/recommendations/${asks()[0]!}`, { themeIds: [theme, later] });
    expect(outcome(await undo(id))).toEqual({ undone: asks() });
    expect([await themesOf(asks()[0]!), await themesOf(asks()[1]!)]).toEqual([[later], []]);
    await done(THEME(), asks());
    const off = await done(THEME('remove'), asks());
    expect(outcome(await undo(off))).toEqual({ undone: asks() });
    expect(await themesOf(asks()[1]!)).toEqual([theme]);
  });

  it.each([
    [
      'the state',
      START,
      tracks,
      (n: number) =>
        world.as(other).post(`/tracks/${tracks()[n]!}/transitions`, {
          transition: 'find-no-action',
          occurredOn: null,
          note: 'They stopped.',
        }),
    ],
    [
      'what the piece means',
      LINK,
      tracks,
      (n: number) => world.as(other).post(`/tracks/${tracks()[n]!}/evidence`, { evidenceId: piece, stance: 'context' }),
    ],
    [
      'what stands on the piece',
      LINK,
      tracks,
      (n: number) =>
        world
          .as(other)
          .post(`/tracks/${tracks()[n]!}/transitions`, { transition: 'start', occurredOn: null, evidenceIds: [piece] }),
    ],
    [
      'the owner',
      OWNER,
      wholes,
      (n: number) => change(`/follow-ups/${wholes()[n]!}`, { ownerId: editor.actor.membershipId }),
    ],
    ['the theme', THEME, asks, (n: number) => change(`/recommendations/${asks()[n]!}`, { themeIds: [] })],
  ])('leaves what somebody else changed since: %s', async (_, what, of, changing) => {
    const id = await done(what(), of());
    expect((await changing(1)).status).toBeLessThan(300);
    const before = await openedEvents(world, of()[1]!);
    const answer = await undo(id);
    expect(outcome(answer)).toEqual({ undone: [of()[0], of()[2]], kept: [`${of()[1]!} changed-since`] });
    expect(answer.body).toMatchObject({ state: 'undone', kept: [{ message: expect.stringContaining('since') }] });
    expect(await openedEvents(world, of()[1]!)).toEqual(before);
    expect((await openedEvents(world, id)).at(-1)).toMatchObject({
      action: 'bulk-action.item-kept',
      details: { position: 1, code: 'changed-since' },
    });
  });

  it('leaves what the engine does not let this person take back, with the conditions', async () => {
    const organizationId = await world.a.organization();
    const verifier = await world.a.member({ roles: ['verifier'], organizationId });
    for (const track of tracks()) {
      const act = await world.a.evidence(editor);
      await world.a.link(track, act, editor, { shows: 'act' });
      expect((await api.post(`/tracks/${track}/transitions`, { transition: 'claim', occurredOn: null })).status).toBe(
        201,
      );
    }
    const caller = world.as(verifier);
    const id = await done({ transition: { transition: 'verify', occurredOn: null } }, tracks(), caller);
    const answer = await undo(id, caller);
    expect(outcome(answer)).toEqual({ kept: [...tracks()].map((track) => `${track} role-missing`) });
    expect(answer.body['kept'][0].unmet.map((u: { condition: string }) => u.condition)).toContain('has-role');
    for (const track of tracks()) expect(await stateOf(track)).toBe('implemented');
  });

  it('leaves what moved nothing: what happened before stands in the timeline only', async () => {
    const [track] = tracks() as [string];
    await api.post(`/tracks/${track}/transitions`, {
      transition: 'find-no-action',
      occurredOn: '2021',
      note: 'Nothing.',
      evidenceIds: [piece],
    });
    await api.post(`/tracks/${track}/transitions`, {
      transition: 'report-partial',
      occurredOn: '2022',
      evidenceIds: [await world.a.evidence(editor, { credibility: 2 })],
    });
    const id = await preview(
      {
        transition: {
          transition: 'claim',
          occurredOn: '2020',
          evidenceIds: [await world.a.evidence(editor), await world.a.evidence(editor)],
        },
      },
      [track],
    );
    const confirmed = await confirm(id);
    expect(confirmed.body['done']).toMatchObject([
      { before: { state: 'partially-implemented' }, after: { state: 'partially-implemented' } },
    ]);
    expect(outcome(await undo(id))).toEqual({ kept: [`${track} in-timeline-only`] });
  });

  it('is done once: sent again it answers the same receipt', async () => {
    const id = await done(OWNER(), wholes());
    const first = await undo(id);
    const events = await world.a.rows('SELECT FROM audit_event');
    expect((await undo(id)).body).toEqual(first.body);
    expect(await world.a.rows('SELECT FROM audit_event')).toHaveLength(events.length);
    await refused(world, () => confirm(id), 409, 'undone');
  });

  it('comes after a confirmation, and says why', async () => {
    const id = await preview(OWNER(), wholes());
    await refused(world, () => undo(id), 409, 'not-confirmed');
    await confirm(id);
    for (const body of [{}, { note: ' ' }, { note: null }]) {
      const answer = await refused(world, () => api.post(`/bulk-actions/${id}/undo`, body), 400, 'invalid-input');
      expect(outcomeOf(answer)).toEqual([400, 'invalid-input', '/note']);
    }
  });
});

describe('the database', () => {
  it('lets no item go back, no receipt be deleted, and nobody write one for somebody else', async () => {
    const id = await done(OWNER(), wholes());
    const tried = async (sql: string, who = editor.actor): Promise<unknown> => {
      await world.tx.query('SAVEPOINT tried');
      try {
        await world.tx.query(
          `SELECT set_config('role', 'heed_app', true), set_config('app.workspace', $1, true), set_config('app.person', $2, true), set_config('app.organization', $3, true)`,
          [who.workspaceId, who.personId, who.organizationId],
        );
        return (await world.tx.query<[unknown, number]>(sql))[1];
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await world.tx.query('ROLLBACK TO SAVEPOINT tried');
      }
    };
    expect(await tried(`UPDATE bulk_action_item SET state = 'allowed'`)).toBe('23001');
    expect(await tried(`UPDATE bulk_action_item SET object_id = gen_random_uuid()`)).toBe('42501');
    expect(await tried(`UPDATE bulk_action SET does = '{}'`)).toBe('42501');
    expect(await tried(`DELETE FROM bulk_action`)).toBe(0);
    expect(await tried(`UPDATE bulk_action SET note = 'x' WHERE id = '${id}'`)).toBe(1);
    expect(await tried(`UPDATE bulk_action SET note = 'x' WHERE id = '${id}'`, other.actor)).toBe(0);
    expect(await tried(`UPDATE bulk_action_item SET event_ids = '{}'`, other.actor)).toBe(0);
    const row = `'${random()}', '${editor.actor.workspaceId}', '${editor.actor.personId}', '${editor.actor.organizationId}', 'owner', '{}', now()`;
    expect(
      await tried(
        `INSERT INTO bulk_action (id, workspace_id, person_id, organization_id, action, does, expires_at) VALUES (${row})`,
        other.actor,
      ),
    ).toBe('42501');
  });
});
