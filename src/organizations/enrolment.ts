import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor, Role } from '../access/actor.js';
import { keepWords } from '../access/words.js';
import { run, statement } from '../common/statement.js';
import { lockRow } from '../common/version.js';
import { Membership } from './membership.entity.js';
import { Organization } from './organization.entity.js';

export interface NewMember {
  organizationId: string;
  personId: string;
  name: string;
  roles: Role[];
}

export interface Enrolled {
  /** Of the membership. */
  id: string;
  organization: Organization;
}

/** The organization's row is locked by then, so that no two members get one number. A moved member's number stays taken. */
const NEXT = statement(`
  SELECT format('Member %s of %s', n, $2::text) AS pseudonym, (clock_timestamp() AT TIME ZONE $3::text)::date::text AS today
  FROM (SELECT count(*) AS members FROM membership WHERE organization_id = $1) c, generate_series(c.members + 1, c.members + 1000) n
  WHERE NOT EXISTS (SELECT FROM membership WHERE workspace_id = heed_workspace() AND pseudonym = format('Member %s of %s', n, $2::text))
  ORDER BY n LIMIT 1`);

/** Gives a person a membership from today on. The actor is an administrator, or the system; records nothing. */
export async function enrol(tx: EntityManager, actor: Actor, member: NewMember): Promise<Enrolled> {
  const { personId, roles, organizationId, name } = member;
  const organization = await lockRow(tx, Organization, organizationId, '/organizationId');
  const { workspaceId } = actor;
  const nameHash = await keepWords(tx, { workspaceId, organizationId }, name, { confidentiality: 'name' });
  const [next] = await run<{ pseudonym: string; today: string }>(tx, NEXT, [
    organizationId,
    organization.name,
    actor.timeZone,
  ]);
  if (!next) throw new Error('A thousand pseudonyms of an organization are taken by others.');
  const id = uuid();
  const { pseudonym, today } = next;
  await tx.insert(Membership, {
    id,
    workspaceId,
    personId,
    organizationId,
    nameHash,
    pseudonym,
    roles,
    startsOn: today,
  });
  return { id, organization };
}
