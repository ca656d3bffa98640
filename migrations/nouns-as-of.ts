import type { QueryRunner } from 'typeorm';

/** Makes one view of a table: what follows its name, and what takes the place of columns. */
export type MakeView = (
  view: string,
  table: string,
  rest: string,
  replaced?: Record<string, string>,
) => Promise<unknown>;

/** Since 1795412000000, which makes the function. */
export async function keepsNouns(runner: QueryRunner): Promise<boolean> {
  const [row] = (await runner.query(`SELECT to_regprocedure('heed_said_at(timestamptz)') IS NOT NULL AS is`)) as {
    is: boolean;
  }[];
  return row?.is === true;
}

/** Rows that are only added, and bear no date but that of their recording. */
const RECORDED = ['track_position', 'objection_answer', 'next_step_outcome', 'comment', 'comment_act'];
/** What is said of them stands as it does today, from when it was entered. */
const ENTERED = ['relation'];

export const NOUN_VIEWS = [
  ...RECORDED,
  ...ENTERED,
  ...[
    'assessment',
    'occasion',
    'occasion_correction',
    'observation',
    'observation_correction',
    'next_step',
    'contribution',
    'indicator',
  ],
];

/** Each as docs/domain.md, "As of", says. */
export async function makeNounsAsOf(make: MakeView, happened: string): Promise<void> {
  const recorded = 'r.recorded_at <= heed_known_at()';
  for (const table of RECORDED) await make(table, table, 'WHERE r.recorded_at <= heed_then()');
  for (const table of ENTERED) await make(table, table, 'WHERE r.created_at <= heed_known_at()');
  await make('assessment', 'assessment', `WHERE ${recorded} AND r.occurred_last <= heed_as_of()`);
  await make('occasion', 'occasion', `WHERE ${recorded} AND r.occurred_last <= heed_as_of()`);
  await make('observation', 'observation', `WHERE ${recorded} AND r.period_last <= heed_as_of()`);
  for (const table of ['occasion', 'observation'])
    await make(`${table}_correction`, table, `WHERE r.supersedes IS NOT NULL AND ${recorded}`);
  await make(
    'engagement',
    'engagement',
    `${said('kind', 'summary', 'outcome', 'awaitedOn', 'awaitedLast', 'participants')} WHERE ${happened}`,
    {
      ...{ kind: wordOf('kind'), summary: wordOf('summary'), outcome: wordOf('outcome') },
      awaited_on: wordOf('awaitedOn', 'awaited_on'),
      awaited_last: wordOf('awaitedLast', 'awaited_last', '::date'),
      participants: `CASE WHEN w.before ? 'participants' THEN w.before->'participants' ELSE r.participants END`,
    },
  );
  await make(
    'indicator',
    'indicator',
    `${said('title', 'unit', 'baseline', 'target', 'note')} WHERE r.created_at <= heed_known_at()`,
    {
      ...{ title: wordOf('title'), unit: wordOf('unit'), note: wordOf('note') },
      ...{ baseline: wordOf('baseline', 'baseline', '::numeric'), target: wordOf('target', 'target', '::numeric') },
    },
  );
  await make(
    'next_step',
    'next_step',
    `${said('what', 'ownerId', 'dueOn', 'dueLast')} WHERE r.created_at <= heed_then()`,
    {
      what: wordOf('what'),
      owner_id: wordOf('ownerId', 'owner_id', '::uuid'),
      due_on: wordOf('dueOn', 'due_on'),
      due_last: wordOf('dueLast', 'due_last', '::date'),
      state: `coalesce((SELECT CASE o.outcome WHEN 'reopened' THEN 'open' ELSE o.outcome END ${newest('next_step_outcome o', 'o.next_step_id = r.id')}), 'open')`,
    },
  );
  await make('contribution', 'contribution', `WHERE EXISTS (SELECT ${ACTS})`, {
    strength: `(SELECT o.strength ${newest('contribution_act o', `o.contribution_id = r.id AND o.act = 'stated'`)})`,
    state: `(SELECT o.act ${newest('contribution_act o', `o.contribution_id = r.id AND o.act <> 'substantiated'`)})`,
    updated_at: `(SELECT max(o.recorded_at) ${ACTS})`,
  });
}

/** The last row by then. */
const newest = (rows: string, of: string): string =>
  `FROM ${rows} WHERE ${of} AND o.recorded_at <= heed_then() ORDER BY o.recorded_at DESC, o.id DESC LIMIT 1`;
const ACTS = 'FROM contribution_act o WHERE o.contribution_id = r.id AND o.recorded_at <= heed_then()';

/** What the first edit after the moment found, by field; null where nobody edited it since. */
const said = (...fields: string[]): string => `
  LEFT JOIN LATERAL (SELECT jsonb_object_agg(c.field, c.before) AS before FROM (SELECT DISTINCT ON (c.field) c.field, c.before
    FROM record_version v JOIN version_change c ON c.version_id = v.id
    WHERE v.item_id = r.id AND v.recorded_at > heed_said_at(r.created_at) AND c.field IN ('${fields.join("', '")}')
    ORDER BY c.field, v.recorded_at, v.version) c) w ON true`;
const wordOf = (field: string, column = field, cast = ''): string =>
  `CASE WHEN w.before ? '${field}' THEN (w.before->>'${field}')${cast} ELSE r.${column} END`;
