import { hangsOn, withinParent } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';

/** A later one of the same organization on the same thing. What was claimed is the same thing until something else is recorded. */
const SUPERSEDED = `EXISTS (SELECT FROM track_position n WHERE n.track_id = tp.track_id AND n.organization_id = tp.organization_id
  AND n.assessment_id IS NOT DISTINCT FROM tp.assessment_id AND n.transition_id IS NOT DISTINCT FROM tp.transition_id
  AND (n.recorded_at, n.id) > (tp.recorded_at, tp.id))`;

const ANSWER = `(SELECT json_build_object('act', oa.act, 'by', ${actorJson('am', 'ao')}, 'reasons', ${wordsOf('oa', 'reasons_hash')}, 'recordedAt', oa.recorded_at)
  FROM objection_answer oa ${addedBy('oa', 'am', 'ao')} WHERE oa.position_id = tp.id)`;

export const POSITION_JOINS = addedBy('tp', 'pm', 'po');

/** JSON of a position `tp`, over its row and `POSITION_JOINS`. */
export const POSITION_JSON = `json_build_object('id', tp.id, 'trackId', tp.track_id, 'assessmentId', tp.assessment_id, 'transitionId', tp.transition_id,
  'position', tp.kind, 'by', ${actorJson('pm', 'po')}, 'reasons', ${wordsOf('tp', 'reasons_hash')}, 'recordedAt', tp.recorded_at,
  'standing', NOT ${SUPERSEDED}, 'open', tp.kind = 'objection' AND NOT EXISTS (SELECT FROM objection_answer oa WHERE oa.position_id = tp.id), 'answer', ${ANSWER})`;

/** Of positions on a track that the reader may know: those on an assessment that they may know too, and those on what was claimed. */
export const KNOWN_POSITION = (p: string): string =>
  `(${p}.assessment_id IS NULL OR ${hangsOn('assessment', `${p}.assessment_id`)})`;

/** Every position that was ever taken on a track. */
export const TRACK_POSITIONS: Reading = {
  table: 'track_position tp',
  within: `${withinParent('tp', 'track', 'track_id')} AND ${KNOWN_POSITION('tp')}`,
  joins: POSITION_JOINS,
  item: POSITION_JSON,
  changed: `coalesce((SELECT oa.recorded_at FROM objection_answer oa WHERE oa.position_id = tp.id), tp.recorded_at)`,
  sorts: { recordedAt: { by: 'tp.recorded_at', type: 'timestamptz' } },
  filters: { track: 'tp.track_id = ?::uuid' },
};
