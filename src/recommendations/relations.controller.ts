import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersNothing, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { CreateRelationDto, RelationView } from './relation.dto.js';
import { RelationsService } from './relations.service.js';

@ApiTags('recommendations')
@Controller('workspaces/:workspace')
export class RelationsController {
  constructor(private readonly relations: RelationsService) {}

  /** Lists how a recommendation stands to others, in both directions. */
  @Get('recommendations/:recommendationId/relations')
  @Requires('record.read')
  @AnswersPage(RelationView, AS_OF_MEMBERS)
  list(
    @CurrentActor() actor: Actor,
    @Param('recommendationId', IdPipe) recommendationId: string,
    @Query() query: AsOfPageQuery,
  ): Promise<JsonText> {
    return this.relations.list(actor, recommendationId, query);
  }

  /** Links two recommendations; opposed asks stay both. */
  @Post('recommendations/:recommendationId/relations')
  @Requires('record.write')
  @AnswersCreated(RelationView, 409, 422)
  create(
    @CurrentActor() actor: Actor,
    @Param('recommendationId', IdPipe) recommendationId: string,
    @Body() dto: CreateRelationDto,
  ): Promise<JsonText> {
    return this.relations.create(actor, recommendationId, dto);
  }

  /** Takes the link away. */
  @Delete('relations/:id')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.relations.remove(actor, id, version);
  }
}
