import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage } from '../common/answers.js';
import { AnswersItemAsOf, AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { CreateRecommendationDto, UpdateRecommendationDto } from './recommendation.dto.js';
import { RecommendationQuery, RecommendationsQuery } from './recommendations-query.dto.js';
import { RecommendationInListView, RecommendationView } from './recommendation.view.js';
import { RecommendationsService } from './recommendations.service.js';

@ApiTags('recommendations')
@Controller('workspaces/:workspace/recommendations')
export class RecommendationsController {
  constructor(private readonly recommendations: RecommendationsService) {}

  /** Lists recommendations, with counts of their follow-ups by phase on each axis. `q` searches. */
  @Get()
  @Requires('record.read')
  @AnswersPage(RecommendationInListView, AS_OF_MEMBERS)
  list(@CurrentActor() actor: Actor, @Query() query: RecommendationsQuery): Promise<JsonText> {
    return this.recommendations.list(actor, query);
  }

  /** Reads one recommendation with its parts, relations and follow-ups. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItemAsOf(RecommendationView)
  get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: RecommendationQuery,
  ): Promise<JsonText> {
    return this.recommendations.get(actor, id, query);
  }

  /** Adds a recommendation, or with `partOf` a part of one. */
  @Post()
  @Requires('record.write')
  @AnswersCreated(RecommendationView, 409, 422)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateRecommendationDto): Promise<JsonText> {
    return this.recommendations.create(actor, dto);
  }

  /** Changes a recommendation; what the body leaves out stays. */
  @Patch(':id')
  @Requires('record.write')
  @AnswersItem(RecommendationView, 409, 412, 422, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateRecommendationDto,
  ): Promise<JsonText> {
    return this.recommendations.update(actor, id, version, dto);
  }

  /** Deletes a recommendation on which nothing hangs. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.recommendations.remove(actor, id, version);
  }
}
