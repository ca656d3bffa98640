import { actorJson, addedBy } from '../access/actor.queries.js';
import { TODAY } from '../follow-ups/follow-ups.queries.js';

/** The standing confirmation of the latest day, of a recommendation. */
const LAST = (q: string, what: string, joins = ''): string => `(SELECT ${what} FROM occasion y ${joins}
  WHERE y.recommendation_id = ${q}.id AND y.outcome = 'confirmed' AND NOT EXISTS (SELECT FROM occasion n WHERE n.supersedes = y.id)
  ORDER BY y.occurred_last DESC, y.id DESC LIMIT 1)`;
const ENTERED = (q: string): string =>
  `(SELECT (${q}.created_at AT TIME ZONE w.time_zone)::date FROM workspace w WHERE w.id = heed_workspace())`;
const IS_REVIEWED = (q: string): string => `${q}.nature = 'continuing' AND ${q}.review_months IS NOT NULL`;

/** By which day a continuing recommendation is to be looked at again; null where nobody said how often. */
export const REVIEW_ON = (q: string): string => `CASE WHEN ${IS_REVIEWED(q)} THEN
  (coalesce(${LAST(q, 'y.occurred_last')}, ${ENTERED(q)}) + make_interval(months => ${q}.review_months))::date END`;

/** That day is past. */
export const REVIEW_DUE = (q: string): string => `coalesce(${REVIEW_ON(q)} < ${TODAY}, false)`;

/** Members of a recommendation's JSON: how often it is looked at again, when that was, and when it is to be. */
export const reviewMembers = (
  q: string,
): string => `'reviewMonths', ${q}.review_months, 'reviewOn', ${REVIEW_ON(q)}, 'reviewDue', ${REVIEW_DUE(q)},
  'lastConfirmed', ${LAST(q, `json_build_object('id', y.id, 'occurredOn', y.occurred_on, 'by', ${actorJson('ym', 'yo')}, 'recordedAt', y.recorded_at)`, addedBy('y', 'ym', 'yo'))}`;
