import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage, AnswersRecorded } from '../common/answers.js';
import { AnswersItemAsOf, AS_OF_MEMBERS } from './as-of.answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { AsOfQuery } from './as-of.dto.js';
import { ClosedView, CloseFollowUpDto, ReopeningQuery } from './closing.dto.js';
import { ClosingsService } from './closings.service.js';
import { CreateFollowUpDto, UpdateFollowUpDto } from './follow-up.dto.js';
import { FollowUpsQuery } from './follow-ups-query.dto.js';
import { FollowUpView } from './follow-up.view.js';
import { FollowUpsService } from './follow-ups.service.js';

@ApiTags('follow-ups')
@Controller('workspaces/:workspace')
export class FollowUpsController {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly closings: ClosingsService,
  ) {}

  /** Lists follow-ups; every filter reads one table. */
  @Get('follow-ups')
  @Requires('record.read')
  @AnswersPage(FollowUpView, AS_OF_MEMBERS)
  list(@CurrentActor() actor: Actor, @Query() query: FollowUpsQuery): Promise<JsonText> {
    return this.followUps.list(actor, query);
  }

  /** Reads one follow-up with both of its tracks. */
  @Get('follow-ups/:id')
  @Requires('record.read')
  @AnswersItemAsOf(FollowUpView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() moment: AsOfQuery): Promise<JsonText> {
    return this.followUps.get(actor, id, moment);
  }

  /** Lists the follow-ups of one recommendation. */
  @Get('recommendations/:recommendationId/follow-ups')
  @Requires('record.read')
  @AnswersPage(FollowUpView, AS_OF_MEMBERS)
  listOf(
    @CurrentActor() actor: Actor,
    @Param('recommendationId', IdPipe) recommendationId: string,
    @Query() query: FollowUpsQuery,
  ): Promise<JsonText> {
    return this.followUps.listOf(actor, recommendationId, query);
  }

  /** Begins to follow a recommendation with an addressee, asked itself or pressed through others. */
  @Post('recommendations/:recommendationId/follow-ups')
  @Requires('record.write')
  @AnswersCreated(FollowUpView, 409, 422)
  create(
    @CurrentActor() actor: Actor,
    @Param('recommendationId', IdPipe) recommendationId: string,
    @Body() dto: CreateFollowUpDto,
  ): Promise<JsonText> {
    return this.followUps.create(actor, recommendationId, dto);
  }

  /** Changes what is asked, through whom, or who looks after it. 409 where a chain would run in a circle. */
  @Patch('follow-ups/:id')
  @Requires('record.write')
  @AnswersItem(FollowUpView, 409, 412, 422, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateFollowUpDto,
  ): Promise<JsonText> {
    return this.followUps.update(actor, id, version, dto);
  }

  /** Deletes a follow-up of which nothing was recorded; what has a history is closed. */
  @Delete('follow-ups/:id')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.followUps.remove(actor, id, version);
  }

  /** Closes it, or with `chain` every link of its chain in one act. States stay, clocks stop. */
  @Post('follow-ups/:id/closing')
  @Requires('record.write')
  @AnswersRecorded(ClosedView, 409, 422)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CloseFollowUpDto,
  ): Promise<ClosedView> {
    return this.closings.close(actor, id, dto);
  }

  /** Reopens it, or with `chain` every closed link of its chain in one act. If-Match bears the version of this one; it must be closed. */
  @Delete('follow-ups/:id/closing')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(409, 412, 428)
  reopen(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Query() { chain }: ReopeningQuery,
  ): Promise<void> {
    return this.closings.reopen(actor, id, version, chain);
  }
}
