// Two people are never both first. Every test runs many rounds: a race that is lost once in a while is lost.

import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import type { Answer } from '../support/world.js';
import { atOnce, Race, RACERS, statusesOf } from './race.js';

let race: Race;
let editors: Member[];
let bringer: Member;

beforeAll(async () => {
  race = await Race.open();
  bringer = await race.a.member({ roles: ['editor', 'verifier'] });
  editors = [];
  for (let n = 0; n < RACERS; n++) editors.push(await race.a.member({ name: `Editor ${n}` }));
  // The first request of a connection plans its statements.
  await atOnce(...editors.map((editor) => () => race.as(editor).get('/follow-ups')));
});
afterAll(() => race.close());

const TARGETS = Array.from({ length: 10 }, (_, n) => n);
const move = (
  by: Member,
  track: string,
  transition: string,
  body: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Answer> =>
  race.as(by).post(`/tracks/${track}/transitions`, { transition, occurredOn: null, ...body }, headers);

/** A track on which a claim has all that it needs. */
async function claimable(): Promise<{ track: string; pieces: string[] }> {
  const { implementation: track } = await race.a.followUp();
  const pieces = [await race.a.evidence(bringer), await race.a.evidence(bringer)];
  for (const piece of pieces) await race.a.link(track, piece, bringer);
  return { track, pieces };
}

const transitionsOf = (track: string) =>
  race.a.rows<{ transition: string; person_id: string; at: Date }>(
    'SELECT transition, person_id, recorded_at AS at FROM transition WHERE track_id = $1 ORDER BY recorded_at',
    [track],
  );
const told = (id: string, action: string) =>
  race.a.rows('SELECT object_version FROM audit_event WHERE object_id = $1 AND action = $2 ORDER BY object_version', [
    id,
    action,
  ]);
const trackOf = async (id: string) =>
  (await race.a.rows<{ state: string; version: number }>('SELECT state, version FROM track WHERE id = $1', [id]))[0];

describe(`${RACERS} editors claim the same track at once`, () => {
  /** Exactly one did it; every other is told who, and where it stands now. */
  async function oneWins(
    headers: Record<string, string>,
    refused: number[],
    says: (winner: Member) => object,
  ): Promise<void> {
    for (const _ of TARGETS) {
      const { track } = await claimable();
      const answers = await atOnce(...editors.map((editor) => () => move(editor, track, 'claim', {}, headers)));
      const won = answers.filter(({ status }) => status === 201);
      expect(won).toHaveLength(1);
      const winner = editors.find(({ actor }) => actor.membershipId === won[0]!.body['actor'].id)!;
      for (const answer of answers.filter((a) => a !== won[0])) {
        expect(refused).toContain(answer.status);
        expect(answer.body).toMatchObject(says(winner));
      }
      expect(await transitionsOf(track)).toEqual([
        { transition: 'claim', person_id: winner.actor.personId, at: expect.any(Date) },
      ]);
      expect(await told(track, 'track.transitioned')).toEqual([{ object_version: 2 }]);
      expect(await trackOf(track)).toEqual({ state: 'reported-implemented', version: 2 });
    }
  }
  const changed = ({ name, actor }: Member) => ({
    state: 'reported-implemented',
    version: 2,
    transition: 'claim',
    by: { id: actor.membershipId, name },
    recordedAt: expect.any(String),
  });

  test('one claims it, the others learn who did', async () => {
    await oneWins({}, [409], (winner) => ({
      code: 'transition-not-allowed',
      state: 'reported-implemented',
      allowed: expect.arrayContaining(['verify']),
      changed: changed(winner),
    }));
  }, 60_000);

  test('one claims it, also when all say which version they read', async () => {
    await oneWins({ 'if-match': '"1"' }, [412], (winner) => ({
      code: 'stale',
      currentVersion: 2,
      changed: changed(winner),
    }));
  }, 60_000);
});

describe(`${RACERS} editors submit the same recommendation at once`, () => {
  test('one does: a track without a follow-up has a lock of its own', async () => {
    for (const _ of TARGETS) {
      const recommendation = await race.a.recommendation();
      const [{ id }] = (await race.a.rows<{ id: string }>('SELECT id FROM track WHERE recommendation_id = $1', [
        recommendation,
      ])) as [{ id: string }];
      expect(statusesOf(await atOnce(...editors.map((editor) => () => move(editor, id, 'submit'))))).toEqual([
        201,
        ...Array.from({ length: RACERS - 1 }, () => 409),
      ]);
      expect(await transitionsOf(id)).toHaveLength(1);
      expect(await trackOf(id)).toEqual({ state: 'in-review', version: 2 });
    }
  }, 60_000);
});

describe('of many who correct the same mistake at once', () => {
  test('one does', async () => {
    for (const _ of TARGETS) {
      const { track } = await claimable();
      const { body } = await move(editors[0]!, track, 'claim');
      const correction = { corrects: body['id'], to: 'under-way', note: 'It has only begun.' };
      expect(
        statusesOf(await atOnce(...editors.map((editor) => () => move(editor, track, 'correct', correction)))),
      ).toEqual([201, ...Array.from({ length: RACERS - 1 }, () => 409)]);
      expect((await transitionsOf(track)).map(({ transition }) => transition)).toEqual(['claim', 'correct']);
    }
  }, 60_000);
});

describe('a verification whose ground goes in many places at once', () => {
  test('falls once', async () => {
    const verifier = await race.a.member({ roles: ['verifier'], organizationId: await race.a.organization() });
    for (const _ of TARGETS) {
      const { track, pieces } = await claimable();
      await move(editors[0]!, track, 'claim');
      expect((await move(verifier, track, 'verify')).status).toBe(201);
      const answers = await atOnce(
        () => race.as(editors[1]!).patch(`/evidence/${pieces[0]!}`, { locator: 'p. 1' }, 1),
        () => race.as(editors[2]!).patch(`/evidence/${pieces[1]!}`, { locator: 'p. 2' }, 1),
        () => race.as(editors[3]!).post(`/tracks/${track}/evidence`, { evidenceId: pieces[1], stance: 'contradicts' }),
      );
      expect(statusesOf(answers)).toEqual([200, 200, 201]);
      expect((await transitionsOf(track)).map(({ transition }) => transition)).toEqual(['claim', 'verify', 'void']);
      expect(await trackOf(track)).toEqual({ state: 'reported-implemented', version: 4 });
    }
  }, 60_000);
});

describe('one person edits evidence and verifies with it at once', () => {
  test('never does both', async () => {
    const both = await race.a.member({ roles: ['editor', 'verifier'], organizationId: await race.a.organization() });
    const asVerifier = { ...both, token: both.tokens.verifier! };
    for (const n of TARGETS) {
      const { track, pieces } = await claimable();
      await move(editors[0]!, track, 'claim');
      const edit = () => race.as(both).patch(`/evidence/${pieces[n % 2]!}`, { locator: 'p. 1' }, 1);
      const verify = () => move(asVerifier, track, 'verify');
      const answers = await atOnce(...(n % 2 === 0 ? [edit, verify] : [verify, edit]));
      const all = (await transitionsOf(track)).map(({ transition }) => transition);
      expect([
        [[200, 201], 'claim, verify, void'],
        [[200, 422], 'claim'],
      ]).toContainEqual([statusesOf(answers), all.join(', ')]);
      expect(await trackOf(track)).toMatchObject({ state: 'reported-implemented' });
    }
  }, 60_000);
});

describe('somebody closes a chain while others move its links', () => {
  test('what was moved was moved before, and nothing after', async () => {
    for (const _ of TARGETS) {
      const recommendation = await race.a.recommendation();
      const links: Awaited<ReturnType<typeof race.a.followUp>>[] = [];
      for (let n = 0; n < 3; n++) links.push(await race.a.followUp({ recommendation_id: recommendation }));
      for (const [n, link] of links.slice(1).entries()) {
        await race.a.insert('follow_up_link', {
          workspace_id: race.a.workspaceId,
          recommendation_id: recommendation,
          follow_up_id: link.id,
          through_id: links[n]!.id,
        });
      }
      const tracks = links.flatMap(({ response, implementation }) => [response, implementation]);
      const piece = await race.a.evidence(bringer);
      for (const track of tracks) await race.a.link(track, piece, bringer, { shows: 'reply' });
      const open = (n: number) => () =>
        move(editors[n]!, tracks[n % tracks.length]!, 'open', { to: n % 2 === 0 ? 'noted' : 'under-way' });
      const [closed, ...moved] = await atOnce(
        () =>
          race.as(editors[RACERS - 1]!).post(`/follow-ups/${links[1]!.id}/closing`, {
            kind: 'withdrawn-by-us',
            occurredOn: null,
            reason: 'A new letter.',
            chain: true,
          }),
        ...Array.from({ length: RACERS - 1 }, (_, n) => open(n)),
      );
      expect(closed!.status).toBe(201);
      expect(closed!.body['followUpIds'].sort()).toEqual(links.map(({ id }) => id).sort());
      for (const answer of moved) expect([201, 409]).toContain(answer.status);
      for (const answer of moved.filter(({ status }) => status === 409))
        expect(answer.body).toMatchObject({ code: 'closed' });
      expect(await LATE(links.map(({ id }) => id))).toEqual([]);
      const [{ count }] = (await race.a.rows<{ count: string }>(
        'SELECT count(*) FROM transition WHERE track_id = ANY ($1)',
        [tracks],
      )) as [{ count: string }];
      expect(Number(count)).toBe(moved.filter(({ status }) => status === 201).length);
      expect(
        await race.a.rows('SELECT closed FROM follow_up WHERE id = ANY ($1) AND NOT closed', [
          links.map(({ id }) => id),
        ]),
      ).toEqual([]);
    }
  }, 60_000);

  /** Transitions that came after their follow-up was closed. */
  const LATE = (ids: string[]) =>
    race.a.rows(
      'SELECT x.transition, x.recorded_at, c.recorded_at AS closed_at FROM transition x JOIN track t ON t.id = x.track_id JOIN closing c ON c.follow_up_id = t.follow_up_id WHERE c.follow_up_id = ANY ($1) AND x.recorded_at > c.recorded_at',
      [ids],
    );
});

describe('somebody makes a recommendation more confidential while its links move', () => {
  test('all get their turn', async () => {
    for (const _ of TARGETS) {
      const { implementation, response, recommendationId } = await race.a.followUp();
      const piece = await race.a.evidence(bringer);
      for (const track of [implementation, response]) await race.a.link(track, piece, bringer);
      const answers = await atOnce(
        () => move(editors[0]!, implementation, 'open', { to: 'under-way' }),
        () =>
          race.as(editors[1]!).patch(`/recommendations/${recommendationId}`, { confidentiality: 'organization' }, 1),
        () => move(editors[2]!, response, 'open', { to: 'noted' }),
        () => move(editors[3]!, implementation, 'open', { to: 'no-action' }),
      );
      expect(statusesOf(answers)).toEqual([200, 201, 201, 201]);
      expect(
        await race.a.rows('SELECT DISTINCT confidentiality FROM track WHERE recommendation_id = $1', [
          recommendationId,
        ]),
      ).toEqual([{ confidentiality: 'organization' }]);
    }
  }, 60_000);
});

describe('a whole gets a part while somebody begins to follow it', () => {
  test('it never has both', async () => {
    const sourceId = await race.a.source();
    const outcomes = new Set<string>();
    for (const n of TARGETS) {
      const [whole, addresseeId] = [await race.a.recommendation(), await race.a.addressee()];
      // From one well ahead to the other well ahead, so that each is first at some time.
      const [aheadBy, behindBy] = [Math.max(0, 20 - 5 * n), Math.max(0, 5 * n - 20)];
      const racers = [
        async () => {
          await setTimeout(behindBy);
          return race.as(editors[0]!).post('/recommendations', {
            code: `PART-${n}`,
            title: 'Part',
            text: 'Part.',
            sourceId,
            partOf: whole,
            label: '(a)',
          });
        },
        async () => {
          await setTimeout(aheadBy);
          const ask = { addresseeId, asked: true, ask: 'Do it.' };
          return race.as(editors[1]!).post(`/recommendations/${whole}/follow-ups`, ask);
        },
      ];
      const answers = await atOnce(...racers);
      expect(statusesOf(answers)).toEqual([201, 409]);
      expect(['has-parts', 'has-follow-ups']).toContain(answers.find(({ status }) => status === 409)!.body['code']);
      const [found] = await race.a.rows(
        'SELECT EXISTS (SELECT FROM recommendation WHERE part_of = $1) AS parts, EXISTS (SELECT FROM follow_up WHERE recommendation_id = $1) AS followed',
        [whole],
      );
      expect([
        { parts: true, followed: false },
        { parts: false, followed: true },
      ]).toContainEqual(found);
      outcomes.add(JSON.stringify(found));
    }
    expect(outcomes.size).toBe(2); // Either can be first, or this shows little.
  }, 60_000);
});

describe('of many who begin to follow a recommendation with the same addressee at once', () => {
  test('one does', async () => {
    for (const _ of TARGETS.slice(0, 5)) {
      const [recommendation, addresseeId] = [await race.a.recommendation(), await race.a.addressee()];
      const answers = await atOnce(
        ...editors.map(
          (editor) => () =>
            race
              .as(editor)
              .post(`/recommendations/${recommendation}/follow-ups`, { addresseeId, asked: true, ask: 'Do it.' }),
        ),
      );
      expect(statusesOf(answers)).toEqual([201, ...Array.from({ length: RACERS - 1 }, () => 409)]);
      expect(
        await race.a.rows(
          'SELECT count(*)::int AS tracks FROM track WHERE recommendation_id = $1 AND follow_up_id IS NOT NULL',
          [recommendation],
        ),
      ).toEqual([{ tracks: 2 }]);
    }
  }, 60_000);
});

describe('links that would make a circle together', () => {
  test('are never both made', async () => {
    for (const n of TARGETS) {
      const recommendation = await race.a.recommendation();
      const size = 2 + (n % 3);
      const ids: string[] = [];
      for (let m = 0; m < size; m++) ids.push((await race.a.followUp({ recommendation_id: recommendation })).id);
      const versions = await Promise.all(
        ids.map(async (id) => (await race.as(bringer).get(`/follow-ups/${id}`)).body['version'] as number),
      );
      const answers = await atOnce(
        ...ids.map(
          (id, m) => () =>
            race.as(editors[m]!).patch(`/follow-ups/${id}`, { through: [ids[(m + 1) % size]] }, versions[m]),
        ),
      );
      expect(statusesOf(answers)).toEqual([...Array.from({ length: size - 1 }, () => 200), 409]);
      expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'circle' });
      expect(
        await race.a.rows('SELECT FROM follow_up_link WHERE recommendation_id = $1', [recommendation]),
      ).toHaveLength(size - 1);
    }
  }, 60_000);
});
