import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { checkVersion } from '../common/version.js';
import { Intake } from './intake.entity.js';
import { lockOpen, type OpenIntake } from './intake-lock.js';
import { IntakeProposal } from './intake-proposal.entity.js';
import { PROPOSALS } from './intake.queries.js';
import { checkAsked, checkFollowed, checkRejection, columnsOf, lockProposal, spanIn } from './proposal-changes.js';
import { checkLinks, keptLinks } from './proposal-links.js';
import type { AddProposalDto, ProposalsQuery, UpdateProposalDto } from './proposal.dto.js';
import { titleOf } from './words-at.js';

/** What was proposed of a document, and what people decide on each. Nothing of it is in the record before the document is recorded. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** In the order of the document. */
  list(actor: Actor, intakeId: string, { state, ...page }: ProposalsQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Intake, shownWhere({ id: intakeId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readPage(tx, PROPOSALS, { ...page, sort: 'place' }, { intake: intakeId, state });
    });
  }

  get(actor: Actor, intakeId: string, id: string): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(IntakeProposal, { id, intakeId }))) throw problems.notFound();
      return readOne(tx, PROPOSALS, id);
    });
  }

  /** An ask that the rules did not find: its words are what stands in the place. */
  add(actor: Actor, intakeId: string, dto: AddProposalDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const intake = await lockOpen(tx, actor, intakeId);
      const id = uuid();
      const { workspaceId } = actor;
      const place = await spanIn(tx, intakeId, dto.span);
      const said = columnsOf(actor, dto);
      await checkLinks(tx, dto);
      await tx.insert(IntakeProposal, { id, workspaceId, intakeId, title: titleOf(place.text), ...said, ...place });
      await this.tell(tx, actor, intake, { id, version: 1 }, 'added', { ...dto });
      return readOne(tx, PROPOSALS, id);
    });
  }

  /** Accepts, rejects, edits, or takes a decision back: of two people who do so at once, one gets a 412. */
  update(actor: Actor, intakeId: string, id: string, version: number, dto: UpdateProposalDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const intake = await lockOpen(tx, actor, intakeId);
      const proposal = await lockProposal(tx, intakeId, id);
      checkVersion(proposal, version);
      await checkLinks(tx, dto);
      const place = dto.span ? await spanIn(tx, intakeId, dto.span) : {};
      const changed = { ...columnsOf(actor, dto), ...place, ...(await keptLinks(tx, proposal, dto)) };
      const after = { ...proposal, ...changed };
      checkAsked(after, '/addressees');
      checkRejection(after, '/rejection');
      checkFollowed(after);
      await tx.update(IntakeProposal, { id }, { ...changed, updatedAt: () => 'clock_timestamp()' });
      const act = dto.state === undefined ? 'edited' : dto.state === 'proposed' ? 'reopened' : dto.state;
      await this.tell(tx, actor, intake, { id, version: version + 1 }, act, { ...dto });
      return readOne(tx, PROPOSALS, id);
    });
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    intake: OpenIntake,
    { id, version }: { id: string; version: number },
    act: 'added' | 'edited' | 'accepted' | 'rejected' | 'reopened',
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: `intake-proposal.${act}`,
      objectType: 'intake-proposal',
      objectId: id,
      objectVersion: version,
      level: intake.confidentiality,
      details: { intakeId: intake.id, ...details },
    });
  }
}
