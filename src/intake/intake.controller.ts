import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor, type HeedRequest, Requires } from '../access/requires.js';
import {
  AlsoTakesForm,
  AnswersCreated,
  AnswersFile,
  AnswersItem,
  AnswersNothing,
  AnswersPage,
  AnswersRecorded,
  AnswersResult,
} from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { attachment } from '../evidence/content-disposition.js';
import { ArrivalsService } from './arrivals.service.js';
import { CreateIntakeDto, IntakeFormDto } from './arrival.dto.js';
import { IntakeInListView, IntakeQuery, IntakeView } from './intake.dto.js';
import { IntakeService } from './intake.service.js';
import { fileNameOf, headersOf } from './original-answer.js';
import { MeantNamesView, RecordedIntakeView, RecordIntakeDto } from './record.dto.js';
import { RecordingService } from './recording.service.js';

@ApiTags('intake')
@Controller('workspaces/:workspace/intake')
export class IntakeController {
  constructor(
    private readonly intake: IntakeService,
    private readonly arrivals: ArrivalsService,
    private readonly recording: RecordingService,
  ) {}

  /** Lists the documents that came in. */
  @Get()
  @Requires('record.read')
  @AnswersPage(IntakeInListView)
  list(@CurrentActor() actor: Actor, @Query() query: IntakeQuery): Promise<JsonText> {
    return this.intake.list(actor, query);
  }

  /** Reads one document with its text, in which its proposals have their places. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItem(IntakeView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.intake.get(actor, id);
  }

  /**
   * Takes a document in, pasted or as the file of a form, reads it and proposes the recommendations in it. Nothing enters the
   * record. What can't be read (scanned, locked, damaged, too much) is refused with the reason, and not kept.
   */
  @Post()
  @RouteConfig({ takesFile: true })
  @Requires('record.write')
  @ApiBody({ type: CreateIntakeDto })
  @AlsoTakesForm(IntakeFormDto)
  @AnswersCreated(IntakeInListView, 413, 415)
  create(@CurrentActor() actor: Actor, @Req() request: HeedRequest): Promise<JsonText> {
    return this.arrivals.take(actor, request);
  }

  /** Deletes a document with its proposals and its original, as long as nothing of it is in the record. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.intake.remove(actor, id, version);
  }

  /** The original, to be kept, not shown: only as it came in. That it was opened is recorded. */
  @Get(':id/content')
  @Requires('record.read')
  @AnswersFile()
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const original = await this.intake.original(actor, id);
    reply.headers(headersOf(original));
    return new StreamableFile(original.bytes, {
      type: 'application/octet-stream',
      disposition: attachment(fileNameOf(original)),
      length: original.bytes.length,
    });
  }

  /** The names that its proposals bear, and whom each means: what is to be said before it is recorded. */
  @Get(':id/names')
  @Requires('record.read')
  @AnswersResult(MeantNamesView)
  names(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.intake.names(actor, id);
  }

  /** Takes what was accepted into the record, once: a source, its recommendations, their follow-ups and deadlines, perhaps the letter. */
  @Post(':id/record')
  @Requires('record.write')
  @AnswersRecorded(RecordedIntakeView, 404, 409, 422)
  record(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: RecordIntakeDto,
  ): Promise<RecordedIntakeView> {
    return this.recording.create(actor, id, dto);
  }
}
