// Organizations that find something at once, and an objection that meets a verification: every round ends in one of two ways.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import type { Answer } from '../support/world.js';
import { atOnce, Race, RACERS, statusesOf } from './race.js';

let race: Race;
let members: Member[];

beforeAll(async () => {
  race = await Race.open();
  members = [];
  for (let n = 0; n < RACERS; n++)
    members.push(await race.a.member({ roles: ['verifier'], organizationId: await race.a.organization() }));
  // The first request of a connection plans its statements.
  await atOnce(...members.map((member) => () => race.as(member).get('/follow-ups')));
});
afterAll(() => race.close());

const ROUNDS = Array.from({ length: 8 }, (_, n) => n);
const assess = (by: Member, track: string, phase: string): Promise<Answer> =>
  race
    .as(by)
    .post(`/tracks/${track}/assessments`, { phase, confidence: 'low', reasons: 'So it is.', occurredOn: null });
const contested = async (track: string): Promise<unknown> =>
  (
    await race.a.rows(
      'SELECT t.contested, f.implementation_contested AS copied FROM track t JOIN follow_up f ON f.id = t.follow_up_id WHERE t.id = $1',
      [track],
    )
  )[0];

describe(`${RACERS} organizations assess one track at once`, () => {
  test('all of them stand, and the track is contested where they disagree', async () => {
    for (const round of ROUNDS) {
      const { implementation: track } = await race.a.followUp();
      const phaseOf = (n: number) => (round % 2 === 0 && n === 0 ? 'fulfilled' : 'not-done');
      const answers = await atOnce(...members.map((member, n) => () => assess(member, track, phaseOf(n))));
      expect(new Set(statusesOf(answers))).toEqual(new Set([201]));
      const isContested = round % 2 === 0;
      expect(await contested(track)).toEqual({ contested: isContested, copied: isContested });
    }
  });

  test('of two by one organization one supersedes the other', async () => {
    for (const _ of ROUNDS) {
      const { implementation: track } = await race.a.followUp();
      const [first] = members;
      await atOnce(
        () => assess(first!, track, 'fulfilled'),
        () => assess(first!, track, 'not-done'),
      );
      const { items } = (await race.as(first!).get(`/tracks/${track}/assessments`)).body;
      expect(items.map((a: { standing: boolean }) => a.standing)).toEqual([true, false]);
      expect(await contested(track)).toEqual({ contested: false, copied: false });
    }
  });
});

describe('an objection and a verification at once', () => {
  test('either the track was verified before, or the objection holds it up', async () => {
    const editor = await race.a.member();
    const [objector, verifier] = members;
    for (const _ of ROUNDS) {
      const { implementation: track } = await race.a.followUp();
      const evidenceIds = [await race.a.evidence(editor), await race.a.evidence(editor)];
      await race
        .as(editor)
        .post(`/tracks/${track}/transitions`, { transition: 'claim', occurredOn: null, evidenceIds });
      const [taken, verified] = await atOnce(
        () => race.as(objector!).post(`/tracks/${track}/positions`, { position: 'objection', reasons: 'No.' }),
        () => race.as(verifier!).post(`/tracks/${track}/transitions`, { transition: 'verify', occurredOn: null }),
      );
      expect([taken!.status, [201, 422].includes(verified!.status)]).toEqual([201, true]);
      const rows = await race.a.rows<{ transition: string }>(
        `SELECT x.transition FROM track_position p JOIN transition x ON x.id = p.transition_id WHERE p.track_id = $1`,
        [track],
      );
      expect(rows).toEqual([{ transition: verified!.status === 201 ? 'verify' : 'claim' }]);
    }
  });

  test('is answered once', async () => {
    const editors = [await race.a.member(), await race.a.member(), await race.a.member()];
    for (const _ of ROUNDS) {
      const { implementation: track } = await race.a.followUp();
      const { body } = await assess(members[0]!, track, 'not-done');
      const said = { position: 'objection', reasons: 'No.', assessmentId: body['id'] };
      const { id } = (await race.as(members[1]!).post(`/tracks/${track}/positions`, said)).body;
      const answers = await atOnce(
        ...editors.map((editor) => () => race.as(editor).post(`/positions/${String(id)}/answer`, { reasons: 'Yes.' })),
        () => race.as(members[1]!).post(`/positions/${String(id)}/withdrawal`, {}),
      );
      expect(statusesOf(answers)).toEqual([201, 409, 409, 409]);
      expect(await race.a.rows('SELECT 1 AS one FROM objection_answer WHERE position_id = $1', [id])).toHaveLength(1);
    }
  });
});
