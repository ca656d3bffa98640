// Two people on one document, where what they do is committed: one decision counts, and the record gets it once.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import type { Answer } from '../support/world.js';
import { atOnce, Race, RACERS, statusesOf } from './race.js';

let race: Race;
let people: Member[];

beforeAll(async () => {
  race = await Race.open();
  people = [await race.a.member(), await race.a.member()];
  await race.a.addressee({ name: 'Norway' });
  await atOnce(...Array.from({ length: RACERS }, () => () => race.as(people[0]!).get('/follow-ups')));
});
afterAll(() => race.close());

const racer = (n: number) => race.as(people[n % people.length]!);
const racers = (act: (n: number) => Promise<Answer>) => Array.from({ length: RACERS }, (_, n) => () => act(n));
const content = 'Dear Ministers,\n\nWe urge Norway to publish the report of the inquiry in full.\n';

async function arrived(): Promise<{ id: string; proposal: string }> {
  const { body } = await racer(0).post('/intake', { format: 'text', content });
  const id = String(body['id']);
  const { body: list } = await racer(0).get(`/intake/${id}/proposals`);
  return { id, proposal: String(list['items'][0].id) };
}

describe(`${RACERS} at once`, () => {
  test('accept one proposal: one of them does, the others are told', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, proposal } = await arrived();
      const answers = await atOnce(
        ...racers((n) => racer(n).patch(`/intake/${id}/proposals/${proposal}`, { state: 'accepted' }, 1)),
      );
      expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: RACERS - 1 }, () => 412)]);
      const events = await race.a.rows('SELECT FROM audit_event WHERE object_id = $1', [proposal]);
      expect(events).toHaveLength(1);
    }
  }, 60_000);

  test('record one document: it enters the record once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, proposal } = await arrived();
      await racer(0).patch(`/intake/${id}/proposals/${proposal}`, { state: 'accepted' }, 1);
      const source = { title: `Letter ${String(round)}`, kind: 'letter' };
      const answers = await atOnce(
        ...racers((n) =>
          racer(n).post(`/intake/${id}/record`, { source, codePrefix: `R${String(round)}${String(n)}` }),
        ),
      );
      expect(statusesOf(answers)).toEqual([201, ...Array.from({ length: RACERS - 1 }, () => 409)]);
      const sources = await race.a.rows('SELECT id FROM source WHERE title = $1', [source.title]);
      expect(sources).toHaveLength(1);
      const made = await race.a.rows('SELECT FROM recommendation WHERE source_id = $1', [sources[0]!['id']]);
      expect(made).toHaveLength(1);
    }
  }, 60_000);
});
