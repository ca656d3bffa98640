import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersResult } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ChangesQuery } from './change.dto.js';
import { ChangesView } from './change.view.js';
import { ChangesService } from './changes.service.js';

@ApiTags('changes')
@Controller('workspaces/:workspace/changes')
export class ChangesController {
  constructor(private readonly changes: ChangesService) {}

  /**
   * Reads what changed in a period, both days included, as a meeting goes through it, the newest first: `moves` (of each follow-up and axis the
   * last one, from where it stood before the period), `replies`, `dissent`, `silence` (began, ended, reminded, or its reply day passed),
   * `deadlines` (fell due unmet, met, extended), `next-steps` (each once, as it stood at the end, the earliest date first), `closings`,
   * `corrections`. What was corrected is no move. A date that is not known to the day belongs to the period of its last possible day.
   * Findings, objections, linked replies, extensions and corrections bear the day on which they were recorded; what time alone brings about the day on which it does.
   * Deadlines are as last extended, who does a next step and by when as today, and silence is that of the engagements one may know.
   */
  @Get()
  @Requires('record.read')
  @AnswersResult(ChangesView)
  list(@CurrentActor() actor: Actor, @Query() query: ChangesQuery): Promise<JsonText> {
    return this.changes.list(actor, query);
  }
}
