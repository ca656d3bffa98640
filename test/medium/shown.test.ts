// The code's own wall, rule by rule, where row-level security shows everything: what each says of whose rows may be known.

import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { inWorkspace } from '../../src/access/in-workspace.js';
import { isOwn, lockOwn, ownRows, ownWhere, withinOwn } from '../../src/access/ones-own.js';
import {
  hangsOnShown,
  isNamedOn,
  isPresent,
  knewThen,
  SHOWN_EVIDENCE,
  withinKnown,
  withinShown,
} from '../../src/access/shown-evidence.js';
import {
  COUNTS_SHOWN,
  hangsOn,
  lockShown,
  shownRows,
  shownWhere,
  withinLevel,
  withinParent,
} from '../../src/access/shown-rows.js';
import { SHOWN_WORDS } from '../../src/access/shown-words.js';
import { SEAL } from '../../src/common/sealed-text.js';
import { dataSourceOptions } from '../../src/data-source.js';
import { FollowUp } from '../../src/follow-ups/follow-up.entity.js';
import { InboxItem } from '../../src/inbox/inbox-item.entity.js';
import { Recommendation } from '../../src/recommendations/recommendation.entity.js';
import { SavedView } from '../../src/saved-views/saved-view.entity.js';
import { Factories, type Member } from '../factories/factories.js';
import { sharedDatabaseUrl } from '../support/postgres.js';

let runner: QueryRunner;
let dataSource: DataSource;
let a: Factories;
/** Of one organization, of another one, and of the first but to whom all is open. */
let ours: Member;
let colleague: Member;
let theirs: Member;
let auditor: Member;
let elsewhere: Member;

beforeAll(async () => {
  dataSource = await new DataSource(dataSourceOptions(sharedDatabaseUrl())).initialize();
  runner = dataSource.createQueryRunner();
});
beforeEach(async () => {
  await runner.startTransaction();
  a = await Factories.inNewWorkspace(runner.manager);
  [ours, colleague] = [await a.member({ name: 'Ada' }), await a.member({ roles: ['partner'], name: 'Bo' })];
  theirs = await a.member({ organizationId: await a.organization(), roles: ['editor'] });
  auditor = await a.member({ roles: ['partner'], organizationId: await a.organization(), readsAll: true });
  elsewhere = await (await a.otherWorkspace()).member({ roles: ['administrator'], readsAll: true });
  // Rolled back; a plan would remember it.
  await runner.query('ALTER ROLE heed_app BYPASSRLS');
  await runner.query('DISCARD PLANS');
});
afterEach(async () => {
  await runner.rollbackTransaction();
  await runner.query('DISCARD PLANS');
});
afterAll(async () => {
  await runner.release();
  await dataSource.destroy();
});

/** Whether somebody finds a row that way. */
const finds = async ({ actor }: Member, sql: string, ...values: unknown[]): Promise<boolean> =>
  (await inWorkspace(actor, runner.manager, (tx) => tx.query<unknown[]>(sql, values))).length > 0;
/** Who of them does: o(urs), c(olleague), t(heirs), a(uditor to whom all is open), e(lsewhere). */
async function whoFinds(sql: string, ...values: unknown[]): Promise<string> {
  const found: string[] = [];
  for (const [letter, member] of Object.entries({ o: ours, c: colleague, t: theirs, a: auditor, e: elsewhere }))
    if (await finds(member, sql, ...values)) found.push(letter);
  return found.join('');
}
/** `within` of a reading, of the workspace that is entered. */
const inside = (within: string): string => within.replace('?', 'heed_workspace()');
const named = (evidence_id: string, { actor }: Member, given: Record<string, unknown> = {}) =>
  a.insert('evidence_grant', {
    ...{ workspace_id: a.workspaceId, evidence_id, person_id: actor.personId, granted_by: actor.personId, reason: 'x' },
    ...given,
  });
const theirsAt = (confidentiality: string) => ({ confidentiality, organization_id: theirs.actor.organizationId });

describe('what has a level', () => {
  it.each([
    ['public', 'octa'],
    ['coalition', 'octa'],
    ['organization', 'ta'],
  ])('%s is shown to those who read it, in its workspace', async (level, who) => {
    const id = await a.recommendation(theirsAt(level));
    const followUp = await a.followUp({ recommendation_id: id });
    expect(await whoFinds(`SELECT FROM ${shownRows('recommendation r')} WHERE r.id = $1`, id)).toBe(who);
    expect(await whoFinds(`SELECT FROM recommendation r WHERE ${inside(withinLevel('r'))} AND r.id = $1`, id)).toBe(
      who,
    );
    expect(await whoFinds(`SELECT WHERE ${hangsOn('recommendation', '$1::uuid')}`, id)).toBe(who);
    const within = inside(withinParent('f', 'recommendation', 'recommendation_id'));
    expect(await whoFinds(`SELECT FROM follow_up f WHERE ${within} AND f.id = $1`, followUp.id)).toBe(who);
    for (const [letter, { actor }] of Object.entries({ o: ours, t: theirs, a: auditor, e: elsewhere })) {
      const found = inWorkspace(actor, runner.manager, (tx) => lockShown(tx, FollowUp, followUp.id));
      expect([letter, (await found.catch((error: unknown) => error)) instanceof FollowUp]).toEqual([
        letter,
        who.includes(letter),
      ]);
      const { workspaceId } = actor;
      const row = await inWorkspace(actor, runner.manager, (tx) =>
        tx.findOneBy(Recommendation, shownWhere({ id, workspaceId })),
      );
      expect([letter, row !== null]).toEqual([letter, who.includes(letter)]);
    }
  });

  it('is counted for all what all may know, and apart what one organization keeps', async () => {
    const columns = [
      'awaited',
      'agreed',
      'partly_agreed',
      'not_agreed',
      'no_reply',
      'unknown',
      'not_started',
      'progressing',
    ];
    const more = [
      'fulfilled',
      'not_done',
      'reversed',
      'closed',
      'overdue',
      'response_contested',
      'implementation_contested',
    ];
    const none = Object.fromEntries([...columns, ...more].map((name) => [name, 0]));
    const [all, own] = ['00000000-0000-0000-0000-000000000000', theirs.actor.organizationId];
    for (const scope of [all, own])
      await a.insert('follow_up_count', {
        workspace_id: a.workspaceId,
        kind: 'organization',
        key: scope,
        scope,
        ...none,
      });
    const counted = (key: string) =>
      whoFinds(`SELECT FROM ${COUNTS_SHOWN} WHERE c.kind = 'organization' AND c.key = $1`, key);
    expect([await counted(all), await counted(own)]).toEqual(['octa', 'ta']);
  });
});

describe('evidence', () => {
  it.each([
    ['public', 'octa'],
    ['coalition', 'octa'],
    ['organization', 'ta'],
  ])('%s is shown to those who read it, with what hangs on it', async (level, who) => {
    const id = await a.evidence(theirs, theirsAt(level));
    expect(await whoFinds(`SELECT FROM ${SHOWN_EVIDENCE} e WHERE e.id = $1`, id)).toBe(who);
    expect(await whoFinds(`SELECT WHERE ${hangsOnShown('$1::uuid')}`, id)).toBe(who);
    expect(await whoFinds(`SELECT WHERE ${isPresent('$1::uuid')}`, id)).toBe(who);
    const custody = await a.insert('custody_record', {
      ...{ id: randomUUID(), workspace_id: a.workspaceId, evidence_id: id, act: 'captured' },
      ...{ person_id: theirs.actor.personId, organization_id: theirs.actor.organizationId },
    });
    expect(
      await whoFinds(`SELECT FROM custody_record c WHERE ${inside(withinShown('c'))} AND c.id = $1`, custody),
    ).toBe(who);
    await a.rows(`UPDATE evidence SET withdrawal = 'withdrawn' WHERE id = $1`, [id]);
    expect(await whoFinds(`SELECT WHERE ${isPresent('$1::uuid')}`, id)).toBe('');
  });

  it('restricted is shown to those who are named on it today', async () => {
    const id = await a.evidence(theirs, theirsAt('restricted'));
    const shown = () => whoFinds(`SELECT FROM ${SHOWN_EVIDENCE} e WHERE e.id = $1`, id);
    expect(await shown()).toBe('');
    await named(id, ours);
    await named(id, colleague, { ended_at: new Date() });
    await named(id, auditor, { ends_on: '2020-01-01' });
    expect(await shown()).toBe('o');
    expect(await whoFinds(`SELECT WHERE ${isNamedOn('$1::uuid')}`, id)).toBe('o');
    await named(id, theirs, { ends_on: '2099-01-01' });
    expect(await shown()).toBe('ot');
  });

  it.each([
    ['organization', 'ta'],
    ['restricted', 'oc'],
  ])('what was said of it before it was %s no more is known to those who read it then', async (from_level, who) => {
    const id = await a.evidence(theirs, theirsAt('coalition'));
    for (const one of [ours, colleague]) await named(id, one);
    const asked = {
      ...{ id: randomUUID(), workspace_id: a.workspaceId, evidence_id: id, person_id: theirs.actor.personId },
      ...{ organization_id: theirs.actor.organizationId, from_level, to_level: 'coalition', checklist: '[]' },
      ...{ reason_hash: randomBytes(32), recorded_at: '2026-01-01T00:00:00Z' },
    };
    const lowering = await a.insert('lowering', asked);
    const knew = (instant: string) => whoFinds(`SELECT WHERE ${knewThen('$1::uuid', `'${instant}'::timestamptz`)}`, id);
    expect(await knew('2026-01-01T00:00:00Z')).toBe('octae');
    await a.rows('SET LOCAL session_replication_role = replica');
    await a.rows(
      `UPDATE lowering SET decision = 'agreed', decided_by = $2, decided_at = '2026-01-02T00:00:00Z' WHERE id = $1`,
      [lowering, ours.actor.personId],
    );
    await a.rows('SET LOCAL session_replication_role = DEFAULT');
    // Nothing is known of it elsewhere, whatever this alone says: it always stands beside the rule of the piece.
    expect((await knew('2026-01-02T00:00:00Z')).replace('e', '')).toBe(who);
    expect(await knew('2026-01-02T00:00:01Z')).toBe('octae');
    expect(
      await whoFinds(`SELECT FROM lowering l WHERE ${inside(withinKnown('l', 'recorded_at'))} AND l.id = $1`, lowering),
    ).toBe(who);
  });
});

describe('words', () => {
  const said = async (text: string, level: string, given: Record<string, unknown> = {}): Promise<Buffer> => {
    const hash = randomBytes(32);
    const salt = randomBytes(text.startsWith(SEAL) ? 44 : 16);
    const row = { workspace_id: a.workspaceId, hash, salt, text, ...theirsAt(level), ...given };
    await a.insert('words', row);
    return hash;
  };
  const readers = (hash: Buffer) => whoFinds(`SELECT FROM ${SHOWN_WORDS} w WHERE w.hash = $1`, hash);

  it.each([
    ['public', 'octa'],
    ['coalition', 'octa'],
    ['organization', 'ta'],
    ['name', 'ot'],
  ])('at level %s are shown to those who read them', async (level, who) => {
    await a.rows(`UPDATE membership SET roles = '{administrator}' WHERE id = $1`, [ours.actor.membershipId]);
    ours = { ...ours, actor: { ...ours.actor, roles: ['administrator'] } };
    expect(await readers(await said('Said.', level))).toBe(who);
  });

  it('that are names are shown to auditors', async () => {
    const { actor } = await a.member({ roles: ['auditor'] });
    const reader = { ...ours, actor: { ...actor, roles: ['auditor' as const, 'partner' as const] } };
    const hash = await said('A name', 'name');
    expect(await finds(reader, `SELECT FROM ${SHOWN_WORDS} w WHERE w.hash = $1`, hash)).toBe(true);
    expect(await finds(colleague, `SELECT FROM ${SHOWN_WORDS} w WHERE w.hash = $1`, hash)).toBe(false);
  });

  it('of a restricted piece are shown to those who are named, and of a withdrawn one to nobody', async () => {
    const id = await a.evidence(theirs, theirsAt('coalition'));
    await named(id, ours);
    const [closed, open] = [
      await said(`${SEAL}${id}:finding:x`, 'restricted', { evidence_id: id }),
      await said('Open.', 'coalition', { evidence_id: id }),
    ];
    expect([await readers(closed), await readers(open)]).toEqual(['o', 'octa']);
    await a.rows(`UPDATE evidence SET withdrawal = 'withdrawn' WHERE id = $1`, [id]);
    expect([await readers(closed), await readers(open)]).toEqual(['', '']);
  });
});

describe('what has one reader', () => {
  const kept = async ({
    actor: { personId, organizationId, workspaceId },
  }: Member): Promise<[view: string, item: string]> => [
    await a.insert('saved_view', {
      ...{
        id: randomUUID(),
        workspace_id: workspaceId,
        person_id: personId,
        name: randomUUID(),
        address: '/follow-ups',
      },
    }),
    await a.insert('inbox_item', {
      ...{ id: randomUUID(), workspace_id: workspaceId, person_id: personId, organization_id: organizationId },
      ...{ kind: 'sentence', text: 'x' },
    }),
  ];

  it('is found by them alone', async () => {
    const [view, item] = await kept(ours);
    for (const [row, id] of [
      ['saved_view v', view],
      ['inbox_item i', item],
    ] as const) {
      const alias = row.slice(-1);
      expect(await whoFinds(`SELECT FROM ${ownRows(row)} WHERE ${alias}.id = $1`, id)).toBe('o');
      expect(await whoFinds(`SELECT FROM ${row} WHERE ${isOwn(row)} AND ${alias}.id = $1`, id)).toBe('o');
      expect(await whoFinds(`SELECT FROM ${row} WHERE ${inside(withinOwn(row))} AND ${alias}.id = $1`, id)).toBe('o');
    }
    expect(await whoFinds(`SELECT FROM inbox_item WHERE ${isOwn('inbox_item')} AND id = $1`, item)).toBe('o');
  });

  it('is found for the organization for which it was kept, but for views', async () => {
    const [view, item] = await kept(ours);
    const moved = { ...ours, actor: { ...ours.actor, organizationId: theirs.actor.organizationId } };
    expect(await finds(moved, `SELECT FROM ${ownRows('saved_view v')} WHERE v.id = $1`, view)).toBe(true);
    expect(await finds(moved, `SELECT FROM ${ownRows('inbox_item i')} WHERE i.id = $1`, item)).toBe(false);
    const locked = ({ actor }: Member) =>
      inWorkspace(actor, runner.manager, (tx) => lockOwn(tx, actor, InboxItem, item));
    await expect(locked(moved)).rejects.toMatchObject({ status: 404 });
    expect(await locked(ours)).toMatchObject({ id: item });
  });

  it('is locked and searched by them alone', async () => {
    const [view, item] = await kept(ours);
    for (const { actor } of [ours, colleague]) {
      const isOnes = actor === ours.actor;
      const locked = await inWorkspace(actor, runner.manager, (tx) => lockOwn(tx, actor, SavedView, view)).catch(
        () => null,
      );
      const found = await inWorkspace(actor, runner.manager, (tx) =>
        tx.findOneBy(InboxItem, ownWhere(actor, { id: item })),
      );
      expect([locked !== null, found !== null]).toEqual([isOnes, isOnes]);
    }
  });
});
