import { SYSTEM_PERSON } from '../access/system-actor.js';
import { statement } from '../common/statement.js';
import { isActive } from '../organizations/membership.queries.js';

/**
 * An invitation that can still be accepted, by the hash of its link's secret. It lapses where whoever sent it is no
 * longer an administrator. The system invites the first one.
 */
const OPEN_INVITATION = `
  SELECT i.id, i.workspace_id AS "workspaceId", i.organization_id AS "organizationId", i.email, i.roles, w.slug, w.name AS "workspaceName",
    w.time_zone AS "timeZone", i.expires_at AS "expiresAt", o.name AS "organizationName"
  FROM invitation i JOIN workspace w ON w.id = i.workspace_id JOIN organization o ON o.id = i.organization_id
  WHERE i.token_hash = $1 AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > clock_timestamp()
    AND (i.invited_by = '${SYSTEM_PERSON}' OR EXISTS (SELECT FROM membership m
      WHERE m.workspace_id = w.id AND m.person_id = i.invited_by AND 'administrator' = ANY (m.roles) AND ${isActive('m', 'w')}))`;

export const FIND_INVITATION = statement(OPEN_INVITATION);
/** Of many who accept at once, one finds it: the others wait here, and then it is no longer open. */
export const LOCK_INVITATION = statement(`${OPEN_INVITATION} FOR UPDATE OF i`);
