// Deadlines that are set for many follow-ups at once: rehearsed, added once each, and not taken back.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { refused } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

let world: World;
let editor: Member;
let api: Caller;
let ids: string[];

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  ids = [(await world.a.followUp()).id, (await world.a.followUp()).id];
});
afterEach(() => world.close());

const DUE = { axis: 'implementation', dueOn: '2027-06~', basis: 'Two years after the letter' };
const preview = (of: string[], given: object = {}, by = api): Promise<Answer> =>
  by.post('/bulk-actions', { deadline: { ...DUE, ...given }, items: of.map((id) => ({ id })) });
const confirm = ({ body }: Answer): Promise<Answer> => api.post(`/bulk-actions/${String(body['id'])}/confirmation`);
const deadlines = (): Promise<Record<string, unknown>[]> =>
  world.a.rows(
    'SELECT follow_up_id, axis, due_on, due_last::text, basis, person_id FROM deadline WHERE workspace_id = $1 ORDER BY recorded_at',
    [world.a.workspaceId],
  );
const stood = (answer: Answer, state: string): unknown[] =>
  answer.body[state].map(({ id, axis, before, after, code }: Record<string, any>) => [
    id,
    axis,
    before?.dueOns,
    after?.dueOns ?? code,
  ]);

describe('deadlines in bulk', () => {
  it('are previewed without a trace, added once each, and stand on each follow-up', async () => {
    const previewed = await preview(ids);
    expect(previewed.status).toBe(201);
    expect(stood(previewed, 'allowed')).toEqual(ids.map((id) => [id, 'implementation', [], ['2027-06~']]));
    expect(await deadlines()).toEqual([]);
    const done = await confirm(previewed);
    expect(stood(done, 'done')).toEqual(ids.map((id) => [id, 'implementation', [], ['2027-06~']]));
    expect(await deadlines()).toEqual(
      ids.map((id) => ({
        follow_up_id: id,
        axis: 'implementation',
        due_on: '2027-06~',
        due_last: '2027-06-30',
        basis: DUE.basis,
        person_id: editor.actor.personId,
      })),
    );
    const made = done.body['done'].map(({ madeId }: { madeId: string }) => madeId);
    for (const id of made) expect(await eventsOf(world, id)).toEqual(['deadline.created coalition']);
    expect((await api.get(`/follow-ups/${ids[0]!}`)).body['dueOn']).toBe('2027-06-30');
    expect((await confirm(previewed)).body).toEqual(done.body);
    expect(await deadlines()).toHaveLength(2);
  });

  it('are refused where it is so already, and added beside others of the side, whatever else changed meanwhile', async () => {
    await confirm(await preview([ids[0]!]));
    const again = await preview(ids);
    expect(stood(again, 'refused')).toEqual([[ids[0]!, 'implementation', ['2027-06~'], 'unchanged']]);
    expect(stood(again, 'allowed')).toEqual([[ids[1]!, 'implementation', [], ['2027-06~']]]);
    const reply = await preview(ids, { axis: 'response', dueOn: '2026-12-31' });
    const earlier = await preview([ids[0]!], { dueOn: '2027' });
    await api.patch(`/follow-ups/${ids[0]!}`, { ownerId: editor.actor.membershipId }, (await read(ids[0]!)).version);
    expect(stood(await confirm(reply), 'done')).toEqual(ids.map((id) => [id, 'response', [], ['2026-12-31']]));
    expect(stood(await confirm(earlier), 'done')).toEqual([
      [ids[0]!, 'implementation', ['2027-06~'], ['2027-06~', '2027']],
    ]);
  });

  it('stay when the act is undone, and it is said of each', async () => {
    const done = await confirm(await preview(ids));
    const undone = await api.post(`/bulk-actions/${String(done.body['id'])}/undo`, { note: 'Wrong list.' });
    expect(stood(undone, 'kept').map((one) => (one as unknown[])[0])).toEqual(ids);
    expect(undone.body['kept'][0]).toMatchObject({
      code: 'deadline-stays',
      message: 'Not as things stand. A deadline that was set stays. It can be put off.',
    });
    expect(await deadlines()).toHaveLength(2);
  });

  it('take what a deadline takes, from whoever may set one, on what they may know', async () => {
    for (const given of [{ dueOn: '2027-02-30' }, { basis: ' ' }, { axis: 'publication' }])
      await refused(world, () => preview(ids, given), 400, 'invalid-input');
    const partner = world.as(await world.a.member({ roles: ['partner'] }));
    await refused(world, () => preview(ids, {}, partner), 403, 'forbidden');
    const elsewhere = await world.a.member({ organizationId: await world.a.organization('Others') });
    await world.a.rows(
      `UPDATE recommendation SET confidentiality = 'organization' WHERE id IN
      (SELECT recommendation_id FROM follow_up WHERE id = $1)`,
      [ids[0]!],
    );
    const seen = await preview(ids, {}, world.as(elsewhere));
    expect(seen.body['refused']).toMatchObject([
      { id: ids[0]!, code: 'not-found', recommendation: null, before: null },
    ]);
    expect(stood(seen, 'allowed')).toHaveLength(1);
  });
});

const read = async (id: string): Promise<{ version: number }> =>
  (await api.get(`/follow-ups/${id}`)).body as { version: number };
