import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readPage } from '../common/reading.js';
import { type Moment, readAsOf } from '../follow-ups/as-of.js';
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
      if (!(await tx.existsBy(Recommendation, shownWhere({ id: recommendationId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readAsOf(actor, tx, page, (same, then) =>
        readPage(same, then.reading(TIMELINE), page, { recommendation: recommendationId, kind }),
      );
    });
  }

  /** The newest of it, for a reader who begins with the recommendation. */
  begin(actor: Actor, manager: EntityManager, recommendationId: string, moment: Moment): Promise<JsonText> {
    const newest = { limit: AT_FIRST, sort: '-occurredOn' };
    return readAsOf(actor, manager, moment, (tx, then) =>
      readPage(tx, then.reading(TIMELINE), newest, { recommendation: recommendationId }),
    );
  }
}
