// What is wrong with what is stored of a piece is told on the piece, wherever it is shown, to whoever may see it.

import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { foundDamaged, restrictedPiece } from '../support/damaged.js';
import { openWorld, type World } from '../support/world.js';

let world: World;
let holder: Member;
let colleague: Member;

beforeEach(async () => {
  world = await openWorld();
  holder = await world.a.member();
  colleague = await world.a.member();
});
afterEach(() => world.close());

const since = expect.any(String);
const damageFor = async (by: Member, id: string) =>
  (await world.as(by).get(`/evidence/${id}`)).body['damage'] as unknown;
const damagesIn = async (by: Member) =>
  Object.fromEntries(
    ((await world.as(by).get('/evidence')).body['items'] as Record<string, any>[]).map(({ id, damage }) => [
      id as string,
      damage as unknown,
    ]),
  );

it('is told of a file and of a kept copy, by itself and in lists, and of nothing that is whole', async () => {
  const [file, link, whole] = [
    await world.a.evidence(holder),
    await world.a.evidence(holder),
    await world.a.evidence(holder),
  ];
  await foundDamaged(world.a, 'evidence', file, 'missing');
  await foundDamaged(world.a, 'link-copy', link, 'changed');
  await foundDamaged(world.a, 'evidence', whole, 'changed');
  await world.a.rows(`UPDATE file_check SET outcome = 'whole' WHERE subject_id = $1`, [whole]);
  const expected = {
    [file]: { of: 'file', outcome: 'missing', since },
    [link]: { of: 'copy', outcome: 'changed', since },
    [whole]: null,
  };
  expect(await damagesIn(colleague)).toEqual(expected);
  for (const id of [file, link, whole]) expect(await damageFor(colleague, id)).toEqual(expected[id]);
});

it('is told on the card of an attached piece, and not of a piece that was withdrawn', async () => {
  const id = await world.a.evidence(holder);
  await foundDamaged(world.a, 'evidence', id, 'locked');
  const { id: followUp, implementation } = await world.a.followUp();
  await world.a.link(implementation, id, holder);
  const card = async () =>
    (await world.as(colleague).get(`/follow-ups/${followUp}/evidence`)).body['items'][0].evidence.damage as unknown;
  expect(await card()).toEqual({ of: 'file', outcome: 'locked', since });
  const { status } = await world.as(holder).post(`/evidence/${id}/withdrawal`, { reason: 'Somebody is in danger.' });
  expect(status).toBe(201);
  expect([await card(), await damageFor(colleague, id)]).toEqual([null, null]);
});

it('is told of a restricted piece to those who are named alone', async () => {
  const id = await restrictedPiece(world.a, holder, 'A list', holder);
  await foundDamaged(world.a, 'evidence', id);
  expect(await damageFor(holder, id)).toEqual({ of: 'file', outcome: 'changed', since });
  const unseen = await world.as(colleague).get(`/evidence/${id}`);
  expect([unseen.status, Object.keys(await damagesIn(colleague))]).toEqual([404, []]);
});
