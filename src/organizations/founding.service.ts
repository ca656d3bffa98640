import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor, Role } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { SYSTEM_PERSON, systemActor } from '../access/system-actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { AccountsService } from '../auth/accounts.service.js';
import type { Account } from '../auth/account.entity.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { enrol } from './enrolment.js';
import type { WorkspaceSettingsDto } from './workspace.dto.js';
import { Workspace } from './workspace.entity.js';
import { checkTimeZone } from './workspaces.service.js';

/** Somebody who becomes a member without an invitation; with `personId` by a further account of their own. */
export interface Joining {
  organizationId: string;
  personId?: string;
  email: string;
  password: string;
  name: string;
  roles: Role[];
  isDemonstration?: boolean;
}

/**
 * Begins a workspace, before anybody is a member of it. No policy is opened for that: the system acts in the new
 * workspace as an administrator would, and sees and writes nothing outside it.
 */
@Injectable()
export class Founding {
  constructor(
    private readonly manager: EntityManager,
    private readonly accounts: AccountsService,
    private readonly audit: AuditLog,
  ) {}

  /** Answers the system as it acts in the new workspace: for `enrol` and for creating organizations. 409 where the slug is taken. */
  found(settings: WorkspaceSettingsDto & { slug: string }, requestId: string): Promise<Actor> {
    const id = uuid();
    const system = systemActor({ workspaceId: id, timeZone: settings.timeZone }, requestId);
    return inWorkspace(system, this.manager, async (tx) => {
      const { slug, name, timeZone, languages } = settings;
      await checkTimeZone(tx, timeZone);
      await tx.insert(Workspace, { id, slug, name, timeZone, languages });
      await this.audit.record(tx, system, {
        action: 'workspace.founded',
        objectType: 'workspace',
        objectId: id,
        objectVersion: 1,
        details: { slug, name },
      });
      return system;
    });
  }

  /** Makes person, account and membership; answers the new member as an actor. 409 where the e-mail has an account. */
  async enrol(actor: Actor, joining: Joining): Promise<Actor> {
    const { organizationId, name, roles } = joining;
    // What the system founds has nobody who could confirm yet.
    if (roles.includes('verifier') && actor.personId !== SYSTEM_PERSON)
      throw problems.notYours(say`The role verifier takes two administrators.`);
    return this.accounts.create(joining, (tx, account) =>
      inWorkspace(actor, tx, async (within) => {
        const { id } = await enrol(within, actor, { organizationId, personId: account.personId, name, roles });
        await this.audit.record(within, actor, {
          action: 'member.enrolled',
          objectType: 'member',
          objectId: id,
          objectVersion: 1,
          details: { organizationId, roles },
        });
        return memberOf(actor, account, { membershipId: id, organizationId, roles });
      }),
    );
  }
}

const memberOf = (
  actor: Actor,
  account: Account,
  membership: Pick<Actor, 'membershipId' | 'organizationId' | 'roles'>,
): Actor => ({
  ...actor,
  ...membership,
  accountId: account.id,
  personId: account.personId,
});
