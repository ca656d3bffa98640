import type { EntityManager } from 'typeorm';
import type { Actor, Identity } from '../access/actor.js';
import { nameAtSignIn } from '../access/words.js';
import type { FileLimits } from '../blobs/file-limits.js';
import { JsonText } from '../common/json-text.js';
import { run, statement } from '../common/statement.js';
import { isActive } from '../organizations/membership.queries.js';

/** A token shows its one workspace and role, and a session through a provider the one that it vouches for, whatever else the person is. */
const ME = statement(`
  SELECT json_build_object('id', a.person_id, 'email', a.email, 'sessionId', $2::uuid, 'isThroughProvider', s.identity_id IS NOT NULL, 'takes', json_build_object('file', $3::bigint, 'document', $4::bigint), 'memberships', (
    SELECT coalesce(json_agg(json_build_object('id', m.id,
        'workspace', json_build_object('id', w.id, 'slug', w.slug, 'name', w.name, 'timeZone', w.time_zone),
        'organization', json_build_object('id', o.id, 'name', o.name),
        'roles', CASE WHEN t.id IS NULL THEN m.roles ELSE ARRAY[t.role] END,
        'name', coalesce(${nameAtSignIn('m')}, m.pseudonym), 'endsOn', m.ends_on, 'needsSecondFactor', heed_lacks_second_factor(a.id, w.id)) ORDER BY w.name, w.slug), '[]'::json)
    FROM membership m JOIN workspace w ON w.id = m.workspace_id JOIN organization o ON o.id = m.organization_id
    WHERE m.person_id = a.person_id AND ${isActive('m', 'w')} AND (t.id IS NULL OR (t.workspace_id = w.id AND t.role = ANY (m.roles)))
      AND (s.identity_id IS NULL OR w.id = heed_vouched(s.identity_id))))::text AS text
  FROM account a LEFT JOIN access_token t ON t.id = $2 LEFT JOIN session s ON s.id = $2 WHERE a.id = $1`);

/** Whoever is signed in, and the workspaces they are a member of today. As the role of sign-in. */
export async function readMe(tx: EntityManager, identity: Identity, takes: FileLimits): Promise<JsonText> {
  const [row] = await run<{ text: string }>(tx, ME, [
    identity.accountId,
    identity.sessionId,
    takes.maxFileBytes,
    takes.maxDocumentBytes,
  ]);
  return new JsonText(row?.text ?? '');
}

/** What a membership adds to who one is. */
export type MemberOf = Omit<Actor, keyof Identity>;

const MEMBER = statement(`
  SELECT m.found || jsonb_build_object('lacksSecondFactor', heed_lacks_second_factor($3, (m.found->>'workspaceId')::uuid)) AS member
  FROM heed_member($1::uuid, $2::text) AS m (found)`);

/** The membership of whoever is signed in in a workspace, as an actor there; null where there is none today. */
export async function findMember(tx: EntityManager, identity: Identity, slug: string): Promise<Actor | null> {
  const [row] = await run<{ member: MemberOf | null }>(tx, MEMBER, [identity.personId, slug, identity.accountId]);
  return row?.member ? { ...identity, ...row.member } : null;
}
