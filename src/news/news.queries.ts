import { statement } from '../common/statement.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { ownRows } from '../access/ones-own.js';
import { hangsOn, shownRows } from '../access/shown-rows.js';
import { KNOWN_STEP } from '../next-steps/next-steps.queries.js';
import { KNOWN } from '../comments/comments.queries.js';
import { KNOWN_REQUEST } from '../evidence/readers.queries.js';

/** Everybody in the workspace may know them. */
const OPEN_TYPES = `('addressee', 'addressee-member', 'theme', 'source', 'organization', 'member', 'workflow', 'cross-walk', 'workspace', 'relation', 'indicator', 'tally')`;
/** These are for administrators. */
const ADMINISTRATION = `('invitation', 'role-request')`;
/** These are one person's own: nobody else is told even that they are gone. */
const OWN = `('saved-view', 'inbox-item')`;

const seen = (type: string, rows: string, ...also: [type: string, column: string][]): string => `
  SELECT e.event, o.type, o.id FROM fresh e JOIN ${rows} ON x.id = e.object_id
  CROSS JOIN LATERAL (VALUES ${[[type, 'id'], ...also].map(([name, column]) => `('${name}', x.${column})`).join(', ')}) o(type, id)
  WHERE e.object_type = '${type}' AND o.id IS NOT NULL`;

/**
 * What changed in the last seconds, of what the reader finds under the row policies; what was deleted, by its level. A track
 * is told with the follow-up and the recommendation that it belongs to. Opening and exporting change nothing.
 */
export const NEWS = statement(`
  WITH fresh AS MATERIALIZED (SELECT * FROM heed_news() n WHERE n.action NOT LIKE '%.opened' AND n.action NOT LIKE '%.exported')
  SELECT n.event, json_build_object('type', n.type, 'id', n.id)::text AS object FROM (
    ${seen('track', shownRows('track x'), ['follow-up', 'follow_up_id'], ['recommendation', 'recommendation_id'])}
    UNION ALL SELECT e.event, o.type, o.id FROM fresh e JOIN ${shownRows('assessment x')} ON x.id = e.object_id JOIN ${shownRows('track t')} ON t.id = x.track_id
      CROSS JOIN LATERAL (VALUES ('assessment', x.id), ('track', t.id), ('follow-up', t.follow_up_id), ('recommendation', t.recommendation_id)) o(type, id)
      WHERE e.object_type = 'assessment' AND o.id IS NOT NULL
    UNION ALL ${seen('follow-up', shownRows('follow_up x'), ['recommendation', 'recommendation_id'])}
    UNION ALL ${seen('deadline', `(SELECT * FROM deadline x WHERE ${hangsOn('recommendation', 'x.recommendation_id')}) x`, ['recommendation', 'recommendation_id'])}
    UNION ALL ${seen('recommendation', shownRows('recommendation x'))}
    UNION ALL ${seen('evidence', `${SHOWN_EVIDENCE} x`)}
    UNION ALL ${seen('reader-request', `(SELECT * FROM reader_request x WHERE ${KNOWN_REQUEST('x')}) x`)}
    UNION ALL SELECT e.event, 'evidence', x.id FROM fresh e JOIN reader_request q ON q.id = e.object_id JOIN ${SHOWN_EVIDENCE} x ON x.id = q.evidence_id
      WHERE e.object_type = 'reader-request' AND ${KNOWN_REQUEST('q')}
    UNION ALL ${seen('engagement', shownRows('engagement x'))}
    UNION ALL SELECT e.event, o.type, o.id FROM fresh e JOIN ${shownRows('contribution x')} ON x.id = e.object_id JOIN ${shownRows('follow_up f')} ON f.id = x.follow_up_id
      CROSS JOIN LATERAL (VALUES ('contribution', x.id), ('follow-up', f.id), ('recommendation', f.recommendation_id)) o(type, id)
      WHERE e.object_type = 'contribution'
    UNION ALL ${seen('next-step', `(SELECT * FROM next_step x WHERE ${KNOWN_STEP('x')}) x`, ['follow-up', 'follow_up_id'], ['engagement', 'engagement_id'], ['source', 'source_id'])}
    UNION ALL ${seen('comment', `(SELECT * FROM comment x WHERE ${KNOWN('x')}) x`, ['follow-up', 'follow_up_id'], ['evidence', 'evidence_id'])}
    UNION ALL ${seen('inbox-item', ownRows('inbox_item x'))}
    UNION ALL ${seen('intake', shownRows('intake x'))}
    UNION ALL ${seen('intake-proposal', `(SELECT * FROM intake_proposal x WHERE ${hangsOn('intake', 'x.intake_id')}) x`, ['intake', 'intake_id'])}
    UNION ALL ${seen('saved-view', ownRows('saved_view x'))}
    UNION ALL SELECT e.event, e.object_type, e.object_id FROM fresh e
      WHERE (e.object_type IN ${OPEN_TYPES} OR (e.action LIKE '%.deleted' AND e.object_type NOT IN ${ADMINISTRATION} AND e.object_type NOT IN ${OWN})) AND heed_reads_level(e.level, e.organization)
    UNION ALL SELECT e.event, e.object_type, e.object_id FROM fresh e WHERE e.object_type IN ${ADMINISTRATION} AND heed_has_role('administrator')) n`);
