// A membership ends after it was seen what only this person can open, or at once with that said.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '../factories/factories.js';
import { type Browser, browserOf } from '../support/people.js';
import { openedEvents, refused } from '../support/record.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let leaver: Member;
let colleague: Member;
let ada: Member;
let theirs: Browser;
let administrator: Browser;

const CANARY = 'kanarienvogel';

beforeEach(async () => {
  world = await openWorld();
  leaver = await world.a.member({ roles: ['partner'], organizationId: await world.a.organization() });
  colleague = await world.a.member({ roles: ['verifier'] });
  ada = await world.a.member({ roles: ['administrator'] });
  await world.a.member({ roles: ['administrator'] });
  [theirs, administrator] = [await browserOf(world, leaver), await browserOf(world, ada)];
});
afterEach(() => world.close());

/** A piece that its bringer alone may open. */
async function piece(title = `A ${CANARY} account`): Promise<string> {
  const { status, body } = await theirs.post('/evidence', {
    ...{ kind: 'account', title, terms: 'background', statement: `A ${CANARY} statement` },
    confidentiality: 'restricted',
  });
  expect(status).toBe(201);
  return body['id'];
}
const leaving = (reader: Browser, of = leaver): Promise<Answer> =>
  reader.get(`/members/${of.actor.membershipId}/leaving`);
const end = (body: Record<string, unknown> = {}, by = administrator, version = 1): Promise<Answer> =>
  by.patch(`/members/${leaver.actor.membershipId}`, { endsOn: '2024-01-31', ...body }, version);
const endsOn = async (): Promise<string | null> =>
  (
    await world.a.rows<{ day: string | null }>('SELECT ends_on::text AS day FROM membership WHERE id = $1', [
      leaver.actor.membershipId,
    ])
  )[0]?.day ?? null;

/** As the two-person way of naming readers does it. */
async function nameReader(id: string, reader: Member = colleague): Promise<void> {
  const { body } = await theirs.post(`/evidence/${id}/reader-requests`, {
    memberId: reader.actor.membershipId,
    askedOfId: ada.actor.membershipId,
    reason: 'Goes on with it.',
    endsOn: '2099-12-31',
  });
  expect((await administrator.post(`/reader-requests/${body['id']}/decision`, { decision: 'confirm' })).status).toBe(
    200,
  );
}

describe('what only one person can open', () => {
  it('is told to administrators as a number, to that person by title, and to nobody else', async () => {
    const [first] = [await piece(), await piece('Another')];
    const seen = await leaving(administrator);
    expect([seen.status, seen.body]).toEqual([200, { opensAlone: 2, pieces: [] }]);
    expect(JSON.stringify(seen)).not.toContain(CANARY);
    expect(JSON.stringify(seen)).not.toContain(first);
    const own = await leaving(theirs);
    expect(own.body).toEqual({
      opensAlone: 2,
      pieces: [
        { id: first, title: `A ${CANARY} account` },
        { id: expect.any(String), title: 'Another' },
      ],
    });
    const other = await browserOf(world, colleague);
    await refused(world, () => leaving(other), 404, 'not-found');
    const foreign = await world.a.otherWorkspace();
    const stranger = await browserOf(world, await foreign.member({ roles: ['administrator'] }), 0, foreign.slug);
    await refused(world, () => leaving(stranger), 404, 'not-found');
  });

  it('is nothing that another member may open too, nor what is not restricted or was erased', async () => {
    const [shared, lapsed, ended, erased] = [await piece(), await piece(), await piece(), await piece()];
    const coalition = await world.a.evidence(leaver, { confidentiality: 'coalition' });
    expect(coalition).toBeDefined();
    for (const id of [shared, lapsed, ended]) await nameReader(id);
    expect((await leaving(administrator)).body['opensAlone']).toBe(1);
    await world.a.rows(`UPDATE evidence_grant SET ends_on = '2020-01-01' WHERE evidence_id = $1 AND person_id = $2`, [
      lapsed,
      colleague.actor.personId,
    ]);
    await world.a.rows(`UPDATE evidence_grant SET ended_at = now() WHERE evidence_id = $1 AND person_id = $2`, [
      ended,
      colleague.actor.personId,
    ]);
    expect((await leaving(administrator)).body['opensAlone']).toBe(3);
    await world.a.rows(`UPDATE evidence SET withdrawal = 'erased' WHERE id = $1`, [erased]);
    // A reader who is no member any more opens nothing.
    await world.a.rows(`UPDATE membership SET ends_on = '2020-01-01' WHERE id = $1`, [colleague.actor.membershipId]);
    const { body } = await leaving(theirs);
    expect(body['pieces'].map(({ id }: { id: string }) => id)).toEqual([shared, lapsed, ended]);
  });
});

describe('ending a membership', () => {
  it('is refused as long as nobody else could open something, and goes once another reader is named', async () => {
    const id = await piece();
    const answer = await refused(world, () => end(), 409, 'opens-alone');
    expect(answer.body['opensAlone']).toBe(1);
    expect(JSON.stringify(answer)).not.toContain(CANARY);
    await refused(world, () => end({ leavesClosed: 0 }), 409, 'opens-alone');
    await refused(world, () => end({ leavesClosed: 2 }), 409, 'opens-alone');
    await refused(world, () => end({}, theirs), 403, 'forbidden');
    expect(await endsOn()).toBeNull();
    await nameReader(id);
    expect((await end()).status).toBe(200);
    expect(await endsOn()).toBe('2024-01-31');
    expect((await (await browserOf(world, colleague)).get(`/evidence/${id}`)).status).toBe(200);
  });

  it('goes at once in an emergency, with what stays closed in the log; then nobody opens it', async () => {
    const id = await piece();
    expect((await end({ leavesClosed: 1 })).status).toBe(200);
    expect(await endsOn()).toBe('2024-01-31');
    expect((await theirs.get('/evidence')).status).toBe(404);
    for (const who of [ada, colleague]) expect((await world.as(who).get(`/evidence/${id}`)).status).toBe(404);
    const event = (await openedEvents(world, leaver.actor.membershipId)).at(-1);
    expect(event).toMatchObject({ action: 'member.updated', details: { endsOn: '2024-01-31', leavesClosed: 1 } });
    // A later day takes nothing away, and a membership that goes on opens it again.
    expect((await end({ endsOn: null }, administrator, 2)).status).toBe(200);
    expect((await theirs.get(`/evidence/${id}`)).status).toBe(200);
  });

  it('asks nothing where it lasts longer, or where there is nothing of the kind', async () => {
    expect((await end({ endsOn: '2099-01-31' })).status).toBe(200);
    await piece();
    expect((await end({ endsOn: '2099-06-30' }, administrator, 2)).status).toBe(200);
    expect((await end({ endsOn: '2099-03-31' }, administrator, 3)).body['code']).toBe('opens-alone');
    expect(
      (await openedEvents(world, leaver.actor.membershipId)).every(({ details }) => !('leavesClosed' in details)),
    ).toBe(true);
  });
});
