// How things stood on a day, as far as it was recorded by an instant: docs/domain.md, "As of". What is read is what is
// read today, over views that answer for that moment; without a moment nothing of this is in the way.

import { isShownRow } from '../access/shown-rows.js';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import type { Reading } from '../common/reading-shape.js';
import { run, statement } from '../common/statement.js';
import { NOW, TODAY } from './follow-ups.queries.js';

/** The day and the instant that are asked for; today, and now, where they are left out. */
export interface Moment {
  asOf?: string | undefined;
  knownAt?: string | undefined;
}

/** How a reading, or a statement, is read: as it is, or as of the moment. */
export interface Then {
  reading: (present: Reading) => Reading;
  /** `textOf` makes a statement's text; the same for all follow-ups at once, in one pass. */
  text: (present: string) => string;
  isPast: boolean;
}

/** As it is. */
export const PRESENT: Then = { reading: (reading) => reading, text: (text) => text, isPast: false };

/** Runs `read`, which only reads and sends one statement where no moment is asked for. */
export function readAsOf<T>(
  actor: Actor,
  manager: EntityManager,
  { asOf, knownAt }: Moment,
  read: (tx: EntityManager, then: Then) => Promise<T>,
): Promise<T> {
  if (asOf === undefined && knownAt === undefined) return readInWorkspace(actor, manager, (tx) => read(tx, PRESENT));
  return inWorkspace(actor, manager, async (tx) => {
    await run(tx, ENTER, [asOf ?? null, knownAt ?? null]);
    const answer = await read(tx, PAST);
    await run(tx, LEAVE);
    return answer;
  });
}

/** No later than today and than what is certain to be all that was recorded; links and checks count by the end of the day. */
const ENTER = statement(`
  WITH used AS MATERIALIZED (SELECT least($1::date, (clock_timestamp() AT TIME ZONE w.time_zone)::date) AS day, least($2::timestamptz, heed_horizon()) AS known, w.time_zone
    FROM workspace w WHERE w.id = heed_workspace())
  SELECT set_config('app.as_of', day::text, true), set_config('app.known_at', known::text, true),
    set_config('app.then', least(known, ((day + 1)::timestamp AT TIME ZONE time_zone) - interval '1 microsecond')::text, true) FROM used`);
const LEAVE = statement(
  `SELECT set_config('app.as_of', '', true), set_config('app.known_at', '', true), set_config('app.then', '', true)`,
);

/** Both instants that an answer used. */
export const USED = `'asOf', heed_as_of(), 'knownAt', heed_known_at()`;

const HAVE_HISTORY = [
  'follow_up|track|transition|track_evidence|deadline|deadline_extension|closing|engagement|engagement_addressee|engagement_evidence|contribution|contribution_act',
  'assessment|track_position|objection_answer|observation|indicator|occasion|next_step|next_step_outcome|comment|comment_act|relation',
].join('|');
const VIEWS = new RegExp(`\\b(FROM|JOIN) (${HAVE_HISTORY}) (?!found\\b)(?=[a-z])`, 'g');
const FUNCTIONS = /\b(heed_contested|heed_closing_json)\(/g;

/**
 * Statements name a table and its alias. A transition that is looked for as the correction of another is alias c, as an observation
 * is, and an occasion is alias n: it corrects whenever it happened. A row that is only looked for is alias found, and is read as it is.
 */
export const textAsOf = (text: string): string =>
  text
    .replaceAll(TODAY, 'heed_as_of()')
    .replaceAll(NOW, 'heed_known_at()')
    .replaceAll(/\b(FROM|JOIN) transition c\b/g, '$1 correction_as_of c')
    .replaceAll(
      /\b(FROM|JOIN) (observation c|occasion n)\b/g,
      (_, by: string, row: string) => `${by} ${row.replace(' ', '_correction_as_of ')}`,
    )
    .replaceAll(VIEWS, '$1 $2_as_of ')
    .replaceAll(FUNCTIONS, '$1_as_of(');

/** What it says is shown as it is today, from when it was entered. */
const KNOWN_RECOMMENDATIONS = `(SELECT * FROM recommendation r WHERE created_at <= heed_known_at() AND ${isShownRow('r')}) q`;

const known = new WeakMap<Reading, Reading>();

/** The same reading as of the moment. It has no version: nothing is written from it. Whatever only knows the present is left out. */
function readingAsOf(present: Reading): Reading {
  const made = known.get(present) ?? makeAsOf(present);
  known.set(present, made);
  return made;
}

function makeAsOf({ version: _, finder: __, narrower: ___, ...reading }: Reading): Reading {
  const { table, joins = '', item, sorts, filters = {}, changed } = reading;
  const [name = '', alias = ''] = table.split(' ');
  return {
    ...reading,
    table: textAsOf(`FROM ${table}`)
      .replace('FROM ', '')
      .replace(/^recommendation q\b/, KNOWN_RECOMMENDATIONS),
    ...(name === 'follow_up' ? { keys: `all_follow_up_as_of ${alias}` } : {}),
    joins: textAsOf(joins),
    item: textAsOf(item),
    changed: textAsOf(changed),
    sorts: Object.fromEntries(Object.entries(sorts).map(([key, sort]) => [key, { ...sort, by: textAsOf(sort.by) }])),
    filters: Object.fromEntries(Object.entries(filters).map(([key, filter]) => [key, textAsOf(filter)])),
    also: USED,
  };
}

const PAST: Then = {
  reading: readingAsOf,
  text: (text) => textAsOf(text.replaceAll(/\b(FROM|JOIN) follow_up f\b/g, '$1 all_follow_up_as_of f')),
  isPast: true,
};
