import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ArrivalsService } from './arrivals.service.js';
import { ReadLinkDto } from './arrival.dto.js';
import { IntakeInListView } from './intake.dto.js';

@ApiTags('intake')
@Controller('workspaces/:workspace/intake/links')
export class LinkIntakeController {
  constructor(private readonly arrivals: ArrivalsService) {}

  /**
   * Takes in the document that a link leads to, as it is at this moment, and proposes the recommendations in it; its site learns that this
   * server looks at it, so a workspace that fetches nothing (`keepsCopies`) answers 409. What came is kept as a file would be, for the
   * whole workspace to know. What can't be fetched or read is refused with the reason, and not kept.
   */
  @Post()
  @Requires('record.write')
  @AnswersCreated(IntakeInListView, 409, 415)
  create(@CurrentActor() actor: Actor, @Body() dto: ReadLinkDto): Promise<JsonText> {
    return this.arrivals.takeLink(actor, dto);
  }
}
