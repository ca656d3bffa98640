import { nameAtSignIn } from '../access/words.js';
import { statement } from '../common/statement.js';

/** What somebody who knows a person would try first: the address, their names, and those of their workspaces and organizations. */
export const KNOWN_WORDS = statement(`
  SELECT a.email AS known FROM account a WHERE a.id = $1
  UNION SELECT unnest(ARRAY[w.slug, w.name, o.name, ${nameAtSignIn('m')}])
  FROM account a JOIN membership m ON m.person_id = a.person_id
    JOIN workspace w ON w.id = m.workspace_id JOIN organization o ON o.id = m.organization_id
  WHERE a.id = $1`);
