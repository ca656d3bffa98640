// What every table promises, whoever made it. A new table needs an entity, a policy, and a row in rows.ts.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource, type EntityMetadata } from 'typeorm';
import { dataSourceOptions } from '../../src/data-source.js';
import { createDatabase } from '../support/postgres.js';
import { type Filled, fillEveryTable } from './rows.js';

/** What TypeORM keeps for itself. */
const NOT_OURS = ['migrations'];
/** Whoever is somewhere a member may be named anywhere; a row is an id and an instant. */
const OPEN_TO_ALL = ['person'];
/** Only sign-in reads these. */
const SECRET = [
  'account',
  'begun_sign_in',
  'identity_provider',
  'linked_identity',
  'passkey_challenge',
  'recovery',
  'recovery_code',
  'second_factor',
  'session',
  'access_token',
  'sign_in_attempt',
  'request_count',
];

let client: pg.Client;
let dataSource: DataSource;
let tables: string[];

beforeAll(async () => {
  const url = await createDatabase();
  client = new pg.Client(url);
  await client.connect();
  dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  const found = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> ALL ($1) ORDER BY 1`,
    [NOT_OURS],
  );
  tables = found.rows.map(({ name }) => name);
});

afterAll(async () => {
  await dataSource.destroy();
  await client.end();
});

/** One column of text per row: the form in which differences are compared and printed. */
async function lines(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(sql, values);
  return rows.map(({ line }) => line);
}

/** What is only on one side, said for a person. */
function differences(inEntities: string[], inTables: string[]): string[] {
  return [
    ...inEntities.filter((line) => !inTables.includes(line)).map((line) => `only in the entities: ${line}`),
    ...inTables.filter((line) => !inEntities.includes(line)).map((line) => `only in the tables: ${line}`),
  ].sort();
}

describe('entities and migrations', () => {
  it('every table has one entity and every entity its table', () => {
    const entities = dataSource.entityMetadatas.map(({ tableName }) => tableName);
    expect(differences(entities, tables)).toEqual([]);
    expect(entities).toHaveLength(new Set(entities).size);
  });

  it('have the same columns: name, type, null or not, default', async () => {
    const inTables = await lines(
      `SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
         || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
       WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1)`,
      [tables],
    );
    const inEntities: string[] = [];
    for (const entity of dataSource.entityMetadatas) inEntities.push(...(await columnsOf(entity)));
    expect(differences(inEntities, await spelledAlike(inTables))).toEqual([]);
  });

  it('have the same primary keys', async () => {
    const inTables = await keys('p');
    const inEntities = dataSource.entityMetadatas.map(
      (e) =>
        `${e.tableName} (${e.primaryColumns
          .map((c) => c.databaseName)
          .sort()
          .join(', ')})`,
    );
    expect(differences(inEntities, inTables)).toEqual([]);
  });

  it('have the same foreign keys: columns, target, what a deletion does', async () => {
    const inTables = await lines(
      `SELECT k.conrelid::regclass || ' (' || ${namesOf('k.conkey', 'k.conrelid')} || ') -> ' || k.confrelid::regclass || ' (' || ${namesOf('k.confkey', 'k.confrelid')} || ') '
         || CASE k.confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'c' THEN 'CASCADE' WHEN 'r' THEN 'RESTRICT' WHEN 'n' THEN 'SET NULL' ELSE 'SET DEFAULT' END AS line
       FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`,
    );
    const inEntities = dataSource.entityMetadatas.flatMap((e) =>
      e.foreignKeys.map(
        (k) =>
          `${e.tableName} (${k.columnNames.join(', ')}) -> ${k.referencedEntityMetadata.tableName} (${k.referencedColumnNames.join(', ')}) ${k.onDelete ?? 'NO ACTION'}`,
      ),
    );
    expect(differences(inEntities, inTables)).toEqual([]);
  });

  /** Column names of a constraint in its order. */
  function namesOf(numbers: string, table: string): string {
    return `(SELECT string_agg(a.attname, ', ' ORDER BY x.n) FROM unnest(${numbers}) WITH ORDINALITY x(attnum, n)
      JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = x.attnum)`;
  }

  function keys(type: 'p'): Promise<string[]> {
    return lines(
      `SELECT c.relname || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY a.attname COLLATE "C") FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)) || ')' AS line
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = $1 AND c.relname = ANY ($2)`,
      [type, tables],
    );
  }

  async function columnsOf(entity: EntityMetadata): Promise<string[]> {
    const { driver } = dataSource;
    const written = entity.columns.map((column) => {
      const type = driver.normalizeType(column) + (column.isArray ? '[]' : '');
      const value = driver.normalizeDefault(column);
      return `${entity.tableName}.${column.databaseName} ${type}${column.isNullable ? '' : ' not null'}${value === undefined ? '' : ` default ${value}`}`;
    });
    return spelledAlike(written);
  }

  /** PostgreSQL says what a type is called and what a literal means: timestamptz, '{"en","ko"}' and '{en,ko}'::text[]. */
  async function spelledAlike(written: string[]): Promise<string[]> {
    const spelled: string[] = [];
    for (const line of written) {
      const [, column, type, rest, literal] = /^(\S+) (.+?)( not null)?(?: default (.+))?$/.exec(line)!;
      const [name] = await lines(`SELECT $1::regtype::text AS line`, [type]);
      const value =
        literal === undefined || literal.includes('(')
          ? literal
          : (await lines(`SELECT (${literal})::${name!}::text AS line`))[0];
      spelled.push(`${column!} ${name!}${rest ?? ''}${value === undefined ? '' : ` default ${value}`}`);
    }
    return spelled;
  }
});

describe('row-level security', () => {
  it('is on and forced on every table, with a policy', async () => {
    const open = await lines(
      `SELECT c.relname || CASE WHEN NOT c.relrowsecurity THEN ' is not guarded' WHEN NOT c.relforcerowsecurity THEN ' does not bind its owner' ELSE ' has no policy' END AS line
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1)
         AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`,
      [tables],
    );
    expect(open).toEqual([]);
  });

  it('lets nobody through unasked', async () => {
    const wide = await lines(
      `SELECT tablename || ': ' || policyname || ' for ' || array_to_string(roles, ', ') AS line FROM pg_policies
       WHERE schemaname = 'public' AND tablename <> ALL ($1) AND roles && '{public,heed_app,heed_reader,heed_nobody}'::name[]
         AND ('true' IN (qual, with_check) OR 'public' = ANY (roles) OR 'heed_nobody' = ANY (roles))`,
      [OPEN_TO_ALL],
    );
    expect(wide).toEqual([]);
  });

  it("is not gone round by a view, a stored view, or a function that takes its caller's search path", async () => {
    const round = await lines(
      `SELECT 'view ' || relname AS line FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND (relkind = 'm' OR (relkind = 'v' AND NOT coalesce(reloptions, '{}') && '{security_invoker=true,security_invoker=on}'))
       UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
         AND NOT EXISTS (SELECT FROM unnest(proconfig) setting WHERE setting LIKE 'search_path=%')`,
    );
    expect(round).toEqual([]);
  });

  describe('with rows of two workspaces', () => {
    let ours: Filled;
    let theirs: Filled;
    let rowsOfTheirs: Map<string, Set<string>>;

    beforeAll(async () => {
      ours = await fillEveryTable(client);
      const before = await everyRow();
      theirs = await fillEveryTable(client);
      rowsOfTheirs = new Map(
        [...(await everyRow())].map(([table, rows]) => [
          table,
          new Set([...rows].filter((row) => !before.get(table)?.has(row))),
        ]),
      );
    });

    it('every table holds one, or this shows nothing: add it to rows.ts', () => {
      expect(tables.filter((table) => !rowsOfTheirs.get(table)?.size)).toEqual([]);
    });

    it('shows a member what is theirs, or the rest shows nothing', async () => {
      const unseen: string[] = [];
      for (const role of ['heed_app', 'heed_reader'])
        unseen.push(...(await tablesWhere(role, theirs, (seen) => seen === 0)));
      expect([...new Set(unseen)].sort()).toEqual([...SECRET].sort());
    });

    it.each(['heed_app', 'heed_reader'])('shows %s of another workspace nothing of theirs', async (role) => {
      expect(await tablesWhere(role, ours, (seen) => seen > 0)).toEqual(OPEN_TO_ALL);
    });

    it.each(['heed_app', 'heed_reader'])('shows %s without a context nothing of theirs', async (role) => {
      expect(await tablesWhere(role, undefined, (seen) => seen > 0)).toEqual(OPEN_TO_ALL);
    });

    it('shows a pooled connection, before it has a role, no row at all', async () => {
      for (const context of [undefined, theirs]) {
        const readable: string[] = [];
        for (const table of tables) if ((await rowsAs('heed_nobody', context, table)).size > 0) readable.push(table);
        expect(readable).toEqual([]);
      }
    });

    /** Tables of which so many of their rows are seen. */
    async function tablesWhere(
      role: string,
      context: Filled | undefined,
      isSo: (seen: number) => boolean,
    ): Promise<string[]> {
      const found: string[] = [];
      for (const table of tables) {
        const visible = await rowsAs(role, context, table);
        const seen = [...(rowsOfTheirs.get(table) ?? [])].filter((row) => visible.has(row)).length;
        if (isSo(seen)) found.push(table);
      }
      return found;
    }

    async function everyRow(): Promise<Map<string, Set<string>>> {
      const all = new Map<string, Set<string>>();
      for (const table of tables) all.set(table, new Set(await lines(`SELECT t::text AS line FROM ${table} t`)));
      return all;
    }

    /** What a role sees of a table; to be refused is to see nothing. */
    async function rowsAs(role: string, context: Filled | undefined, table: string): Promise<Set<string>> {
      await client.query('BEGIN');
      try {
        await client.query(
          `SELECT set_config('role', $1, true), set_config('app.workspace', $2, true), set_config('app.person', $3, true),
             set_config('app.organization', $4, true), set_config('app.roles', $5, true), set_config('app.reads_all', $6, true)`,
          [
            role,
            context?.workspaceId ?? '',
            context?.personId ?? '',
            context?.organizationId ?? '',
            context ? 'administrator,auditor' : '',
            context ? 'on' : 'off',
          ],
        );
        return new Set(await lines(`SELECT t::text AS line FROM ${table} t`));
      } catch (error) {
        if ((error as { code?: string }).code !== '42501') throw error; // permission denied
        return new Set();
      } finally {
        await client.query('ROLLBACK');
      }
    }
  });
});

describe('rows that are only ever added', () => {
  const APPEND_ONLY = [
    'transition',
    'transition_evidence',
    'track_evidence',
    'closing',
    'deadline',
    'deadline_extension',
    'workflow',
    'workflow_state',
    'cross_walk',
    'custody_record',
    'intake_custody',
    'audit_event',
    'record_version',
    'merge_move',
    'observation',
    'observation_evidence',
    'next_step_outcome',
    'occasion',
    'comment',
    'comment_act',
    'comment_mention',
    'dismissal',
    'contribution_act',
    'contribution_engagement',
    'contribution_evidence',
    'tally',
    'tally_item',
  ];
  const REFUSED = '23001';

  beforeAll(() => fillEveryTable(client));

  it.each(APPEND_ONLY)('%s: refuses to change, delete and empty, the superuser too', async (table) => {
    const before = await contentOf(table);
    const [column] = await lines(
      `SELECT attname AS line FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1`,
      [table],
    );
    expect(before.length).toBeGreaterThan(0);
    for (const sql of [
      `UPDATE ${table} SET ${column!} = ${column!}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(client.query(sql)).rejects.toMatchObject({
        code: REFUSED,
        message: `rows of ${table} are only ever added`,
      });
    }
    expect(await contentOf(table)).toEqual(before);
  });

  it('a leaf of the log takes its place once', async () => {
    const place = `leaf_hash = data_hash, workspace_seq = 1, leaf_index = (SELECT coalesce(max(leaf_index), 0) + 1 FROM audit_leaf)`;
    const one = 'WHERE event_id = (SELECT event_id FROM audit_leaf ORDER BY event_id LIMIT 1)';
    const forgeries = [
      `UPDATE audit_leaf SET data_hash = sha256('forged')`,
      `UPDATE audit_leaf SET workspace_id = NULL`,
      `UPDATE audit_leaf SET event_id = gen_random_uuid()`,
      'DELETE FROM audit_leaf',
      'TRUNCATE audit_leaf CASCADE',
    ];
    for (const sql of forgeries) await expect(client.query(sql)).rejects.toMatchObject({ code: REFUSED });
    expect((await client.query(`UPDATE audit_leaf SET ${place} ${one}`)).rowCount).toBe(1);
    for (const again of [
      place,
      'leaf_index = NULL, leaf_hash = NULL, workspace_seq = NULL',
      `leaf_hash = sha256('forged')`,
    ]) {
      await expect(client.query(`UPDATE audit_leaf SET ${again} ${one}`)).rejects.toMatchObject({ code: REFUSED });
    }
  });

  it.each(['words', 'audit_salt'])('%s may be erased, but never say something else', async (table) => {
    await expect(client.query(`UPDATE ${table} SET salt = salt`)).rejects.toMatchObject({ code: REFUSED });
  });

  it('no role of the application may even try', async () => {
    const able = await lines(
      `SELECT role || ' on ' || name AS line FROM unnest($1::text[]) name, unnest('{heed_app,heed_reader,heed_auth,heed_nobody}'::text[]) role
       WHERE has_table_privilege(role, name, 'UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(role, name, 'UPDATE')`,
      [[...APPEND_ONLY, 'audit_leaf', 'audit_salt', 'words']],
    );
    expect(able).toEqual([]);
  });

  const contentOf = (table: string) => lines(`SELECT t::text AS line FROM ${table} t ORDER BY 1`);
});

describe('columns of text', () => {
  /** Whatever people, programs or the workflows call things; dates as precise as they are known (EDTF); codes with a pattern. */
  const FREE = new Set([
    'indicator.unit',
    'observation.period',
    'next_step.what',
    'second_factor.transports',
    'name',
    'title',
    'text',
    'label',
    'note',
    'summary',
    'ask',
    'basis',
    'condition',
    'extended_by',
    'reason',
    'pseudonym',
    'evidence_key.key_id',
    'aliases',
    'saved_view.address',
    'engagement.outcome',
    'intake_proposal.addressees',
    'intake_proposal.targets',
    'intake_proposal.through',
    'intake_proposal.parts',
    'intake_proposal.due',
    'intake_proposal.why',
    'intake_proposal.rejection_note',
    'code',
    'iso_code',
    'subject_country',
    'slug',
    'key',
    'email',
    'symbol',
    'url',
    'final_url',
    'canonical_url',
    'language',
    'languages',
    'time_zone',
    'media_type',
    'mechanism',
    'cycle',
    'session',
    'section',
    'paragraph',
    'locator',
    'publisher',
    'issuers',
    'recipients',
    'copies',
    'made_by',
    'affected_persons',
    'legal_basis',
    'sdg',
    'issued_on',
    'published_on',
    'occurred_on',
    'due_on',
    'awaited_on',
    'from_on',
    'until_on',
    'search_text',
    'recommendation_code',
    'password_hash',
    'action',
    'object_type',
    'request_id',
    'path',
    'field',
    'body',
    'receipt',
    'state',
    'from_state',
    'to_state',
    'met_by',
    'mark',
    'transition.transition',
    'coded_by',
    'flags',
    'cross_walk.source',
    'identity_provider.issuer',
    'identity_provider.client_id',
    // Copies that triggers keep of what is checked where it comes from (docs/database.md); a track refuses a phase that is none.
    'response_state',
    'response_phase',
    'implementation_state',
    'implementation_phase',
    'workflow_state.phase',
  ]);

  it('that take one of some values have a CHECK that names them', async () => {
    const unchecked = await lines(
      `SELECT c.relname || '.' || a.attname AS line FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relname = ANY ($1) AND c.relnamespace = 'public'::regnamespace AND a.atttypid IN ('text'::regtype, 'text[]'::regtype, 'varchar'::regtype)
         AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'
           AND pg_get_constraintdef(k.oid) ~ ('\\m' || a.attname || ' (= ANY \\(ARRAY\\[|<@ ARRAY\\[|= ''[^'']*''::text\\)\\)$)')) ORDER BY 1`,
      [tables],
    );
    expect(unchecked.filter((column) => !FREE.has(column) && !FREE.has(column.split('.')[1]!))).toEqual([]);
  });
});
