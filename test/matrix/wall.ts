// Row-level security by itself: what people read and write in plain SQL, past every line of the code. What nobody may is said by
// the page (who sees a thing) and by three sentences: of another workspace nothing; without a workspace nothing; under another's name nothing.

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '../../src/access/actor.js';
import { fillEveryTable } from '../architecture/rows.js';
import type { Attack } from './attack.js';
import type { Subject } from './people.js';
import { SEEN } from './table.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const MARK = /KANARI[a-z]+Q/gi;

/** Ids of persons, which belong to no workspace and say nothing. */
const OPEN_TO_ALL = 'person';
/** Some of their rows belong to no workspace: the workflows that Heed brings along. */
const BUILT_IN = ['workflow', 'workflow_state'];

/**
 * What the policies leave to the code within one workspace, by table: docs/testing.md says why of each. Of another workspace nothing
 * is left to it.
 */
const LEFT_TO_THE_CODE: Record<string, Verb[]> = {
  audit_event: ['read', 'INSERT'],
  evidence_key: ['read'],
  reader_request: ['read', 'INSERT', 'UPDATE'],
  words: ['INSERT'],
};

/** Here a trigger refuses before the policy is asked. */
const REFUSED_BY_TRIGGER = ['objection_answer', 'harm_flag', 'lowering'];

/** Whoever signs these signs with their own name, for their own organization (docs/access.md, rules that no role lifts). */
const SIGNED = [
  'assessment',
  'comment',
  'contribution_act',
  'dismissal',
  'engagement_evidence',
  'evidence',
  'occasion',
  'track_evidence',
  'track_position',
];

/** In which column, where it isn't `person_id`. */
const SIGNED_AS: Record<string, string> = { evidence: 'entered_by' };

type Verb = 'read' | 'INSERT' | 'UPDATE' | 'DELETE';
interface Row {
  ctid: string;
  text: string;
}
interface Table {
  name: string;
  /** By role of the database and verb: the columns that it is granted. */
  granted: Map<string, string[]>;
  all: Row[];
}
/** What must not be come by: of another workspace, or of one's own and hidden. */
type Beyond = Row & { isElsewhere: boolean };

export class Wall {
  private readonly hidden = new Map<Subject, Set<string>>();
  private readonly copies = new Map<string, string>();

  private constructor(
    private readonly attack: Attack,
    readonly tables: Table[],
    readonly client: pg.Client,
    private readonly foreign: Set<string>,
  ) {}

  /** With a third workspace in which every table has a row. */
  static async around(attack: Attack): Promise<Wall> {
    const client = (await attack.stage.world.tx.queryRunner!.connect()) as pg.Client;
    await client.query(`SELECT set_config('role', 'none', true)`);
    const tables: Table[] = [];
    for (const name of await tableNames(client))
      tables.push({ name, granted: await grantedOn(client, name), all: await rowsOf(client, name) });
    const before = wordsOf(tables.flatMap(({ all }) => all));
    await fillEveryTable(client);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const table of tables) table.all = await rowsOf(client, table.name);
    const foreign = [...wordsOf(tables.flatMap(({ all }) => all))].filter((word) => !before.has(word));
    return new Wall(attack, tables, client, new Set(foreign));
  }

  /** What gets through at one table, as it is found. */
  async *through(table: Table): AsyncGenerator<string> {
    if (table.name === OPEN_TO_ALL) return;
    for (const text of await this.withoutWorkspace(table)) yield `${table.name}, without a workspace: ${text}`;
    for (const subject of this.people()) {
      const beyond = this.beyond(subject, table, table.all);
      yield* this.named(table, subject, await this.read(table, subject));
      yield* this.named(table, subject, await this.changed(table, subject, beyond));
      yield* this.named(table, subject, await this.taken(table, subject, beyond));
      if (SIGNED.includes(table.name)) yield* this.named(table, subject, await this.forged(table, subject));
    }
  }

  private named({ name }: Table, subject: Subject, got: string[]): string[] {
    return got.map((text) => `${name}, ${subject.name}: ${text}`);
  }

  /** Which of these rows somebody must not come by; what is left to the code is not among them where `verb` may do it. */
  private beyond(subject: Subject, { name }: Table, rows: Row[], verb?: Verb): Beyond[] {
    const isLeft = verb !== undefined && (LEFT_TO_THE_CODE[name]?.includes(verb) ?? false);
    return rows
      .map((row) => ({ ...row, isElsewhere: this.isElsewhere(subject, row.text) }))
      .filter(({ text, isElsewhere }) => isElsewhere || (!isLeft && this.isHidden(subject, text)));
  }

  private people(): Subject[] {
    return this.attack.stage.subjects.filter(
      ({ is, isStale, name }) => isStale !== true && (is === 'member' || name.endsWith('elsewhere')),
    );
  }

  private async read(table: Table, subject: Subject): Promise<string[]> {
    const rows = await this.as(subject.member!.actor, `SELECT t.ctid, t::text AS text FROM ${table.name} t`);
    if (typeof rows === 'string') return rows === DENIED ? [] : [`reading: ${rows}`];
    return this.beyond(subject, table, rows.rows as Row[], 'read').map(({ text }) => `read ${text.slice(0, 200)}`);
  }

  /** To reach a row is enough: whatever refuses it then, it was not the policy. */
  private async changed(table: Table, subject: Subject, rows: Beyond[]): Promise<string[]> {
    const column = table.granted.get(`${roleOf(subject)} UPDATE`)?.[0];
    const got: string[] = [];
    for (const [verb, sql] of [
      ...(column === undefined ? [] : [['UPDATE', `UPDATE ${table.name} SET ${column} = ${column}`] as const]),
      ['DELETE', `DELETE FROM ${table.name}`] as const,
    ]) {
      const ids = this.beyond(subject, table, rows, verb).map(({ ctid }) => ctid);
      const done = await this.as(subject.member!.actor, `${sql} WHERE ctid = ANY ($1::tid[])`, [ids]);
      if (done !== DENIED && (typeof done === 'string' || done.rowCount !== 0))
        got.push(`${verb} reached ${typeof done === 'string' ? done : String(done.rowCount)}`);
    }
    return got;
  }

  /** Copies of what is hidden, as if one had entered them oneself: refused by the policy, and by nothing after it. */
  private async taken(table: Table, subject: Subject, rows: Beyond[]): Promise<string[]> {
    const columns = table.granted.get(`${roleOf(subject)} INSERT`) ?? [];
    if (columns.length === 0) return [];
    const sql = insertion(table, columns);
    const some = this.beyond(subject, table, rows, 'INSERT');
    const got: string[] = [];
    for (const isElsewhere of [true, false])
      for (const { ctid, text } of some.filter((row) => row.isElsewhere === isElsewhere).slice(-MOST_COPIES)) {
        const done = await this.as(subject.member!.actor, sql, [await this.copyOf(table, ctid)]);
        const isTriggers =
          typeof done === 'string' && done.startsWith('23001') && REFUSED_BY_TRIGGER.includes(table.name);
        if (done !== DENIED && done !== REFUSED && !isTriggers)
          got.push(`INSERT ${typeof done === 'string' ? done : 'was taken'}: ${text.slice(0, 200)}`);
      }
    return got;
  }

  /** What everybody may see, said once more: as oneself it passes the policy, under another's name it does not. */
  private async forged(table: Table, subject: Subject): Promise<string[]> {
    const columns = table.granted.get(`${roleOf(subject)} INSERT`) ?? [];
    const open = table.all.find(({ text }) => text.includes(this.attack.stage.base[OPEN_PARENT[table.name]!]!));
    if (columns.length === 0 || subject.is !== 'member' || !open) return [];
    const signature = SIGNED_AS[table.name] ?? 'person_id';
    const { personId, organizationId: organization_id } = subject.member!.actor;
    const another = this.people().find(({ organization }) => organization !== subject.organization)!.member!.actor;
    const own = {
      ...(JSON.parse(await this.copyOf(table, open.ctid)) as object),
      [signature]: personId,
      organization_id,
    };
    const sign = (changes: object): Promise<pg.QueryResult | string> =>
      this.as(subject.member!.actor, insertion(table, columns), [JSON.stringify({ ...own, ...changes })]);
    const got = (await sign({})) === REFUSED ? ['signing as oneself was refused'] : [];
    for (const changes of [{ [signature]: another.personId }, { organization_id: another.organizationId }])
      if (!isRefused(await sign(changes))) got.push(`signed with another's ${Object.keys(changes).join()}`);
    return got;
  }

  private async copyOf({ name }: Table, ctid: string): Promise<string> {
    const known = this.copies.get(`${name} ${ctid}`);
    if (known !== undefined) return known;
    const { rows } = await this.client.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${name} t WHERE ctid = $1::tid`,
      [ctid],
    );
    const row = rows[0]!.row;
    const copy = JSON.stringify('id' in row ? { ...row, id: randomUUID() } : row);
    this.copies.set(`${name} ${ctid}`, copy);
    return copy;
  }

  private async withoutWorkspace({ name }: Table): Promise<string[]> {
    if (BUILT_IN.includes(name)) return [];
    const { actor } = this.people()[0]!.member!;
    const nobody = { ...actor, workspaceId: '', personId: '', organizationId: '' };
    const rows = await this.as(nobody, `SELECT t::text AS text FROM ${name} t`);
    return typeof rows === 'string' ? [] : (rows.rows as Row[]).map(({ text }) => text.slice(0, 200));
  }

  /** One statement as somebody, in the context that `inWorkspace` makes, taken back again; what refused it, in short. */
  private async as(actor: Actor, sql: string, values: unknown[] = []): Promise<pg.QueryResult | string> {
    await this.client.query(`SAVEPOINT probe; ${enter(actor)}`);
    try {
      return await this.client.query(sql, values);
    } catch (error) {
      const { code = '', message } = error as { code?: string; message: string };
      if (code !== '42501') return `${code} ${message}`;
      return message.includes('row-level security') ? REFUSED : DENIED;
    } finally {
      await this.client.query(`ROLLBACK TO probe; SELECT set_config('role', 'none', true)`);
    }
  }

  private isElsewhere(subject: Subject, text: string): boolean {
    const { world, subjects } = this.attack.stage;
    const { workspaceId } = subjects.find(({ name }) => name === 'administrator elsewhere')!.member!.actor;
    const theirs = subject.is === 'member' ? workspaceId : world.a.workspaceId;
    return wordsIn(text).some((word) => word === theirs || this.foreign.has(word));
  }

  private isHidden(subject: Subject, text: string): boolean {
    const words = this.hidden.get(subject) ?? this.wordsHiddenFrom(subject);
    this.hidden.set(subject, words);
    return wordsIn(text).some((word) => words.has(word));
  }

  /** Ids and canaries. */
  private wordsHiddenFrom(subject: Subject): Set<string> {
    const words = new Set<string>();
    if (subject.is !== 'member') return words;
    for (const lot of this.attack.stage.lots.values()) {
      if (!this.attack.sees(subject, lot, 'level')) words.add(lot.mark.toLowerCase());
      for (const [noun, id] of Object.entries(lot.ids)) {
        const seen = SEEN.get(noun) ?? (SHARED.includes(noun) ? 'workspace' : 'level');
        const isSeen = this.attack.sees(subject, lot, seen === 'leaver' ? 'workspace' : seen);
        if (!isSeen && lot.name !== 'deleted') words.add(id);
      }
    }
    return words;
  }
}

function insertion({ name }: Table, columns: string[]): string {
  const names = columns.join(', ');
  return `INSERT INTO ${name} (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${name}, $1::jsonb)`;
}

/** On which thing that all may see there is one of each. */
const OPEN_PARENT: Record<string, string> = {
  ...{ assessment: 'track', comment: 'followup', contribution_act: 'contribution', dismissal: 'recommendation' },
  ...{
    engagement_evidence: 'engagement',
    evidence: 'evidence',
    occasion: 'recommendation',
    track_evidence: 'track',
    track_position: 'track',
  },
};

const DENIED = 'denied';
const REFUSED = 'refused';
const MOST_COPIES = 3;

/** By the policy, or by a trigger that compares persons and organizations before it. */
const isRefused = (done: pg.QueryResult | string): boolean =>
  done === REFUSED || (typeof done === 'string' && done.startsWith('23001'));

/** Not in the page, since no path has them: what all of a workspace shares. */
const SHARED = ['member_of_group', 'observation', 'second_source'];

const roleOf = ({ member }: Subject): string =>
  member!.actor.roles.every((role) => role === 'auditor') ? 'heed_reader' : 'heed_app';
const enter = ({ workspaceId, personId, organizationId, roles, readsAll }: Actor): string =>
  Object.entries({
    role: roles.every((role) => role === 'auditor') ? 'heed_reader' : 'heed_app',
    ...{ 'app.workspace': workspaceId, 'app.person': personId, 'app.organization': organizationId },
    ...{ 'app.roles': roles.join(','), 'app.reads_all': readsAll ? 'on' : 'off', 'app.language': 'en' },
  })
    .map(([name, value]) => `SELECT set_config('${name}', ${pg.escapeLiteral(value)}, true)`)
    .join('; ');

const wordsIn = (text: string): string[] => [
  ...(text.match(UUID) ?? []),
  ...(text.match(MARK) ?? []).map((mark) => mark.toLowerCase()),
];
const wordsOf = (rows: Row[]): Set<string> => new Set(rows.flatMap(({ text }) => wordsIn(text)));

async function tableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function rowsOf(client: pg.Client, table: string): Promise<Row[]> {
  return (await client.query<Row>(`SELECT t.ctid::text AS ctid, t::text AS text FROM ${table} t`)).rows;
}

async function grantedOn(client: pg.Client, table: string): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ key: string; columns: string[] }>(
    `SELECT p.grantee || ' ' || p.privilege_type AS key, array_agg(p.column_name::text ORDER BY c.ordinal_position) AS columns
     FROM information_schema.column_privileges p JOIN information_schema.columns c USING (table_schema, table_name, column_name)
     WHERE p.table_schema = 'public' AND p.table_name = $1 AND c.is_generated = 'NEVER' AND c.is_identity = 'NO'
       AND p.grantee IN ('heed_app', 'heed_reader') AND p.privilege_type IN ('INSERT', 'UPDATE') GROUP BY 1`,
    [table],
  );
  return new Map(rows.map(({ key, columns }) => [key, columns]));
}
