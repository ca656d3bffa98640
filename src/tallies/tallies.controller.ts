import { Body, Controller, Get, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage, AnswersRecorded, AnswersResult } from '../common/answers.js';
import { AnswersTable } from '../common/answers-table.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { sentTable } from '../evidence/content.js';
import { TalliesService } from './tallies.service.js';
import { TallySheets } from './tally-sheets.js';
import { CreateTallyDto, TalliesQuery } from './tally.dto.js';
import { RecountView, TallyItemView, TallyView } from './tally.view.js';

@ApiTags('tallies')
@Controller('workspaces/:workspace/tallies')
export class TalliesController {
  constructor(
    private readonly tallies: TalliesService,
    private readonly sheets: TallySheets,
  ) {}

  /** Lists numbers that were counted and kept, the newest first. */
  @Get()
  @Requires('record.read')
  @AnswersPage(TallyView)
  list(@CurrentActor() actor: Actor, @Query() query: TalliesQuery): Promise<JsonText> {
    return this.tallies.list(actor, query);
  }

  /** Reads one: the number as it was counted, with its sentence, its question and both instants. */
  @Get(':id')
  @Requires('record.read')
  @AnswersResult(TallyView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.tallies.get(actor, id);
  }

  /** Lists what was counted, each with its basis: the moves, who claimed and who verified, and the evidence. Of what the reader may see. */
  @Get(':id/items')
  @Requires('record.read')
  @AnswersPage(TallyItemView)
  items(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery): Promise<JsonText> {
    return this.tallies.items(actor, id, query);
  }

  /**
   * The same as a table for spreadsheets, to be kept: the sentence, the question, both instants and what was left out; below them what was
   * counted, a line for each move with who entered or checked it and on what evidence. In the log it is an export.
   */
  @Get(':id/csv')
  @Requires('record.read')
  @AnswersTable()
  async sheet(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sentTable(await this.sheets.read(actor, id), reply);
  }

  /** Counts it anew at its own day and instant: the same number, unless what the coalition may read, or how things are named, is otherwise today. */
  @Get(':id/recount')
  @Requires('record.read')
  @AnswersResult(RecountView)
  recount(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<RecountView> {
    return this.tallies.recount(actor, id);
  }

  /**
   * Counts, and keeps the number with its sentence, its question, both instants and what was counted. It is counted over what the whole
   * coalition may read, so that it is the same for all; nothing of it is ever changed.
   */
  @Post()
  @Requires('tally.keep')
  @AnswersRecorded(TallyView, 422)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateTallyDto): Promise<JsonText> {
    return this.tallies.create(actor, dto);
  }
}
