import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage, AnswersRecorded } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import { ConfirmationView, ConfirmDto, OccasionsQuery, OccasionView, RecordOccasionDto } from './occasion.dto.js';
import { OccasionsService } from './occasions.service.js';

@ApiTags('recommendations')
@Controller('workspaces/:workspace/recommendations/:recommendationId')
export class OccasionsController {
  constructor(private readonly occasions: OccasionsService) {}

  /** Lists the occasions of a recurring recommendation, the latest first, corrected ones too. */
  @Get('occasions')
  @Requires('record.read')
  @AnswersPage(OccasionView, AS_OF_MEMBERS)
  list(
    @CurrentActor() actor: Actor,
    @Param('recommendationId', IdPipe) recommendationId: string,
    @Query() query: OccasionsQuery,
  ): Promise<JsonText> {
    return this.occasions.list(actor, recommendationId, 'occasions', query);
  }

  /** Records an occasion, or corrects one. 409 where the recommendation is not recurring, or that one was corrected already. */
  @Post('occasions')
  @Requires('record.write')
  @AnswersRecorded(OccasionView, 409, 422)
  record(
    @CurrentActor() actor: Actor,
    @Param('recommendationId', IdPipe) recommendationId: string,
    @Body() dto: RecordOccasionDto,
  ): Promise<JsonText> {
    return this.occasions.record(actor, recommendationId, dto);
  }

  /** Lists when a continuing recommendation was confirmed, the latest first, corrected confirmations too. */
  @Get('confirmations')
  @Requires('record.read')
  @AnswersPage(ConfirmationView, AS_OF_MEMBERS)
  listConfirmations(
    @CurrentActor() actor: Actor,
    @Param('recommendationId', IdPipe) recommendationId: string,
    @Query() query: OccasionsQuery,
  ): Promise<JsonText> {
    return this.occasions.list(actor, recommendationId, 'confirmations', query);
  }

  /** Records that how a continuing recommendation stands was looked at and still holds; the next review counts from its last possible day. */
  @Post('confirmations')
  @Requires('record.write')
  @AnswersRecorded(ConfirmationView, 409, 422)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('recommendationId', IdPipe) recommendationId: string,
    @Body() dto: ConfirmDto,
  ): Promise<JsonText> {
    return this.occasions.confirm(actor, recommendationId, dto);
  }
}
