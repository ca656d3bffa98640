import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersResult } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { SilencesQuery, SilencesView } from './silence.dto.js';
import { SilencesService } from './silences.service.js';

@ApiTags('follow-ups')
@Controller('workspaces/:workspace/silences')
export class SilencesController {
  constructor(private readonly silences: SilencesService) {}

  /** Reads who has been asked and has not answered for how many days, of follow-ups that are not closed. */
  @Get()
  @Requires('record.read')
  @AnswersResult(SilencesView)
  longest(@CurrentActor() actor: Actor, @Query() query: SilencesQuery): Promise<JsonText> {
    return this.silences.list(actor, query);
  }
}
