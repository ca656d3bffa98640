import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { Membership } from './membership.entity.js';
import type { CreateRoleRequestDto } from './role-request.dto.js';
import { RoleRequest } from './role-request.entity.js';
import { ROLE_REQUESTS } from './role-requests.queries.js';

/** Gives the role verifier, which nobody gives alone: three persons are in it, and a constraint compares them again. */
@Injectable()
export class RoleRequestsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** Of one member, newest first; 404 where there is no such member. */
  list(actor: Actor, memberId: string, query: PageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Membership, { id: memberId, workspaceId: actor.workspaceId }))) throw problems.notFound();
      return readPage(tx, ROLE_REQUESTS, { ...query, sort: '-createdAt' }, { member: memberId });
    });
  }

  /** 403 for oneself, 409 where the member holds the role. */
  create(actor: Actor, memberId: string, { role }: CreateRoleRequestDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const member = await this.lockFit(tx, actor, memberId, role);
      const { workspaceId, personId } = actor;
      const id = uuid();
      await tx.insert(RoleRequest, {
        id,
        workspaceId,
        membershipId: memberId,
        personId: member.personId,
        role,
        requestedBy: personId,
      });
      await this.record(tx, actor, 'role-request.created', id, { memberId, role });
      return readOne(tx, ROLE_REQUESTS, id);
    });
  }

  /** Gives the member the role. 403 for who asked and for the member, 409 where it was confirmed or has lapsed. */
  confirm(actor: Actor, memberId: string, id: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { role } = (await tx.findOneBy(RoleRequest, { id, membershipId: memberId })) ?? notThere();
      const member = await this.lockFit(tx, actor, memberId, role);
      await this.lockOpen(tx, actor, id);
      await tx.update(RoleRequest, { id }, { confirmedBy: actor.personId, confirmedAt: () => 'clock_timestamp()' });
      await tx.update(Membership, { id: memberId }, { roles: [...member.roles, role] });
      await this.record(tx, actor, 'role-request.confirmed', id, { memberId, role });
      return readOne(tx, ROLE_REQUESTS, id);
    });
  }

  /** The member, locked, where this actor may give them the role. */
  private async lockFit(tx: EntityManager, actor: Actor, memberId: string, role: 'verifier'): Promise<Membership> {
    const member = await lockRow(tx, Membership, memberId);
    if (member.personId === actor.personId) throw problems.notYours(say`Nobody gives a role to themselves.`);
    if (member.roles.includes(role)) throw problems.alreadyExists(say`The member holds this role.`);
    if (member.readsAll)
      throw problems.notAsThingsStand(
        'auditors-only',
        say`Who reads everything is an auditor and nothing else. Change that first.`,
      );
    return member;
  }

  private async lockOpen(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const request = await lockRow(tx, RoleRequest, id);
    if (request.requestedBy === actor.personId)
      throw problems.notYours(say`You asked for it; another administrator confirms.`);
    if (request.confirmedAt) throw problems.notAsThingsStand('confirmed', say`This request was confirmed before.`);
    if (request.createdAt.getTime() < Date.now() - SEVEN_DAYS)
      throw problems.notAsThingsStand('lapsed', say`It was asked more than seven days ago. Ask again.`);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    id: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, { action, objectType: 'role-request', objectId: id, details });
  }
}

const SEVEN_DAYS = 7 * 86_400_000;

function notThere(): never {
  throw problems.notFound();
}
