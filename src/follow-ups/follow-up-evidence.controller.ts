import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import { AS_OF_MEMBERS } from './as-of.answers.js';
import type { JsonText } from '../common/json-text.js';
import { AsOfPageQuery } from './as-of.dto.js';
import { FollowUpEvidenceView } from './track-evidence.dto.js';
import { TrackEvidenceService } from './track-evidence.service.js';

@ApiTags('follow-ups')
@Controller('workspaces/:workspace/follow-ups/:followUpId/evidence')
export class FollowUpEvidenceController {
  constructor(private readonly evidence: TrackEvidenceService) {}

  /** Lists the evidence that is linked to either of its tracks now, with what each piece says and how it is graded. */
  @Get()
  @Requires('record.read')
  @AnswersPage(FollowUpEvidenceView, AS_OF_MEMBERS)
  list(
    @CurrentActor() actor: Actor,
    @Param('followUpId', IdPipe) followUpId: string,
    @Query() query: AsOfPageQuery,
  ): Promise<JsonText> {
    return this.evidence.listOf(actor, followUpId, query);
  }
}
