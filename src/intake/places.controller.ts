import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersResult } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { IntakeService } from './intake.service.js';
import { PlaceView } from './record.dto.js';

@ApiTags('intake')
@Controller('workspaces/:workspace/recommendations/:recommendationId/place')
export class PlacesController {
  constructor(private readonly intake: IntakeService) {}

  /** Where the ask stands in the document that it came from; of a part, where its whole does. */
  @Get()
  @Requires('record.read')
  @AnswersResult(PlaceView)
  get(@CurrentActor() actor: Actor, @Param('recommendationId', IdPipe) recommendationId: string): Promise<JsonText> {
    return this.intake.place(actor, recommendationId);
  }
}
