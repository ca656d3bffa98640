import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersResult } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { FacetsView } from './facets.dto.js';
import { FacetsService } from './facets.service.js';
import { FacetsQuery } from './follow-ups-query.dto.js';

@ApiTags('follow-ups')
@Controller('workspaces/:workspace/follow-ups/facets')
export class FacetsController {
  constructor(private readonly facets: FacetsService) {}

  /** Counts what further filtering would list: each filter with the others as they are, and without its own. */
  @Get()
  @Requires('record.read')
  @AnswersResult(FacetsView)
  count(@CurrentActor() actor: Actor, @Query() query: FacetsQuery): Promise<JsonText> {
    return this.facets.count(actor, query);
  }
}
