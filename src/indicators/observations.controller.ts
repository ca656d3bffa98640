import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage, AnswersRecorded } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import { CreateObservationDto, ObservationsQuery, ObservationView } from './observation.dto.js';
import { ObservationsService } from './observations.service.js';

@ApiTags('indicators')
@Controller('workspaces/:workspace/indicators/:indicatorId/observations')
export class ObservationsController {
  constructor(private readonly observations: ObservationsService) {}

  /** Lists what was said of an indicator, the latest period first; figures that clash stand side by side, and what was corrected stays. */
  @Get()
  @Requires('record.read')
  @AnswersPage(ObservationView, AS_OF_MEMBERS)
  list(
    @CurrentActor() actor: Actor,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @Query() query: ObservationsQuery,
  ): Promise<JsonText> {
    return this.observations.list(actor, indicatorId, query);
  }

  /** Records what somebody said of an indicator. It can't be changed: a correction is another one that names it in `supersedes`. */
  @Post()
  @Requires('record.write')
  @AnswersRecorded(ObservationView, 409, 422)
  create(
    @CurrentActor() actor: Actor,
    @Param('indicatorId', IdPipe) indicatorId: string,
    @Body() dto: CreateObservationDto,
  ): Promise<JsonText> {
    return this.observations.create(actor, indicatorId, dto);
  }
}
