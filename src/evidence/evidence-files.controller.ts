import { Controller, Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor, type HeedRequest, Requires } from '../access/requires.js';
import { FileLimits } from '../blobs/file-limits.js';
import { AnswersFile, AnswersUploaded } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { attachment, fileNameOf } from './content-disposition.js';
import { FileFormDto } from './evidence-file.dto.js';
import { EvidenceFilesService } from './evidence-files.service.js';
import { UploadedEvidenceView } from './evidence.view.js';
import { type Content, FileReading } from './file-reading.js';
import { withUpload } from './upload.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace/evidence')
export class EvidenceFilesController {
  constructor(
    private readonly files: EvidenceFilesService,
    private readonly reading: FileReading,
    private readonly limits: FileLimits,
  ) {}

  /** Adds a file. What it is, its bytes say; the form's fields come first, the file is its last part. Restricted files are not taken yet. */
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
    const content = await this.reading.open(actor, id);
    reply.headers(headersOf(content));
    return new StreamableFile(content.bytes, {
      type: 'application/octet-stream',
      disposition: attachment(fileNameOf(content.title, content.mediaType)),
      length: content.size,
    });
  }
}

/** Whatever the bytes are, no browser runs or shows them as ours. */
const headersOf = ({ sha256 }: Content): Record<string, string> => ({
  etag: `"${sha256}"`,
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});
