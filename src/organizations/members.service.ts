import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor, Role } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { LeavingService } from './leaving.service.js';
import type { MembersQuery, UpdateMemberDto } from './member.dto.js';
import { LOCK_ADMINISTRATORS, MEMBERS, NAME } from './members.queries.js';
import { Membership } from './membership.entity.js';
import { isLastingAdministrator, objectionTo } from './membership.policy.js';
import { Organization } from './organization.entity.js';

interface Administrator {
  id: string;
  roles: Role[];
  endsOn: string | null;
}

@Injectable()
export class MembersService {
  constructor(
    private readonly manager: EntityManager,
    private readonly leaving: LeavingService,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, { organizationId, role, ...page }: MembersQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, MEMBERS, page, { organizationId, role }));
  }

  get(actor: Actor, id: string): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readOne(tx, MEMBERS, id));
  }

  /** 403 for one's own membership and for the role verifier, 409 where no lasting administrator would be left, or evidence closed unseen. */
  update(actor: Actor, id: string, version: number, given: UpdateMemberDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { leavesClosed, ...dto } = given;
      const administrators = await run<Administrator>(tx, LOCK_ADMINISTRATORS);
      const member = await lockRow(tx, Membership, id);
      checkVersion(member, version);
      const changed = { ...member, ...dto };
      const objection = objectionTo(id === actor.membershipId, member, changed);
      if (objection) throw objection;
      refuseNobodyLeft(administrators, changed);
      const closed = isEndingSooner(member, changed) ? await this.leaving.accept(tx, id, leavesClosed) : 0;
      await apply(tx, actor, member, dto);
      return this.recorded(tx, actor, id, { ...dto, ...(closed > 0 && { leavesClosed: closed }) });
    });
  }

  private async recorded(tx: EntityManager, actor: Actor, id: string, dto: UpdateMemberDto): Promise<JsonText> {
    const changed = await readOne(tx, MEMBERS, id);
    await this.audit.record(tx, actor, {
      action: 'member.updated',
      objectType: 'member',
      objectId: id,
      objectVersion: changed.version,
      details: { ...dto },
    });
    return changed;
  }
}

const isEndingSooner = ({ endsOn: before }: Administrator, { endsOn: after }: Administrator): boolean =>
  after !== null && (before === null || after < before);

/** Counted under the lock: of two administrators who take the role from each other, one stays. */
function refuseNobodyLeft(administrators: Administrator[], changed: Administrator): void {
  const others = administrators.filter(({ id }) => id !== changed.id);
  const isTouched = others.length < administrators.length;
  if (!isTouched || [...others, changed].some(isLastingAdministrator)) return;
  throw problems.notAsThingsStand('last-administrator', say`Somebody without a last day has to remain administrator.`);
}

async function apply(tx: EntityManager, actor: Actor, member: Membership, dto: UpdateMemberDto): Promise<void> {
  const nameHash = isMoving(member, dto) ? await moveName(tx, actor, member, dto.organizationId) : member.nameHash;
  await tx.update(Membership, { id: member.id }, { ...dto, nameHash });
}

const isMoving = (member: Membership, dto: UpdateMemberDto): dto is UpdateMemberDto & { organizationId: string } =>
  dto.organizationId !== undefined && dto.organizationId !== member.organizationId;

/** A name is read by its own organization: it is kept anew for the one that the member moves to. */
async function moveName(tx: EntityManager, actor: Actor, member: Membership, organizationId: string): Promise<Buffer> {
  await lockRow(tx, Organization, organizationId, '/organizationId');
  const [row] = await run<{ name: string | null }>(tx, NAME, [member.id]);
  if (row?.name == null) return member.nameHash;
  return keepWords(tx, { workspaceId: actor.workspaceId, organizationId }, row.name, { confidentiality: 'name' });
}
