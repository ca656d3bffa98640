import { shownRows, withinLevel } from '../access/shown-rows.js';
import { namedAddressee } from '../addressees/addressees.queries.js';
import { naturally } from '../common/natural-order.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';
import { ATTACHED } from './engagement-evidence.queries.js';

/** Recommendations that the reader may not see are hidden in the item and in the filter. */
export const ENGAGEMENTS: Reading = {
  table: 'engagement e',
  within: withinLevel('e'),
  joins: 'LEFT JOIN organization o ON o.id = e.organization_id LEFT JOIN addressee b ON b.id = e.by_addressee_id',
  item: `json_build_object('id', e.id, 'kind', e.kind, 'occurredOn', e.occurred_on, 'summary', e.summary,
    'by', json_build_object('organization', json_build_object('id', o.id, 'name', o.name)),
    'byAddressee', CASE WHEN b.id IS NOT NULL THEN ${namedAddressee('b')} END,
    'addressees', (SELECT coalesce(json_agg(${namedAddressee('a')} ORDER BY a.code), '[]'::json)
      FROM engagement_addressee x JOIN addressee a ON a.id = x.addressee_id WHERE x.engagement_id = e.id),
    'recommendations', (SELECT coalesce(json_agg(${recommendationJson('r')} ORDER BY ${naturally('r.code')}), '[]'::json)
      FROM engagement_recommendation x JOIN ${shownRows('recommendation r')} ON r.id = x.recommendation_id WHERE x.engagement_id = e.id),
    'recommendationCount', (SELECT count(*) FROM engagement_recommendation x JOIN ${shownRows('recommendation r')} ON r.id = x.recommendation_id WHERE x.engagement_id = e.id),
    'awaitedOn', e.awaited_on, 'outcome', e.outcome, 'participants', e.participants,
    'evidenceCount', (SELECT count(*) FROM engagement_evidence l WHERE l.engagement_id = e.id AND ${ATTACHED}),
     'confidentiality', e.confidentiality, 'version', e.version, 'createdAt', e.created_at)`,
  version: 'e.version',
  changed: 'e.updated_at',
  sorts: { occurredOn: { by: 'e.occurred_last', type: 'date' } },
  filters: {
    kind: 'e.kind = ANY (?::text[])',
    addressee: `e.by_addressee_id = ANY (?::uuid[])
      OR EXISTS (SELECT FROM engagement_addressee x WHERE x.engagement_id = e.id AND x.addressee_id = ANY (?::uuid[]))`,
    recommendation: `EXISTS (SELECT FROM engagement_recommendation x JOIN ${shownRows('recommendation r')} ON r.id = x.recommendation_id
      WHERE x.engagement_id = e.id AND r.id = ANY (?::uuid[]))`,
    source: `EXISTS (SELECT FROM engagement_recommendation x JOIN ${shownRows('recommendation r')} ON r.id = x.recommendation_id
      WHERE x.engagement_id = e.id AND r.source_id = ANY (?::uuid[]))`,
  },
};

/** Place, from 0, of the first id that the actor may not know. */
export const UNKNOWN_ADDRESSEE = unknownIn('addressee t');
export const UNKNOWN_RECOMMENDATION = unknownIn(shownRows('recommendation t'));

function unknownIn(rows: string) {
  return statement(`SELECT (n - 1)::integer AS place FROM unnest($1::uuid[]) WITH ORDINALITY AS named(id, n)
    WHERE NOT EXISTS (SELECT FROM ${rows} WHERE t.id = named.id) ORDER BY n LIMIT 1`);
}

export const LINK_ADDRESSEES = statement(`INSERT INTO engagement_addressee (workspace_id, engagement_id, addressee_id)
  SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`);
export const UNLINK_OTHER_ADDRESSEES = statement(
  'DELETE FROM engagement_addressee WHERE engagement_id = $1 AND addressee_id <> ALL ($2::uuid[])',
);
export const LINK_RECOMMENDATIONS =
  statement(`INSERT INTO engagement_recommendation (workspace_id, engagement_id, recommendation_id)
  SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`);
/** Leaves those that the actor may not see: nobody takes off what they don't know of. */
export const UNLINK_OTHER_RECOMMENDATIONS =
  statement(`DELETE FROM engagement_recommendation x USING ${shownRows('recommendation r')}
  WHERE x.engagement_id = $1 AND r.id = x.recommendation_id AND r.id <> ALL ($2::uuid[])`);
