import type { Reading } from '../common/reading-shape.js';
import { dayOf, ENTRIES } from './timeline-entries.queries.js';
import { hangsOnShown } from '../access/shown-evidence.js';
import { shownRows, withinLevel } from '../access/shown-rows.js';

/** In the order in which they should be read: the recommendation, what hangs on it, what happened there. */
const KEYS = `
  SELECT 'move' AS kind, x.id, x.occurred_last AS day, x.recorded_at AS at, x.recorded_at AS changed
    FROM ${shownRows('follow_up f')} JOIN ${shownRows('track t')} ON t.follow_up_id = f.id JOIN transition x ON x.track_id = t.id WHERE f.recommendation_id = q.id
  UNION ALL SELECT 'move', x.id, x.occurred_last, x.recorded_at, x.recorded_at
    FROM ${shownRows('track t')} JOIN transition x ON x.track_id = t.id WHERE t.recommendation_id = q.id AND t.axis = 'publication'
  UNION ALL SELECT 'deadline', d.id, d.due_last, d.recorded_at, d.recorded_at FROM deadline d WHERE d.recommendation_id = q.id
  UNION ALL SELECT 'extension', e.id, e.due_last, e.recorded_at, e.recorded_at
    FROM deadline d JOIN deadline_extension e ON e.deadline_id = d.id WHERE d.recommendation_id = q.id
  UNION ALL SELECT 'engagement', e.id, e.occurred_last, e.created_at, e.updated_at
    FROM engagement_recommendation r JOIN ${shownRows('engagement e')} ON e.id = r.engagement_id WHERE r.recommendation_id = q.id
  UNION ALL SELECT 'evidence', l.id, ${dayOf('l.recorded_at')}, l.recorded_at, l.recorded_at
    FROM ${shownRows('follow_up f')} JOIN ${shownRows('track t')} ON t.follow_up_id = f.id JOIN track_evidence l ON l.track_id = t.id
    WHERE f.recommendation_id = q.id AND ${hangsOnShown('l.evidence_id')}
  UNION ALL SELECT 'closing', c.id, c.occurred_last, c.recorded_at, c.recorded_at
    FROM ${shownRows('follow_up f')} JOIN closing c ON c.follow_up_id = f.id WHERE f.recommendation_id = q.id
  UNION ALL SELECT 'contribution', x.id, ${dayOf('x.recorded_at')}, x.recorded_at, x.recorded_at
    FROM ${shownRows('follow_up f')} JOIN ${shownRows('contribution k')} ON k.follow_up_id = f.id JOIN contribution_act x ON x.contribution_id = k.id WHERE f.recommendation_id = q.id`;

const ITEM = Object.entries(ENTRIES).map(([kind, entry]) => `WHEN '${kind}' THEN (${entry})`);

/** Everything that happened about a recommendation: of its publication, and of what was said and done by whom it is followed with. */
export const TIMELINE: Reading = {
  table: `recommendation q CROSS JOIN LATERAL (${KEYS}) h`,
  within: withinLevel('q'),
  brings: { kind: 'h.kind', recommendation_id: 'q.id' },
  item: `CASE p.kind ${ITEM.join(' ')} END`,
  changed: 'h.changed',
  sorts: { occurredOn: { by: 'h.day', type: 'date' }, recordedAt: { by: 'h.at', type: 'timestamptz' } },
  filters: { recommendation: 'q.id = ?::uuid', kind: 'h.kind = ANY (?::text[])' },
};
