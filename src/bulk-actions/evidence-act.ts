import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { run, statement } from '../common/statement.js';
import { say } from '../common/words.js';
import { Evidence } from '../evidence/evidence.entity.js';
import type { LinkEvidenceDto } from '../follow-ups/track-evidence.dto.js';
import { TrackEvidence } from '../follow-ups/track-evidence.entity.js';
import { TrackEvidenceService } from '../follow-ups/track-evidence.service.js';
import { lockTrack } from '../follow-ups/track-lock.js';
import { alreadySo } from './already-so.js';
import type { Done, Present, SingleAct } from './single-act.js';
import { shown } from '../evidence/shown.js';

/** Links a piece of evidence to a track; undone by another link, or by taking the piece off, which is a row of the record too. */
@Injectable()
export class EvidenceAct implements SingleAct<LinkEvidenceDto> {
  readonly permission = 'evidence.add';

  constructor(private readonly links: TrackEvidenceService) {}

  async checkWish(tx: EntityManager, { evidenceId }: LinkEvidenceDto): Promise<void> {
    if (!(await tx.existsBy(Evidence, shown({ id: evidenceId })))) throw problems.notFound('/evidence/evidenceId');
  }

  /** Locked, since a link doesn't change the track's version: what is looked at here is what the link takes the place of. */
  async present(tx: EntityManager, id: string, { evidenceId }: LinkEvidenceDto): Promise<Present> {
    const { track } = await lockTrack(tx, id);
    const link = await newestLink(tx, id, evidenceId);
    return { version: track.version, stands: { stance: link?.stance ?? null, shows: link?.shows ?? null } };
  }

  async perform(actor: Actor, id: string, { stands }: Present, wish: LinkEvidenceDto): Promise<string> {
    if (stands.stance === wish.stance && stands.shows === (wish.shows ?? null)) throw alreadySo();
    const link = await this.links.link(actor, id, wish);
    return link.parsed<{ id: string }>().id;
  }

  async takeBack(
    tx: EntityManager,
    actor: Actor,
    { objectId, before, madeId }: Done,
    { evidenceId }: LinkEvidenceDto,
  ): Promise<void> {
    await lockTrack(tx, objectId);
    const link = await newestLink(tx, objectId, evidenceId);
    if (!link || link.id !== madeId)
      throw problems.notAsThingsStand('changed-since', say`What the piece means to it was changed again since.`);
    if ((await run(tx, CITED_SINCE, [objectId, evidenceId, link.id])).length > 0)
      throw problems.notAsThingsStand('changed-since', say`A transition was recorded since that stands on the piece.`);
    const { stance, shows } = before;
    if (stance) await this.links.link(actor, objectId, { evidenceId, stance, ...(shows ? { shows } : {}) });
    else await this.links.unlink(actor, objectId, evidenceId);
  }
}

const newestLink = (tx: EntityManager, trackId: string, evidenceId: string): Promise<TrackEvidence | null> =>
  tx.findOne(TrackEvidence, { where: { trackId, evidenceId }, order: { recordedAt: 'DESC', id: 'DESC' } });

/** Taking the piece off then would take the ground from under what somebody did. */
const CITED_SINCE = statement(`
  SELECT FROM transition x JOIN transition_evidence c ON c.transition_id = x.id
  WHERE x.track_id = $1::uuid AND c.evidence_id = $2::uuid AND NOT EXISTS (SELECT FROM transition k WHERE k.corrects = x.id)
    AND x.recorded_at >= (SELECT l.recorded_at FROM track_evidence l WHERE l.id = $3::uuid)`);
