import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { containing } from '../common/containing.js';
import type { Day } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { MergesService } from '../merges/merges.service.js';
import { faultOf, mayHaveMembers } from './addressee-rules.js';
import type { AddresseesQuery, CreateAddresseeDto, UpdateAddresseeDto } from './addressee.dto.js';
import { Addressee } from './addressee.entity.js';
import { ADDRESSEES, HAS_MEMBERS, IS_LATER, IS_USED, LOCK_STRUCTURE, MEMBERS_ON } from './addressees.queries.js';

@Injectable()
export class AddresseesService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly merges: MergesService,
  ) {}

  list(actor: Actor, query: AddresseesQuery): Promise<JsonText> {
    const { kind, member } = query;
    const q = query.q === undefined ? undefined : containing(query.q);
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, ADDRESSEES, query, { kind, q, member }));
  }

  /** 308 to the one that took its place, where it was merged. */
  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, ADDRESSEES, id)).catch((failure: unknown) =>
      this.merges.sayWhereItWent(actor, 'addressee', id, failure),
    );
  }

  /** 409 where the code is taken; 422 where the fields don't fit the kind. */
  create(actor: Actor, dto: CreateAddresseeDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const id = uuid();
      this.checkFields(dto);
      if (dto.successorId) await this.checkSuccessor(tx, actor, id, dto.successorId);
      await tx.insert(Addressee, {
        id,
        workspaceId: actor.workspaceId,
        ...dto,
        code: dto.code ?? dto.isoCode ?? undefined,
      });
      await this.audit.record(tx, actor, {
        action: 'addressee.created',
        objectType: 'addressee',
        objectId: id,
        objectVersion: 1,
        details: { ...dto },
      });
      return readOne(tx, ADDRESSEES, id);
    });
  }

  /** 409 where members are listed and its new kind has none, or where it would succeed itself. */
  update(actor: Actor, id: string, version: number, dto: UpdateAddresseeDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (dto.successorId) await this.checkSuccessor(tx, actor, id, dto.successorId);
      const addressee = await lockRow(tx, Addressee, id);
      checkVersion(addressee, version);
      this.checkFields({ ...addressee, ...dto });
      await this.checkMembers(tx, { ...addressee, ...dto });
      await tx.update(Addressee, { id }, { ...dto, updatedAt: () => 'clock_timestamp()' });
      await this.audit.record(tx, actor, {
        action: 'addressee.updated',
        objectType: 'addressee',
        objectId: id,
        objectVersion: version + 1,
        details: { ...dto },
      });
      return readOne(tx, ADDRESSEES, id);
    });
  }

  /** 409 while follow-ups, engagements, memberships or a predecessor stand on it. */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const addressee = await lockRow(tx, Addressee, id);
      checkVersion(addressee, version);
      const uses = await run(tx, IS_USED, [id]);
      if (uses.length > 0)
        throw problems.stillInUse(say`Follow-ups, engagements, members or a predecessor name this addressee.`);
      await tx.delete(Addressee, { id });
      await this.audit.record(tx, actor, {
        action: 'addressee.deleted',
        objectType: 'addressee',
        objectId: id,
        objectVersion: version,
        details: { code: addressee.code },
      });
    });
  }

  /** Ids of those who were members of a group on a day, by code; a membership whose dates leave it open doesn't count. */
  async membersOn(tx: EntityManager, actor: Actor, groupId: string, day: Day): Promise<string[]> {
    const members = await run<{ id: string }>(tx, MEMBERS_ON, [actor.workspaceId, groupId, day]);
    return members.map(({ id }) => id);
  }

  private checkFields(fields: Parameters<typeof faultOf>[0]): void {
    const fault = faultOf(fields);
    if (fault) throw problems.unfit(fault.pointer, fault.code, fault.message);
  }

  private async checkSuccessor(tx: EntityManager, actor: Actor, id: string, successorId: string): Promise<void> {
    await run(tx, LOCK_STRUCTURE, [actor.workspaceId]);
    if (!(await tx.existsBy(Addressee, { id: successorId, workspaceId: actor.workspaceId })))
      throw problems.notFound('/successorId');
    const later = await run(tx, IS_LATER, [successorId, id]);
    if (later.length > 0) throw problems.notAsThingsStand('circle', say`Its successors would lead back to it.`);
  }

  private async checkMembers(tx: EntityManager, addressee: Addressee): Promise<void> {
    if (mayHaveMembers(addressee.kind)) return;
    const members = await run(tx, HAS_MEMBERS, [addressee.id]);
    if (members.length > 0)
      throw problems.notAsThingsStand(
        'has-members',
        say`Members are listed, and only groups and regional organizations have any. Take them off first.`,
      );
  }
}
