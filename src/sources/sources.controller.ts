import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersItem, AnswersMerged, AnswersNothing, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { CreateSourceDto, SourcesQuery, UpdateSourceDto } from './source.dto.js';
import { SourceView } from './source.view.js';
import { SourcesService } from './sources.service.js';

@ApiTags('sources')
@Controller('workspaces/:workspace/sources')
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  /** Lists what makes recommendations: letters, reports, resolutions, review outcomes. */
  @Get()
  @Requires('record.read')
  @AnswersPage(SourceView)
  list(@CurrentActor() actor: Actor, @Query() query: SourcesQuery): Promise<JsonText> {
    return this.sources.list(actor, query);
  }

  /** Reads one source. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItem(SourceView)
  @AnswersMerged()
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.sources.get(actor, id);
  }

  /** Adds a source; its symbol, if it has one, is one of its kind in the workspace. */
  @Post()
  @Requires('record.write')
  @AnswersCreated(SourceView, 409)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateSourceDto): Promise<JsonText> {
    return this.sources.create(actor, dto);
  }

  /** Changes a source; what the body leaves out stays. */
  @Patch(':id')
  @Requires('record.write')
  @AnswersItem(SourceView, 409, 412, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateSourceDto,
  ): Promise<JsonText> {
    return this.sources.update(actor, id, version, dto);
  }

  /** Deletes a source that no recommendation comes from. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.sources.remove(actor, id, version);
  }
}
