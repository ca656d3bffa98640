import { hangsOn, shownRows } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import { statement } from '../common/statement.js';
import type { Reading } from '../common/reading-shape.js';
import { addresseeJson, TODAY } from '../follow-ups/follow-ups.queries.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';

const OUTCOMES = `
  SELECT coalesce(json_agg(json_build_object('id', x.id, 'outcome', x.outcome, 'note', ${wordsOf('x', 'note_hash')}, 'by', ${actorJson('xm', 'xo')},
    'recordedAt', x.recorded_at) ORDER BY x.recorded_at, x.id), '[]')
  FROM next_step_outcome x ${addedBy('x', 'xm', 'xo')} WHERE x.next_step_id = n.id`;
const OVERDUE = `(n.state = 'open' AND n.due_last < ${TODAY})`;

/** A step `n` is known to whoever may know the follow-up or the engagement that it is about; what is about a source to all. */
export const KNOWN_STEP = (n: string): string =>
  `CASE WHEN ${n}.follow_up_id IS NOT NULL THEN ${hangsOn('follow_up', `${n}.follow_up_id`)}
    WHEN ${n}.engagement_id IS NOT NULL THEN ${hangsOn('engagement', `${n}.engagement_id`)} ELSE true END`;

/** A row where the actor may know the step. */
export const IS_KNOWN_STEP = statement(`SELECT FROM next_step n WHERE n.id = $1::uuid AND ${KNOWN_STEP('n')}`);

export const NEXT_STEPS: Reading = {
  table: 'next_step n',
  within: `n.workspace_id = ? AND ${KNOWN_STEP('n')}`,
  joins: `LEFT JOIN organization o ON o.id = n.organization_id LEFT JOIN ${shownRows('follow_up f')} ON f.id = n.follow_up_id
    LEFT JOIN ${shownRows('recommendation r')} ON r.id = f.recommendation_id LEFT JOIN addressee a ON a.id = f.addressee_id LEFT JOIN ${shownRows('engagement e')} ON e.id = n.engagement_id
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
    recommendation: `n.follow_up_id IN (SELECT g.id FROM ${shownRows('follow_up g')} WHERE g.recommendation_id = ANY (?::uuid[]))`,
    engagement: 'n.engagement_id = ANY (?::uuid[])',
    source: 'n.source_id = ANY (?::uuid[])',
  },
};
