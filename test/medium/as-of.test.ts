// As of a day, as known at an instant: for random histories the answer is the one that docs/domain.md, "As of", gives
// when it is worked out from all rows one by one.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { v4 as random, v7 as uuid } from 'uuid';
import { dayIn, earlier } from '../../src/common/edtf-date.js';
import type { Member, Row } from '../factories/factories.js';
import { Random } from '../fuzz/random.js';
import { openWorld, type World } from '../support/world.js';

const ZONE = 'Asia/Seoul';
const FIRST = Date.parse('2024-01-01T00:00:00Z');
const DAY = 86_400_000;
/** How many days before it is recorded something may have happened. */
const BACK = 200;
const STATES = {
  response: ['not-delivered', 'delivered', 'accepted', 'rejected', 'no-reply'],
  implementation: ['not-assessed', 'no-action', 'partially-implemented', 'implemented', 'not-implemented'],
} as const;
type Axis = keyof typeof STATES;

let world: World;
let editor: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  await world.a.rows('UPDATE workspace SET time_zone = $1 WHERE id = $2', [ZONE, world.a.workspaceId]);
});
afterEach(() => world.close());

interface Transition {
  id: string;
  track_id: string;
  position: number | null;
  corrects: string | null;
  to_state: string;
  occurred_last: string;
  recorded_at: Date;
}
interface Link {
  track_id: string;
  evidence_id: string;
  stance: string | null;
  recorded_at: Date;
}
interface Check {
  evidence_id: string;
  verified: boolean;
  recorded_at: Date;
}
interface Deadline {
  id: string;
  axis: Axis;
  follow_up_id: string;
  due_last: string;
  recorded_at: Date;
}
interface Extension {
  deadline_id: string;
  due_last: string;
  recorded_at: Date;
}
interface Closing {
  follow_up_id: string;
  act: string;
  occurred_last: string;
  recorded_at: Date;
}
interface FollowUp {
  id: string;
  created_at: Date;
  response: string;
  implementation: string;
}

/** Everything that was ever recorded, in the order in which it was. */
interface Record {
  followUps: FollowUp[];
  transitions: Transition[];
  links: Link[];
  checks: Check[];
  deadlines: Deadline[];
  extensions: Extension[];
  closings: Closing[];
}
interface Moment {
  asOf: string;
  knownAt: Date;
}

interface Period {
  from: string;
  to: string;
}

const phases = new Map<string, string>();

/** The sentence of docs/domain.md, read aloud. */
const naive = {
  stood(record: Record, track: string, { asOf, knownAt }: Moment): Transition | undefined {
    return record.transitions
      .filter((t) => t.track_id === track && t.position !== null)
      .filter((t) => t.recorded_at <= knownAt)
      .filter((t) => !record.transitions.some((c) => c.corrects === t.id && c.recorded_at <= knownAt))
      .filter((t) => t.occurred_last <= asOf)
      .sort((a, b) => Number(b.position) - Number(a.position))[0];
  },
  /** What bears no date of its own happened on the day on which it was recorded. */
  isThere: (row: { recorded_at: Date }, { asOf, knownAt }: Moment): boolean =>
    row.recorded_at <= knownAt && dayIn(ZONE, row.recorded_at) <= asOf,
  state: (record: Record, axis: Axis, track: string, at: Moment): string =>
    naive.stood(record, track, at)?.to_state ?? STATES[axis][0],
  contested(record: Record, axis: Axis, track: string, at: Moment): boolean {
    const stood = naive.stood(record, track, at);
    if (!stood) return false;
    const links = record.links.filter((link) => link.track_id === track && naive.isThere(link, at));
    const newest = new Map(links.map((link) => [link.evidence_id, link]));
    const counting = [...newest.values()].filter(({ evidence_id, recorded_at }) => {
      const last = record.checks.filter((c) => c.evidence_id === evidence_id && naive.isThere(c, at)).at(-1);
      return last?.verified === true && recorded_at >= stood.recorded_at;
    });
    const [supports, contradicts] = ['supports', 'contradicts'].map((s) => counting.some(({ stance }) => stance === s));
    const phase = phases.get(`${axis} ${stood.to_state}`) ?? '';
    if (supports && contradicts) return true;
    return (
      (['fulfilled', 'agreed'].includes(phase) && contradicts === true) ||
      (['not-done', 'not-agreed', 'reversed'].includes(phase) && supports === true)
    );
  },
  /** The phases that it entered in the period, move by move. */
  entered(record: Record, axis: Axis, track: string, { asOf, knownAt }: Moment, { from, to }: Period): Set<string> {
    const moves = record.transitions
      .filter((t) => t.track_id === track && t.position !== null && t.recorded_at <= knownAt && t.occurred_last <= asOf)
      .filter((t) => !record.transitions.some((c) => c.corrects === t.id && c.recorded_at <= knownAt))
      .sort((a, b) => Number(a.position) - Number(b.position));
    const phaseOf = (state: string) => phases.get(`${axis} ${state}`) ?? '';
    const entered = moves.filter(
      ({ to_state, occurred_last }, n) =>
        phaseOf(to_state) !== phaseOf(moves[n - 1]?.to_state ?? STATES[axis][0]) &&
        occurred_last >= from &&
        occurred_last <= to,
    );
    return new Set(entered.map(({ to_state }) => phaseOf(to_state)));
  },
  closed: (record: Record, id: string, { asOf, knownAt }: Moment): boolean =>
    record.closings.filter((c) => c.follow_up_id === id && c.recorded_at <= knownAt && c.occurred_last <= asOf).at(-1)
      ?.act === 'closed',
  due(record: Record, followUp: FollowUp, at: Moment): string | null {
    if (naive.closed(record, followUp.id, at)) return null;
    const open = record.deadlines.filter(({ axis, follow_up_id, recorded_at }) => {
      const phase = phases.get(`${axis} ${naive.state(record, axis, followUp[axis], at)}`) ?? '';
      const isMet = axis === 'response' ? !['awaited', 'no-reply'].includes(phase) : phase === 'fulfilled';
      return follow_up_id === followUp.id && recorded_at <= at.knownAt && !isMet;
    });
    const dates = open.map(
      ({ id, due_last }) =>
        record.extensions.filter((x) => x.deadline_id === id && naive.isThere(x, at)).at(-1)?.due_last ?? due_last,
    );
    return dates.sort()[0] ?? null;
  },
  answer(record: Record, followUp: FollowUp, at: Moment): Row {
    const dueOn = naive.due(record, followUp, at);
    const [response, implementation] = (['response', 'implementation'] as const).map((axis) => ({
      state: naive.state(record, axis, followUp[axis], at),
      contested: naive.contested(record, axis, followUp[axis], at),
    }));
    const moves = (['response', 'implementation'] as const)
      .map((axis) => naive.stood(record, followUp[axis], at)?.recorded_at)
      .filter((instant) => instant !== undefined);
    return {
      id: followUp.id,
      response,
      implementation,
      isClosed: naive.closed(record, followUp.id, at),
      dueOn,
      overdue: dueOn !== null && dueOn < at.asOf,
      movedAt: new Date(Math.max(...moves.map(Number), ...(moves.length === 0 ? [Number(followUp.created_at)] : []))),
    };
  },
};

/** Of the answer of the server what the naive one says. */
const said = (item: Row): Row => {
  const track = ({ state, contested }: Row) => ({ state, contested: contested !== null });
  return {
    id: item['id'],
    response: track(item['response'] as Row),
    implementation: track(item['implementation'] as Row),
    isClosed: item['closing'] !== null,
    dueOn: item['dueOn'],
    overdue: item['overdue'],
    movedAt: new Date(item['movedAt'] as string),
  };
};

/** Writes a random history row by row, each with the instant at which it would have been recorded. */
class History {
  readonly record: Record = {
    followUps: [],
    transitions: [],
    links: [],
    checks: [],
    deadlines: [],
    extensions: [],
    closings: [],
  };
  private now = FIRST;

  constructor(private readonly draw: Random) {}

  private instant(): Date {
    this.now += this.draw.between(1, 1000) * 20_000;
    return new Date(this.now);
  }

  /** When something happened that is recorded now: known, imprecise, or not known. */
  private occurrence(recorded: Date): { occurred_on: string | null; occurred_last: string } {
    const today = dayIn(ZONE, recorded);
    const day = dayIn(ZONE, new Date(recorded.getTime() - this.draw.between(0, BACK - 1) * DAY));
    const year = day.slice(0, 4);
    return this.draw.pick([
      { occurred_on: day, occurred_last: day },
      { occurred_on: year, occurred_last: earlier(`${year}-12-31`, today) },
      { occurred_on: null, occurred_last: today },
    ]);
  }

  private by = () => ({
    workspace_id: world.a.workspaceId,
    person_id: editor.actor.personId,
    organization_id: editor.actor.organizationId,
  });

  async begin(): Promise<void> {
    const created_at = this.instant();
    const made = await world.a.followUp({ created_at });
    await world.a.rows('UPDATE track SET created_at = $1 WHERE follow_up_id = $2', [created_at, made.id]);
    this.record.followUps.push({ ...made, created_at });
  }

  async next(): Promise<void> {
    const followUp = this.draw.pick(this.record.followUps);
    const axis = this.draw.pick(['response', 'implementation'] as const);
    const act = this.draw.pick([
      'move',
      'move',
      'move',
      'correct',
      'link',
      'link',
      'check',
      'due',
      'extend',
      'close',
    ] as const);
    await this[act](followUp, axis);
  }

  private async transit(followUp: FollowUp, axis: Axis, given: Row): Promise<void> {
    const recorded_at = this.instant();
    const [from] = STATES[axis];
    const [workflow] = await world.a.rows('SELECT workflow_id FROM track WHERE id = $1', [followUp[axis]]);
    const row = {
      id: uuid(),
      ...this.by(),
      track_id: followUp[axis],
      workflow_id: workflow?.['workflow_id'],
      from_workflow_id: workflow?.['workflow_id'],
      transition: 'moved',
      from_state: from,
      to_state: this.draw.pick(STATES[axis]),
      position: null,
      corrects: null,
      recorded_at,
      ...this.occurrence(recorded_at),
      ...given,
    };
    await world.a.insert('transition', row);
    this.record.transitions.push(row);
  }

  /** To the end, in between, or into the timeline only. */
  private move(followUp: FollowUp, axis: Axis): Promise<void> {
    const used = this.record.transitions.filter((t) => t.track_id === followUp[axis]).map((t) => t.position ?? 0);
    const last = Math.max(0, ...used);
    const between = [last + 1, last + 1, last - 0.5 - this.draw.between(0, 1000 - 1) / 10_000, null];
    return this.transit(followUp, axis, { position: this.draw.pick(between) });
  }

  private async correct(followUp: FollowUp, axis: Axis): Promise<void> {
    const { transitions } = this.record;
    const wrong = transitions.filter(
      (t) => t.track_id === followUp[axis] && t.position !== null && !transitions.some((c) => c.corrects === t.id),
    );
    if (wrong.length === 0) return;
    const { id, position } = this.draw.pick(wrong);
    await this.transit(followUp, axis, { transition: 'correct', corrects: id, position });
  }

  private async link(followUp: FollowUp, axis: Axis): Promise<void> {
    const { checks, links } = this.record;
    const known = [...new Set(checks.map((c) => c.evidence_id))];
    const isNew = known.length === 0 || this.draw.between(0, 3 - 1) === 0;
    const evidence_id = isNew ? await world.a.evidence(editor) : this.draw.pick(known);
    if (isNew) await this.check(followUp, axis, evidence_id);
    const row = {
      track_id: followUp[axis],
      evidence_id,
      stance: this.draw.pick(['supports', 'contradicts', 'context', null] as const),
      recorded_at: this.instant(),
    };
    await world.a.link(row.track_id, evidence_id, editor, row);
    links.push(row);
  }

  /** Verified, or a change took that away: the version that it made says what was before. */
  private async check(_: FollowUp, __: Axis, evidence = this.anyPiece()): Promise<void> {
    if (evidence === undefined) return;
    const { checks } = this.record;
    const was = checks.filter((c) => c.evidence_id === evidence).at(-1)?.verified ?? false;
    const recorded_at = this.instant();
    const version = await world.a.insert('record_version', {
      id: random(),
      ...this.by(),
      noun: 'evidence',
      item_id: evidence,
      version: 100 + checks.length,
      act: 'changed',
      recorded_at,
    });
    const word = (verified: boolean) => JSON.stringify(verified ? 'verified' : 'none');
    await world.a.rows(
      `INSERT INTO version_change (workspace_id, version_id, field, before, after) VALUES ($1, $2, 'verification', $3, $4)`,
      [world.a.workspaceId, version, word(was), word(!was)],
    );
    checks.push({ evidence_id: evidence, verified: !was, recorded_at });
  }

  private anyPiece(): string | undefined {
    const pieces = this.record.checks.map((c) => c.evidence_id);
    return pieces.length === 0 ? undefined : this.draw.pick(pieces);
  }

  private async due({ id: follow_up_id }: FollowUp, axis: Axis): Promise<void> {
    const recorded_at = this.instant();
    const due = dayIn(ZONE, new Date(this.now + (this.draw.between(0, 300 - 1) - 150) * DAY));
    const [f] = await world.a.rows('SELECT recommendation_id FROM follow_up WHERE id = $1', [follow_up_id]);
    const row = { id: uuid(), axis, follow_up_id, due_last: due, recorded_at };
    await world.a.insert('deadline', { ...this.by(), ...f, ...row, due_on: due, basis: 'As agreed.' });
    this.record.deadlines.push(row);
  }

  private async extend(_: FollowUp, __: Axis): Promise<void> {
    if (this.record.deadlines.length === 0) return;
    const recorded_at = this.instant();
    const due = dayIn(ZONE, new Date(this.now + this.draw.between(0, 300 - 1) * DAY));
    const row = { deadline_id: this.draw.pick(this.record.deadlines).id, due_last: due, recorded_at };
    const more = { id: uuid(), due_on: due, extended_by: 'Somebody', basis: 'A letter.' };
    await world.a.insert('deadline_extension', { ...this.by(), ...row, ...more });
    this.record.extensions.push(row);
  }

  private async close({ id: follow_up_id }: FollowUp, _: Axis): Promise<void> {
    const isClosed = this.record.closings.filter((c) => c.follow_up_id === follow_up_id).at(-1)?.act === 'closed';
    const recorded_at = this.instant();
    const act = isClosed ? 'reopened' : 'closed';
    const row = { follow_up_id, act, recorded_at, ...this.occurrence(recorded_at) };
    await world.a.insert('closing', { id: uuid(), ...this.by(), ...row, kind: isClosed ? null : 'duplicate' });
    this.record.closings.push(row);
  }
}

/** Later than anything that was recorded. */
const END: Moment = { asOf: '9999-12-31', knownAt: new Date('9999-12-31T00:00:00Z') };

/** Pieces bear today what their last check says, whose version is there already, and tracks what they stand on. */
async function settle(record: Record): Promise<void> {
  const { checks, followUps } = record;
  await world.a.rows(`SELECT set_config('session_replication_role', 'replica', true)`);
  for (const { evidence_id, verified } of checks)
    await world.a.rows(
      'UPDATE evidence SET verified_by = $1::uuid, verified_at = CASE WHEN $1::uuid IS NOT NULL THEN clock_timestamp() END WHERE id = $2',
      [verified ? editor.actor.personId : null, evidence_id],
    );
  await world.a.rows(`SELECT set_config('session_replication_role', 'origin', true)`);
  for (const track of followUps.flatMap(({ response, implementation }) => [response, implementation]))
    await world.a.rows(
      `UPDATE track t SET stands_on = x.id, state = x.to_state, phase = s.phase FROM transition x
        JOIN workflow_state s ON s.workflow_id = x.workflow_id AND s.state = x.to_state WHERE t.id = $1 AND x.id = $2`,
      [track, naive.stood(record, track, END)?.id ?? null],
    );
}

const query = ({ asOf, knownAt }: Moment): string => `asOf=${asOf}&knownAt=${knownAt.toISOString()}`;
const ask = async (path: string): Promise<Row> => {
  const { status, body } = await world.as(editor).get(path);
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
};

const day = (draw: Random): string => dayIn(ZONE, new Date(FIRST + (draw.between(0, BACK + 30) - BACK) * DAY));

function momentsOf(record: Record, draw: Random): Moment[] {
  const instants = [...record.transitions, ...record.links, ...record.checks, ...record.closings].map(
    (r) => r.recorded_at,
  );
  const last = new Date(Math.max(...instants.map(Number)));
  return Array.from({ length: 12 }, (_, n) => ({
    asOf: dayIn(ZONE, new Date(FIRST + (draw.between(0, BACK + 30) - BACK) * DAY)),
    knownAt: n % 3 === 0 ? last : new Date(draw.pick(instants).getTime() - draw.between(0, 2 - 1)),
  }));
}

function flowNaively(record: Record, at: Moment, axis: Axis, period: Period): { counts: Row; ids: string[] } {
  const there = record.followUps.filter((f) => f.created_at <= at.knownAt && !naive.closed(record, f.id, at));
  const counts: { [phase: string]: number } = {};
  const entered = there.map((f) => ({ id: f.id, phases: naive.entered(record, axis, f[axis], at, period) }));
  for (const phase of entered.flatMap((one) => [...one.phases])) counts[phase] = (counts[phase] ?? 0) + 1;
  return { counts, ids: entered.filter((one) => one.phases.has(SETTLED[axis])).map(({ id }) => id) };
}
const SETTLED = { response: 'agreed', implementation: 'fulfilled' } as const;

function countsNaively(record: Record, at: Moment, axis: Axis): Row {
  const there = record.followUps.filter((f) => f.created_at <= at.knownAt);
  const open = there.filter((f) => !naive.closed(record, f.id, at));
  const counts: { [phase: string]: number } = {};
  for (const followUp of open) {
    const phase = phases.get(`${axis} ${naive.state(record, axis, followUp[axis], at)}`) ?? '';
    counts[phase] = (counts[phase] ?? 0) + 1;
  }
  return {
    counts,
    closed: there.length - open.length,
    overdue: open.filter((f) => naive.answer(record, f, at)['overdue']).length,
    contested: open.filter((f) => naive.contested(record, axis, f[axis], at)).length,
  };
}

describe('for random histories', () => {
  test.each(Array.from({ length: 12 }, (_, n) => n + 1))(
    'the answer is the one worked out from all rows (seed %d)',
    async (seed) => {
      const draw = new Random(`as of ${String(seed)}`);
      const rows = await world.a.rows<{ key: string; phase: string }>(
        `SELECT w.axis || ' ' || s.state AS key, s.phase FROM workflow w JOIN workflow_state s ON s.workflow_id = w.id WHERE w.key IN ('advocacy-response', 'implementation')`,
      );
      for (const { key, phase } of rows) phases.set(key, phase);
      const history = new History(draw);
      for (let n = 0; n < 3; n++) await history.begin();
      for (let n = 0; n < 60; n++) await history.next();
      const { record } = history;
      await settle(record);
      const before: [string, Row][] = [];
      for (const at of momentsOf(record, draw)) {
        const expected = record.followUps
          .filter((f) => f.created_at <= at.knownAt)
          .map((f) => naive.answer(record, f, at));
        const listed = await ask(`/follow-ups?${query(at)}`);
        expect({ at, items: byId((listed['items'] as Row[]).map(said)) }).toEqual({ at, items: byId(expected) });
        expect(listed).toMatchObject({ asOf: at.asOf });
        expect(new Date(listed['knownAt'] as string)).toEqual(at.knownAt);
        for (const { id } of expected)
          expect(said(await ask(`/follow-ups/${String(id)}?${query(at)}`))).toEqual(
            expected.find((e) => e['id'] === id),
          );
        for (const axis of ['response', 'implementation'] as const) {
          const { items } = await ask(`/summary?axis=${axis}&${query(at)}`);
          const nothing = { counts: {}, closed: 0, overdue: 0, contested: 0 };
          expect((items as Row[])[0] ?? nothing).toMatchObject(countsNaively(record, at, axis));
          await dividedAlike(axis, at, draw.pick(['addressee', 'theme', 'source', 'organization', 'issuer']));
          const [from = '', to = ''] = [day(draw), day(draw)].sort();
          const flow = flowNaively(record, at, axis, { from, to });
          const flowed = await ask(`/summary?axis=${axis}&from=${from}&to=${to}&${query(at)}`);
          expect({ from, to, counts: (flowed['items'] as Row[])[0]?.['counts'] ?? {} }).toEqual({
            from,
            to,
            counts: flow.counts,
          });
          const behind = await ask(
            `/follow-ups?entered=${SETTLED[axis]}&closed=false&from=${from}&to=${to}&${query(at)}`,
          );
          expect((behind['items'] as Row[]).map(({ id }) => id).sort()).toEqual(flow.ids.sort());
        }
        before.push([`/follow-ups?${query(at)}`, listed]);
      }
      for (let n = 0; n < 30; n++) await history.next();
      await settle(record);
      for (const [path, answered] of before)
        expect(byId(((await ask(path))['items'] as Row[]).map(said))).toEqual(
          byId((answered['items'] as Row[]).map(said)),
        );
    },
  );
});

/** Limited to every addressee, each follow-up is counted anew; without a limit, the kept counts are put right. */
async function dividedAlike(axis: Axis, at: Moment, by: string): Promise<void> {
  const all = (await world.a.rows('SELECT id FROM addressee')).map(({ id }) => String(id)).join(',');
  const path = `/summary?axis=${axis}&by=${by}&${query(at)}`;
  const { items } = await ask(`${path}&addressee=${all}`);
  expect({ path, items: (await ask(path))['items'] }).toEqual({ path, items });
}

const byId = (items: Row[]): Row[] => items.sort((a, b) => String(a['id']).localeCompare(String(b['id'])));
