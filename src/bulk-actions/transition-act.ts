import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Track } from '../follow-ups/track.entity.js';
import { Transition } from '../follow-ups/transition.entity.js';
import { TransitionsService } from '../follow-ups/transitions.service.js';
import type { BulkTransitionDto } from './bulk-wish.dto.js';
import type { Done, Present, SingleAct } from './single-act.js';
import { shown } from '../evidence/shown.js';

/** Moves a track; undone by a correction of the transition, so the history keeps both. */
@Injectable()
export class TransitionAct implements SingleAct<BulkTransitionDto> {
  readonly permission = 'track.transition';

  constructor(private readonly transitions: TransitionsService) {}

  async checkWish(tx: EntityManager, { evidenceIds = [] }: BulkTransitionDto): Promise<void> {
    const known = evidenceIds.length === 0 ? [] : await tx.findBy(Evidence, shown({ id: In(evidenceIds) }));
    const missing = evidenceIds.findIndex((id) => !known.some((piece) => piece.id === id));
    if (missing >= 0) throw problems.notFound(`/transition/evidenceIds/${String(missing)}`);
  }

  async present(tx: EntityManager, id: string): Promise<Present> {
    const { version, workflowId, state, phase } = await getTrack(tx, id);
    return { version, stands: { workflowId, state, phase } };
  }

  async perform(actor: Actor, id: string, { version }: Present, wish: BulkTransitionDto): Promise<string> {
    const made = await this.transitions.create(actor, id, version, wish);
    return made.parsed<{ id: string }>().id;
  }

  /** Evidence that was linked with it stays linked: what a piece says of the ask is true whatever the state. */
  async takeBack(
    tx: EntityManager,
    actor: Actor,
    { objectId, madeId }: Done,
    _: BulkTransitionDto,
    note: string,
  ): Promise<void> {
    const track = await getTrack(tx, objectId);
    const made = await tx.findOneByOrFail(Transition, { id: madeId ?? '' });
    if (made.position === null)
      throw problems.notAsThingsStand('in-timeline-only', say`It moved nothing: it stands in the timeline only.`);
    if (track.standsOn !== made.id)
      throw problems.notAsThingsStand('changed-since', say`Its state was changed again since.`);
    const { occurredOn, fromState: to } = made;
    const correction = { transition: 'correct', corrects: made.id, to, occurredOn, note };
    await this.transitions.create(actor, objectId, track.version, correction);
  }
}

async function getTrack(tx: EntityManager, id: string): Promise<Track> {
  const track = await tx.findOneBy(Track, shownWhere({ id }));
  if (!track) throw problems.notFound();
  return track;
}
