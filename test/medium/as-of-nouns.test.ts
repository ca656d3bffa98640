// As of a day, as known at an instant: for random histories of what organizations find, measure, do next and say, the answer is the one
// that docs/domain.md, "As of", gives when it is worked out from all rows one by one; and it is the same when it is asked again later.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { v4 as random, v7 as uuid } from 'uuid';
import { dayIn, earlier } from '../../src/common/edtf-date.js';
import type { Member, Row } from '../factories/factories.js';
import { Random } from '../fuzz/random.js';
import { openWorld, type World } from '../support/world.js';

const ZONE = 'Asia/Seoul';
const FIRST = Date.parse('2024-01-01T00:00:00Z');
const DAY = 86_400_000;

let world: World;
let editor: Member;
let partner: Member;

beforeEach(async () => {
  world = await openWorld();
  editor = await world.a.member();
  partner = await world.a.member({ organizationId: await world.a.organization() });
  await world.a.rows('UPDATE workspace SET time_zone = $1 WHERE id = $2', [ZONE, world.a.workspaceId]);
});
afterEach(() => world.close());

interface Moment {
  asOf: string;
  knownAt: Date;
}
/** A row as it was written: what it is about, when it was recorded, and on which last possible day it happened. */
interface Entry {
  id: string;
  of: string;
  at: Date;
  last: string;
  /** What it supersedes or replies to. */
  names: string | null;
  says: string;
}
type Kind = (typeof KINDS)[number];
const KINDS = [
  ...([
    'assessment',
    'observation',
    'occasion',
    'next_step',
    'next_step_outcome',
    'comment',
    'comment_act',
    'engagement',
  ] as const),
  ...(['contribution', 'contribution_act', 'relation', 'engagement_edit', 'next_step_edit'] as const),
  ...(['engagement_member', 'engagement_evidence', 'indicator_edit'] as const),
];
type Record = { [kind in Kind]: Entry[] };

const isThen = ({ at }: Entry, { asOf, knownAt }: Moment): boolean => at <= knownAt && dayIn(ZONE, at) <= asOf;
const happened = ({ at, last }: Entry, { asOf, knownAt }: Moment): boolean => at <= knownAt && last <= asOf;
const isKnown = ({ at }: Entry, { knownAt }: Moment): boolean => at <= knownAt;

/** What it said at first, and what those edits made of it that count. */
function wordsOf(entry: Entry, edits: Entry[], when: Moment): string {
  const counts = isThen(entry, when) ? isThen : isKnown;
  return edits.filter((edit) => edit.of === entry.id && counts(edit, when)).at(-1)?.says ?? entry.says;
}

/** The edits of an engagement that count for it: those by the moment, or all that are known where it was entered only later. */
const editsOf = (one: Entry, edits: Entry[], when: Moment): Entry[] => {
  const counts = isThen(one, when) ? isThen : isKnown;
  return edits.filter((edit) => edit.of === one.id && counts(edit, when));
};
/** Who or what is left of those that were put in and taken out again. */
const leftOf = (edits: Entry[]): string[] => {
  const last = new Map(edits.map(({ names, says }) => [names!, says]));
  return [...last].filter(([, says]) => says !== 'out').map(([name]) => name);
};

/** The table of docs/domain.md, read aloud: what each list answers, row by row. */
const naive: { [path: string]: (record: Record, when: Moment) => unknown[] } = {
  assessments: ({ assessment }, when) =>
    assessment
      .filter((a) => happened(a, when))
      .map((a) => [a.id, !assessment.some((n) => happened(n, when) && n.of === a.of && n.at > a.at)]),
  observations: ({ observation }, when) =>
    observation
      .filter((v) => happened(v, when))
      .map((v) => [v.id, observation.find((c) => c.names === v.id && isKnown(c, when))?.id ?? null]),
  occasions: ({ occasion }, when) =>
    occasion
      .filter((x) => happened(x, when))
      .map((x) => [x.id, !occasion.some((c) => c.names === x.id && isKnown(c, when))]),
  'next-steps': ({ next_step, next_step_edit, next_step_outcome }, when) =>
    next_step
      .filter((n) => isThen(n, when))
      .map((n) => {
        const outcomes = next_step_outcome.filter((o) => o.of === n.id && isThen(o, when));
        const last = outcomes.at(-1)?.says ?? 'reopened';
        return [n.id, wordsOf(n, next_step_edit, when), last === 'reopened' ? 'open' : last, outcomes.length];
      }),
  comments: ({ comment, comment_act }, when) =>
    comment
      .filter((c) => c.names === null && isThen(c, when))
      .map((c) => [
        c.id,
        comment_act.filter((x) => x.of === c.id && isThen(x, when)).at(-1)?.says === 'resolved',
        comment.filter((k) => k.names === c.id && isThen(k, when)).length,
      ]),
  engagements: ({ engagement, engagement_edit, engagement_member, engagement_evidence }, when) =>
    engagement
      .filter((e) => happened(e, when))
      .map((e) => [
        e.id,
        wordsOf(e, engagement_edit, when),
        leftOf(editsOf(e, engagement_member, when)).sort(),
        leftOf(editsOf(e, engagement_evidence, when)).length,
      ]),
  indicators: ({ indicator_edit }, when) => {
    // There is one indicator, entered before everything else.
    const one = { ...NOTHING, id: indicator_edit[0]?.of ?? '', says: 'At first.' };
    return isKnown(one, when) ? [[wordsOf(one, indicator_edit, when)]] : [];
  },
  contributions: ({ contribution, contribution_act }, when) =>
    contribution
      .filter((k) => isThen(k, when))
      .map((k) => {
        const acts = contribution_act.filter((x) => x.of === k.id && isThen(x, when));
        const stated = acts.filter((x) => x.says !== 'withdrawn').at(-1)?.says;
        return [k.id, stated, acts.at(-1)?.says === 'withdrawn' ? 'withdrawn' : 'stated', acts.length];
      }),
  relations: ({ relation }, when) => relation.filter((n) => isKnown(n, when)).map((n) => [n.id]),
};

/** The same of what the server answers. */
const said: { [path: string]: (item: any) => unknown } = {
  assessments: ({ id, standing }) => [id, standing],
  observations: ({ id, supersededBy }) => [id, supersededBy],
  occasions: ({ id, standing }) => [id, standing],
  'next-steps': ({ id, what, state, outcomes }) => [id, what, state, outcomes.length],
  comments: ({ id, resolved, replies }) => [id, resolved !== null, replies.length],
  engagements: ({ id, summary, addressees, evidenceCount }) => [
    id,
    summary,
    addressees.map((a: { id: string }) => a.id).sort(),
    evidenceCount,
  ],
  indicators: ({ unit }) => [unit],
  contributions: ({ id, strength, state, acts }) => [id, strength, state, acts.length],
  relations: ({ id }) => [id],
};

/** Writes a random history row by row, each with the instant at which it would have been recorded. */
class History {
  readonly record = Object.fromEntries(KINDS.map((kind) => [kind, []])) as unknown as Record;
  followUp!: Awaited<ReturnType<World['a']['followUp']>>;
  indicator = '';
  private pieces: string[] = [];
  private others: string[] = [];
  occasions = '';
  private now = FIRST;
  private edits = 100;

  constructor(private readonly draw: Random) {}

  async begin(): Promise<void> {
    this.followUp = await world.a.followUp({ created_at: new Date(FIRST) });
    this.indicator = await world.a.indicator({ created_at: new Date(FIRST), unit: 'At first.' });
    this.pieces = [await world.a.evidence(editor), await world.a.evidence(editor)];
    this.others = [await world.a.addressee(), await world.a.addressee(), await world.a.addressee()];
    this.occasions = await world.a.recommendation({ nature: 'recurring' });
  }

  private async keep(kind: Kind, of: string, row: Row, more: Partial<Entry> = {}): Promise<Entry> {
    this.now += this.draw.between(1, 1000) * 20_000;
    const at = new Date(this.now);
    const back = dayIn(ZONE, new Date(this.now - this.draw.between(0, 200) * DAY));
    const last = this.draw.happens(0.3) ? earlier(`${back.slice(0, 4)}-12-31`, dayIn(ZONE, at)) : back;
    const entry = { id: uuid(), of, at, last, names: null, says: '', ...more };
    this.record[kind].push(entry);
    const isAct = !['next_step', 'engagement', 'contribution', 'relation'].includes(kind);
    const by = this.draw.pick([editor, partner]).actor;
    const who = { organization_id: by.organizationId, ...(isAct && { person_id: by.personId }) };
    const when = isAct ? { recorded_at: at } : { created_at: at };
    const days = {
      assessment: 'occurred',
      occasion: 'occurred',
      engagement: 'occurred',
      observation: 'period',
    } as const;
    const name = (days as { [kind: string]: 'occurred' | 'period' })[kind];
    const happened = name && { [name === 'period' ? 'period' : 'occurred_on']: back, [`${name}_last`]: last };
    if (kind === 'assessment') entry.of = by.organizationId;
    await world.a.insert(kind, {
      ...{ id: entry.id, workspace_id: world.a.workspaceId, ...(kind === 'relation' ? {} : who), ...when, ...happened },
      ...row,
    });
    return entry;
  }

  private readonly acts = {
    assess: () =>
      this.keep('assessment', '', {
        track_id: this.followUp.implementation,
        ...FINDING,
        reasons_hash: randomBytes(32),
      }),
    observe: () => this.observe(null),
    occur: () => this.occur(null),
    correctFigure: () => this.onOne(this.uncorrected('observation'), ({ id }) => this.observe(id)),
    correctOccasion: () => this.onOne(this.uncorrected('occasion'), ({ id }) => this.occur(id)),
    plan: () => this.plan(),
    settle: () => this.onOne(this.record.next_step, ({ id }) => this.settleStep(id)),
    say: () => this.say(null),
    reply: () => this.onOne(this.threads(), ({ id }) => this.say(id)),
    resolve: () => this.onOne(this.threads(), ({ id }) => this.resolve(id)),
    engage: () => this.keep('engagement', '', { kind: 'letter', summary: 'At first.' }, { says: 'At first.' }),
    editLetter: () => this.onOne(this.record.engagement, (one) => this.edit('engagement', one, 'summary')),
    invite: () => this.onOne(this.record.engagement, (one) => this.turn(one)),
    attach: () => this.onOne(this.record.engagement, (one) => this.attach(one)),
    redefine: () => this.edit('indicator', { ...NOTHING, id: this.indicator, says: 'At first.' }, 'unit'),
    editStep: () => this.onOne(this.record.next_step, (one) => this.edit('next_step', one, 'what')),
    state: () => this.state(),
    restate: () => this.onOne(this.record.contribution, (one) => this.act(one, this.draw.pick(STRENGTHS))),
    withdraw: () => this.onOne(this.record.contribution, (one) => this.act(one, 'withdrawn')),
    relate: async () =>
      this.keep('relation', '', {
        recommendation_id: this.followUp.recommendationId,
        other_id: await world.a.recommendation(),
        kind: 'repeats',
      }),
  };

  async next(): Promise<void> {
    await this.draw.pick(Object.values(this.acts))();
  }

  private onOne = async (among: Entry[], act: (one: Entry) => Promise<unknown>): Promise<unknown> =>
    among.length === 0 ? undefined : act(this.draw.pick(among));
  private uncorrected = (kind: 'observation' | 'occasion'): Entry[] =>
    this.record[kind].filter(({ id }) => !this.record[kind].some((c) => c.names === id));
  private threads = (): Entry[] => this.record.comment.filter((c) => c.names === null);

  private observe = (supersedes: string | null) =>
    this.keep(
      'observation',
      '',
      {
        indicator_id: this.indicator,
        period_first: '2000-01-01',
        value: 1,
        estimate: false,
        said_by_hash: randomBytes(32),
        supersedes,
      },
      { names: supersedes },
    );
  private occur = (supersedes: string | null) =>
    this.keep(
      'occasion',
      '',
      { recommendation_id: this.occasions, outcome: 'done', supersedes },
      { names: supersedes },
    );
  private plan = () =>
    this.keep(
      'next_step',
      '',
      {
        organization_id: editor.actor.organizationId,
        follow_up_id: this.followUp.id,
        what: 'At first.',
        ...DUE,
        owner_id: this.owner,
      },
      { says: 'At first.' },
    );
  owner = '';
  private async settleStep(next_step_id: string): Promise<void> {
    const before = this.record.next_step_outcome.filter((o) => o.of === next_step_id).at(-1)?.says ?? 'reopened';
    const outcome = before === 'reopened' ? this.draw.pick(['done', 'dropped'] as const) : 'reopened';
    await this.keep('next_step_outcome', next_step_id, { next_step_id, outcome }, { says: outcome });
  }
  private say = (reply_to: string | null) =>
    this.keep(
      'comment',
      '',
      { follow_up_id: this.followUp.id, reply_to, text_hash: randomBytes(32) },
      { names: reply_to },
    );
  private async resolve(comment_id: string): Promise<void> {
    const isOpen = this.record.comment_act.filter((x) => x.of === comment_id).at(-1)?.says !== 'resolved';
    const act = isOpen ? 'resolved' : 'reopened';
    await this.keep('comment_act', comment_id, { comment_id, act }, { says: act });
  }
  private async state(): Promise<void> {
    const row = {
      follow_up_id: this.followUp.id,
      confidentiality: 'coalition',
      strength: 'not-known',
      organization_id: editor.actor.organizationId,
    };
    const one = await this.keep('contribution', '', row);
    await this.act(one, this.draw.pick(STRENGTHS));
    // It is there from its first words.
    one.at = this.record.contribution_act.at(-1)!.at;
  }
  private async act({ id }: Entry, says: string): Promise<void> {
    const stated =
      says === 'withdrawn' ? { act: 'withdrawn' } : { act: 'stated', strength: says, said_hash: randomBytes(32) };
    const own = { person_id: editor.actor.personId, organization_id: editor.actor.organizationId };
    await this.keep('contribution_act', id, { contribution_id: id, ...stated, ...own }, { says });
  }

  /** Puts somebody in, or takes them out where they are in; as the triggers write it. */
  private async turn(one: Entry): Promise<void> {
    const [who, edits] = [this.draw.pick(this.others), this.record.engagement_member];
    const isIn = edits.filter(({ of, names }) => of === one.id && names === who).at(-1)?.says === 'in';
    const [pair, at] = [[one.id, who], this.later()];
    await world.a.rows(`SELECT set_config('session_replication_role', 'replica', true)`);
    await (isIn
      ? world.a.rows('DELETE FROM engagement_addressee WHERE engagement_id = $1 AND addressee_id = $2', pair)
      : world.a.rows('INSERT INTO engagement_addressee VALUES ($3, $1, $2)', [...pair, world.a.workspaceId]));
    await world.a.rows(`SELECT set_config('session_replication_role', 'origin', true)`);
    const named = JSON.stringify(who);
    const id = await this.version(one.id, 'engagement', 'addresseeIds', isIn ? [named, null] : [null, named], at);
    edits.push({ ...one, id, of: one.id, at, names: who, says: isIn ? 'out' : 'in' });
  }
  private attach(one: Entry): Promise<Entry> {
    const shows = this.draw.pick(['text', 'reply', null]);
    const evidence_id = this.draw.pick(this.pieces);
    const row = { engagement_id: one.id, evidence_id, shows };
    return this.keep('engagement_evidence', one.id, row, { names: evidence_id, says: shows ?? 'out' });
  }
  private later(): Date {
    this.now += this.draw.between(1, 1000) * 20_000;
    return new Date(this.now);
  }
  private async version(item: string, noun: string, field: string, said: (string | null)[], at: Date): Promise<string> {
    const version = await world.a.insert('record_version', {
      ...{ id: random(), workspace_id: world.a.workspaceId, noun, item_id: item },
      ...{ version: ++this.edits, act: 'changed', recorded_at: at },
    });
    await world.a.rows(
      'INSERT INTO version_change (workspace_id, version_id, field, before, after) VALUES ($1, $2, $3, $4, $5)',
      [world.a.workspaceId, version, field, ...said],
    );
    return version;
  }

  /** As the triggers write it: the version says what was before, the row what is since. */
  private async edit(table: 'engagement' | 'next_step' | 'indicator', one: Entry, field: string): Promise<void> {
    const edits = this.record[`${table}_edit`];
    const before = edits.filter(({ of }) => of === one.id).at(-1)?.says ?? one.says;
    const says = `Since ${String(this.edits)}.`;
    const at = this.later();
    await world.a.rows(`SELECT set_config('session_replication_role', 'replica', true)`);
    await world.a.rows(`UPDATE ${table} SET ${field} = $1 WHERE id = $2`, [says, one.id]);
    await world.a.rows(`SELECT set_config('session_replication_role', 'origin', true)`);
    const words = [before, says].map((text) => JSON.stringify(text));
    const id = await this.version(one.id, table.replace('_', '-'), field, words, at);
    edits.push({ ...one, id, of: one.id, at, says });
  }
}

const NOTHING = { of: '', at: new Date(FIRST), last: '', names: null };
const FINDING = { phase: 'progressing', confidence: 'low', confidentiality: 'coalition' };
const DUE = { due_on: '2030', due_last: '2030-12-31' };
const STRENGTHS = ['not-known', 'plausible', 'documented'];

function pathsOf({ followUp, indicator, occasions }: History): { [path: string]: string } {
  return {
    assessments: `/tracks/${followUp.implementation}/assessments`,
    observations: `/indicators/${indicator}/observations`,
    occasions: `/recommendations/${occasions}/occasions`,
    'next-steps': '/next-steps',
    comments: `/follow-ups/${followUp.id}/comments`,
    engagements: '/engagements',
    indicators: '/indicators',
    contributions: '/contributions',
    relations: `/recommendations/${followUp.recommendationId}/relations`,
  };
}

const byId = (rows: unknown[]): unknown[] => rows.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
async function ask(path: string, { asOf, knownAt }: Moment, say: (item: any) => unknown): Promise<unknown[]> {
  const { status, body } = await world
    .as(editor)
    .get(`${path}?limit=200&asOf=${asOf}&knownAt=${knownAt.toISOString()}`);
  expect({ path, status, body }).toMatchObject({ status: 200, body: { asOf } });
  return byId((body['items'] as Row[]).map(say));
}

describe('for random histories', () => {
  test.each(Array.from({ length: 8 }, (_, n) => n + 1))(
    'what was found, measured, planned and said is the same worked out from all rows, and again later (seed %d)',
    async (seed) => {
      const draw = new Random(`as of nouns ${String(seed)}`);
      const history = new History(draw);
      await history.begin();
      const [membership] = await world.a.rows('SELECT id FROM membership WHERE person_id = $1', [
        editor.actor.personId,
      ]);
      history.owner = String(membership?.['id']);
      for (let n = 0; n < 80; n++) await history.next();
      const instants = Object.values(history.record).flatMap((entries) => entries.map(({ at }) => at));
      const paths = Object.entries(pathsOf(history));
      const before: [string, Moment, unknown[]][] = [];
      for (let n = 0; n < 8; n++) {
        const when = {
          asOf: dayIn(ZONE, new Date(FIRST + (draw.between(0, 230) - 200) * DAY)),
          knownAt:
            n % 3 === 0
              ? new Date(Math.max(...instants.map(Number)))
              : new Date(draw.pick(instants).getTime() - draw.between(0, 1)),
        };
        for (const [name, path] of paths) {
          const answered = await ask(path, when, said[name]!);
          expect({ name, when, rows: answered }).toEqual({
            name,
            when,
            rows: byId(naive[name]!(history.record, when)),
          });
          before.push([name, when, answered]);
        }
      }
      for (let n = 0; n < 40; n++) await history.next();
      for (const [name, when, answered] of before)
        expect({ name, when, rows: await ask(pathsOf(history)[name]!, when, said[name]!) }).toEqual({
          name,
          when,
          rows: answered,
        });
    },
  );
});
