import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersResult } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { FoundThingsView, SearchQuery } from './search.dto.js';
import { SearchService } from './search.service.js';

@ApiTags('search')
@Controller('workspaces/:workspace/search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** Finds recommendations, addressees, sources and evidence by a few words: what begins with them as a code comes first. */
  @Get()
  @Requires('record.read')
  @AnswersResult(FoundThingsView)
  find(@CurrentActor() actor: Actor, @Query() query: SearchQuery): Promise<JsonText> {
    return this.search.find(actor, query);
  }
}
