import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayRange } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import type {
  AddresseeMembersQuery,
  CreateAddresseeMemberDto,
  UpdateAddresseeMemberDto,
} from './addressee-member.dto.js';
import { AddresseeMember } from './addressee-member.entity.js';
import { mayHaveMembers } from './addressee-rules.js';
import { Addressee } from './addressee.entity.js';
import { ADDRESSEE_MEMBERS, IS_BELOW, LOCK_STRUCTURE } from './addressees.queries.js';

@Injectable()
export class AddresseeMembersService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** 404 where there is no such addressee; a state's list is empty. */
  list(actor: Actor, groupId: string, query: AddresseeMembersQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Addressee, { id: groupId, workspaceId: actor.workspaceId }))) throw problems.notFound();
      return readPage(tx, ADDRESSEE_MEMBERS, query, { group: groupId });
    });
  }

  /** 409 where it is listed already, where the addressee has no members by its kind, and where the group would contain itself. */
  create(actor: Actor, groupId: string, dto: CreateAddresseeMemberDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const id = uuid();
      await run(tx, LOCK_STRUCTURE, [actor.workspaceId]);
      await this.checkGroup(tx, groupId, dto.memberId);
      const dates = { ...fromOf(dto.from), ...untilOf(dto.until) };
      checkDates(dto);
      await tx.insert(AddresseeMember, {
        id,
        workspaceId: actor.workspaceId,
        groupId,
        memberId: dto.memberId,
        ...dates,
      });
      await this.record(tx, actor, 'created', id, 1, { groupId, ...dto });
      return readOne(tx, ADDRESSEE_MEMBERS, id);
    });
  }

  /** Says since when, or until when; null: that is not known, or it goes on. */
  update(actor: Actor, groupId: string, id: string, version: number, dto: UpdateAddresseeMemberDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const member = await this.lock(tx, groupId, id);
      checkVersion(member, version);
      const { from = member.fromOn, until = member.untilOn } = dto;
      checkDates({ from, until });
      const dates = { ...fromOf(from), ...untilOf(until) };
      await tx.update(AddresseeMember, { id }, { ...dates, updatedAt: () => 'clock_timestamp()' });
      await this.record(tx, actor, 'updated', id, version + 1, { groupId, ...dto });
      return readOne(tx, ADDRESSEE_MEMBERS, id);
    });
  }

  /** Takes a member off the list, as if it had never been one; whoever left keeps its row, with a date. */
  remove(actor: Actor, groupId: string, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const member = await this.lock(tx, groupId, id);
      checkVersion(member, version);
      await tx.delete(AddresseeMember, { id });
      await this.record(tx, actor, 'deleted', id, version, { groupId, memberId: member.memberId });
    });
  }

  private async checkGroup(tx: EntityManager, groupId: string, memberId: string): Promise<void> {
    const group = await lockRow(tx, Addressee, groupId);
    if (!mayHaveMembers(group.kind))
      throw problems.notAsThingsStand('no-group', say`Only groups and regional organizations have members.`);
    if (!(await tx.existsBy(Addressee, { id: memberId }))) throw problems.notFound('/memberId');
    const below = await run(tx, IS_BELOW, [memberId, groupId]);
    if (below.length > 0)
      throw problems.notAsThingsStand(
        'circle',
        say`The group would be a member of itself, directly or through other groups.`,
      );
  }

  private async lock(tx: EntityManager, groupId: string, id: string): Promise<AddresseeMember> {
    const member = await lockRow(tx, AddresseeMember, id);
    if (member.groupId !== groupId) throw problems.notFound();
    return member;
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    act: 'created' | 'updated' | 'deleted',
    id: string,
    version: number,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: `addressee-member.${act}`,
      objectType: 'addressee-member',
      objectId: id,
      objectVersion: version,
      details,
    });
  }
}

const lastOf = (date: string | null | undefined): string | null => (date ? (dayRange(date)?.last ?? null) : null);
const fromOf = (from: string | null | undefined) => ({ fromOn: from ?? null, fromLast: lastOf(from) });
const untilOf = (until: string | null | undefined) => ({ untilOn: until ?? null, untilLast: lastOf(until) });

/** 422 where it would have ended before it can have begun. */
function checkDates({ from, until }: { from?: string | null; until?: string | null }): void {
  const begun = from ? dayRange(from)?.first : undefined;
  const ended = lastOf(until);
  if (begun && ended && ended < begun)
    throw problems.unfit('/until', 'ends-before-it-begins', say`The membership would end before it begins.`);
}
