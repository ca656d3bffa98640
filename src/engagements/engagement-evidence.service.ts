import { lockShown, shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { say } from '../common/words.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { readAsOf } from '../follow-ups/as-of.js';
import type { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import type { AttachEvidenceDto } from './engagement-evidence.dto.js';
import { EngagementEvidence, type EngagementShows } from './engagement-evidence.entity.js';
import { ENGAGEMENT_EVIDENCE } from './engagement-evidence.queries.js';
import { Engagement } from './engagement.entity.js';
import { shown } from '../evidence/shown.js';

/** Which pieces show an engagement itself. Links are only ever added: a new one takes the place of the one before. */
@Injectable()
export class EngagementEvidenceService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, engagementId: string, query: AsOfPageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Engagement, shownWhere({ id: engagementId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(
          same,
          then.reading(ENGAGEMENT_EVIDENCE),
          { ...query, sort: 'recordedAt' },
          { engagement: engagementId },
        ),
      );
    });
  }

  /** 404 with a pointer for a piece that one may not know, 422 for one that was withdrawn. */
  attach(actor: Actor, engagementId: string, { evidenceId, shows }: AttachEvidenceDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const engagement = await lockShown(tx, Engagement, engagementId);
      const piece = await tx.findOneBy(Evidence, shown({ id: evidenceId }));
      if (!piece) throw problems.notFound('/evidenceId');
      if (piece.withdrawal !== 'none')
        throw problems.unfit('/evidenceId', 'withdrawn', say`This piece was withdrawn: it can show nothing.`);
      const id = await this.add(tx, actor, engagement, piece, shows);
      return readOne(tx, ENGAGEMENT_EVIDENCE, id);
    });
  }

  detach(actor: Actor, engagementId: string, evidenceId: string): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const engagement = await lockShown(tx, Engagement, engagementId);
      const piece = await tx.findOneBy(Evidence, shown({ id: evidenceId }));
      const newest = piece && (await this.findNewest(tx, engagementId, evidenceId));
      if (!piece || !newest?.shows) throw problems.notFound();
      await this.add(tx, actor, engagement, piece, null);
    });
  }

  private findNewest(tx: EntityManager, engagementId: string, evidenceId: string): Promise<EngagementEvidence | null> {
    return tx.findOne(EngagementEvidence, {
      where: { engagementId, evidenceId },
      order: { recordedAt: 'DESC', id: 'DESC' },
    });
  }

  /** The event is as confidential as the piece, where that is for fewer people than the engagement. */
  private async add(
    tx: EntityManager,
    actor: Actor,
    engagement: Engagement,
    piece: Evidence,
    shows: EngagementShows | null,
  ): Promise<string> {
    const { workspaceId, personId, organizationId } = actor;
    const id = uuid();
    const pair = { engagementId: engagement.id, evidenceId: piece.id };
    await tx.insert(EngagementEvidence, { id, workspaceId, personId, organizationId, ...pair, shows });
    const isCloser = piece.confidentiality === 'restricted' || piece.confidentiality === 'organization';
    await this.audit.record(tx, actor, {
      action: shows === null ? 'engagement-evidence.detached' : 'engagement-evidence.attached',
      objectType: 'engagement',
      objectId: engagement.id,
      objectVersion: engagement.version,
      level: isCloser ? piece.confidentiality : engagement.confidentiality,
      details: { evidenceId: piece.id, shows },
    });
    return id;
  }
}
