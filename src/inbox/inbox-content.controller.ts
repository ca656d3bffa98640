import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersFile } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import { sent } from '../evidence/content.js';
import { InboxFilesService } from './inbox-files.service.js';

@ApiTags('inbox')
@Controller('workspaces/:workspace/inbox')
export class InboxContentController {
  constructor(private readonly files: InboxFilesService) {}

  /** The bytes of a file that one put aside, to be kept, not shown: only as they were taken in. Nobody else has them. */
  @Get(':id/content')
  @Requires('inbox.own')
  @AnswersFile()
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sent(await this.files.open(actor, id), reply);
  }
}
