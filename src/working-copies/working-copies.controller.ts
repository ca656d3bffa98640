import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersFile } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import { sent } from '../evidence/content.js';
import { WorkingCopiesService } from './working-copies.service.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace/evidence/:evidenceId/working-copy')
export class WorkingCopiesController {
  constructor(private readonly copies: WorkingCopiesService) {}

  /**
   * The file without what is written beside what it shows: author, device, place, thumbnails, properties. Pictures, PDF and DOCX only; 422
   * says why there is none. The ETag is its own SHA-256. Opening it is recorded in the custody of the piece.
   */
  @Get()
  @Requires('record.read')
  @AnswersFile(410, 422)
  async open(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sent(await this.copies.open(actor, evidenceId), reply);
  }
}
