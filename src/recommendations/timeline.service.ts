import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { Recommendation } from './recommendation.entity.js';
import type { TimelineQuery } from './timeline.dto.js';
import { TIMELINE } from './timeline.queries.js';

/** Entries that come with a recommendation where they are asked for. */
const AT_FIRST = 20;

@Injectable()
export class TimelineService {
  constructor(private readonly manager: EntityManager) {}

  /** Everything that happened about a recommendation, corrected or not; 404 where there is none. */
  list(actor: Actor, recommendationId: string, { kind, ...page }: TimelineQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Recommendation, { id: recommendationId }))) throw problems.notFound();
      return readPage(tx, TIMELINE, page, { recommendation: recommendationId, kind });
    });
  }

  /** The newest of it, for a reader who begins with the recommendation. */
  begin(tx: EntityManager, recommendationId: string): Promise<JsonText> {
    return readPage(tx, TIMELINE, { limit: AT_FIRST, sort: '-occurredOn' }, { recommendation: recommendationId });
  }
}
