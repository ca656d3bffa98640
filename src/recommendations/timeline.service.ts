import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { readAsOf } from '../follow-ups/as-of.js';
import { Recommendation } from './recommendation.entity.js';
import type { TimelineQuery } from './timeline.dto.js';
import { TIMELINE } from './timeline.queries.js';

@Injectable()
export class TimelineService {
  constructor(private readonly manager: EntityManager) {}

  /** Everything that was recorded of a recommendation's tracks, corrected or not; 404 where there is none. */
  list(actor: Actor, recommendationId: string, query: TimelineQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Recommendation, { id: recommendationId }))) throw problems.notFound();
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(same, then.reading(TIMELINE), query, { recommendation: recommendationId }),
      );
    });
  }
}
