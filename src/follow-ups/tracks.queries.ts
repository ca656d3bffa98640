import type { Reading } from '../common/reading.js';

/** A label of a state in the reader's language, English where there is none. */
const LABEL = (t: string): string =>
  `(SELECT coalesce(s.labels->>current_setting('app.language', true), s.labels->>'en') FROM workflow_state s WHERE s.workflow_id = ${t}.workflow_id AND s.state = ${t}.state)`;

/**
 * Verified pieces on both sides, or against the phase: cited by what the track stands on, or linked since. Computed,
 * never stored. Null where nothing disagrees.
 */
export const contested = (t: string): string => `(
  SELECT CASE WHEN (count(*) FILTER (WHERE p.stance = 'supports') > 0 AND count(*) FILTER (WHERE p.stance = 'contradicts') > 0)
      OR (${t}.phase IN ('fulfilled', 'agreed') AND count(*) FILTER (WHERE p.stance = 'contradicts') > 0)
      OR (${t}.phase IN ('not-done', 'not-agreed', 'reversed') AND count(*) FILTER (WHERE p.stance = 'supports') > 0)
    THEN json_build_object('supports', coalesce(json_agg(json_build_object('id', p.id, 'title', p.title)) FILTER (WHERE p.stance = 'supports'), '[]'),
      'contradicts', coalesce(json_agg(json_build_object('id', p.id, 'title', p.title)) FILTER (WHERE p.stance = 'contradicts'), '[]')) END
  FROM (SELECT DISTINCT ON (l.evidence_id) e.id, e.title, l.stance, l.recorded_at FROM track_evidence l JOIN evidence e ON e.id = l.evidence_id
    WHERE l.track_id = ${t}.id AND e.verified_by IS NOT NULL AND e.acceptance = 'accepted' AND e.withdrawal = 'none' AND e.confidentiality IN ('public', 'coalition')
    ORDER BY l.evidence_id, l.recorded_at DESC, l.id DESC) p
  WHERE p.stance IS NOT NULL AND ${t}.stands_on IS NOT NULL AND (p.recorded_at >= (SELECT x.recorded_at FROM transition x WHERE x.id = ${t}.stands_on)
    OR EXISTS (SELECT FROM transition_evidence te WHERE te.transition_id = ${t}.stands_on AND te.evidence_id = p.id)))`;

/** A Track as every answer shows it. */
export const trackJson = (t: string): string =>
  `json_build_object('id', ${t}.id, 'axis', ${t}.axis, 'workflow', (SELECT w.key || '@' || w.version FROM workflow w WHERE w.id = ${t}.workflow_id),
    'state', ${t}.state, 'label', ${LABEL(t)}, 'phase', ${t}.phase, 'unchecked', ${t}.unchecked, 'contested', ${contested(t)},
    'version', ${t}.version, 'updatedAt', ${t}.updated_at)`;

export const TRACKS: Reading = {
  table: 'track t',
  item: trackJson('t'),
  version: 't.version',
  changed: 't.updated_at',
  sorts: {},
};
