// The days that are asked about, as settings of the transaction: keys are found by them in the middle of a statement, by index.

import type { EntityManager } from 'typeorm';
import { run, statement } from '../common/statement.js';

/** By which day a thing belongs to the period: when it happened, or when it was entered. */
export const BY = ['occurred', 'recorded'] as const;
export type By = (typeof BY)[number];

const day = (name: string): string => `nullif(current_setting('app.${name}', true), '')::date`;
const instant = (name: string): string => `nullif(current_setting('app.${name}', true), '')::timestamptz`;

export const FROM = day('from');
/** The last day of the period, or today where that is earlier: what stands is told as it stood at its end. */
export const END = day('end');
const TO = day('to');
export const FROM_AT = instant('from_at');
export const TO_AT = instant('to_at');

/** Recorded within the period, in the workspace's time zone. */
export const recordedIn = (at: string): string => `${at} >= ${FROM_AT} AND ${at} < ${TO_AT}`;

/** In the period by its last possible day, or by when it was recorded. */
export const within = (by: By, last: string, at: string): string =>
  by === 'occurred' ? `${last} BETWEEN ${FROM} AND ${TO}` : recordedIn(at);

const SET = statement(`
  WITH here AS MATERIALIZED (SELECT w.time_zone, (clock_timestamp() AT TIME ZONE w.time_zone)::date AS today FROM workspace w WHERE w.id = heed_workspace())
  SELECT set_config('app.from', $1::date::text, true), set_config('app.to', $2::date::text, true),
    set_config('app.from_at', ($1::date::timestamp AT TIME ZONE time_zone)::text, true),
    set_config('app.to_at', (($2::date + 1)::timestamp AT TIME ZONE time_zone)::text, true),
    set_config('app.by', $3::text, true), set_config('app.end', least($2::date, today)::text, true) AS "asOf" FROM here`);
const FORGET = statement(
  `SELECT ${['from', 'to', 'from_at', 'to_at', 'end', 'by'].map((name) => `set_config('app.${name}', '', true)`).join(', ')}`,
);

/** Runs `read` for the days from the first to the last, both included, telling it as of which day things stand. */
export async function inPeriod<T>(
  tx: EntityManager,
  { from, to, by }: { from: string; to: string; by: By },
  read: (asOf: string) => Promise<T>,
): Promise<T> {
  const [row] = await run<{ asOf: string }>(tx, SET, [from, to, by]);
  const answer = await read(row?.asOf ?? to);
  await run(tx, FORGET);
  return answer;
}
