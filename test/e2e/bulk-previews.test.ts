// What a preview says of each item, and that it changes none of them.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v4 as random } from 'uuid';
import type { Member } from '../factories/factories.js';
import { bytesOf, everything, openedEvents, outcomeOf, refused, rowOf } from '../support/record.js';
import { type Answer, type Caller, openWorld, type World } from '../support/world.js';

type FollowUp = Awaited<ReturnType<World['a']['followUp']>>;

let world: World;
let editor: Member;
let api: Caller;
let piece: string;
let followUps: FollowUp[];

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  api = world.as(editor);
  piece = await world.a.evidence(editor);
  followUps = [await world.a.followUp(), await world.a.followUp(), await world.a.followUp()];
});
afterEach(() => world.close());

const tracks = (): string[] => followUps.map(({ implementation }) => implementation);
const ids = (of: string[]): { id: string }[] => of.map((id) => ({ id }));
const start = (given: Record<string, unknown> = {}) => ({
  transition: { transition: 'start', occurredOn: null, evidenceIds: [piece], ...given },
});
const preview = (what: object, of: string[] = tracks(), caller = api): Promise<Answer> =>
  caller.post('/bulk-actions', { ...what, items: ids(of) });
const idsIn = (answer: Answer, state: string): string[] => answer.body[state].map((item: { id: string }) => item.id);
const codesOf = (answer: Answer): Record<string, string> =>
  Object.fromEntries(answer.body['refused'].map((item: { id: string; code: string }) => [item.id, item.code]));

/** Everything but what a preview itself writes. */
async function record(): Promise<Record<string, string>> {
  const OF_A_PREVIEW = ['bulk_action', 'bulk_action_item', 'audit_event', 'audit_salt', 'audit_leaf'];
  return Object.fromEntries(Object.entries(await everything(world)).filter(([table]) => !OF_A_PREVIEW.includes(table)));
}

describe('a preview', () => {
  it('says what would be done and what not, with how each stands before and after, and changes nothing', async () => {
    const closed = await world.a.followUp();
    await world
      .as(editor)
      .post(`/follow-ups/${closed.id}/closing`, { kind: 'duplicate', occurredOn: null, reason: 'Twice.' });
    const before = await record();
    const answer = await preview(start(), [...tracks(), closed.implementation]);
    expect([answer.status, answer.headers['etag']]).toEqual([201, '"1"']);
    expect(answer.body).toMatchObject({
      action: 'transition',
      state: 'previewed',
      transition: { transition: 'start', occurredOn: null, evidenceIds: [piece] },
      evidence: null,
      owner: null,
      theme: null,
      counts: { items: 4, allowed: 3, refused: 1, done: 0, undone: 0, kept: 0 },
      confirmedAt: null,
    });
    expect(idsIn(answer, 'allowed')).toEqual(tracks());
    expect(answer.body['allowed'][0]).toMatchObject({
      recommendation: { id: followUps[0]!.recommendationId },
      addressee: { id: followUps[0]!.addresseeId },
      axis: 'implementation',
      before: { state: 'not-assessed', label: 'Not assessed', phase: 'unknown' },
      after: { state: 'under-way', label: 'Under way', phase: 'progressing' },
      code: null,
      eventIds: [],
    });
    expect(answer.body['refused']).toMatchObject([
      {
        id: closed.implementation,
        code: 'closed',
        message: 'Not as things stand. This follow-up is closed. Reopen it to move it.',
        after: null,
      },
    ]);
    const hours = (Date.parse(answer.body['expiresAt']) - Date.parse(answer.body['createdAt'])) / 3_600_000;
    expect(Math.round(hours * 10) / 10).toBe(24);
    expect(await record()).toEqual(before);
    expect(await openedEvents(world, answer.body['id'])).toEqual([
      {
        action: 'bulk-action.previewed',
        objectType: 'bulk-action',
        version: 1,
        level: 'coalition',
        outcome: 'allow',
        details: { action: 'transition', allowed: 3, refused: 1 },
      },
    ]);
    expect((await api.get(`/bulk-actions/${String(answer.body['id'])}`)).body).toEqual(answer.body);
  });

  it('is the same with an Idempotency-Key, and sent again makes no second one', async () => {
    const before = await record();
    const key = { 'idempotency-key': random() };
    const ask = () => api.post('/bulk-actions', { ...start(), items: ids(tracks()) }, key);
    const [first, again] = [await ask(), await ask()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect(await world.a.rows('SELECT FROM bulk_action')).toHaveLength(1);
    const { idempotency_key: _, ...rest } = await record();
    const { idempotency_key: __, ...was } = before;
    expect(rest).toEqual(was);
  });

  it('tells labels in the language of its reader', async () => {
    const { body } = await preview(start());
    const korean = await api.get(`/bulk-actions/${String(body['id'])}`, { 'accept-language': 'ko' });
    expect(korean.body['allowed'][0].after).toMatchObject({ state: 'under-way', label: '진행 중' });
  });
});

describe('a refusal is that of the single act', () => {
  /** Asks both ways and holds one against the other. */
  async function same(what: object, thing: string, single: () => Promise<Answer>, caller = api): Promise<Answer> {
    const alone = await single();
    const bulk = await preview(what, [thing], caller);
    expect(bulk.body['refused']).toMatchObject([
      { id: thing, code: alone.body['code'], unmet: alone.body['unmet'] ?? [] },
    ]);
    expect(bulk.body['allowed']).toEqual([]);
    return bulk;
  }
  const move =
    (track: string, what: { transition: object }, caller = api) =>
    () =>
      caller.post(`/tracks/${track}/transitions`, what.transition);

  it('409 from this state', async () => {
    const [track] = tracks() as [string];
    const verify = start({ transition: 'reopen' });
    expect((await same(verify, track, move(track, verify))).body['refused'][0].code).toBe('transition-not-allowed');
  });

  it('422 unmet conditions, each with how to meet it', async () => {
    const [track] = tracks() as [string];
    const claim = start({ transition: 'claim', evidenceIds: [] });
    const { body } = await same(claim, track, move(track, claim));
    expect(body['refused'][0].unmet.length).toBeGreaterThan(0);
    expect(body['refused'][0].message).toBe(
      body['refused'][0].unmet.map((u: { message: string }) => u.message).join(' '),
    );
  });

  it('422 separation of duties: a claim of one’s own is not verified', async () => {
    const both = await world.a.member({ roles: ['verifier', 'editor'], organizationId: await world.a.organization() });
    const asEditor = world.as({ ...both, token: both.tokens.editor! });
    const [track] = tracks() as [string];
    const act = await world.a.evidence(editor);
    await world.a.link(track, act, editor, { shows: 'act' });
    await asEditor.post(`/tracks/${track}/transitions`, { transition: 'claim', occurredOn: null });
    const verify = start({ transition: 'verify', evidenceIds: [] });
    const { body } = await same(verify, track, move(track, verify, world.as(both)), world.as(both));
    expect(body['refused'][0].unmet.map((u: { condition: string }) => u.condition)).toContain('other-person-than');
  });

  it('403 for a transition of another role', async () => {
    const verifier = world.as(await world.a.member({ roles: ['verifier'] }));
    const [track] = tracks() as [string];
    const { body } = await same(start(), track, move(track, start(), verifier), verifier);
    expect(body['refused'][0].code).toBe('role-missing');
  });

  it('403 for what somebody else’s evidence means', async () => {
    const partner = world.as(await world.a.member({ roles: ['partner'] }));
    const link = { evidence: { evidenceId: piece, stance: 'supports' } };
    const [track] = tracks() as [string];
    await same(link, track, () => partner.post(`/tracks/${track}/evidence`, link.evidence), partner);
  });

  it('412 where it was seen in another version', async () => {
    const [track] = tracks() as [string];
    const { body } = await api.post('/bulk-actions', {
      ...start(),
      items: [
        { id: track, version: 7 },
        { id: tracks()[1], version: 1 },
      ],
    });
    expect(body['refused']).toMatchObject([{ id: track, code: 'stale' }]);
    expect(body['allowed']).toMatchObject([{ id: tracks()[1] }]);
  });

  it('409 where nothing would be changed', async () => {
    const [track] = tracks() as [string];
    await world.a.link(track, piece, editor);
    expect(codesOf(await preview({ evidence: { evidenceId: piece, stance: 'supports' } }))).toEqual({
      [track]: 'unchanged',
    });
    const theme = await world.a.theme();
    const [one, two] = [await world.a.recommendation(), await world.a.recommendation()];
    await api.patch(`/recommendations/${one}`, { themeIds: [theme] }, 1);
    expect(codesOf(await preview({ theme: { themeId: theme, change: 'add' } }, [one, two]))).toEqual({
      [one]: 'unchanged',
    });
    expect(codesOf(await preview({ theme: { themeId: theme, change: 'remove' } }, [one, two]))).toEqual({
      [two]: 'unchanged',
    });
    expect(codesOf(await preview({ owner: { ownerId: null } }, [followUps[0]!.id]))).toEqual({
      [followUps[0]!.id]: 'unchanged',
    });
  });
});

describe('what says something of each track', () => {
  it.each(['open', 'correct', 'migrate', 'void'])('is not done in bulk: %s', async (transition) => {
    await api.post(`/tracks/${tracks()[0]!}/transitions`, {
      transition: 'start',
      occurredOn: null,
      evidenceIds: [piece],
    });
    const { body } = await preview(start({ transition, note: 'All alike.' }));
    expect(body['counts']).toMatchObject({ allowed: 0, refused: 3 });
    for (const { code } of body['refused']) expect(code).toBe('transition-not-allowed');
  });
});

describe('what one may not see', () => {
  it('is not found, whether it is hidden, of another workspace, or nothing at all', async () => {
    const organizationId = await world.a.organization();
    const recommendation = await world.a.recommendation({
      confidentiality: 'organization',
      organization_id: organizationId,
    });
    const hidden = await world.a.followUp({ recommendation_id: recommendation });
    const elsewhere = await (await world.a.otherWorkspace()).followUp();
    const never = random();
    for (const [what, things] of [
      [start(), [hidden.implementation, elsewhere.implementation, never]],
      [{ evidence: { evidenceId: piece, stance: 'context' } }, [hidden.response, elsewhere.response, never]],
      [{ owner: { ownerId: editor.actor.membershipId } }, [hidden.id, elsewhere.id, never]],
      [
        { theme: { themeId: await world.a.theme(), change: 'add' } },
        [recommendation, elsewhere.recommendationId, never],
      ],
    ] as const) {
      const { body } = await preview(what, [...things]);
      const [first, ...others] = body['refused'].map(({ id: _, ...said }: { id: string }) => said);
      expect(first).toMatchObject({ code: 'not-found', recommendation: null, before: null });
      expect(others).toEqual([first, first]);
    }
  });

  it('is no longer told of once it is hidden: its id and outcome are left', async () => {
    const { body } = await preview(start(), [...tracks(), random()]);
    const { recommendationId } = followUps[0]!;
    await world.a.rows(
      `UPDATE recommendation SET confidentiality = 'organization', organization_id = $1 WHERE id = $2`,
      [await world.a.organization(), recommendationId],
    );
    const now = await api.get(`/bulk-actions/${String(body['id'])}`);
    expect(now.body['allowed'][0]).toMatchObject({
      id: tracks()[0],
      recommendation: null,
      addressee: null,
      axis: null,
      before: null,
      after: null,
    });
    expect(now.body['allowed'][1]).toEqual(body['allowed'][1]);
  });

  it.each([
    ['/transition/evidenceIds/1', () => start({ evidenceIds: [piece, random()] }), () => tracks()],
    ['/evidence/evidenceId', () => ({ evidence: { evidenceId: random(), stance: 'supports' } }), () => tracks()],
    ['/owner/ownerId', () => ({ owner: { ownerId: random() } }), () => [followUps[0]!.id]],
    ['/theme/themeId', () => ({ theme: { themeId: random(), change: 'add' } }), () => [followUps[0]!.recommendationId]],
  ])('and is named in what is asked for, is 404 at %s', async (pointer, what, of) => {
    expect(outcomeOf(await refused(world, () => preview(what(), of()), 404, 'not-found'))).toEqual([
      404,
      'not-found',
      pointer,
    ]);
  });
});

describe('a choice by filter', () => {
  it('finds what the list finds, and keeps it whatever the list finds later', async () => {
    const [one, two] = followUps as [FollowUp, FollowUp];
    const filter = {
      followUps: { addressee: [one.addresseeId, two.addresseeId], implementationState: ['not-assessed'] },
      axis: 'implementation',
    };
    const { body } = await api.post('/bulk-actions', { ...start(), filter });
    expect(body['allowed'].map((item: { id: string }) => item.id).sort()).toEqual(
      [one.implementation, two.implementation].sort(),
    );
    await world.a.followUp({ addressee_id: one.addresseeId });
    const { body: receipt } = await api.post(`/bulk-actions/${String(body['id'])}/confirmation`);
    expect(receipt['counts']).toMatchObject({ items: 2, done: 2 });
  });

  it('takes follow-ups for owners, tracks of either axis, and recommendations for themes', async () => {
    const [one] = followUps as [FollowUp];
    const theirs = { followUps: { addressee: [one.addresseeId] } };
    const chosenBy = async (what: object, filter: object) =>
      idsIn(await api.post('/bulk-actions', { ...what, filter }), 'allowed');
    expect(await chosenBy({ owner: { ownerId: editor.actor.membershipId } }, theirs)).toEqual([one.id]);
    const link = { evidence: { evidenceId: piece, stance: 'context' } };
    expect(await chosenBy(link, { ...theirs, axis: 'response' })).toEqual([one.response]);
    const theme = { theme: { themeId: await world.a.theme(), change: 'add' } };
    expect(await chosenBy(theme, { recommendations: { addressee: [one.addresseeId] } })).toEqual([
      one.recommendationId,
    ]);
  });

  it('takes the filters of the lists, all of them and no others', async () => {
    const { body } = await world.at().get('/api/openapi.json');
    const document = body as { paths: Record<string, any>; components: { schemas: Record<string, any> } };
    const ofPages = ['limit', 'cursor', 'count', 'updatedSince', 'sort', 'fields', 'workspace'];
    // How things stood is shown, never acted on.
    const ofReports = ['asOf', 'knownAt'];
    for (const [path, dto] of [
      ['follow-ups', 'FollowUpsFilterDto'],
      ['recommendations', 'RecommendationsFilterDto'],
    ] as const) {
      const names = document.paths[`/api/v1/workspaces/{workspace}/${path}`].get.parameters.map(
        (p: { name: string }) => p.name,
      );
      expect(Object.keys(document.components.schemas[dto].properties).sort()).toEqual(
        names.filter((name: string) => ![...ofPages, ...ofReports].includes(name)).sort(),
      );
    }
  });

  it.each([
    ['other-list', '/filter', start(), { recommendations: {}, axis: 'response' }],
    ['other-list', '/filter', start(), { axis: 'response' }],
    ['axis', '/filter/axis', start(), { followUps: {} }],
    ['axis', '/filter/axis', { owner: { ownerId: null } }, { followUps: {}, axis: 'response' }],
    ['other-list', '/filter', { theme: { themeId: random(), change: 'add' } }, { followUps: {} }],
    [
      'axis',
      '/filter/axis',
      { theme: { themeId: random(), change: 'add' } },
      { recommendations: {}, axis: 'response' },
    ],
    ['nothing-found', '/filter', start(), { followUps: { addressee: [random()] }, axis: 'response' }],
  ])('is refused as %s at %s where it does not fit', async (code, pointer, what, filter) => {
    const asked = 'transition' in what ? start() : what;
    const answer = await refused(world, () => api.post('/bulk-actions', { ...asked, filter }), 422, code);
    expect(outcomeOf(answer)).toEqual([422, code, pointer]);
  });

  it('finds what entered a phase between two days, as the lists do', async () => {
    const [first] = followUps as [FollowUp];
    await api.post(`/tracks/${first.implementation}/transitions`, {
      ...start({ occurredOn: '2020-01-15', note: 'It began.' }).transition,
    });
    const found = async (act: object, list: string, filter: object): Promise<unknown[]> => {
      const { body } = await api.post('/bulk-actions', { ...act, filter: { [list]: filter } });
      return body['counts'] ? [body['counts'].items, idsIn({ body } as Answer, 'allowed')] : [body['code']];
    };
    const entered = { entered: ['progressing'], from: '2020-01-01', to: '2020-01-31' };
    const owner = { owner: { ownerId: editor.actor.membershipId } };
    const theme = { theme: { themeId: await world.a.theme(), change: 'add' } };
    expect(await found(owner, 'followUps', entered)).toEqual([1, [first.id]]);
    expect(await found(theme, 'recommendations', entered)).toEqual([1, [first.recommendationId]]);
    for (const [act, list] of [
      [owner, 'followUps'],
      [theme, 'recommendations'],
    ] as const) {
      expect(await found(act, list, { ...entered, from: '2020-01-16' })).toEqual(['nothing-found']);
      expect(await found(act, list, { entered: ['progressing'] })).toEqual(['invalid-input']);
    }
  });

  it('of more than 200 is refused, saying how many it found', async () => {
    await world.a.rows(
      `INSERT INTO recommendation (id, workspace_id, organization_id, code, title, text, source_id)
       SELECT gen_random_uuid(), workspace_id, organization_id, 'MANY-' || n, title, text, source_id FROM recommendation, generate_series(1, 198) n WHERE id = $1`,
      [followUps[0]!.recommendationId],
    );
    await world.a.rows(
      `INSERT INTO track (id, workspace_id, confidentiality, organization_id, recommendation_id, axis, workflow_id, state, phase)
       SELECT gen_random_uuid(), t.workspace_id, t.confidentiality, t.organization_id, r.id, t.axis, t.workflow_id, t.state, t.phase
       FROM track t, recommendation r WHERE t.recommendation_id = $1 AND t.axis = 'publication' AND r.code LIKE 'MANY-%' AND r.workspace_id = t.workspace_id`,
      [followUps[0]!.recommendationId],
    );
    const ask = () => api.post('/bulk-actions', { theme: { themeId, change: 'add' }, filter: { recommendations: {} } });
    const themeId = await world.a.theme();
    const { body } = await refused(world, ask, 422, 'too-many');
    expect(body['detail']).toContain('It finds 201');
    await world.a.rows(`DELETE FROM recommendation WHERE code = 'MANY-1'`);
    expect((await ask()).body['counts']).toMatchObject({ items: 200, allowed: 200 });
  });
});

describe('what is asked for', () => {
  const OWNER = { owner: { ownerId: null } };
  it.each([
    [422, 'one-action', '', {}],
    [422, 'one-action', '', { ...OWNER, theme: { themeId: random(), change: 'add' } }],
    [422, 'one-selection', '/items', { items: undefined, ...OWNER }],
    [422, 'one-selection', '/items', { ...OWNER, filter: { followUps: {} } }],
    [400, 'invalid-input', '/items', { ...OWNER, items: [] }],
    [
      400,
      'invalid-input',
      '/items',
      {
        ...OWNER,
        items: [
          { id: '0190a1b2-0000-7000-8000-000000000000' },
          { id: '0190a1b2-0000-7000-8000-000000000000', version: 1 },
        ],
      },
    ],
    [400, 'invalid-input', '/items', { ...OWNER, items: Array.from({ length: 201 }, () => ({ id: random() })) }],
    [400, 'invalid-input', '/items/0/id', { ...OWNER, items: [{ id: 'x' }] }],
    [400, 'invalid-input', '/items/0/version', { ...OWNER, items: [{ id: random(), version: 1.5 }] }],
    [400, 'invalid-input', '/owner/ownerId', { owner: {} }],
    [400, 'invalid-input', '/owner', { owner: null }],
    [400, 'invalid-input', '/theme/change', { theme: { themeId: random(), change: 'toggle' } }],
    [400, 'invalid-input', '/evidence/stance', { evidence: { evidenceId: random(), stance: 'likes' } }],
    [400, 'invalid-input', '/transition/transition', { transition: { transition: 'Start', occurredOn: null } }],
    [400, 'invalid-input', '/transition/occurredOn', { transition: { transition: 'start', occurredOn: '2020-02-30' } }],
    [
      400,
      'invalid-input',
      '/transition/corrects',
      { transition: { transition: 'correct', occurredOn: null, corrects: random() } },
    ],
    [400, 'invalid-input', '/reminder', { reminder: {} }],
    [400, 'invalid-input', '/nextStepDone/note', { nextStepDone: { note: ' ' } }],
    [
      400,
      'invalid-input',
      '/filter/followUps/closed',
      { ...OWNER, items: undefined, filter: { followUps: { closed: 'true' } } },
    ],
    [
      400,
      'invalid-input',
      '/filter/followUps/theme',
      { ...OWNER, items: undefined, filter: { followUps: { theme: random() } } },
    ],
    [
      400,
      'invalid-input',
      '/filter/followUps/likes',
      { ...OWNER, items: undefined, filter: { followUps: { likes: [] } } },
    ],
  ])('is refused with %i %s at "%s" (%#)', async (status, code, pointer, body) => {
    const ask = () => api.post('/bulk-actions', { items: [{ id: random() }], ...body });
    expect(outcomeOf(await refused(world, ask, status, code))).toEqual([status, code, pointer]);
  });

  it.each([
    ['verifier', ['transition', 'evidence', 'nextStep', 'nextStepDone']],
    ['partner', ['evidence', 'nextStep', 'nextStepDone']],
    ['auditor', []],
    ['administrator', ['transition', 'evidence', 'owner', 'theme', 'nextStep', 'nextStepDone']],
  ] as const)('is asked of the permission of its single act: %s may %j', async (role, may) => {
    const caller = world.as(await world.a.member({ roles: [role] }));
    const all = {
      transition: [start(), tracks()],
      evidence: [{ evidence: { evidenceId: piece, stance: 'supports' } }, tracks()],
      owner: [{ owner: { ownerId: editor.actor.membershipId } }, [followUps[0]!.id]],
      theme: [{ theme: { themeId: await world.a.theme(), change: 'add' } }, [followUps[0]!.recommendationId]],
      nextStep: [{ nextStep: { what: 'x', ownerId: editor.actor.membershipId, dueOn: '2030' } }, [followUps[0]!.id]],
      nextStepDone: [{ nextStepDone: {} }, [random()]],
    } as const;
    const allowed: string[] = [];
    for (const [action, [what, of]] of Object.entries(all)) {
      const { status, body } = await preview(what, [...of], caller);
      expect([201, 403]).toContain(status);
      if (status === 403) expect(body['code']).toBe('forbidden');
      else allowed.push(action);
    }
    expect(allowed).toEqual(may);
  });
});

describe('previews and receipts', () => {
  it('are listed without their items, the newest first, by action and page by page', async () => {
    const first = await preview(start());
    const second = await preview({ owner: { ownerId: editor.actor.membershipId } }, [followUps[0]!.id]);
    const { body } = await api.get('/bulk-actions?count=true');
    const { allowed: _, refused: __, done: ___, undone: ____, kept: _____, ...brief } = second.body;
    expect([body['count'], body['items'].map((b: { id: string }) => b.id)]).toEqual([
      2,
      [second.body['id'], first.body['id']],
    ]);
    expect(body['items'][0]).toEqual(brief);
    const page = await api.get('/bulk-actions?limit=1');
    const rest = await api.get(`/bulk-actions?limit=1&cursor=${String(page.body['nextCursor'])}`);
    expect(rest.body['items']).toMatchObject([{ id: first.body['id'] }]);
    expect((await api.get('/bulk-actions?action=owner')).body['items']).toMatchObject([{ id: second.body['id'] }]);
    expect((await api.get('/bulk-actions?action=likes')).status).toBe(400);
  });

  it('are their maker’s own: to everybody else, and to the same person for another organization, there is none', async () => {
    const { body } = await preview(start());
    const id = String(body['id']);
    const organizationId = await world.a.organization();
    const others = [
      await world.a.member({ roles: ['administrator'] }),
      await world.a.member(),
      await world.a.member({ organizationId }),
    ];
    const never = [
      bytesOf(await api.get(`/bulk-actions/${random()}`)),
      bytesOf(await api.post(`/bulk-actions/${random()}/confirmation`)),
    ];
    for (const other of others.map((member) => world.as(member))) {
      expect(bytesOf(await refused(world, () => other.get(`/bulk-actions/${id}`), 404, 'not-found'))).toBe(never[0]);
      expect(
        bytesOf(await refused(world, () => other.post(`/bulk-actions/${id}/confirmation`), 404, 'not-found')),
      ).toBe(never[1]);
      await refused(world, () => other.post(`/bulk-actions/${id}/undo`, { note: 'No.' }), 404, 'not-found');
      expect((await other.get('/bulk-actions?count=true')).body).toEqual({ items: [], nextCursor: null, count: 0 });
    }
    await world.a.rows('UPDATE membership SET organization_id = $1 WHERE id = $2', [
      organizationId,
      editor.actor.membershipId,
    ]);
    expect((await api.get(`/bulk-actions/${id}`)).status).toBe(404);
  });

  it('lapse after a day: they are not confirmed any more, and forgotten when the next is made', async () => {
    const { body } = await preview(start());
    const id = String(body['id']);
    await world.a.rows(`UPDATE bulk_action SET expires_at = clock_timestamp() - interval '1 second' WHERE id = $1`, [
      id,
    ]);
    expect((await api.get(`/bulk-actions/${id}`)).body['state']).toBe('expired');
    await refused(world, () => api.post(`/bulk-actions/${id}/confirmation`), 409, 'expired');
    const confirmed = String((await preview(start())).body['id']);
    await api.post(`/bulk-actions/${confirmed}/confirmation`);
    await world.a.rows(`UPDATE bulk_action SET expires_at = clock_timestamp() - interval '1 second' WHERE id = $1`, [
      confirmed,
    ]);
    await preview({ owner: { ownerId: editor.actor.membershipId } }, [followUps[0]!.id]);
    expect([await rowOf(world, 'bulk_action', id), (await rowOf(world, 'bulk_action', confirmed))?.['id']]).toEqual([
      undefined,
      confirmed,
    ]);
    expect(await world.a.rows('SELECT FROM bulk_action_item WHERE bulk_action_id = $1', [id])).toEqual([]);
  });
});
