import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, type HeedRequest, Requires } from '../access/requires.js';
import { FileLimits } from '../blobs/file-limits.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage, AnswersUploaded } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { UploadedEvidenceView } from '../evidence/evidence.view.js';
import { withUpload } from '../evidence/upload.js';
import {
  InboxFileFormDto,
  InboxItemView,
  InboxQuery,
  KeepInboxItemDto,
  PlaceInboxItemDto,
  UpdateInboxItemDto,
} from './inbox-item.dto.js';
import { InboxFilesService } from './inbox-files.service.js';
import { InboxService } from './inbox.service.js';

@ApiTags('inbox')
@Controller('workspaces/:workspace/inbox')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly files: InboxFilesService,
    private readonly limits: FileLimits,
  ) {}

  /** Lists what one put aside for later; everybody their own alone. */
  @Get()
  @Requires('inbox.own')
  @AnswersPage(InboxItemView)
  list(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<JsonText> {
    return this.inbox.list(actor, query);
  }

  /** Reads one thing that one put aside. */
  @Get(':id')
  @Requires('inbox.own')
  @AnswersItem(InboxItemView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.inbox.get(actor, id);
  }

  /** Puts a link or a sentence aside, to be given a place later. Nobody else reads it. */
  @Post()
  @Requires('inbox.own')
  @AnswersCreated(InboxItemView)
  keep(@CurrentActor() actor: Actor, @Body() dto: KeepInboxItemDto): Promise<JsonText> {
    return this.inbox.keep(actor, dto);
  }

  /** Puts a file aside. What it is, its bytes say; the form's fields come first, the file is its last part. */
  @Post('files')
  @RouteConfig({ takesFile: true })
  @Requires('inbox.own')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: InboxFileFormDto })
  @AnswersUploaded(InboxItemView, 413, 415)
  keepFile(@CurrentActor() actor: Actor, @Req() request: HeedRequest): Promise<JsonText> {
    return withUpload(request, this.limits.maxFileBytes, (upload) => this.files.keep(actor, upload));
  }

  /** Takes it out, or puts it back. What was taken out goes for good with what one takes out after a day. */
  @Patch(':id')
  @Requires('inbox.own')
  @AnswersItem(InboxItemView, 412, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateInboxItemDto,
  ): Promise<JsonText> {
    return this.inbox.update(actor, id, version, dto);
  }

  /** Deletes it for good, with the bytes of a file. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('inbox.own')
  @AnswersNothing(412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.inbox.remove(actor, id, version);
  }

  /** Makes a piece of evidence of it; it leaves the inbox. A link becomes a link, a sentence an account, a file a file. */
  @Post(':id/evidence')
  @Requires('evidence.add')
  @AnswersCreated(UploadedEvidenceView, 404, 422)
  place(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: PlaceInboxItemDto,
  ): Promise<JsonText> {
    return this.inbox.place(actor, id, dto);
  }
}
