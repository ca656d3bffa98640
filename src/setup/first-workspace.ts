// Founds the first workspace through the services, as the system: each step has its audit event.

import type { INestApplicationContext } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { systemActor } from '../access/system-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { AccountsService } from '../auth/accounts.service.js';
import { type FirstInvitation, Installation, type InstalledWorkspace } from '../auth/installation.service.js';
import { Passwords } from '../auth/passwords.js';
import { run, statement } from '../common/statement.js';
import { Founding } from '../organizations/founding.service.js';
import type { CreatedInvitationView } from '../organizations/invitation.dto.js';
import { InvitationsService } from '../organizations/invitations.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { FirstWorkspaceDto } from './first-workspace.dto.js';

/** What the log names as the request of everything that setup does. */
const REQUEST = 'setup';
/** Of two setups at once one founds, and the other finds what the first has founded. */
const ALONE = statement("SELECT pg_advisory_xact_lock(hashtext('heed setup'))");

/** Founds workspace and organization and invites the administrator, all or nothing; undefined where a workspace is there. */
export function foundFirst(
  app: INestApplicationContext,
  { slug, name, timeZone, languages, organization, email }: FirstWorkspaceDto,
): Promise<CreatedInvitationView | undefined> {
  return app.get(EntityManager).transaction(async (tx) => {
    await run(tx, ALONE);
    if ((await new Installation(tx).workspaces()).length > 0) return undefined;
    const audit = app.get(AuditLog);
    const founding = new Founding(tx, new AccountsService(tx, app.get(Passwords), audit), audit);
    const system = await founding.found({ slug, name, timeZone, languages }, REQUEST);
    const made = await new OrganizationsService(tx, audit).create(system, { name: organization });
    const { id } = made.parsed<{ id: string }>();
    return new InvitationsService(tx, audit).create(system, { email, organizationId: id, roles: ['administrator'] });
  });
}

/** Withdraws the link that nobody used and makes another for the same person. */
export function renewLink(
  app: INestApplicationContext,
  { id: workspaceId, timeZone }: InstalledWorkspace,
  { id, email, organizationId, isOpen, version }: FirstInvitation,
): Promise<CreatedInvitationView> {
  const system: Actor = systemActor({ workspaceId, timeZone }, REQUEST);
  return app.get(EntityManager).transaction(async (tx) => {
    const invitations = new InvitationsService(tx, app.get(AuditLog));
    if (isOpen) await invitations.withdraw(system, id, version);
    return invitations.create(system, { email, organizationId, roles: ['administrator'] });
  });
}
