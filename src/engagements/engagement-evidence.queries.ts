import { withinParent } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import type { Reading } from '../common/reading-shape.js';
import { WEIGHED_JOINS, WEIGHED_PIECE } from '../follow-ups/track-evidence.queries.js';
import { hangsOnShown, SHOWN_EVIDENCE } from '../access/shown-evidence.js';

/** Of links `l`: those that count now. A piece that the reader may not know of is not among them. */
export const ATTACHED = `l.shows IS NOT NULL AND ${hangsOnShown('l.evidence_id')} AND NOT EXISTS (SELECT FROM engagement_evidence n
  WHERE n.engagement_id = l.engagement_id AND n.evidence_id = l.evidence_id AND (n.recorded_at, n.id) > (l.recorded_at, l.id))`;

export const ENGAGEMENT_EVIDENCE: Reading = {
  table: 'engagement_evidence l',
  within: withinParent('l', 'engagement', 'engagement_id'),
  joins: `LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = l.evidence_id ${WEIGHED_JOINS} ${addedBy('l')}`,
  item: `json_build_object('id', l.id, 'evidence', json_build_object(${WEIGHED_PIECE}), 'shows', l.shows, 'linkedBy', ${actorJson('m', 'o')},
    'recordedAt', l.recorded_at)`,
  changed: 'l.recorded_at',
  sorts: { recordedAt: { by: 'l.recorded_at', type: 'timestamptz' } },
  filters: { engagement: `l.engagement_id = ?::uuid AND ${ATTACHED}` },
};
