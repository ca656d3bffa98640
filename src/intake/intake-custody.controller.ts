import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { DocumentCustody } from './document-custody.js';
import { IntakeCustodyView } from './intake-custody.view.js';

@ApiTags('intake')
@Controller('workspaces/:workspace/intake/:id/custody')
export class IntakeCustodyController {
  constructor(private readonly custody: DocumentCustody) {}

  /** Lists who had a document in hand: who took it in, opened its original, recorded or discarded it. The latest first. */
  @Get()
  @Requires('record.read')
  @AnswersPage(IntakeCustodyView)
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<JsonText> {
    return this.custody.list(actor, id, query);
  }
}
