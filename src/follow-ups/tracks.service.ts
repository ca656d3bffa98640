import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { JsonText } from '../common/json-text.js';
import { readOne } from '../common/reading.js';
import type { Axis } from '../workflows/workflow.definition.js';
import type { ChosenBy } from '../workflows/workflow-choice.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import { type Moment, readAsOf } from './as-of.js';
import { Track } from './track.entity.js';
import { TRACKS } from './tracks.queries.js';

/** What a track hangs on: a recommendation for its publication, a follow-up for the other two. */
export type TrackOwner = Pick<Track, 'organizationId' | 'confidentiality' | 'recommendationId' | 'followUpId'>;

@Injectable()
export class TracksService {
  constructor(
    private readonly manager: EntityManager,
    private readonly workflows: WorkflowsService,
  ) {}

  get(actor: Actor, id: string, moment: Moment): Promise<JsonText> {
    return readAsOf(actor, this.manager, moment, (tx, then) => readOne(tx, then.reading(TRACKS), id));
  }

  /** Adds a track at the start of its workflow; part of the act that makes its owner, which records the audit event. */
  async begin(
    tx: EntityManager,
    actor: Actor,
    owner: TrackOwner,
    axis: Axis,
    chosen: { source?: ChosenBy; asked?: string | undefined } = {},
  ): Promise<void> {
    const { id: workflowId, definition } = await this.workflows.choose(tx, axis, chosen);
    const state = definition.initial;
    await tx.insert(Track, {
      id: uuid(),
      workspaceId: actor.workspaceId,
      ...owner,
      axis,
      workflowId,
      state,
      phase: definition.states[state]?.phase ?? null,
    });
  }
}
