import { Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersRecorded, AnswersFile, AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { sent } from '../evidence/content.js';
import { LinkCopyView } from './link-copy.dto.js';
import { LinkCopiesService } from './link-copies.service.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace/evidence/:evidenceId/copies')
export class LinkCopiesController {
  constructor(private readonly copies: LinkCopiesService) {}

  /** Lists the looks at what a link leads to, the newest first: copies, and when it led nowhere. */
  @Get()
  @Requires('record.read')
  @AnswersPage(LinkCopyView)
  list(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Query() query: PageQuery,
  ): Promise<JsonText> {
    return this.copies.list(actor, evidenceId, query);
  }

  /**
   * Asks for a copy of what a link leads to. It is made soon after, by a job that reaches the open internet alone. 409 where the
   * workspace keeps no copies (`keepsCopies`), the piece is no link that the whole coalition may know, or a copy is under way.
   */
  @Post()
  @Requires('evidence.add')
  @AnswersRecorded(LinkCopyView, 409, 410)
  create(@CurrentActor() actor: Actor, @Param('evidenceId', IdPipe) evidenceId: string): Promise<JsonText> {
    return this.copies.create(actor, evidenceId);
  }

  /** The copy: a web archive (WARC 1.1, compressed) with the page, its pictures and style sheets as they came. It opens with ReplayWeb.page, not in Heed. */
  @Get(':id/content')
  @Requires('record.read')
  @AnswersFile(410)
  async content(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sent(await this.copies.open(actor, evidenceId, id), reply);
  }
}
