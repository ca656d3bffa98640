import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersPage, AnswersRecorded } from '../common/answers.js';
import { AS_OF_MEMBERS } from './as-of.answers.js';
import type { JsonText } from '../common/json-text.js';
import { AsOfPageQuery } from './as-of.dto.js';
import { CreateDeadlineDto, DeadlineView, ExtendDeadlineDto, ExtensionView } from './deadline.dto.js';
import { DeadlinesService } from './deadlines.service.js';

@ApiTags('deadlines')
@Controller('workspaces/:workspace')
export class DeadlinesController {
  constructor(private readonly deadlines: DeadlinesService) {}

  /** Lists the deadlines that bind a follow-up: its own, and those of its recommendation. */
  @Get('follow-ups/:followUp/deadlines')
  @Requires('record.read')
  @AnswersPage(DeadlineView, AS_OF_MEMBERS)
  ofFollowUp(
    @CurrentActor() actor: Actor,
    @Param('followUp', IdPipe) followUp: string,
    @Query() query: AsOfPageQuery,
  ): Promise<JsonText> {
    return this.deadlines.list(actor, { followUp }, query);
  }

  /** Sets a deadline for one follow-up. */
  @Post('follow-ups/:followUp/deadlines')
  @Requires('record.write')
  @AnswersRecorded(DeadlineView)
  setForFollowUp(
    @CurrentActor() actor: Actor,
    @Param('followUp', IdPipe) followUp: string,
    @Body() dto: CreateDeadlineDto,
  ): Promise<JsonText> {
    return this.deadlines.create(actor, { followUp }, dto);
  }

  /** Lists all deadlines of a recommendation and of its follow-ups. */
  @Get('recommendations/:recommendation/deadlines')
  @Requires('record.read')
  @AnswersPage(DeadlineView, AS_OF_MEMBERS)
  ofRecommendation(
    @CurrentActor() actor: Actor,
    @Param('recommendation', IdPipe) recommendation: string,
    @Query() query: AsOfPageQuery,
  ): Promise<JsonText> {
    return this.deadlines.list(actor, { recommendation }, query);
  }

  /** Sets a deadline for every follow-up of a recommendation. */
  @Post('recommendations/:recommendation/deadlines')
  @Requires('record.write')
  @AnswersRecorded(DeadlineView)
  setForRecommendation(
    @CurrentActor() actor: Actor,
    @Param('recommendation', IdPipe) recommendation: string,
    @Body() dto: CreateDeadlineDto,
  ): Promise<JsonText> {
    return this.deadlines.create(actor, { recommendation }, dto);
  }

  /** Lists how a deadline was extended. */
  @Get('deadlines/:id/extensions')
  @Requires('record.read')
  @AnswersPage(ExtensionView, AS_OF_MEMBERS)
  extensions(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: AsOfPageQuery,
  ): Promise<JsonText> {
    return this.deadlines.extensions(actor, id, query);
  }

  /** Extends a deadline: the new date counts, the old one stays, with who extended it and by what. */
  @Post('deadlines/:id/extensions')
  @Requires('record.write')
  @AnswersRecorded(DeadlineView)
  extend(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: ExtendDeadlineDto,
  ): Promise<JsonText> {
    return this.deadlines.extend(actor, id, dto);
  }
}
