import { statement } from '../common/statement.js';
import { isActive } from './membership.queries.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

/** How many restricted pieces nobody else could open; 0 for whoever may not ask. */
export const OPENS_ALONE = statement('SELECT heed_opens_alone($1::uuid) AS count');

const COUNTS = (grant: string): string =>
  `${grant}.ended_at IS NULL AND (${grant}.ends_on IS NULL OR ${grant}.ends_on >= current_date)`;

/** The same of oneself, piece by piece: of others, row-level security shows none. Of what was withdrawn no title is told. */
export const MY_PIECES = statement(`
  SELECT e.id, CASE WHEN e.withdrawal = 'none' THEN e.title END AS title
  FROM membership m JOIN evidence_grant g ON g.person_id = m.person_id AND ${COUNTS('g')} JOIN ${SHOWN_EVIDENCE} e ON e.id = g.evidence_id
    JOIN workspace w ON w.id = m.workspace_id
  WHERE m.id = $1 AND m.person_id = heed_person() AND e.confidentiality = 'restricted' AND e.withdrawal <> 'erased'
    AND NOT EXISTS (SELECT FROM evidence_grant o JOIN membership n ON n.workspace_id = o.workspace_id AND n.person_id = o.person_id
      WHERE o.evidence_id = g.evidence_id AND o.person_id <> g.person_id AND ${COUNTS('o')} AND ${isActive('n', 'w')})
  ORDER BY e.created_at, e.id LIMIT 200`);
