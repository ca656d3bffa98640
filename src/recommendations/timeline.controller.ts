import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import { AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import type { JsonText } from '../common/json-text.js';
import { TimelineEntryView, TimelineQuery } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';

@ApiTags('recommendations')
@Controller('workspaces/:workspace/recommendations/:recommendationId/timeline')
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  /**
   * Lists what happened about it, newest first: transitions of its publication and of its follow-ups (corrected, voided and late ones
   * too), deadlines and their extensions, engagements with who has not answered, evidence as it was linked, closing and reopening,
   * what organizations say their advocacy had to do with it.
   * What is due stands at its date, which may be to come. What happened about its parts is theirs.
   */
  @Get()
  @Requires('record.read')
  @AnswersPage(TimelineEntryView, AS_OF_MEMBERS)
  list(
    @CurrentActor() actor: Actor,
    @Param('recommendationId', IdPipe) recommendationId: string,
    @Query() query: TimelineQuery,
  ): Promise<JsonText> {
    return this.timeline.list(actor, recommendationId, query);
  }
}
