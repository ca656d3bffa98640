import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { MergesQuery, MergeView } from './merge.dto.js';
import { MergesService } from './merges.service.js';

@ApiTags('merges')
@Controller('workspaces/:workspace/merges')
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  /** Lists what was merged into what, the latest first, with what was undone. */
  @Get()
  @Requires('record.read')
  @AnswersPage(MergeView)
  list(@CurrentActor() actor: Actor, @Query() query: MergesQuery): Promise<JsonText> {
    return this.merges.list(actor, query);
  }
}
