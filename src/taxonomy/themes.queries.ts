import type { Reading } from '../common/reading-shape.js';

export const THEMES: Reading = {
  table: 'theme t',
  item: `json_build_object('id', t.id, 'code', t.code, 'label', t.label, 'labels', t.labels, 'version', t.version)`,
  version: 't.version',
  changed: 't.updated_at',
  sorts: { code: { by: 't.code', type: 'text' }, label: { by: 't.label', type: 'text' } },
};
