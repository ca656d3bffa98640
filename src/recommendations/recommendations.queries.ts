import { hangsOn, shownRows, withinLevel } from '../access/shown-rows.js';
import { naturally } from '../common/natural-order.js';
import type { Reading } from '../common/reading-shape.js';
import { ENTERED_ADDED_UP } from '../follow-ups/entries.queries.js';
import { addresseeJson, FOLLOW_UPS } from '../follow-ups/follow-ups.queries.js';
import { quotedJson, recommendationJson, titleOf } from './recommendation-title.js';
import { REVIEW_DUE, reviewMembers } from './review.queries.js';
import { trackJson, withState } from '../follow-ups/tracks.queries.js';

const SOURCE = `json_build_object('id', s.id, 'title', s.title, 'symbol', s.symbol, 'language', s.language)`;
const THEMES = `
  SELECT coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'label', coalesce(t.labels->>current_setting('app.language', true), t.label)) ORDER BY t.code), '[]')
  FROM recommendation_theme rt JOIN theme t ON t.id = rt.theme_id WHERE rt.recommendation_id = q.id`;
const PARTS = `
  SELECT coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'label', p.label, 'title', ${titleOf('p')}) ORDER BY ${naturally('p.label')}, ${naturally('p.code')}), '[]')
  FROM ${shownRows('recommendation p')} WHERE p.part_of = q.id`;
const RELATIONS = `
  SELECT coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'direction', CASE WHEN n.recommendation_id = q.id THEN 'to' ELSE 'from' END,
    'other', ${quotedJson('x')}, 'note', n.note, 'version', n.version) ORDER BY ${naturally('x.code')}, n.kind), '[]')
  FROM relation n JOIN ${shownRows('recommendation x')} ON x.id = CASE WHEN n.recommendation_id = q.id THEN n.other_id ELSE n.recommendation_id END
  WHERE q.id IN (n.recommendation_id, n.other_id)`;
const FIRST_FOLLOW_UPS = `
  SELECT coalesce(json_agg(${FOLLOW_UPS.item} ORDER BY f.asked DESC, a.name, f.id), '[]')
  FROM (SELECT * FROM ${shownRows('follow_up o')} WHERE o.recommendation_id = q.id ORDER BY o.asked DESC, o.id LIMIT 50) f ${FOLLOW_UPS.joins ?? ''}`;
/** Over the leaves that are not closed: closed links have nothing to add. */
const ADDS_UP = `
  SELECT coalesce(json_agg(json_build_object('addressee', ${addresseeJson('a')}, 'response', u.response, 'implementation', u.implementation) ORDER BY a.name), '[]')
  FROM (SELECT f.addressee_id, heed_add_up(array_agg(f.response_phase)) AS response, heed_add_up(array_agg(f.implementation_phase)) AS implementation
    FROM ${shownRows('recommendation p')} JOIN ${shownRows('follow_up f')} ON f.recommendation_id = p.id WHERE p.part_of = q.id AND NOT f.closed GROUP BY f.addressee_id) u
  JOIN addressee a ON a.id = u.addressee_id`;
/** As one list of ids, so that an index answers. */
const OWN_AND_PARTS = `f.recommendation_id = ANY (ARRAY(SELECT q.id UNION ALL SELECT p.id FROM ${shownRows('recommendation p')} WHERE p.part_of = q.id))`;
/**
 * How many there are, and how many of what is not closed by phase on either axis: read once, since a list reads them for each of its items.
 * Found within, and grouped around it: of the columns of a subselect that grouping sets may leave out, PostgreSQL 18 asks no index.
 */
const COUNTED = `
  SELECT sum(c.n) FILTER (WHERE c.level = 3) AS n, json_object_agg(c.response, c.open) FILTER (WHERE c.level = 1 AND c.open > 0) AS response,
    json_object_agg(c.implementation, c.open) FILTER (WHERE c.level = 2 AND c.open > 0) AS implementation
  FROM (SELECT f.response_phase AS response, f.implementation_phase AS implementation, grouping(f.response_phase, f.implementation_phase) AS level,
      count(*) AS n, count(*) FILTER (WHERE NOT f.closed) AS open
    FROM (SELECT * FROM ${shownRows('follow_up f')} WHERE ${OWN_AND_PARTS}) f GROUP BY GROUPING SETS ((f.response_phase), (f.implementation_phase), ())) c`;
const FOLLOW_UP_COUNT = `(SELECT count(*) FROM ${shownRows('follow_up f')} WHERE ${OWN_AND_PARTS})`;

/** Of a part, that of its whole; who may not see the document sees no place in it. */
const PLACE = `SELECT json_build_object('intakeId', ip.intake_id, 'proposalId', ip.id) FROM intake_proposal ip
  WHERE ip.workspace_id = q.workspace_id AND ip.recommendation_id = coalesce(q.part_of, q.id) AND ${hangsOn('intake', 'ip.intake_id')} LIMIT 1`;

export const RECOMMENDATION: Reading = {
  table: 'recommendation q',
  within: withinLevel('q'),
  joins: `LEFT JOIN source s ON s.id = q.source_id LEFT JOIN organization o ON o.id = q.organization_id
    LEFT JOIN ${shownRows('track pub')} ON pub.recommendation_id = q.id AND pub.axis = 'publication' ${withState('pub')} LEFT JOIN ${shownRows('recommendation whole')} ON whole.id = q.part_of`,
  item: `json_build_object('id', q.id, 'code', q.code, 'title', q.title, 'text', q.text, 'language', q.language, 'translations', q.translations, 'source', ${SOURCE},
    'section', q.section, 'paragraph', q.paragraph, 'label', q.label, 'madeBy', q.made_by, 'affectedPersons', q.affected_persons, 'legalBasis', q.legal_basis, 'sdg', q.sdg,
    'subjectCountry', q.subject_country, 'condition', q.condition, 'nature', q.nature, ${reviewMembers('q')}, 'priority', q.priority, 'confidentiality', q.confidentiality,
    'themes', (${THEMES}), 'publication', ${trackJson('pub')}, 'parts', (${PARTS}), 'addsUp', (${ADDS_UP}),
    'partOf', CASE WHEN whole.id IS NOT NULL THEN ${recommendationJson('whole')} END,
    'place', (${PLACE}), 'relations', (${RELATIONS}), 'followUps', (${FIRST_FOLLOW_UPS}), 'followUpCount', ${FOLLOW_UP_COUNT}, 'organization', json_build_object('id', o.id, 'name', o.name),
    'version', q.version, 'createdAt', q.created_at, 'updatedAt', q.updated_at)`,
  version: 'q.version',
  changed: 'q.updated_at',
  sorts: {},
};

export const RECOMMENDATIONS: Reading = {
  table: 'recommendation q',
  within: withinLevel('q'),
  joins: `LEFT JOIN source s ON s.id = q.source_id LEFT JOIN LATERAL (${COUNTED}) n ON true`,
  item: `json_build_object('id', q.id, 'code', q.code, 'title', ${titleOf('q')}, 'counts', json_build_object('response', coalesce(n.response, '{}'),
    'implementation', coalesce(n.implementation, '{}')), 'source', ${SOURCE}, 'section', q.section, 'paragraph', q.paragraph, 'label', q.label, 'partOf', (SELECT w.id FROM ${shownRows('recommendation w')} WHERE w.id = q.part_of),
    'nature', q.nature, 'priority', q.priority, 'confidentiality', q.confidentiality, 'themes', (${THEMES}), 'followUpCount', n.n,
    'version', q.version, 'updatedAt', q.updated_at)`,
  changed: 'q.updated_at',
  sorts: {
    code: { by: naturally('q.code'), type: 'text' },
    title: { by: 'q.title', type: 'text' },
    updatedAt: { by: 'q.updated_at', type: 'timestamptz' },
  },
  filters: {
    q: 'q.id IN (SELECT heed_found_recommendations(?::text))',
    theme:
      'EXISTS (SELECT FROM recommendation_theme rt WHERE rt.recommendation_id = q.id AND rt.theme_id = ANY (?::uuid[]))',
    source: 'q.source_id = ANY (?::uuid[])',
    addressee: `EXISTS (SELECT FROM ${shownRows('follow_up f')} WHERE f.recommendation_id = q.id AND f.addressee_id = ANY (?::uuid[]))`,
    phase: `EXISTS (SELECT FROM ${shownRows('follow_up f')} WHERE f.recommendation_id = q.id AND (f.response_phase = ANY (?::text[]) OR f.implementation_phase = ANY (?::text[])))`,
    partOf: 'q.part_of = ?::uuid',
    entered: ENTERED_ADDED_UP,
    reviewDue: `${REVIEW_DUE('q')} = ?::boolean`,
  },
  finder: { filter: 'q', sort: '-updatedAt', call: 'heed_newest_found' },
};
