import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { hasRole } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { say } from '../common/words.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { readAsOf } from './as-of.js';
import type { AsOfPageQuery } from './as-of.dto.js';
import { FollowUp } from './follow-up.entity.js';
import { Track } from './track.entity.js';
import type { LinkEvidenceDto } from './track-evidence.dto.js';
import { TrackEvidence } from './track-evidence.entity.js';
import { linkEvidence } from './track-evidence-link.js';
import { lockTrack } from './track-lock.js';
import { FOLLOW_UP_EVIDENCE, TRACK_EVIDENCE } from './track-evidence.queries.js';
import { Voiding } from './voiding.js';
import { shown } from '../evidence/shown.js';

/** What evidence means to a track. Links are only ever added: a new one takes the place of the one before. */
@Injectable()
export class TrackEvidenceService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
    private readonly voiding: Voiding,
  ) {}

  list(actor: Actor, trackId: string, query: AsOfPageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Track, shownWhere({ id: trackId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(same, then.reading(TRACK_EVIDENCE), { ...query, sort: 'recordedAt' }, { track: trackId }),
      );
    });
  }

  /** What is linked to either track of a follow-up; 404 where there is no such follow-up. */
  listOf(actor: Actor, followUpId: string, query: AsOfPageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(FollowUp, shownWhere({ id: followUpId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(same, then.reading(FOLLOW_UP_EVIDENCE), { ...query, sort: 'recordedAt' }, { followUp: followUpId }),
      );
    });
  }

  /** Links a piece, or says anew what it means; a verification that stood on what it meant before is voided. */
  link(actor: Actor, trackId: string, dto: LinkEvidenceDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { track } = await lockTrack(tx, trackId);
      const piece = await tx.findOneBy(Evidence, shown({ id: dto.evidenceId }));
      if (!piece) throw problems.notFound('/evidenceId');
      if (piece.withdrawal !== 'none')
        throw problems.unfit(
          '/evidenceId',
          'withdrawn',
          say`This piece was withdrawn: it can mean nothing to a track.`,
        );
      checkOwnProposal(actor, piece);
      const before = await this.findNewest(tx, trackId, piece.id);
      await linkEvidence(tx, actor, trackId, { evidenceId: piece.id, stance: dto.stance, shows: dto.shows ?? null });
      await this.tell(tx, actor, track, piece, dto.stance);
      const isAnew = before?.stance && (before.stance !== dto.stance || before.shows !== (dto.shows ?? null));
      if (isAnew) await this.voiding.voidWhatStoodOn(tx, actor, piece.id, trackId);
      const link = await this.getNewest(tx, trackId, piece.id);
      return readOne(tx, TRACK_EVIDENCE, link.id);
    });
  }

  /** Takes a piece off the track; what was verified on it is voided. */
  unlink(actor: Actor, trackId: string, evidenceId: string): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { track } = await lockTrack(tx, trackId);
      const piece = await tx.findOneBy(Evidence, shown({ id: evidenceId }));
      const link = piece && (await this.findNewest(tx, trackId, evidenceId));
      if (!piece || !link?.stance) throw problems.notFound();
      checkOwnProposal(actor, piece);
      await linkEvidence(tx, actor, trackId, { evidenceId, stance: null, shows: null });
      await this.tell(tx, actor, track, piece, null);
      await this.voiding.voidWhatStoodOn(tx, actor, evidenceId, trackId);
    });
  }

  private findNewest(tx: EntityManager, trackId: string, evidenceId: string): Promise<TrackEvidence | null> {
    return tx.findOne(TrackEvidence, { where: { trackId, evidenceId }, order: { recordedAt: 'DESC', id: 'DESC' } });
  }

  private async getNewest(tx: EntityManager, trackId: string, evidenceId: string): Promise<TrackEvidence> {
    const link = await this.findNewest(tx, trackId, evidenceId);
    if (!link) throw problems.notFound();
    return link;
  }

  private tell(tx: EntityManager, actor: Actor, track: Track, piece: Evidence, stance: string | null): Promise<void> {
    const level =
      piece.confidentiality === 'restricted' || piece.confidentiality === 'organization'
        ? piece.confidentiality
        : track.confidentiality;
    return this.audit.record(tx, actor, {
      action: stance === null ? 'track-evidence.unlinked' : 'track-evidence.linked',
      objectType: 'track',
      objectId: track.id,
      objectVersion: track.version,
      level,
      details: { evidenceId: piece.id, stance },
    });
  }
}

/** Partners and verifiers say what their own pieces mean; the rest of the record is for those who edit it. */
function checkOwnProposal(actor: Actor, piece: Evidence): void {
  if (hasRole(actor, 'administrator', 'editor') || piece.enteredBy === actor.personId) return;
  throw problems.notYours(say`Only editors, or whoever brought the piece, may say what it means to a follow-up.`);
}
