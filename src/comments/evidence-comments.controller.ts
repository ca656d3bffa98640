import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated, AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import { CommentsQuery, CommentView, CreateCommentDto } from './comment.dto.js';
import { CommentsService } from './comments.service.js';

@ApiTags('comments')
@Controller('workspaces/:workspace/evidence/:evidenceId/comments')
export class EvidenceCommentsController {
  constructor(private readonly comments: CommentsService) {}

  /** Lists what was said on a piece of evidence, thread by thread, the newest first; nothing while it is withdrawn. */
  @Get()
  @Requires('record.read')
  @AnswersPage(CommentView, AS_OF_MEMBERS)
  list(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Query() query: CommentsQuery,
  ): Promise<JsonText> {
    return this.comments.list(actor, { followUpId: null, evidenceId }, query);
  }

  /**
   * Says something on a piece of evidence, or replies. It is as confidential as the piece, sealed and erased with it. 422 names each of
   * those mentioned who may not read it; 410 where the piece is withdrawn.
   */
  @Post()
  @Requires('comment.write')
  @AnswersCreated(CommentView, 409, 410, 422, 500)
  create(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Body() dto: CreateCommentDto,
  ): Promise<JsonText> {
    return this.comments.create(actor, { followUpId: null, evidenceId }, dto);
  }
}
