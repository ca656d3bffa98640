import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { InboxArrivalsService } from './inbox-arrivals.service.js';
import { IntakeSaidDto } from './arrival.dto.js';
import { IntakeInListView } from './intake.dto.js';

@ApiTags('inbox')
@Controller('workspaces/:workspace/inbox/:id/intake')
export class InboxIntakeController {
  constructor(private readonly arrivals: InboxArrivalsService) {}

  /**
   * Reads what one put aside for its asks: a file, a sentence, or the document that a link leads to, where the workspace lets Heed fetch
   * (`keepsCopies`; 409 where not, and only what the whole workspace may know). It leaves the inbox and is a kept document from then on. What
   * can't be fetched or read (scanned, locked, damaged, too much) stays in the inbox.
   */
  @Post()
  @Requires('record.write')
  @AnswersCreated(IntakeInListView, 404, 409, 413, 415)
  create(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: IntakeSaidDto): Promise<JsonText> {
    return this.arrivals.take(actor, id, dto);
  }
}
