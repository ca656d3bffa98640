import { Controller, Get, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor, type HeedRequest, Requires } from '../access/requires.js';
import { FileLimits } from '../blobs/file-limits.js';
import { AnswersFile, AnswersUploaded } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { sent } from './content.js';
import { FileFormDto } from './evidence-file.dto.js';
import { EvidenceFilesService } from './evidence-files.service.js';
import { UploadedEvidenceView } from './evidence.view.js';
import { FileReading } from './file-reading.js';
import { withUpload } from './upload.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace/evidence')
export class EvidenceFilesController {
  constructor(
    private readonly files: EvidenceFilesService,
    private readonly reading: FileReading,
    private readonly limits: FileLimits,
  ) {}

  /** Adds a file. What it is, its bytes say; the form's fields come first, the file is its last part. Restricted files are sealed. */
  @Post('files')
  @RouteConfig({ takesFile: true })
  @Requires('evidence.add')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: FileFormDto })
  @AnswersUploaded(UploadedEvidenceView, 413, 415, 422)
  create(@CurrentActor() actor: Actor, @Req() request: HeedRequest): Promise<JsonText> {
    return withUpload(request, this.limits.maxFileBytes, (upload) => this.files.create(actor, upload));
  }

  /** The bytes of a file, to be kept, not shown: only as they were taken in. Opening one that not all may read is recorded. */
  @Get(':id/content')
  @Requires('record.read')
  @AnswersFile(410)
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sent(await this.reading.open(actor, id), reply);
  }
}
