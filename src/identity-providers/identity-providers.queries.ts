import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';
import { isActive } from '../organizations/membership.queries.js';

/** For administrators, without its secret. */
export const IDENTITY_PROVIDERS: Reading = {
  table: 'identity_provider ip',
  joins: 'JOIN organization o ON o.id = ip.organization_id',
  item: `json_build_object('id', ip.id, 'organization', json_build_object('id', o.id, 'name', o.name), 'issuer', ip.issuer,
    'clientId', ip.client_id, 'code', ip.code, 'version', ip.version)`,
  version: 'ip.version',
  changed: 'ip.updated_at',
  sorts: { createdAt: { by: 'ip.created_at', type: 'timestamptz' } },
  filters: { standing: 'ip.removed_at IS NULL AND ?::boolean' },
};

/** An administrator may lock it, and not read its secret. */
export const LOCK_PROVIDER = statement(`
  SELECT version, updated_at AS "updatedAt", organization_id AS "organizationId" FROM identity_provider
  WHERE id = $1 AND workspace_id = $2 AND removed_at IS NULL FOR NO KEY UPDATE`);

/** The one that an organization has. */
export const STANDING = statement('SELECT id FROM identity_provider WHERE organization_id = $1 AND removed_at IS NULL');

const KNOWN = `SELECT p.id, p.issuer, p.client_id AS "clientId", p.sealed_secret AS "sealedSecret", p.workspace_id AS "workspaceId",
    p.organization_id AS "organizationId", w.time_zone AS "timeZone", w.slug
  FROM identity_provider p JOIN workspace w ON w.id = p.workspace_id`;

export const PROVIDER_OF_CODE = statement(`${KNOWN} WHERE p.code = $1 AND p.removed_at IS NULL`);
export const PROVIDER_OF_ID = statement(`${KNOWN} WHERE p.id = $1 AND p.removed_at IS NULL`);

/** For whom it may speak: a member of its organization today. */
export const PROVIDER_OF_MEMBER = statement(`${KNOWN} WHERE p.id = $1 AND p.removed_at IS NULL AND EXISTS (
  SELECT FROM membership m WHERE m.workspace_id = p.workspace_id AND m.organization_id = p.organization_id AND m.person_id = $2
    AND ${isActive('m', 'w')})`);

/** Providers of the organizations that a person is a member for today, with what the account linked. */
export const OWN_PROVIDERS = statement(`
  SELECT json_build_object('items', coalesce(json_agg(json_build_object('id', p.id,
      'organization', json_build_object('id', o.id, 'name', o.name),
      'workspace', json_build_object('id', w.id, 'slug', w.slug, 'name', w.name), 'issuer', p.issuer,
      'identity', CASE WHEN i.id IS NOT NULL THEN json_build_object('id', i.id, 'createdAt', i.created_at, 'usedAt', i.used_at) END)
    ORDER BY w.name, o.name, p.id), '[]'::json))::text AS text
  FROM identity_provider p JOIN workspace w ON w.id = p.workspace_id JOIN organization o ON o.id = p.organization_id
    JOIN membership m ON m.workspace_id = w.id AND m.organization_id = o.id AND m.person_id = $1 AND ${isActive('m', 'w')}
    LEFT JOIN linked_identity i ON i.provider_id = p.id AND i.account_id = $2 AND i.removed_at IS NULL
  WHERE p.removed_at IS NULL`);

/** Whose account a provider means, while that opens something. */
export const ACCOUNT_OF_SUBJECT = statement(`
  SELECT i.id AS "identityId", i.account_id AS "accountId" FROM linked_identity i
  WHERE i.provider_id = $1 AND i.subject_mark = $2 AND i.removed_at IS NULL AND heed_vouched(i.id) IS NOT NULL`);

/** What stands in the way of linking: the account has one already, or the provider's person is linked elsewhere. */
export const LINKED_ALREADY = statement(`
  SELECT id FROM linked_identity WHERE provider_id = $1 AND removed_at IS NULL AND (account_id = $2 OR subject_mark = $3)`);

export const UNLINK = statement(`
  UPDATE linked_identity i SET removed_at = clock_timestamp() FROM identity_provider p JOIN workspace w ON w.id = p.workspace_id
  WHERE i.id = $1 AND i.account_id = $2 AND i.removed_at IS NULL AND p.id = i.provider_id RETURNING w.slug`);
