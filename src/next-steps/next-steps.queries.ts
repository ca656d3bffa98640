import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { addresseeJson, TODAY } from '../follow-ups/follow-ups.queries.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';

const OUTCOMES = `
  SELECT coalesce(json_agg(json_build_object('id', x.id, 'outcome', x.outcome, 'note', ${wordsOf('x', 'note_hash')}, 'by', ${actorJson('xm', 'xo')},
    'recordedAt', x.recorded_at) ORDER BY x.recorded_at, x.id), '[]')
  FROM next_step_outcome x ${addedBy('x', 'xm', 'xo')} WHERE x.next_step_id = n.id`;
const OVERDUE = `(n.state = 'open' AND n.due_last < ${TODAY})`;

export const NEXT_STEPS: Reading = {
  table: 'next_step n',
  joins: `LEFT JOIN organization o ON o.id = n.organization_id LEFT JOIN follow_up f ON f.id = n.follow_up_id
    LEFT JOIN recommendation r ON r.id = f.recommendation_id LEFT JOIN addressee a ON a.id = f.addressee_id LEFT JOIN engagement e ON e.id = n.engagement_id
    LEFT JOIN source s ON s.id = n.source_id`,
  item: `json_build_object('id', n.id, 'what', n.what, 'owner', heed_owner_json(n.owner_id), 'organization', json_build_object('id', o.id, 'name', o.name),
    'dueOn', n.due_on, 'overdue', ${OVERDUE}, 'state', n.state,
    'followUp', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'recommendation', ${recommendationJson('r')}, 'addressee', ${addresseeJson('a')}) END,
    'engagement', CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'kind', e.kind, 'occurredOn', e.occurred_on) END,
    'source', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'title', s.title) END, 'outcomes', (${OUTCOMES}), 'version', n.version, 'createdAt', n.created_at)`,
  version: 'n.version',
  changed: 'n.updated_at',
  sorts: { dueOn: { by: 'n.due_last', type: 'date' } },
  filters: {
    state: 'n.state = ANY (?::text[])',
    overdue: `${OVERDUE} = ?::boolean`,
    owner: 'n.owner_id = ANY (?::uuid[])',
    followUp: 'n.follow_up_id = ANY (?::uuid[])',
    recommendation: 'n.follow_up_id IN (SELECT g.id FROM follow_up g WHERE g.recommendation_id = ANY (?::uuid[]))',
    engagement: 'n.engagement_id = ANY (?::uuid[])',
    source: 'n.source_id = ANY (?::uuid[])',
  },
};
