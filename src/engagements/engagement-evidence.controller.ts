import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersNothing, AnswersPage, AnswersRecorded } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { AttachEvidenceDto, EngagementEvidenceView } from './engagement-evidence.dto.js';
import { EngagementEvidenceService } from './engagement-evidence.service.js';

@ApiTags('engagements')
@Controller('workspaces/:workspace/engagements/:engagementId/evidence')
export class EngagementEvidenceController {
  constructor(private readonly evidence: EngagementEvidenceService) {}

  /** Lists the evidence of the engagement itself, as far as the reader may know of it. */
  @Get()
  @Requires('record.read')
  @AnswersPage(EngagementEvidenceView, AS_OF_MEMBERS)
  list(
    @CurrentActor() actor: Actor,
    @Param('engagementId', IdPipe) engagementId: string,
    @Query() query: AsOfPageQuery,
  ): Promise<JsonText> {
    return this.evidence.list(actor, engagementId, query);
  }

  /** Attaches a piece, or says anew what it shows. It moves no state: what it means to a follow-up is said there. */
  @Post()
  @Requires('engagement.write')
  @AnswersRecorded(EngagementEvidenceView, 422)
  attach(
    @CurrentActor() actor: Actor,
    @Param('engagementId', IdPipe) engagementId: string,
    @Body() dto: AttachEvidenceDto,
  ): Promise<JsonText> {
    return this.evidence.attach(actor, engagementId, dto);
  }

  /** Takes a piece off the engagement; the piece itself stays. */
  @Delete(':evidenceId')
  @HttpCode(204)
  @Requires('engagement.write')
  @AnswersNothing()
  detach(
    @CurrentActor() actor: Actor,
    @Param('engagementId', IdPipe) engagementId: string,
    @Param('evidenceId', IdPipe) evidenceId: string,
  ): Promise<void> {
    return this.evidence.detach(actor, engagementId, evidenceId);
  }
}
