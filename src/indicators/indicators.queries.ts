import { hangsOn, shownRows } from '../access/shown-rows.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';
import { FIGURE_FIELDS, STANDS } from './observations.queries.js';

const OWN = `FROM indicator_recommendation x JOIN ${shownRows('recommendation r')} ON r.id = x.recommendation_id WHERE x.indicator_id = i.id`;
const OBSERVED = `FROM observation v WHERE v.indicator_id = i.id AND ${STANDS}`;

/** Recommendations that the reader may not see are hidden in the item and in the filter. */
export const INDICATORS: Reading = {
  table: 'indicator i',
  item: `json_build_object('id', i.id, 'title', i.title, 'unit', i.unit, 'baseline', i.baseline, 'target', i.target, 'note', i.note,
    'recommendationIds', (SELECT coalesce(json_agg(r.id ORDER BY r.code), '[]') ${OWN}),
    'recommendations', (SELECT coalesce(json_agg(${recommendationJson('r')} ORDER BY r.code), '[]') ${OWN}),
    'observationCount', (SELECT count(*) ${OBSERVED}),
    'latest', (SELECT coalesce(json_agg(l.figure ORDER BY l.recorded_at, l.id), '[]') FROM (
      SELECT json_build_object(${FIGURE_FIELDS}) AS figure, v.recorded_at, v.id ${OBSERVED}
        AND v.period_last = (SELECT max(v.period_last) ${OBSERVED}) ORDER BY v.recorded_at, v.id LIMIT 5) l),
    'version', i.version, 'createdAt', i.created_at)`,
  version: 'i.version',
  changed: 'greatest(i.updated_at, (SELECT max(v.recorded_at) FROM observation v WHERE v.indicator_id = i.id))',
  sorts: { title: { by: 'i.title', type: 'text' } },
  filters: {
    recommendation: `EXISTS (SELECT FROM indicator_recommendation x WHERE x.indicator_id = i.id AND x.recommendation_id = ANY (?::uuid[]) AND ${hangsOn('recommendation', 'x.recommendation_id')})`,
  },
};

/** Place, from 0, of the first recommendation that the actor may not know. */
export const UNKNOWN_RECOMMENDATION =
  statement(`SELECT (n - 1)::integer AS place FROM unnest($1::uuid[]) WITH ORDINALITY AS named(id, n)
  WHERE NOT EXISTS (SELECT FROM ${shownRows('recommendation r')} WHERE r.id = named.id) ORDER BY n LIMIT 1`);
export const LINK_RECOMMENDATIONS =
  statement(`INSERT INTO indicator_recommendation (workspace_id, indicator_id, recommendation_id)
  SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`);
/** Leaves those that the actor may not see. */
export const UNLINK_OTHER_RECOMMENDATIONS = statement(
  `DELETE FROM indicator_recommendation x WHERE indicator_id = $1 AND recommendation_id <> ALL ($2::uuid[]) AND ${hangsOn('recommendation', 'x.recommendation_id')}`,
);
