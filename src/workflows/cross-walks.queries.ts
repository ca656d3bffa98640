import { actorJson, addedBy } from '../access/actor.queries.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';

const nameOf = (w: string): string => `${w}.key || '@' || ${w}.version`;

export const CROSS_WALKS: Reading = {
  table: 'cross_walk x',
  joins: `${addedBy('x')} LEFT JOIN workflow wf ON wf.id = x.from_workflow_id LEFT JOIN workflow wt ON wt.id = x.to_workflow_id`,
  item: `json_build_object('id', x.id, 'from', ${nameOf('wf')}, 'to', ${nameOf('wt')}, 'source', x.source, 'reason', x.reason, 'states', x.states,
    'by', ${actorJson('m', 'o')}, 'recordedAt', x.recorded_at)`,
  changed: 'x.recorded_at',
  sorts: { recordedAt: { by: 'x.recorded_at', type: 'timestamptz' } },
};

/** The newest to each workflow. */
export const FROM = statement(`
  SELECT DISTINCT ON (x.to_workflow_id) x.id, x.to_workflow_id AS workflow, x.states, ${nameOf('w')} AS name
  FROM cross_walk x JOIN workflow w ON w.id = x.to_workflow_id WHERE x.from_workflow_id = $1
  ORDER BY x.to_workflow_id, x.recorded_at DESC, x.id DESC`);
