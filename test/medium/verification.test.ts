// Four eyes: who may verify what was claimed, and how a verification falls when its ground goes.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import type { Member } from '../factories/factories.js';
import { eventsOf } from '../support/events.js';
import { type Answer, openWorld, type World } from '../support/world.js';

let world: World;
let other: string;
let editor: Member, bringer: Member, verifier: Member;
let track: string;
let pieces: string[];

beforeEach(async () => {
  world = await openWorld();
  other = await world.a.organization('Europe for Korea');
  editor = await world.a.member({ name: 'Edita' });
  bringer = await world.a.member();
  verifier = await world.a.member({ roles: ['verifier'], organizationId: other, name: 'Vera' });
  track = (await world.a.followUp()).implementation;
  pieces = [await supporting(), await supporting()];
});
afterEach(() => world.close());

async function supporting(by = bringer): Promise<string> {
  const id = await world.a.evidence(by);
  await world.a.link(track, id, by);
  return id;
}

/** A member who holds these roles, with a token for the first; `as` takes another one. */
const somebody = (...roles: Member['actor']['roles']): Promise<Member> =>
  world.a.member({ roles: [...roles], organizationId: other });
const as = (member: Member, role: Member['actor']['roles'][number]): Member => ({
  ...member,
  token: member.tokens[role]!,
});

const move = (by: Member, transition: string, body: Record<string, unknown> = {}): Promise<Answer> =>
  world.as(by).post(`/tracks/${track}/transitions`, { transition, occurredOn: '2013-03-21', ...body });
const claim = (by = editor, body: Record<string, unknown> = {}): Promise<Answer> => move(by, 'claim', body);
const verify = (by = verifier): Promise<Answer> => move(by, 'verify', { occurredOn: null });
const correct = (by: Member, corrects: string, to: string, occurredOn: string | null = '2013-03-21'): Promise<Answer> =>
  move(by, 'correct', { corrects, to, occurredOn, note: 'It was otherwise.' });
const made = async (answer: Promise<Answer>): Promise<string> => {
  const { status, body } = await answer;
  expect({ status, body }).toMatchObject({ status: 201 });
  return body['id'] as string;
};

/** Refused, with exactly these conditions named; nothing is written. */
async function refused(answer: () => Promise<Answer>, ...unmet: string[]): Promise<void> {
  const before = await world.a.rows(
    'SELECT (SELECT count(*) FROM transition), (SELECT count(*) FROM audit_event), (SELECT count(*) FROM track_evidence)',
  );
  const { status, body } = await answer();
  expect({ status, unmet: body['unmet']?.map((u: { condition: string }) => u.condition) }).toEqual({
    status: 422,
    unmet,
  });
  expect(
    await world.a.rows(
      'SELECT (SELECT count(*) FROM transition), (SELECT count(*) FROM audit_event), (SELECT count(*) FROM track_evidence)',
    ),
  ).toEqual(before);
}

const stands = async (): Promise<unknown> =>
  (await world.a.rows('SELECT state, phase, unchecked FROM track WHERE id = $1', [track]))[0];
const IMPLEMENTED = { state: 'implemented', phase: 'fulfilled', unchecked: false };
const AWAITING = { state: 'reported-implemented', phase: 'progressing', unchecked: false };

describe('somebody verifies what was claimed', () => {
  test('another person, of another organization, who brought none of it', async () => {
    await made(claim());
    await made(verify());
    expect(await stands()).toEqual(IMPLEMENTED);
    expect(await eventsOf(world, track)).toEqual(['track.transitioned 2 coalition', 'track.transitioned 3 coalition']);
  });

  test('not the claimant, though a verifier as well', async () => {
    const both = await somebody('verifier', 'editor');
    await made(claim(as(both, 'editor')));
    await refused(() => verify(both), 'other-person-than', 'other-organization-than');
  });

  test('not the claimant with a second account', async () => {
    const both = await somebody('editor', 'verifier');
    await made(claim(both));
    const accountId = await world.a.insert('account', {
      id: uuid(),
      person_id: both.actor.personId,
      email: `${uuid()}@second.example`,
      password_hash: 'none',
    });
    const second: Member = { ...both, token: await world.a.token(accountId, 'verifier') };
    expect((await world.as(second).get(`/tracks/${track}`)).status).toBe(200);
    await refused(() => verify(second), 'other-person-than', 'other-organization-than');
  });

  test('not a colleague of the claimant, unless there is no other organization', async () => {
    const colleague = await world.a.member({ roles: ['verifier'] });
    await made(claim());
    await refused(() => verify(colleague), 'other-organization-than');
    await world.a.rows(`UPDATE membership SET ends_on = '2020-12-31' WHERE organization_id = $1`, [other]);
    await made(verify(colleague));
  });

  test('not whoever entered, linked or edited a piece, also when somebody else linked or cited it again', async () => {
    const [entered, edited, linked] = [
      await somebody('verifier'),
      await somebody('verifier', 'editor'),
      await somebody('verifier', 'editor'),
    ];
    await supporting(entered);
    expect((await world.as(as(edited, 'editor')).patch(`/evidence/${pieces[0]!}`, { locator: 'p. 3' }, 1)).status).toBe(
      200,
    );
    const alone = await world.a.evidence(bringer);
    await made(
      world.as(as(linked, 'editor')).post(`/tracks/${track}/evidence`, { evidenceId: alone, stance: 'supports' }),
    );
    await made(world.as(bringer).post(`/tracks/${track}/evidence`, { evidenceId: alone, stance: 'context' }));
    await made(claim(editor, { evidenceIds: [alone] }));
    for (const who of [entered, edited, linked]) await refused(() => verify(who), 'other-person-than-evidence');
    await made(verify());
  });

  test('whoever brought only what contradicts it may', async () => {
    const critic = await somebody('verifier');
    const against = await world.a.evidence(critic);
    await world.a.link(track, against, critic, { stance: 'contradicts' });
    await made(claim());
    await made(verify(critic));
  });

  test('not whoever brought what the claim cites, though it was taken off and the claim corrected since', async () => {
    const both = await somebody('verifier', 'editor');
    const theirs = await world.a.evidence(both);
    const id = await made(claim(editor, { evidenceIds: [theirs] }));
    expect((await world.as(editor).delete(`/tracks/${track}/evidence/${theirs}`)).status).toBe(204);
    await refused(() => verify(both), 'other-person-than-evidence');
    await made(correct(editor, id, 'reported-implemented', '2013-03-20'));
    await refused(() => verify(both), 'other-person-than-evidence');
    await made(verify());
  });

  test('not whoever corrected the claim, nor whoever made what was corrected into it', async () => {
    const [first, second] = [await somebody('editor', 'verifier'), await somebody('editor', 'verifier')];
    const id = await made(move(first, 'start'));
    await made(correct(second, id, 'reported-implemented'));
    for (const who of [first, second])
      await refused(() => verify(as(who, 'verifier')), 'other-person-than', 'other-organization-than');
    const third = await world.a.member({ roles: ['verifier'] });
    await made(verify(third));
  });

  test('not whoever entered the claim as history, also after a void, and not by a correction either', async () => {
    const historian = await somebody('editor', 'verifier');
    await made(move(historian, 'open', { to: 'reported-implemented', evidenceIds: [pieces[0]] }));
    await refused(() => verify(as(historian, 'verifier')), 'other-person-than', 'other-organization-than');
    const third = await world.a.member({ roles: ['verifier'] });
    const returned = await made(move(third, 'return', { note: 'Not yet.', occurredOn: '2014' }));
    await refused(
      () => correct(as(historian, 'verifier'), returned, 'implemented', '2014'),
      'other-person-than',
      'other-organization-than',
    );
    await made(correct(third, returned, 'implemented', '2014'));
    expect(await stands()).toEqual(IMPLEMENTED);
    expect((await world.as(bringer).patch(`/evidence/${pieces[1]!}`, { locator: 'p. 4' }, 1)).status).toBe(200);
    expect(await stands()).toEqual(AWAITING);
    await refused(() => verify(as(historian, 'verifier')), 'other-person-than', 'other-organization-than');
    await made(verify(third));
  });

  test('a role is missing before anything else is said', async () => {
    await made(claim());
    const { status, body } = await verify(editor);
    expect({ status, code: body['code'] }).toEqual({ status: 403, code: 'role-missing' });
    expect(body['unmet'][0]).toEqual({ condition: 'has-role', message: 'Ask somebody with the role verifier.' });
  });
});

describe('a verification falls when its ground goes', () => {
  let verification: string;

  beforeEach(async () => {
    await made(claim());
    verification = await made(verify());
  });

  const piece = (id: string) => `/evidence/${id}`;
  const patch = (id: string, body: Record<string, unknown>, version = 1) =>
    world.as(bringer).patch(piece(id), body, version);

  /** A `void` was appended, told in the log, and the state is back where it awaits a check. */
  async function voided(by: Member): Promise<void> {
    expect(await stands()).toEqual(AWAITING);
    const history = (await world.as(editor).get(`/tracks/${track}/transitions?sort=recordedAt`)).body['items'];
    expect(history.map((t: Record<string, unknown>) => t['transition'])).toEqual(['claim', 'verify', 'void']);
    expect(history[2]).toMatchObject({
      from: 'implemented',
      to: 'reported-implemented',
      voids: verification,
      inTimelineOnly: false,
      evidence: [],
      note: null,
    });
    const [row] = await world.a.rows('SELECT person_id, position::text, corrects FROM transition WHERE voids = $1', [
      verification,
    ]);
    expect(row).toEqual({ person_id: by.actor.personId, position: '3', corrects: null });
    expect(await eventsOf(world, track)).toEqual(expect.arrayContaining(['track.transitioned 4 coalition']));
    expect((await eventsOf(world, track)).filter((event) => event.startsWith('track.transitioned'))).toHaveLength(3);
    const [followUp] = await world.a.rows(
      'SELECT implementation_state, implementation_phase FROM follow_up WHERE id = (SELECT follow_up_id FROM track WHERE id = $1)',
      [track],
    );
    expect(followUp).toEqual({ implementation_state: 'reported-implemented', implementation_phase: 'progressing' });
  }

  async function stillStands(): Promise<void> {
    expect(await stands()).toEqual(IMPLEMENTED);
    expect(await world.a.rows(`SELECT FROM transition WHERE transition = 'void'`)).toEqual([]);
  }

  test('what is said about a piece is changed', async () => {
    expect((await patch(pieces[0]!, { locator: 'p. 7' })).status).toBe(200);
    await voided(bringer);
  });

  test('a piece is made more confidential', async () => {
    expect((await patch(pieces[0]!, { confidentiality: 'organization' })).status).toBe(200);
    await voided(bringer);
  });

  test('a piece is declined', async () => {
    const administrator = await world.a.member({ roles: ['administrator'] });
    expect(
      (
        await world
          .as(administrator)
          .post(
            `${piece(pieces[0]!)}/acceptance`,
            { acceptance: 'declined', reason: 'A forgery.' },
            { 'if-match': '"1"' },
          )
      ).status,
    ).toBe(200);
    await voided(administrator);
  });

  test('a piece is taken off', async () => {
    expect((await world.as(editor).delete(`/tracks/${track}/evidence/${pieces[1]!}`)).status).toBe(204);
    await voided(editor);
  });

  test('a piece turns out to say something else', async () => {
    await made(world.as(editor).post(`/tracks/${track}/evidence`, { evidenceId: pieces[1], stance: 'contradicts' }));
    await voided(editor);
  });

  test('a piece turns out to be the act itself, or not to be', async () => {
    await made(
      world.as(editor).post(`/tracks/${track}/evidence`, { evidenceId: pieces[1], stance: 'supports', shows: 'act' }),
    );
    await voided(editor);
  });

  test('but not when a piece is linked again as it was, accepted again, or checked', async () => {
    await made(world.as(editor).post(`/tracks/${track}/evidence`, { evidenceId: pieces[1], stance: 'supports' }));
    expect(
      (
        await world
          .as(editor)
          .post(`${piece(pieces[0]!)}/acceptance`, { acceptance: 'accepted' }, { 'if-match': '"1"' })
      ).status,
    ).toBe(200);
    const [{ version }] = (await world.a.rows<{ version: number }>('SELECT version FROM evidence WHERE id = $1', [
      pieces[0],
    ])) as [{ version: number }];
    expect(
      (await world.as(verifier).post(`${piece(pieces[0]!)}/verification`, undefined, { 'if-match': `"${version}"` }))
        .status,
    ).toBe(200);
    await stillStands();
  });

  test('but not when a piece that came later changes', async () => {
    const later = await supporting();
    expect((await patch(later, { locator: 'p. 7' })).status).toBe(200);
    expect((await world.as(editor).delete(`/tracks/${track}/evidence/${later}`)).status).toBe(204);
    await stillStands();
  });

  test('but not when a piece on another track changes', async () => {
    const elsewhere = await world.a.evidence(bringer);
    await world.a.link((await world.a.followUp()).implementation, elsewhere, bringer);
    expect((await patch(elsewhere, { locator: 'p. 7' })).status).toBe(200);
    await stillStands();
  });

  test('once: what changes after that changes nothing more', async () => {
    await patch(pieces[0]!, { locator: 'p. 7' });
    await patch(pieces[0]!, { locator: 'p. 8' }, 2);
    await patch(pieces[1]!, { locator: 'p. 9' });
    await voided(bringer);
  });

  test('another verification puts it back, by whoever changed nothing', async () => {
    const changer = await world.a.member({ roles: ['editor', 'verifier'], organizationId: other });
    expect((await world.as(changer).patch(piece(pieces[0]!), { locator: 'p. 7' }, 1)).status).toBe(200);
    await refused(() => verify(as(changer, 'verifier')), 'other-person-than-evidence');
    await made(verify(await world.a.member({ roles: ['verifier'], organizationId: await world.a.organization() })));
    expect(await stands()).toEqual(IMPLEMENTED);
    await patch(pieces[1]!, { locator: 'p. 9' });
    expect(await stands()).toEqual(AWAITING);
  });

  test('a verification that was dated anew falls too', async () => {
    const redated = await made(correct(verifier, verification, 'implemented', '2013-03-22'));
    await patch(pieces[0]!, { locator: 'p. 7' });
    expect(await stands()).toEqual(AWAITING);
    expect(await world.a.rows(`SELECT voids FROM transition WHERE transition = 'void'`)).toEqual([{ voids: redated }]);
  });

  test('what was reversed since is not verified any more, and stays', async () => {
    const against = await world.a.evidence(bringer);
    await world.a.link(track, against, bringer, { stance: 'contradicts' });
    await made(move(editor, 'reverse', { occurredOn: null, note: 'They undid it.' }));
    await patch(pieces[0]!, { locator: 'p. 7' });
    expect(await stands()).toEqual({ state: 'reversed', phase: 'reversed', unchecked: false });
  });
});

describe('a verification stands on what was linked then, and spoke for it', () => {
  const changed = async (id: string): Promise<unknown> => {
    expect((await world.as(bringer).patch(`/evidence/${id}`, { locator: 'p. 7' }, 1)).status).toBe(200);
    return stands();
  };

  test('not on what only contradicted it', async () => {
    const against = await world.a.evidence(bringer);
    await world.a.link(track, against, bringer, { stance: 'contradicts' });
    await made(claim());
    await made(verify());
    expect(await changed(against)).toEqual(IMPLEMENTED);
  });

  test('not on what was taken off, or turned out to contradict it, before', async () => {
    const [off, turned] = [await supporting(), await supporting()];
    expect((await world.as(editor).delete(`/tracks/${track}/evidence/${off}`)).status).toBe(204);
    await made(world.as(editor).post(`/tracks/${track}/evidence`, { evidenceId: turned, stance: 'contradicts' }));
    await made(claim());
    await made(verify());
    expect(await changed(off)).toEqual(IMPLEMENTED);
    expect(await changed(turned)).toEqual(IMPLEMENTED);
  });

  test('also on context', async () => {
    const context = await world.a.evidence(bringer);
    await world.a.link(track, context, bringer, { stance: 'context' });
    await made(claim());
    await made(verify());
    expect(await changed(context)).toEqual(AWAITING);
  });

  test('on one piece several verifications can stand', async () => {
    const first = track;
    await made(claim());
    await made(verify());
    track = (await world.a.followUp()).implementation;
    for (const id of pieces) await world.a.link(track, id, bringer);
    await made(claim());
    await made(verify());
    expect(await changed(pieces[0]!)).toEqual(AWAITING);
    track = first;
    expect(await stands()).toEqual(AWAITING);
  });
});
