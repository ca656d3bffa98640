// What follow-ups are counted by: where the key of a row comes from, and its label.

import type { GROUPINGS } from './summary.dto.js';

export type Grouping = (typeof GROUPINGS)[number];

export interface By {
  /** Over follow-ups f: a join that may double one into several rows, and the key of its row. */
  join?: string;
  key: string;
  /** Over the rows r, once they are counted: where the label comes from. */
  labels?: string;
  label: string;
  /** Over kept counts c: which of them, and what joins them to the key. */
  kept: { kind: string; join?: string; key: string };
}

const inLanguage = (labels: string, label: string): string =>
  `coalesce(${labels}->>current_setting('app.language', true), ${label})`;
const keptBy = (kind: string) => ({ kind, key: `nullif(c.key, '00000000-0000-0000-0000-000000000000')::text` });

export const BY: Record<Exclude<Grouping, 'phase'> | 'all', By> = {
  all: { key: 'NULL::text', label: 'NULL::text', kept: { kind: 'organization', key: 'NULL::text' } },
  addressee: {
    key: 'f.addressee_id::text',
    labels: 'LEFT JOIN addressee a ON a.id = r.key::uuid',
    label: inLanguage('a.names', 'a.name'),
    kept: keptBy('addressee'),
  },
  theme: {
    join: 'LEFT JOIN LATERAL unnest(f.theme_ids) AS ft(id) ON true',
    key: 'ft.id::text',
    labels: 'LEFT JOIN theme th ON th.id = r.key::uuid',
    label: inLanguage('th.labels', 'th.label'),
    kept: keptBy('theme'),
  },
  source: {
    key: 'f.source_id::text',
    labels: 'LEFT JOIN source s ON s.id = r.key::uuid',
    label: 's.title',
    kept: keptBy('source'),
  },
  organization: {
    key: 'f.organization_id::text',
    labels: 'LEFT JOIN organization o ON o.id = r.key::uuid',
    label: 'o.name',
    kept: keptBy('organization'),
  },
  issuer: {
    join: 'JOIN source s ON s.id = f.source_id LEFT JOIN LATERAL unnest(s.issuers) AS iss(name) ON true',
    key: 'iss.name',
    label: 'r.key',
    kept: {
      kind: 'source',
      join: 'JOIN source s ON s.id = c.key LEFT JOIN LATERAL unnest(s.issuers) AS iss(name) ON true',
      key: 'iss.name',
    },
  },
};
