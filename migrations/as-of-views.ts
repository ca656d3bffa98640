import type { QueryRunner } from 'typeorm';
import { keepsNouns, makeNounsAsOf, NOUN_VIEWS } from './nouns-as-of.js';
import { makeSetsAsOf, SET_VIEWS } from './sets-as-of.js';

/** What of a follow-up and of a track depends on when: the rest is shown as it is today. */
const THEN = {
  follow_up: {
    response_state: 'x.response_state',
    response_phase: 'x.response_phase',
    implementation_state: 'x.implementation_state',
    implementation_phase: 'x.implementation_phase',
    response_contested: 'x.response_contested',
    implementation_contested: 'x.implementation_contested',
    closed: 'x.closed',
    due_on: 'x.due_on',
    moved_at: 'x.moved_at',
  },
  track: {
    workflow_id: 'x.workflow_id',
    state: 'x.state',
    phase: 'x.phase',
    stands_on: 'x.stands_on',
    unchecked: 'x.unchecked',
    contested: 'x.contested',
  },
} satisfies Record<string, Record<string, string>>;

/** Append-only rows that have a date of their own, and those whose date is the day they were recorded. */
const DATED = ['transition', 'closing'];
const RECORDED = ['track_evidence', 'deadline_extension'];

/**
 * Makes the views `..._as_of` anew, each with all columns that its table has by now: a migration that adds a
 * column to one of these tables calls it. Row policies hold in them for whoever asks.
 */
export async function makeAsOfViews(runner: QueryRunner): Promise<void> {
  await runner.query(dropAsOfViews);
  const make = async (view: string, table: string, rest: string, replaced: Record<string, string> = {}) =>
    runner.query(`CREATE VIEW ${view}_as_of WITH (security_invoker = true) AS
      SELECT ${(await columnsOf(runner, table)).map((column) => (replaced[column] ? `${replaced[column]} AS ${column}` : `r.${column}`)).join(', ')}
      FROM ${table} r ${rest}; GRANT SELECT ON ${view}_as_of TO heed_app, heed_reader`);
  const recorded = 'r.recorded_at <= heed_known_at()';
  for (const table of DATED) await make(table, table, `WHERE ${recorded} AND r.occurred_last <= heed_as_of()`);
  for (const table of RECORDED) await make(table, table, 'WHERE r.recorded_at <= heed_then()');
  await make('correction', 'transition', `WHERE r.corrects IS NOT NULL AND ${recorded}`);
  await make('deadline', 'deadline', `WHERE ${recorded}`);
  const happened = 'r.created_at <= heed_known_at() AND r.occurred_last <= heed_as_of()';
  if (await keepsNouns(runner)) await makeNounsAsOf(make, happened);
  else await make('engagement', 'engagement', `WHERE ${happened}`);
  await make('track', 'track', 'CROSS JOIN LATERAL heed_track_then(r.id) x', THEN.track);
  await make(
    'follow_up',
    'follow_up',
    'CROSS JOIN LATERAL heed_follow_up_then(r.id, r.recommendation_id) x',
    THEN.follow_up,
  );
  const changed = Object.keys(THEN.follow_up).map((column) => [
    column,
    `CASE WHEN x.id IS NULL THEN r.${column} ELSE x.${column} END`,
  ]);
  await make(
    'all_follow_up',
    'follow_up',
    'LEFT JOIN heed_follow_ups_then() x ON x.id = r.id WHERE r.created_at <= heed_known_at()',
    Object.fromEntries(changed),
  );
  await makeSetsAsOf(runner);
}

export const dropAsOfViews = `DROP VIEW IF EXISTS follow_up_as_of, all_follow_up_as_of, track_as_of, correction_as_of, deadline_as_of, engagement_as_of,
  ${[...DATED, ...RECORDED].map((table) => `${table}_as_of`).join(', ')}, ${[...NOUN_VIEWS, ...SET_VIEWS].map((view) => `${view}_as_of`).join(', ')}`;

async function columnsOf(runner: QueryRunner, table: string): Promise<string[]> {
  const columns = (await runner.query(
    `SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  )) as { attname: string }[];
  return columns.map(({ attname }) => attname);
}
