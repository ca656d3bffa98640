import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersRecorded, AnswersResult } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { AssessmentsQuery, AssessmentsView, AssessmentView, CreateAssessmentDto } from './assessment.dto.js';
import { AssessmentsService } from './assessments.service.js';

@ApiTags('assessments')
@Controller('workspaces/:workspace/tracks/:trackId/assessments')
export class AssessmentsController {
  constructor(private readonly assessments: AssessmentsService) {}

  /** Lists what organizations find, the newest first, superseded ones too; with the addressee's own account beside them. Nothing is averaged. */
  @Get()
  @Requires('record.read')
  @AnswersResult(AssessmentsView)
  list(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @Query() query: AssessmentsQuery,
  ): Promise<JsonText> {
    return this.assessments.list(actor, trackId, query);
  }

  /** Records what one's own organization finds. It stands at once, and supersedes what the organization found before. */
  @Post()
  @Requires('assessment.own')
  @AnswersRecorded(AssessmentView, 422)
  create(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @Body() dto: CreateAssessmentDto,
  ): Promise<JsonText> {
    return this.assessments.create(actor, trackId, dto);
  }
}
