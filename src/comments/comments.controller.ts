import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { AnswersItemAsOf, AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import { AsOfQuery } from '../follow-ups/as-of.dto.js';
import { CommentsQuery, CommentView, CreateCommentDto, EditCommentDto } from './comment.dto.js';
import { CommentsService } from './comments.service.js';

@ApiTags('comments')
@Controller('workspaces/:workspace')
export class CommentsController {
  constructor(private readonly comments: CommentsService) {}

  /** Lists what was said on a follow-up, thread by thread, the newest first. */
  @Get('follow-ups/:followUpId/comments')
  @Requires('record.read')
  @AnswersPage(CommentView, AS_OF_MEMBERS)
  list(
    @CurrentActor() actor: Actor,
    @Param('followUpId', IdPipe) followUpId: string,
    @Query() query: CommentsQuery,
  ): Promise<JsonText> {
    return this.comments.list(actor, { followUpId, evidenceId: null }, query);
  }

  /** Says something on a follow-up, or replies; whoever is mentioned finds it under what waits for them. 422 names each who may not read it. */
  @Post('follow-ups/:followUpId/comments')
  @Requires('comment.write')
  @AnswersCreated(CommentView, 409, 422)
  create(
    @CurrentActor() actor: Actor,
    @Param('followUpId', IdPipe) followUpId: string,
    @Body() dto: CreateCommentDto,
  ): Promise<JsonText> {
    return this.comments.create(actor, { followUpId, evidenceId: null }, dto);
  }

  /** Reads one comment with its replies. */
  @Get('comments/:id')
  @Requires('record.read')
  @AnswersItemAsOf(CommentView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() moment: AsOfQuery): Promise<JsonText> {
    return this.comments.get(actor, id, moment);
  }

  /** Says one's own comment otherwise; what it said before stays readable. */
  @Patch('comments/:id')
  @Requires('comment.write')
  @AnswersItem(CommentView, 403, 409, 412, 422, 428, 500)
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: EditCommentDto,
  ): Promise<JsonText> {
    return this.comments.edit(actor, id, version, dto);
  }

  /** Removes one's own comment: what it said is shown to nobody, that there was one stays. */
  @Delete('comments/:id')
  @HttpCode(204)
  @Requires('comment.write')
  @AnswersNothing(403, 409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.comments.remove(actor, id, version);
  }

  /** Says that a thread is settled. 409 for a reply, and where it is resolved already. */
  @Post('comments/:id/resolution')
  @Requires('comment.write')
  @AnswersCreated(CommentView, 409)
  resolve(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.comments.resolve(actor, id);
  }

  /** Opens a resolved thread again. If-Match is the ETag of the comment. */
  @Delete('comments/:id/resolution')
  @HttpCode(204)
  @Requires('comment.write')
  @AnswersNothing(409, 412, 428)
  reopen(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.comments.reopen(actor, id, version);
  }

  /** Says that one saw where one is mentioned: it waits no longer. 409 where it does not wait for whoever asks. */
  @Post('comments/:id/acknowledgement')
  @Requires('comment.write')
  @AnswersCreated(CommentView, 409)
  acknowledge(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.comments.acknowledge(actor, id);
  }
}
