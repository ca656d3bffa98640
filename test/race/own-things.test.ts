// What one keeps for oneself, in two windows at once: each act is done once, and whoever comes second is told.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { atOnce, Race, RACERS, statusesOf } from './race.js';

let race: Race;
let editor: Member;

beforeAll(async () => {
  race = await Race.open();
  editor = await race.a.member();
  await atOnce(...Array.from({ length: RACERS }, () => () => race.as(editor).get('/inbox')));
});
afterAll(() => race.close());

const ROUNDS = Array.from({ length: 5 }, (_, n) => n);
const all = <T>(make: (n: number) => T): T[] => Array.from({ length: RACERS }, (_, n) => make(n));
const one = (first: number, others: number): number[] => [first, ...Array<number>(RACERS - 1).fill(others)].sort();
const told = async (id: unknown): Promise<string[]> =>
  (await race.a.rows<{ action: string }>('SELECT action FROM audit_event WHERE object_id = $1 ORDER BY at', [id])).map(
    ({ action }) => action,
  );
const view = (name: string) => ({ name, address: '/follow-ups?overdue=true' });

describe(`${RACERS} at once, of saved views`, () => {
  test('one name is kept once', async () => {
    for (const n of ROUNDS) {
      const name = `Late ${String(n)}`;
      const answers = await atOnce(...all(() => () => race.as(editor).post('/saved-views', view(name))));
      expect(statusesOf(answers)).toEqual(one(201, 409));
      expect(new Set(answers.flatMap(({ status, body }) => (status === 409 ? [body['code']] : [])))).toEqual(
        new Set(['already-exists']),
      );
      const rows = await race.a.rows<{ id: string }>('SELECT id FROM saved_view WHERE name = $1', [name]);
      expect(rows).toHaveLength(1);
      expect(await told(rows[0]!.id)).toEqual(['saved-view.created']);
    }
  });

  test('one change of a version is made, and one of changing and deleting', async () => {
    for (const n of ROUNDS) {
      const { body } = await race.as(editor).post('/saved-views', view(`Changed ${String(n)}`));
      const path = `/saved-views/${String(body['id'])}`;
      const renamed = await atOnce(
        ...all((at) => () => race.as(editor).patch(path, { name: `New ${String(n)} ${String(at)}` }, 1)),
      );
      expect(statusesOf(renamed)).toEqual(one(200, 412));
      const rows = await race.a.rows('SELECT name, version FROM saved_view WHERE id = $1', [body['id']]);
      expect(rows).toEqual([{ name: renamed.find(({ status }) => status === 200)!.body['name'], version: 2 }]);
      const gone = await atOnce(...all(() => () => race.as(editor).delete(path, 2)));
      expect(statusesOf(gone)).toEqual(one(204, 404));
      expect(await told(body['id'])).toEqual(['saved-view.created', 'saved-view.updated', 'saved-view.deleted']);
    }
  });
});

describe(`${RACERS} at once, of an inbox`, () => {
  const keep = async (): Promise<string> =>
    String((await race.as(editor).post('/inbox', { text: 'Mr Kim said that they will reply.' })).body['id']);
  const itemsLike = (id: string): Promise<unknown[]> =>
    race.a.rows('SELECT version FROM inbox_item WHERE id = $1', [id]);

  test('a thing becomes one piece of evidence', async () => {
    for (const n of ROUNDS) {
      const id = await keep();
      const title = `Said ${String(n)}`;
      const answers = await atOnce(...all(() => () => race.as(editor).post(`/inbox/${id}/evidence`, { title })));
      expect(statusesOf(answers)).toEqual(one(201, 404));
      expect(await race.a.rows('SELECT kind FROM evidence WHERE title = $1', [title])).toEqual([{ kind: 'account' }]);
      expect(await itemsLike(id)).toEqual([]);
    }
  });

  test('a thing is taken out once, or placed: never both half', async () => {
    for (const n of ROUNDS) {
      const id = await keep();
      const title = `Placed ${String(n)}`;
      const answers = await atOnce(
        ...all(
          (at) => () =>
            at % 2 === 0
              ? race.as(editor).post(`/inbox/${id}/evidence`, { title })
              : race.as(editor).delete(`/inbox/${id}`, 1),
        ),
      );
      expect(statusesOf(answers).filter((status) => status < 300)).toHaveLength(1);
      expect(statusesOf(answers).filter((status) => status === 404)).toHaveLength(RACERS - 1);
      const isPlaced = answers.some(({ status }) => status === 201);
      expect(await race.a.rows('SELECT FROM evidence WHERE title = $1', [title])).toHaveLength(isPlaced ? 1 : 0);
      expect(await itemsLike(id)).toEqual([]);
      expect(await told(id)).toEqual(['inbox-item.kept', ...(isPlaced ? [] : ['inbox-item.erased'])]);
    }
  });

  test('a thing is deleted and brought back by one of them each', async () => {
    const id = await keep();
    for (const [version, removed] of [
      [1, true],
      [2, false],
    ] as const) {
      const answers = await atOnce(...all(() => () => race.as(editor).patch(`/inbox/${id}`, { removed }, version)));
      expect(statusesOf(answers)).toEqual(one(200, 412));
    }
    expect(await itemsLike(id)).toEqual([{ version: 3 }]);
    expect(await told(id)).toEqual(['inbox-item.kept', 'inbox-item.removed', 'inbox-item.restored']);
  });
});
