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

  /**
   * Counts how follow-ups stand on one axis; with `from` and `to`, what entered which phase in that period. A follow-up with two themes counts
   * in both rows. In a period a move counts where its last possible day lies. What was corrected did not happen; a step back because the
   * evidence fell away, and a change of workflow, enter nothing; history that was brought in is told apart (`broughtIn`), and so is what was
   * verified on evidence that changed since (`voided`). With `asOf` and `knownAt` it is counted as it was known then.
   */
  @Get()
  @Requires('record.read')
  @AnswersResult(SummaryView)
  summarize(@CurrentActor() actor: Actor, @Query() query: SummaryQuery): Promise<JsonText> {
    return this.summaries.summarize(actor, query);
  }
}
