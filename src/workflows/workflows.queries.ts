import type { Reading } from '../common/reading-shape.js';

const inLanguage = (labels: string): string =>
  `coalesce(${labels}->>current_setting('app.language', true), ${labels}->>'en')`;

export const WORKFLOWS: Reading = {
  table: 'workflow w',
  within: '(w.workspace_id IS NULL OR w.workspace_id = ?)',
  item: `json_build_object('id', w.id, 'key', w.key, 'version', w.version, 'axis', w.axis, 'official', w.official, 'title', ${inLanguage(`(w.definition->'title')`)},
    'source', w.definition->>'source', 'initial', w.definition->>'initial',
    'states', (SELECT json_agg(json_build_object('state', s.state, 'label', ${inLanguage('s.labels')}, 'phase', s.phase) ORDER BY s.position)
      FROM workflow_state s WHERE s.workflow_id = w.id), 'definition', w.definition)`,
  changed: 'w.created_at',
  sorts: { key: { by: 'w.key', type: 'text' }, version: { by: 'w.version', type: 'numeric' } },
  filters: { key: 'w.key = ?', axis: 'w.axis = ANY (?)' },
};
