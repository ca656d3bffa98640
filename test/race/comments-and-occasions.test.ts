// What is said and what is recorded again and again, by many at once: each act is done once, and whoever comes second is told.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import type { Answer } from '../support/world.js';
import { atOnce, Race, RACERS, statusesOf } from './race.js';

let race: Race;
let members: Member[];

beforeAll(async () => {
  race = await Race.open();
  members = [];
  for (let n = 0; n < RACERS; n++) members.push(await race.a.member());
  // The pool is open, and the first request of each connection has planned its statements.
  await atOnce(...members.map((member) => () => race.as(member).get('/follow-ups')));
});
afterAll(() => race.close());

const ROUNDS = Array.from({ length: 5 }, (_, n) => n);
const all = (act: (member: Member, n: number) => Promise<Answer>): Promise<Answer[]> =>
  atOnce(...members.map((member, n) => () => act(member, n)));
const one = (first: number, others: number): number[] => [first, ...Array<number>(RACERS - 1).fill(others)].sort();
const told = async (id: string): Promise<string[]> =>
  (await race.a.rows<{ action: string }>(`SELECT action FROM audit_event WHERE object_id = $1 ORDER BY at`, [id])).map(
    ({ action }) => action,
  );
const actsOn = async (id: string): Promise<unknown[]> =>
  (await race.a.rows('SELECT act FROM comment_act WHERE comment_id = $1 ORDER BY recorded_at', [id])).map(
    (row) => row['act'],
  );

const PLACES = [
  ['a follow-up', async () => `/follow-ups/${(await race.a.followUp()).id}/comments`],
  ['a piece of evidence', async () => `/evidence/${await race.a.evidence(members[0]!)}/comments`],
] as const;

describe.each(PLACES)(`${String(RACERS)} at once, of a comment on %s`, (_, place) => {
  const said = async (more: object = {}): Promise<{ id: string; on: string }> => {
    const on = await place();
    const { status, body } = await race.as(members[0]!).post(on, { text: 'Who asks again?', ...more });
    expect(status).toBe(201);
    return { id: String(body['id']), on };
  };

  test('a thread is resolved once, and opened again once', async () => {
    for (const _ of ROUNDS) {
      const { id } = await said();
      const resolved = await all((member) => race.as(member).post(`/comments/${id}/resolution`));
      expect(statusesOf(resolved)).toEqual(one(201, 409));
      const opened = await all((member) => race.as(member).delete(`/comments/${id}/resolution`, 2));
      expect(statusesOf(opened)).toEqual(one(204, 412));
      expect(await actsOn(id)).toEqual(['resolved', 'reopened']);
      expect(await told(id)).toEqual(['comment.written', 'comment.resolved', 'comment.reopened']);
    }
  });

  test('of changes of one version one is made, and of removals', async () => {
    for (const _ of ROUNDS) {
      const { id } = await said();
      const author = race.as(members[0]!);
      const edited = await all((_, n) => author.patch(`/comments/${id}`, { text: `Said ${String(n)}` }, 1));
      expect(statusesOf(edited)).toEqual(one(200, 412));
      const text = edited.find(({ status }) => status === 200)!.body['text'] as string;
      expect((await author.get(`/comments/${id}`)).body).toMatchObject({ text, version: 2 });
      const removed = await all(() => author.delete(`/comments/${id}`, 2));
      expect(statusesOf(removed)).toEqual(one(204, 412));
      expect(await actsOn(id)).toEqual(['edited', 'removed']);
    }
  });

  test('it is seen once by whoever is mentioned', async () => {
    const reader = await race.a.member();
    for (const _ of ROUNDS) {
      const { id } = await said({ mentions: [reader.actor.membershipId] });
      const seen = await all(() => race.as(reader).post(`/comments/${id}/acknowledgement`));
      expect(statusesOf(seen)).toEqual(one(201, 409));
      expect(await actsOn(id)).toEqual(['seen']);
    }
  });

  test('a reply comes before the thread is resolved, or is refused', async () => {
    for (const _ of ROUNDS) {
      const { id, on } = await said();
      const answers = await all((member, n) =>
        n === 0
          ? race.as(member).post(`/comments/${id}/resolution`)
          : race.as(member).post(on, { text: `We do, ${String(n)}.`, replyTo: id }),
      );
      expect(answers[0]!.status).toBe(201);
      const written = answers.slice(1).filter(({ status }) => status === 201);
      expect(new Set([201, 409, ...statusesOf(answers)])).toEqual(new Set([201, 409]));
      const late = await race.a.rows(
        `SELECT FROM comment c JOIN comment_act x ON x.comment_id = c.reply_to AND x.act = 'resolved'
         WHERE c.reply_to = $1 AND c.recorded_at > x.recorded_at`,
        [id],
      );
      expect(late).toEqual([]);
      expect(await race.a.rows('SELECT FROM comment WHERE reply_to = $1', [id])).toHaveLength(written.length);
    }
  });
});

describe(`${String(RACERS)} at once, of what is asked again and again`, () => {
  const path = (id: string): string => `/recommendations/${id}/occasions`;

  test('each records what they saw, and all of it stands', async () => {
    const id = await race.a.recommendation({ nature: 'recurring' });
    const answers = await all((member, n) =>
      race.as(member).post(path(id), { occurredOn: `2024-0${String((n % 9) + 1)}`, outcome: 'done' }),
    );
    expect(new Set(statusesOf(answers))).toEqual(new Set([201]));
    expect(await race.a.rows('SELECT FROM occasion WHERE recommendation_id = $1', [id])).toHaveLength(RACERS);
  });

  test('one is corrected once', async () => {
    for (const _ of ROUNDS) {
      const id = await race.a.recommendation({ nature: 'recurring' });
      const first = await race.as(members[0]!).post(path(id), { occurredOn: '2024-09', outcome: 'done' });
      const supersedes = String(first.body['id']);
      const answers = await all((member) =>
        race.as(member).post(path(id), { occurredOn: '2024-09', outcome: 'not-done', supersedes }),
      );
      expect(statusesOf(answers)).toEqual(one(201, 409));
      const standing = await race.a.rows(
        `SELECT id FROM occasion o WHERE recommendation_id = $1 AND NOT EXISTS (SELECT FROM occasion n WHERE n.supersedes = o.id)`,
        [id],
      );
      expect(standing).toEqual([{ id: answers.find(({ status }) => status === 201)!.body['id'] }]);
      expect(await told(id)).toEqual(['recommendation.occasion-recorded', 'recommendation.occasion-recorded']);
    }
  });

  test('what is asked for good is confirmed by each, and one confirmation is corrected once', async () => {
    const id = await race.a.recommendation({ nature: 'continuing' });
    const first = await race.as(members[0]!).post(`/recommendations/${id}/confirmations`, { occurredOn: '2024-09' });
    expect(first.status).toBe(201);
    const answers = await all((member) =>
      race
        .as(member)
        .post(`/recommendations/${id}/confirmations`, { occurredOn: '2024-08', supersedes: first.body['id'] }),
    );
    expect(statusesOf(answers)).toEqual(one(201, 409));
  });
});
