import { withinParent } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

const STANDING = 'NOT EXISTS (SELECT FROM occasion n WHERE n.supersedes = x.id)';
const MEMBERS = `'id', x.id, 'recommendationId', x.recommendation_id, 'occurredOn', x.occurred_on, 'saidBy', ${wordsOf('x', 'said_by_hash')},
  'note', ${wordsOf('x', 'note_hash')}, 'evidence', CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'title', CASE WHEN e.withdrawal = 'none' THEN e.title END) END,
  'supersedes', x.supersedes, 'standing', ${STANDING}, 'by', ${actorJson('m', 'o')}, 'recordedAt', x.recorded_at`;

const shared = {
  table: 'occasion x',
  within: withinParent('x', 'recommendation', 'recommendation_id'),
  joins: `LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = x.evidence_id ${addedBy('x')}`,
  changed: 'coalesce((SELECT n.recorded_at FROM occasion n WHERE n.supersedes = x.id), x.recorded_at)',
  sorts: { occurredOn: { by: 'x.occurred_last', type: 'date' as const } },
};

/** Of a recurring recommendation. */
export const OCCASIONS: Reading = {
  ...shared,
  item: `json_build_object(${MEMBERS}, 'outcome', x.outcome)`,
  filters: {
    recommendation: `x.outcome <> 'confirmed' AND x.recommendation_id = ?::uuid`,
    standing: `(${STANDING}) = ?::boolean`,
  },
};

/** Of a continuing one. */
export const CONFIRMATIONS: Reading = {
  ...shared,
  item: `json_build_object(${MEMBERS})`,
  filters: {
    recommendation: `x.outcome = 'confirmed' AND x.recommendation_id = ?::uuid`,
    standing: `(${STANDING}) = ?::boolean`,
  },
};
