import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersResult } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { SummaryQuery, SummaryView } from './summary.dto.js';
import { SummaryService } from './summary.service.js';

@ApiTags('summary')
@Controller('workspaces/:workspace/summary')
export class SummaryController {
  constructor(private readonly summaries: SummaryService) {}

  /** Counts how follow-ups stand on one axis. A follow-up with two themes counts in both rows. */
  @Get()
  @Requires('record.read')
  @AnswersResult(SummaryView)
  summarize(@CurrentActor() actor: Actor, @Query() query: SummaryQuery): Promise<JsonText> {
    return this.summaries.summarize(actor, query);
  }
}
