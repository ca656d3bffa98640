import { shownRows } from '../access/shown-rows.js';
import type { Reading } from '../common/reading-shape.js';

export const SOURCES: Reading = {
  table: 'source s',
  item: `json_build_object('id', s.id, 'title', s.title, 'kind', s.kind, 'symbol', s.symbol, 'mechanism', s.mechanism, 'cycle', s.cycle,
    'session', s.session, 'issuedOn', s.issued_on, 'language', s.language, 'url', s.url, 'accessedOn', s.accessed_on, 'issuers', s.issuers,
    'recipients', s.recipients, 'copies', s.copies, 'aliases', s.aliases, 'note', s.note,
    'recommendationCount', (SELECT count(*) FROM ${shownRows('recommendation r')} WHERE r.source_id = s.id), 'version', s.version)`,
  version: 's.version',
  changed: 's.updated_at',
  sorts: {
    title: { by: 's.title', type: 'text' },
    issuedOn: { by: `coalesce(s.issued_last, 'infinity')`, type: 'date' },
  },
  filters: {
    kind: 's.kind = ANY (?::text[])',
    q: 's.title ILIKE ? OR s.symbol ILIKE ? OR EXISTS (SELECT FROM unnest(s.aliases) alias WHERE alias ILIKE ?)',
  },
};
