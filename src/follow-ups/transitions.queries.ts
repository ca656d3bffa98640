import { withinParent } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

const workflowName = (id: string): string => `(SELECT w.key || '@' || w.version FROM workflow w WHERE w.id = ${id})`;

/** Members of the JSON of a transition `x`, `c` being what corrects it. */
const FIELDS = `'id', x.id, 'trackId', x.track_id, 'transition', x.transition, 'from', x.from_state, 'to', x.to_state, 'actor', ${actorJson('m', 'o')},
    'occurredOn', x.occurred_on, 'recordedAt', x.recorded_at, 'note', ${wordsOf('x', 'note_hash')},
    'evidence', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'title', CASE WHEN e.withdrawal = 'none' THEN e.title END, 'stance', te.stance)
      ORDER BY CASE WHEN e.withdrawal = 'none' THEN e.title END, e.id), '[]')
      FROM transition_evidence te JOIN ${SHOWN_EVIDENCE} e ON e.id = te.evidence_id WHERE te.transition_id = x.id),
    'workflow', ${workflowName('x.workflow_id')}, 'fromWorkflow', ${workflowName('x.from_workflow_id')}, 'crossWalkId', x.cross_walk_id, 'codedBy', x.coded_by, 'flags', x.flags,
    'corrects', x.corrects, 'correctedBy', c.id, 'voids', x.voids, 'unchecked', x.unchecked, 'inTimelineOnly', x.position IS NULL`;

export const TRANSITIONS: Reading = {
  table: 'transition x',
  within: withinParent('x', 'track', 'track_id'),
  joins: `${addedBy('x')} LEFT JOIN transition c ON c.corrects = x.id`,
  item: `json_build_object(${FIELDS})`,
  changed: 'x.recorded_at',
  sorts: {
    occurredOn: { by: 'x.occurred_last', type: 'date' },
    recordedAt: { by: 'x.recorded_at', type: 'timestamptz' },
  },
  filters: { track: 'x.track_id = ?::uuid' },
};
