import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { Invitation } from './invitation.entity.js';
import { Membership } from './membership.entity.js';
import type { CreateOrganizationDto, OrganizationsQuery, UpdateOrganizationDto } from './organization.dto.js';
import { Organization } from './organization.entity.js';
import { ORGANIZATIONS } from './organizations.queries.js';

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: OrganizationsQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, ORGANIZATIONS, query));
  }

  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, ORGANIZATIONS, id));
  }

  /** 409 where the name is taken. */
  create(actor: Actor, dto: CreateOrganizationDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const id = uuid();
      await tx.insert(Organization, { id, workspaceId: actor.workspaceId, ...dto });
      await this.audit.record(tx, actor, {
        action: 'organization.created',
        objectType: 'organization',
        objectId: id,
        objectVersion: 1,
        details: { ...dto },
      });
      return readOne(tx, ORGANIZATIONS, id);
    });
  }

  update(actor: Actor, id: string, version: number, dto: UpdateOrganizationDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      checkVersion(await lockRow(tx, Organization, id), version);
      await tx.update(Organization, { id }, { ...dto, updatedAt: () => 'clock_timestamp()' });
      const changed = await readOne(tx, ORGANIZATIONS, id);
      await this.audit.record(tx, actor, {
        action: 'organization.updated',
        objectType: 'organization',
        objectId: id,
        objectVersion: changed.version,
        details: { ...dto },
      });
      return changed;
    });
  }

  /** 409 while anything belongs to it; what has no better words is found by the foreign keys. */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const organization = await lockRow(tx, Organization, id);
      checkVersion(organization, version);
      if (await isUsed(tx, id)) throw problems.stillInUse(say`It has members or invitations.`);
      await tx.delete(Organization, { id });
      await this.audit.record(tx, actor, {
        action: 'organization.deleted',
        objectType: 'organization',
        objectId: id,
        objectVersion: version,
        details: { name: organization.name },
      });
    });
  }
}

async function isUsed(tx: EntityManager, organizationId: string): Promise<boolean> {
  return (await tx.existsBy(Membership, { organizationId })) || (await tx.existsBy(Invitation, { organizationId }));
}
