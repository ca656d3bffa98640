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
import { CreateIndicatorDto, IndicatorsQuery, IndicatorView, UpdateIndicatorDto } from './indicator.dto.js';
import { IndicatorsService } from './indicators.service.js';

@ApiTags('indicators')
@Controller('workspaces/:workspace/indicators')
export class IndicatorsController {
  constructor(private readonly indicators: IndicatorsService) {}

  /** Lists measured quantities by title, each with what was said for its latest period. */
  @Get()
  @Requires('record.read')
  @AnswersPage(IndicatorView, AS_OF_MEMBERS)
  list(@CurrentActor() actor: Actor, @Query() query: IndicatorsQuery): Promise<JsonText> {
    return this.indicators.list(actor, query);
  }

  /** Reads one indicator. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItemAsOf(IndicatorView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() moment: AsOfQuery): Promise<JsonText> {
    return this.indicators.get(actor, id, moment);
  }

  /** Adds an indicator: something that is measured, and in what unit. */
  @Post()
  @Requires('record.write')
  @AnswersCreated(IndicatorView)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateIndicatorDto): Promise<JsonText> {
    return this.indicators.create(actor, dto);
  }

  /** Changes an indicator; what the body leaves out stays. Recommendations it holds take the place of the old ones. */
  @Patch(':id')
  @Requires('record.write')
  @AnswersItem(IndicatorView, 412, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateIndicatorDto,
  ): Promise<JsonText> {
    return this.indicators.update(actor, id, version, dto);
  }

  /** Deletes an indicator of which nothing was observed. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('record.write')
  @AnswersNothing(409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.indicators.remove(actor, id, version);
  }
}
