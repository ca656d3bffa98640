import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace, readInWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import { normalizedEmail } from '../auth/new-account.js';
import { hashSecret, newSecret } from '../auth/secrets.js';
import type { JsonText } from '../common/json-text.js';
import type { PageQuery } from '../common/page.dto.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import type { CreatedInvitationView, CreateInvitationDto, InvitationView } from './invitation.dto.js';
import { Invitation } from './invitation.entity.js';
import { INVITATIONS } from './invitations.queries.js';
import { Organization } from './organization.entity.js';

const SEVEN_DAYS = 7 * 86_400_000;

@Injectable()
export class InvitationsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first; never their secrets. */
  list(actor: Actor, query: PageQuery): Promise<JsonText> {
    return readInWorkspace(actor, this.manager, (tx) => readPage(tx, INVITATIONS, { ...query, sort: '-createdAt' }));
  }

  /** Answers the link's secret, this once. 403 for the role verifier. */
  async create(actor: Actor, dto: CreateInvitationDto): Promise<CreatedInvitationView> {
    refuseVerifier(dto);
    return inWorkspace(actor, this.manager, async (tx) => {
      await lockRow(tx, Organization, dto.organizationId, '/organizationId');
      const token = newSecret();
      const id = await insertInvitation(tx, actor, dto, token);
      const made = (await readOne(tx, INVITATIONS, id)).parsed<InvitationView>();
      const { organizationId, roles } = dto;
      await this.audit.record(tx, actor, {
        action: 'invitation.created',
        objectType: 'invitation',
        objectId: id,
        objectVersion: 1,
        details: { organizationId, roles },
      });
      return { ...made, token, path: `/api/v1/auth/invitations/${token}` };
    });
  }

  /** 409 where it was accepted or withdrawn. */
  withdraw(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const invitation = await lockRow(tx, Invitation, id);
      checkVersion(invitation, version);
      if (invitation.acceptedAt)
        throw problems.notAsThingsStand('accepted', say`It was accepted. End the membership instead.`);
      if (invitation.withdrawnAt) throw problems.notAsThingsStand('withdrawn', say`It was withdrawn before.`);
      await tx.update(Invitation, { id }, { withdrawnAt: () => 'clock_timestamp()' });
      await this.audit.record(tx, actor, {
        action: 'invitation.withdrawn',
        objectType: 'invitation',
        objectId: id,
        objectVersion: version + 1,
      });
    });
  }
}

function refuseVerifier({ roles }: CreateInvitationDto): void {
  if (!roles.includes('verifier')) return;
  throw problems.notYours(
    say`The role verifier takes two administrators: invite without it, then ask for it under "role-requests" of the new member, and let another administrator confirm.`,
  );
}

async function insertInvitation(
  tx: EntityManager,
  actor: Actor,
  dto: CreateInvitationDto,
  token: string,
): Promise<string> {
  const id = uuid();
  await tx.insert(Invitation, {
    ...dto,
    id,
    workspaceId: actor.workspaceId,
    email: normalizedEmail(dto.email),
    tokenHash: hashSecret(token),
    invitedBy: actor.personId,
    expiresAt: new Date(Date.now() + SEVEN_DAYS),
  });
  return id;
}
