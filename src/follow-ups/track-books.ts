import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { WorkflowDefinition } from '../workflows/workflow.definition.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import type { Track } from './track.entity.js';
import type { Book, Standing } from './track-history.js';

/** Reads the definitions that a track's history was written under. */
@Injectable()
export class TrackBooks {
  constructor(private readonly workflows: WorkflowsService) {}

  /** Every definition that the history names, and others that may be needed. */
  async bookOf(
    tx: EntityManager,
    track: Pick<Track, 'workflowId'>,
    history: Standing[],
    others: string[] = [],
  ): Promise<Book> {
    const ids = new Set([
      track.workflowId,
      ...others,
      ...history.flatMap((past) => [past.workflow, past.fromWorkflow]),
    ]);
    const definitions = new Map<string, WorkflowDefinition>();
    for (const id of ids) definitions.set(id, await this.workflows.definitionOf(tx, id));
    return { workflow: track.workflowId, definitions };
  }
}
