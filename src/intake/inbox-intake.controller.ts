import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { InboxArrivalsService } from './inbox-arrivals.service.js';
import { IntakeInListView, IntakeSaidDto } from './intake.dto.js';

@ApiTags('inbox')
@Controller('workspaces/:workspace/inbox/:id/intake')
export class InboxIntakeController {
  constructor(private readonly arrivals: InboxArrivalsService) {}

  /**
   * Reads a file or a sentence that one put aside for its asks; it leaves the inbox and is a kept document from then on. A link is
   * not fetched. What can't be read (scanned, locked, damaged, too much) stays in the inbox.
   */
  @Post()
  @Requires('record.write')
  @AnswersCreated(IntakeInListView, 404, 413, 415)
  create(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: IntakeSaidDto): Promise<JsonText> {
    return this.arrivals.take(actor, id, dto);
  }
}
