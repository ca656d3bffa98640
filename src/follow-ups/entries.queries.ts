// What entered a phase in a period: docs/domain.md, "Flows". One text for counts and for the lists behind them; as of
// another moment it is read over the views of that moment (as-of.ts).

import { shownRows } from '../access/shown-rows.js';

/** A move x that counts: it has a place, and nothing corrects it. */
const counts = (x: string): string =>
  `${x}.position IS NOT NULL AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = ${x}.id)`;
const phaseOf = (workflow: string, state: string): string =>
  `(SELECT w.phase FROM workflow_state w WHERE w.workflow_id = ${workflow} AND w.state = ${state})`;

/** Of the move before x, or else of where x started. */
const PHASE_BEFORE = `coalesce((SELECT b.phase FROM transition p JOIN workflow_state b ON b.workflow_id = p.workflow_id AND b.state = p.to_state
    WHERE p.track_id = x.track_id AND p.position < x.position AND ${counts('p')} ORDER BY p.position DESC LIMIT 1), ${phaseOf('x.from_workflow_id', 'x.from_state')})`;

/** What a verification stood on fell away later: the record steps back by itself, and what was verified so is told apart. */
const VOIDED = `EXISTS (SELECT FROM transition v WHERE v.voids = x.id AND ${counts('v')})`;

/**
 * Moves into another phase, by the last possible day of each, from the first day to the last: `follow_up_id`, `axis`, `phase`, `day`,
 * `transition_id`, and `how`: `moved`, `broughtIn` (history, of which the day says how it stood and not when that began) or `voided`.
 */
export const entriesIn = (from: string, to: string): string => `
  SELECT found.follow_up_id, found.axis, s.phase, x.occurred_last AS day, x.id AS transition_id,
    CASE WHEN x.unchecked THEN 'broughtIn' WHEN ${VOIDED} THEN 'voided' ELSE 'moved' END AS how
  FROM transition x JOIN ${shownRows('track found')} ON found.id = x.track_id JOIN workflow_state s ON s.workflow_id = x.workflow_id AND s.state = x.to_state
  WHERE x.workspace_id = heed_workspace() AND x.occurred_last BETWEEN ${from}::date AND ${to}::date AND found.follow_up_id IS NOT NULL
    AND ${counts('x')} AND x.transition NOT IN ('void', 'migrate') AND s.phase IS DISTINCT FROM ${PHASE_BEFORE}`;

/** The move that a track stands on, or null. */
export const standsOn = (track: string): string =>
  `(SELECT x.id FROM transition x WHERE x.track_id = ${track} AND ${counts('x')} ORDER BY x.position DESC LIMIT 1)`;

/** In which phase a follow-up was at the end of a day: by its last move until then, else where its first move started, else where it stands. */
export const phaseAt = (followUp: string, axis: string, standing: string, day: string): string => {
  const moves = `FROM ${shownRows('track found')} JOIN transition x ON x.track_id = found.id WHERE found.follow_up_id = ${followUp} AND found.axis = ${axis} AND ${counts('x')}`;
  return `coalesce((SELECT ${phaseOf('x.workflow_id', 'x.to_state')} ${moves} AND x.occurred_last <= ${day} ORDER BY x.position DESC LIMIT 1),
      (SELECT ${phaseOf('x.from_workflow_id', 'x.from_state')} ${moves} ORDER BY x.position LIMIT 1), ${standing})`;
};

/** Over a follow-up f; `?` is first day, last day and the phases. */
export const ENTERED = `f.id IN (SELECT n.follow_up_id FROM (${entriesIn('(?::text[])[1]', '(?::text[])[2]')}) n
  WHERE n.how = 'moved' AND n.phase = ANY ((?::text[])[3:]))`;

const AXIS = '(?::text[])[1]';
const ADDRESSED = (f: string): string =>
  `NOT ${f}.closed AND ((?::text[])[4] = '' OR ${f}.addressee_id = ANY (string_to_array((?::text[])[4], ',')::uuid[]))`;
const STANDING = `CASE ${AXIS} WHEN 'response' THEN f.response_phase ELSE f.implementation_phase END`;
const addedUpAt = (day: string): string => `heed_add_up(array_agg(${phaseAt('f.id', AXIS, STANDING, day)}))`;

/**
 * Over a recommendation q: on some day of the period what its follow-ups add up to became one of the phases. `?` is the axis,
 * first day, last day, the addressees that it is limited to (joined by commas), and the phases.
 */
export const ENTERED_ADDED_UP = `q.id IN (SELECT d.recommendation_id
  FROM (SELECT DISTINCT o.recommendation_id, n.day FROM (${entriesIn('(?::text[])[2]', '(?::text[])[3]')}) n JOIN ${shownRows('follow_up o')} ON o.id = n.follow_up_id
    WHERE n.how = 'moved' AND n.axis = ${AXIS} AND ${ADDRESSED('o')}) d
  JOIN ${shownRows('follow_up f')} ON f.recommendation_id = d.recommendation_id AND ${ADDRESSED('f')} GROUP BY d.recommendation_id, d.day
  HAVING ${addedUpAt('d.day')} = ANY ((?::text[])[5:]) AND ${addedUpAt('d.day')} IS DISTINCT FROM ${addedUpAt('d.day - 1')})`;
