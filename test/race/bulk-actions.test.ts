// Bulk actions where what is done is committed: many at once, a connection that dies, two hundred items.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import type { Answer } from '../support/world.js';
import { atOnce, Race, RACERS, statusesOf } from './race.js';

let race: Race;
let editor: Member;
let piece: string;

beforeAll(async () => {
  race = await Race.open();
  editor = await race.a.member();
  piece = await race.a.evidence(editor);
  await atOnce(...Array.from({ length: RACERS }, () => () => race.as(editor).get('/follow-ups')));
});
afterAll(() => race.close());

const ROUNDS = Array.from({ length: 5 }, (_, n) => n);

async function tracks(count: number): Promise<string[]> {
  const [recommendation_id, ids] = [await race.a.recommendation(), [] as string[]];
  for (let n = 0; n < count; n++) ids.push((await race.a.followUp({ recommendation_id })).implementation);
  return ids;
}
async function preview(of: string[], by = editor): Promise<string> {
  const what = { transition: { transition: 'start', occurredOn: null, evidenceIds: [piece] } };
  const { status, body } = await race.as(by).post('/bulk-actions', { ...what, items: of.map((id) => ({ id })) });
  expect([status, body['counts']]).toEqual([201, expect.objectContaining({ allowed: of.length })]);
  return String(body['id']);
}
const confirm =
  (id: string, by = editor) =>
  (): Promise<Answer> =>
    race.as(by).post(`/bulk-actions/${id}/confirmation`);
const undo = (id: string) => (): Promise<Answer> =>
  race.as(editor).post(`/bulk-actions/${id}/undo`, { note: 'Wrong list.' });
const read = async (id: string) => (await race.as(editor).get(`/bulk-actions/${id}`)).body;

/** What was recorded of each track, in order. */
async function movesOf(of: string[]): Promise<string[]> {
  const rows = await race.a.rows<{ moves: string }>(
    `SELECT (SELECT coalesce(string_agg(x.transition, ' ' ORDER BY x.recorded_at), '') FROM transition x WHERE x.track_id = t.id) AS moves
     FROM unnest($1::uuid[]) WITH ORDINALITY AS t(id, n) ORDER BY n`,
    [of],
  );
  return rows.map(({ moves }) => moves);
}
const all = (of: string[], moves: string): string[] => of.map(() => moves);
const told = async (id: string) =>
  (await race.a.rows<{ action: string }>('SELECT action FROM audit_event WHERE object_id = $1 ORDER BY at', [id])).map(
    ({ action }) => action,
  );

describe(`${RACERS} confirmations of one preview at once`, () => {
  test('do each item once, and all answer the same receipt', async () => {
    for (const _ of ROUNDS) {
      const of = await tracks(6);
      const id = await preview(of);
      const answers = await atOnce(...Array.from({ length: RACERS }, () => confirm(id)));
      expect(statusesOf(answers)).toEqual(Array.from({ length: RACERS }, () => 200));
      for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
      expect(answers[0]!.body).toMatchObject({ state: 'confirmed', counts: { done: 6, refused: 0 } });
      expect(await movesOf(of)).toEqual(all(of, 'start'));
      expect(await told(id)).toEqual(['bulk-action.previewed', 'bulk-action.confirmed']);
    }
  }, 60_000);
});

describe(`${RACERS} undoings at once`, () => {
  test('put each item back once', async () => {
    for (const _ of ROUNDS) {
      const of = await tracks(4);
      const id = await preview(of);
      await confirm(id)();
      const answers = await atOnce(...Array.from({ length: RACERS }, () => undo(id)));
      for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]!.body]);
      expect(answers[0]!.body).toMatchObject({ state: 'undone', counts: { undone: 4, kept: 0 } });
      expect(await movesOf(of)).toEqual(all(of, 'start correct'));
      expect(await told(id)).toEqual(['bulk-action.previewed', 'bulk-action.confirmed', 'bulk-action.undone']);
    }
  }, 60_000);
});

describe('a confirmation that is undone while it runs', () => {
  test('does nothing more, and what it did is put back', async () => {
    const undoneAt = new Set<number>();
    for (const _ of ROUNDS) {
      const of = await tracks(12);
      const id = await preview(of);
      const running = confirm(id)();
      while ((await read(id))['counts'].done === 0);
      const answers = [await undo(id)(), await running];
      expect(statusesOf(answers)).toEqual([200, 200]);
      const { state, counts } = (await read(id)) as { state: string; counts: Record<string, number> };
      expect([state, counts['done'], counts['undone']! + counts['allowed']!]).toEqual(['undone', 0, 12]);
      const moves = await movesOf(of);
      expect(moves).toEqual([
        ...all(of.slice(0, counts['undone']), 'start correct'),
        ...all(of.slice(counts['undone']), ''),
      ]);
      undoneAt.add(counts['undone']!);
    }
    expect(Math.min(...undoneAt)).toBeLessThan(12); // Or it never came in between, and this shows nothing.
  }, 60_000);
});

describe('two bulk actions of two people on the same tracks at once', () => {
  test('move each track once; the other is told that it changed', async () => {
    const other = await race.a.member();
    for (const _ of ROUNDS) {
      const of = await tracks(6);
      const [mine, theirs] = [await preview(of), await preview([...of].reverse(), other)];
      const answers = await atOnce(confirm(mine), confirm(theirs, other));
      expect(statusesOf(answers)).toEqual([200, 200]);
      const [one, two] = answers.map(({ body }) => body['counts']) as [Record<string, number>, Record<string, number>];
      expect([one['done']! + two['done']!, one['refused']! + two['refused']!]).toEqual([6, 6]);
      for (const { body } of answers) for (const { code } of body['refused']) expect(code).toBe('stale');
      expect(await movesOf(of)).toEqual(all(of, 'start'));
    }
  }, 60_000);
});

describe('a connection that dies in the middle of an item', () => {
  test('leaves whole items, and the next confirmation goes on', async () => {
    const of = await tracks(5);
    const id = await preview(of);
    await race.a.rows(
      `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`,
    );
    await race.a.rows(
      `CREATE TRIGGER die AFTER INSERT ON transition FOR EACH ROW WHEN (NEW.track_id = '${of[2]!}') EXECUTE FUNCTION die()`,
    );
    const answer = await confirm(id)();
    expect([answer.status, answer.body['code']]).toEqual([503, 'broken-off']);
    expect(await read(id)).toMatchObject({ state: 'confirming', counts: { done: 2, allowed: 3, refused: 0 } });
    expect(await movesOf(of)).toEqual(['start', 'start', '', '', '']);
    await race.a.rows('DROP TRIGGER die ON transition');
    expect((await confirm(id)()).body).toMatchObject({ state: 'confirmed', counts: { done: 5 } });
    expect(await movesOf(of)).toEqual(all(of, 'start'));
  }, 60_000);
});

describe('two hundred items', () => {
  let of: string[];
  let id: string;

  beforeAll(async () => {
    of = await tracks(200);
  }, 60_000);

  test('are previewed', async () => {
    id = await preview(of);
    expect(await movesOf(of)).toEqual(all(of, ''));
  }, 60_000);

  test('are confirmed, and how far it is can be read meanwhile', async () => {
    const running = confirm(id)();
    const seen = new Set<number>();
    while (!seen.has(200)) {
      const { body } = await race.as(editor).get(`/bulk-actions/${id}?fields=counts`);
      seen.add(body['counts'].done as number);
    }
    expect((await running).body).toMatchObject({ state: 'confirmed', counts: { items: 200, done: 200 } });
    expect([...seen].filter((done) => done > 0 && done < 200).length).toBeGreaterThan(0);
    expect(await movesOf(of)).toEqual(all(of, 'start'));
  }, 60_000);

  test('are undone', async () => {
    expect((await undo(id)()).body).toMatchObject({ state: 'undone', counts: { items: 200, undone: 200 } });
    expect(await movesOf(of)).toEqual(all(of, 'start correct'));
  }, 60_000);
});
