// Whoever names an addressee while it is merged comes first and goes over with it, or finds it gone: never between.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import type { Member } from '../factories/factories.js';
import type { Answer } from '../support/world.js';
import { atOnce, Race, statusesOf } from './race.js';

let race: Race;
let editors: Member[];

beforeAll(async () => {
  race = await Race.open();
  editors = [await race.a.member(), await race.a.member()];
  await atOnce(...editors.map((editor) => () => race.as(editor).get('/addressees')));
});
afterAll(() => race.close());

const merge = (by: Member, old: string, into: string): Promise<Answer> =>
  race.as(by).post(`/addressees/${old}/merge`, { into }, { 'if-match': '"1"' });
const ROUNDS = Array.from({ length: 12 }, (_, n) => n);

describe('while an addressee is merged', () => {
  test('a follow-up with it goes over, or is refused', async () => {
    const outcomes = new Set<number>();
    for (const n of ROUNDS) {
      const [old, kept] = [await race.a.addressee(), await race.a.addressee()];
      const recommendation = await race.a.recommendation();
      const follow = { addresseeId: old, asked: true, ask: 'Do it.' };
      const [merged, followed] = await atOnce(
        // Each side gets a head start in turn.
        async () => (await setTimeout(n % 2 === 0 ? 15 : 0), merge(editors[0]!, old, kept)),
        async () => (
          await setTimeout(n % 2 === 0 ? 0 : 15),
          race.as(editors[1]!).post(`/recommendations/${recommendation}/follow-ups`, follow)
        ),
      );
      expect(merged!.status).toBe(201);
      outcomes.add(followed!.status);
      const rows = await race.a.rows('SELECT addressee_id FROM follow_up WHERE recommendation_id = $1', [
        recommendation,
      ]);
      expect(rows).toEqual(followed!.status === 201 ? [{ addressee_id: kept }] : []);
    }
    expect([...outcomes].filter((status) => ![201, 404, 409].includes(status))).toEqual([]);
  });

  test('nobody merges it the other way round', async () => {
    for (const _ of ROUNDS) {
      const [one, other] = [await race.a.addressee(), await race.a.addressee()];
      const answers = await atOnce(
        () => merge(editors[0]!, one, other),
        () => merge(editors[1]!, other, one),
      );
      expect(statusesOf(answers)).toEqual([201, 404]);
      const left = await race.a.rows('SELECT id FROM addressee WHERE id = ANY ($1)', [[one, other]]);
      expect(left).toHaveLength(1);
    }
  });
});
