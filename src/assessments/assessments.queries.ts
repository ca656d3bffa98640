import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { TRACK_EVIDENCE } from '../follow-ups/track-evidence.queries.js';
import { POSITION_JOINS, POSITION_JSON } from './positions.queries.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { hangsOn, shownRows, withinLevel } from '../access/shown-rows.js';

/** What an organization keeps to itself supersedes only what it kept to itself: to others nothing has changed. */
const SUPERSEDED = `EXISTS (SELECT FROM ${shownRows('assessment n')} WHERE n.track_id = a.track_id AND n.organization_id = a.organization_id
  AND (n.confidentiality <> 'organization' OR a.confidentiality = 'organization') AND (n.recorded_at, n.id) > (a.recorded_at, a.id))`;

const EVIDENCE = `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'title', CASE WHEN e.withdrawal = 'none' THEN e.title END, 'kind', e.kind,
    'confidentiality', e.confidentiality, 'withdrawal', e.withdrawal) ORDER BY CASE WHEN e.withdrawal = 'none' THEN e.title END, e.id), '[]')
  FROM assessment_evidence ae JOIN ${SHOWN_EVIDENCE} e ON e.id = ae.evidence_id WHERE ae.assessment_id = a.id)`;

const POSITIONS = `(SELECT coalesce(json_agg(${POSITION_JSON} ORDER BY tp.recorded_at, tp.id), '[]')
  FROM track_position tp ${POSITION_JOINS} WHERE tp.assessment_id = a.id)`;

export const ASSESSMENTS: Reading = {
  table: 'assessment a',
  within: `${withinLevel('a')} AND ${hangsOn('track', 'a.track_id')}`,
  joins: addedBy('a'),
  item: `json_build_object('id', a.id, 'trackId', a.track_id, 'by', ${actorJson('m', 'o')}, 'phase', a.phase, 'confidence', a.confidence,
    'reasons', ${wordsOf('a', 'reasons_hash')}, 'occurredOn', a.occurred_on, 'recordedAt', a.recorded_at, 'confidentiality', a.confidentiality,
    'standing', NOT ${SUPERSEDED}, 'evidence', ${EVIDENCE}, 'positions', ${POSITIONS})`,
  changed: 'a.recorded_at',
  sorts: { recordedAt: { by: 'a.recorded_at', type: 'timestamptz' } },
  filters: { track: 'a.track_id = ?::uuid', standing: `(NOT ${SUPERSEDED}) = ?::boolean` },
};

/** What stands beside the assessments of a track: the addressee's own account on either axis, and positions on what was claimed. */
export const BESIDE = `
  SELECT json_build_object(
    'claim', (SELECT json_build_object('transitionId', x.id, 'by', ${actorJson('m', 'o')}, 'recordedAt', x.recorded_at)
      FROM ${shownRows('track t')} JOIN transition x ON x.id = t.stands_on ${addedBy('x')} WHERE t.id = $1::uuid),
    'replies', (SELECT coalesce(json_agg(r.item), '[]') FROM (SELECT ${TRACK_EVIDENCE.item} AS item
      FROM ${TRACK_EVIDENCE.table} ${TRACK_EVIDENCE.joins ?? ''}
      WHERE l.track_id IN (SELECT s.id FROM ${shownRows('track t')} JOIN ${shownRows('track s')} ON s.follow_up_id = t.follow_up_id WHERE t.id = $1::uuid) AND l.shows = 'reply'
        AND e.id IS NOT NULL AND NOT EXISTS (SELECT FROM track_evidence n WHERE n.track_id = l.track_id AND n.evidence_id = l.evidence_id
          AND (n.recorded_at, n.id) > (l.recorded_at, l.id))
      ORDER BY l.recorded_at DESC, l.id DESC LIMIT 50) r),
    'positions', (SELECT coalesce(json_agg(c.item ORDER BY c.recorded_at, c.id), '[]') FROM (SELECT ${POSITION_JSON} AS item, tp.recorded_at, tp.id
      FROM track_position tp ${POSITION_JOINS} WHERE tp.track_id = $1::uuid AND tp.transition_id IS NOT NULL
      ORDER BY tp.recorded_at DESC, tp.id DESC LIMIT 100) c))::text AS text`;
