import { actorJson, addedBy } from '../access/actor.queries.js';
import type { Reading } from '../common/reading-shape.js';

const NEWEST = `NOT EXISTS (SELECT FROM track_evidence n WHERE n.track_id = l.track_id AND n.evidence_id = l.evidence_id
  AND (n.recorded_at, n.id) > (l.recorded_at, l.id))`;

/** Links that count now. A piece that the reader may not know of is not there. */
export const TRACK_EVIDENCE: Reading = {
  table: 'track_evidence l',
  joins: `JOIN evidence e ON e.id = l.evidence_id ${addedBy('l')}`,
  item: `json_build_object('id', l.id, 'evidence', json_build_object('id', e.id, 'title', CASE WHEN e.withdrawal = 'none' THEN e.title END, 'kind', e.kind, 'url', CASE WHEN e.withdrawal = 'none' THEN e.url END,
      'confidentiality', e.confidentiality, 'acceptance', e.acceptance, 'verification', CASE WHEN e.verified_by IS NULL THEN 'none' ELSE 'verified' END,
      'withdrawal', e.withdrawal),
    'stance', l.stance, 'shows', l.shows, 'linkedBy', ${actorJson('m', 'o')}, 'recordedAt', l.recorded_at)`,
  changed: 'l.recorded_at',
  sorts: { recordedAt: { by: 'l.recorded_at', type: 'timestamptz' } },
  filters: {
    track: `l.track_id = ?::uuid AND l.stance IS NOT NULL AND ${NEWEST} AND EXISTS (SELECT FROM evidence s WHERE s.id = l.evidence_id)`,
  },
};
