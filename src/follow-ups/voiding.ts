import { shownRows } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { dayIn } from '../common/edtf-date.js';
import { run, statement } from '../common/statement.js';
import { TrackBooks } from './track-books.js';
import { lockTrack } from './track-lock.js';
import { recordedOf } from './transition-facts.queries.js';
import { planOfVoid } from './transition-plan.js';
import { TransitionRecord } from './transition-record.js';

/** A verification that loses its ground is voided: the state goes back to where it waited for a check (workflows.md). */
@Injectable()
export class Voiding {
  constructor(
    private readonly books: TrackBooks,
    private readonly record: TransitionRecord,
  ) {}

  /** For every track (or the one named) whose verification stands on this piece, which was withdrawn or changed. */
  async voidWhatStoodOn(tx: EntityManager, actor: Actor, evidenceId: string, trackId?: string): Promise<void> {
    const tracks = await run<{ id: string }>(tx, LINKED_TO, [evidenceId, trackId ?? null]);
    for (const { id } of tracks) await this.voidVerification(tx, actor, id, evidenceId);
  }

  /** Locked before it is looked at: somebody may be verifying it right now. */
  private async voidVerification(tx: EntityManager, actor: Actor, trackId: string, evidenceId: string): Promise<void> {
    const { track } = await lockTrack(tx, trackId);
    if ((await run(tx, STOOD_ON, [trackId, evidenceId])).length === 0) return;
    const today = dayIn(actor.timeZone, new Date());
    const { history } = await recordedOf(tx, trackId, today);
    const plan = planOfVoid(await this.books.bookOf(tx, track, history), history);
    if (!plan) return;
    await this.record.add(tx, actor, track, {
      ...plan,
      id: uuid(),
      transition: 'void',
      occurredOn: today,
      occurredLast: today,
      corrects: null,
      crossWalkId: null,
      codedBy: null,
      flags: [],
      noteHash: null,
      cited: [],
    });
  }
}

/** In the order in which a whole chain is closed. */
const LINKED_TO = statement(`
  SELECT t.id FROM ${shownRows('track t')} WHERE ($2::uuid IS NULL OR t.id = $2::uuid)
    AND EXISTS (SELECT FROM track_evidence l WHERE l.track_id = t.id AND l.evidence_id = $1::uuid) ORDER BY t.follow_up_id, t.id`);

/** Whether it may stand on a verification (a correction can stand for one, and a migration carry one over), to which the piece was linked then, and did not contradict it. */
const STOOD_ON = statement(`
  SELECT FROM ${shownRows('track t')} JOIN transition x ON x.id = t.stands_on AND x.transition IN ('verify', 'correct', 'migrate')
  WHERE t.id = $1::uuid AND (SELECT l.stance FROM track_evidence l WHERE l.track_id = t.id AND l.evidence_id = $2::uuid
    AND l.recorded_at <= x.recorded_at ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1) IN ('supports', 'context')`);
