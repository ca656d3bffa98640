// Next steps that are given to many follow-ups at once, and said to be done at once.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
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

const WHAT = 'Send the reminder.';
const step = (given: object = {}): object => ({
  nextStep: { what: WHAT, ownerId: editor.actor.membershipId, dueOn: '2027-01', ...given },
});
const done = (given: object = {}): object => ({ nextStepDone: given });
const preview = (act: object, of: string[], by = api): Promise<Answer> =>
  by.post('/bulk-actions', { ...act, items: of.map((id) => ({ id })) });
const confirm = ({ body }: Answer): Promise<Answer> => api.post(`/bulk-actions/${String(body['id'])}/confirmation`);
const undo = ({ body }: Answer): Promise<Answer> =>
  api.post(`/bulk-actions/${String(body['id'])}/undo`, { note: 'Wrong list.' });
const stood = (answer: Answer, state: string): unknown[] =>
  answer.body[state].map(({ id, before, after, code }: Record<string, any>) => [
    id,
    before?.stepState ?? null,
    after ? [after.step, after.stepState] : code,
  ]);
const steps = (): Promise<Record<string, unknown>[]> =>
  world.a.rows(
    `SELECT follow_up_id, what, owner_id, due_on, due_last::text, organization_id, state,
       (SELECT json_agg(json_build_array(outcome, (SELECT text FROM words w WHERE w.hash = x.note_hash)) ORDER BY recorded_at)
        FROM next_step_outcome x WHERE x.next_step_id = n.id) AS outcomes
     FROM next_step n WHERE workspace_id = $1 ORDER BY created_at`,
    [world.a.workspaceId],
  );
const planned = async (): Promise<string[]> => {
  const receipt = await confirm(await preview(step(), ids));
  return receipt.body['done'].map(({ madeId }: { madeId: string }) => madeId);
};

describe('a next step in bulk', () => {
  it('is previewed without a trace, and given once to each', async () => {
    const previewed = await preview(step(), ids);
    expect(previewed.status).toBe(201);
    expect(previewed.body).toMatchObject({ action: 'nextStep', ...step(), nextStepDone: null });
    expect(stood(previewed, 'allowed')).toEqual(ids.map((id) => [id, null, [WHAT, 'open']]));
    expect(await steps()).toEqual([]);
    const receipt = await confirm(previewed);
    expect(stood(receipt, 'done')).toEqual(ids.map((id) => [id, null, [WHAT, 'open']]));
    expect(await steps()).toEqual(
      ids.map((id) => ({
        follow_up_id: id,
        what: WHAT,
        owner_id: editor.actor.membershipId,
        due_on: '2027-01',
        due_last: '2027-01-31',
        organization_id: world.a.organizationId,
        state: 'open',
        outcomes: null,
      })),
    );
    for (const { madeId } of receipt.body['done'])
      expect(await eventsOf(world, madeId)).toEqual(['next-step.created 1 coalition']);
    expect((await confirm(previewed)).body).toEqual(receipt.body);
    expect(await steps()).toHaveLength(2);
  });

  it('is not given twice in the same words, and stands beside others', async () => {
    await confirm(await preview(step(), [ids[0]!]));
    const again = await preview(step({ dueOn: '2028' }), ids);
    expect(stood(again, 'refused')).toEqual([[ids[0]!, 'open', 'unchanged']]);
    expect(stood(again, 'allowed')).toEqual([[ids[1]!, null, [WHAT, 'open']]]);
    const other = await preview(step({ what: 'Ask for a date.' }), ids);
    expect(stood(await confirm(other), 'done')).toHaveLength(2);
  });

  it('is dropped when it is undone, unless somebody settled it since', async () => {
    const previewed = await preview(step(), ids);
    const receipt = await confirm(previewed);
    const [first] = receipt.body['done'].map(({ madeId }: { madeId: string }) => madeId);
    await api.post(`/next-steps/${String(first)}/outcomes`, { outcome: 'done' });
    const undone = await undo(receipt);
    expect(undone.body['kept']).toMatchObject([{ id: ids[0]!, code: 'changed-since' }]);
    expect(undone.body['undone']).toMatchObject([{ id: ids[1]! }]);
    expect((await steps()).map(({ state, outcomes }) => [state, outcomes])).toEqual([
      ['done', [['done', null]]],
      ['dropped', [['dropped', 'Wrong list.']]],
    ]);
  });

  it('is found by the filters of the list', async () => {
    const [row] = await world.a.rows('SELECT recommendation_id FROM follow_up WHERE id = $1', [ids[0]!]);
    const filter = { followUps: { recommendation: [String(row?.['recommendation_id'])] } };
    const found = await api.post('/bulk-actions', { ...step(), filter });
    expect(stood(found, 'allowed')).toEqual([[ids[0]!, null, [WHAT, 'open']]]);
  });

  it('takes what a step takes, on what one may know', async () => {
    for (const given of [{ dueOn: 'soon' }, { what: ' ' }, { followUpId: ids[0] }])
      await refused(world, () => preview(step(given), ids), 400, 'invalid-input');
    await refused(world, () => preview(step({ ownerId: uuid() }), ids), 404, 'not-found');
    const elsewhere = await world.a.member({ organizationId: await world.a.organization('Others') });
    const theirs = await preview(step({ ownerId: elsewhere.actor.membershipId }), ids);
    expect(stood(theirs, 'refused')).toEqual(ids.map((id) => [id, null, 'another-organization']));
    await world.a.rows(
      `UPDATE recommendation SET confidentiality = 'organization' WHERE id IN (SELECT recommendation_id FROM follow_up WHERE id = $1)`,
      [ids[0]!],
    );
    const seen = await preview(step({ ownerId: elsewhere.actor.membershipId }), ids, world.as(elsewhere));
    expect(seen.body['refused']).toMatchObject([
      { id: ids[0]!, code: 'not-found', recommendation: null, before: null },
    ]);
    expect(stood(seen, 'allowed')).toHaveLength(1);
  });
});

describe('next steps that were done, in bulk', () => {
  it('are said to be done, each with how it went, and are open again when it is undone', async () => {
    const made = await planned();
    const previewed = await preview(done({ note: 'Sent to all.' }), made);
    expect(stood(previewed, 'allowed')).toEqual(made.map((id) => [id, 'open', [WHAT, 'done']]));
    expect(previewed.body['allowed'][0]).toMatchObject({ recommendation: { title: expect.any(String) } });
    expect((await steps()).map(({ state }) => state)).toEqual(['open', 'open']);
    const receipt = await confirm(previewed);
    expect(stood(receipt, 'done')).toEqual(made.map((id) => [id, 'open', [WHAT, 'done']]));
    expect((await steps()).map(({ outcomes }) => outcomes)).toEqual([
      [['done', 'Sent to all.']],
      [['done', 'Sent to all.']],
    ]);
    await api.post(`/next-steps/${made[0]!}/outcomes`, { outcome: 'reopened', note: 'It came back.' });
    const undone = await undo(receipt);
    expect(undone.body['kept']).toMatchObject([{ id: made[0]!, code: 'changed-since' }]);
    expect((await steps()).map(({ state, outcomes }) => [state, (outcomes as unknown[]).at(-1)])).toEqual([
      ['open', ['reopened', 'It came back.']],
      ['open', ['reopened', 'Wrong list.']],
    ]);
  });

  it('are told where they are about a source, without a recommendation', async () => {
    const id = await world.a.nextStep(editor, { source_id: await world.a.source(), what: 'Write to them.' });
    const receipt = await confirm(await preview(done(), [id]));
    expect(receipt.body['done']).toMatchObject([
      { id, recommendation: null, addressee: null, before: { step: 'Write to them.', stepState: 'open' } },
    ]);
  });

  it('are refused to another organization, where nothing would change, and by a filter', async () => {
    const made = await planned();
    const elsewhere = world.as(await world.a.member({ organizationId: await world.a.organization('Others') }));
    expect((await preview(done(), made, elsewhere)).body['refused']).toMatchObject(
      made.map((id) => ({ id, code: 'separation-of-duties' })),
    );
    await confirm(await preview(done(), [made[0]!]));
    expect(stood(await preview(done(), made), 'refused')).toEqual([[made[0]!, 'done', 'unchanged']]);
    const filtered = await api.post('/bulk-actions', { ...done(), filter: { followUps: {} } });
    expect([filtered.status, filtered.body['code']]).toEqual([422, 'other-list']);
  });

  it('tell nothing of a step that went out of sight since', async () => {
    const partner = await world.a.member({ organizationId: await world.a.organization('Others') });
    const theirs = world.as(partner);
    const id = await world.a.nextStep(partner, {
      follow_up_id: ids[0],
      organization_id: partner.actor.organizationId,
      what: 'Ask quietly.',
    });
    const previewed = await preview(done(), [id], theirs);
    expect(stood(previewed, 'allowed')).toEqual([[id, 'open', ['Ask quietly.', 'done']]]);
    await world.a.rows(
      `UPDATE recommendation SET confidentiality = 'organization' WHERE id IN (SELECT recommendation_id FROM follow_up WHERE id = $1)`,
      [ids[0]!],
    );
    const { body } = await theirs.get(`/bulk-actions/${String(previewed.body['id'])}`);
    expect(body['allowed']).toMatchObject([{ id, recommendation: null, before: null, after: null }]);
  });
});
