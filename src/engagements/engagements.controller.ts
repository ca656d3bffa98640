import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { IdPipe } from '../common/id.pipe.js';
import { AnswersCreated, AnswersItem, AnswersNothing, AnswersPage } from '../common/answers.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { AnswersItemAsOf, AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import { AsOfQuery } from '../follow-ups/as-of.dto.js';
import { CreateEngagementDto, EngagementsQuery, UpdateEngagementDto } from './engagement.dto.js';
import { EngagementView } from './engagement.view.js';
import { EngagementsService } from './engagements.service.js';

@ApiTags('engagements')
@Controller('workspaces/:workspace/engagements')
export class EngagementsController {
  constructor(private readonly engagements: EngagementsService) {}

  /** Lists acts of advocacy, the latest first. */
  @Get()
  @Requires('record.read')
  @AnswersPage(EngagementView, AS_OF_MEMBERS)
  list(@CurrentActor() actor: Actor, @Query() query: EngagementsQuery): Promise<JsonText> {
    return this.engagements.list(actor, query);
  }

  /** Reads one engagement. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItemAsOf(EngagementView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() moment: AsOfQuery): Promise<JsonText> {
    return this.engagements.get(actor, id, moment);
  }

  /** Adds an engagement: one letter delivers all its asks at once. */
  @Post()
  @Requires('engagement.write')
  @AnswersCreated(EngagementView, 422)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateEngagementDto): Promise<JsonText> {
    return this.engagements.create(actor, dto);
  }

  /** Changes an engagement; what the body leaves out stays. A set it holds takes the place of the old one. */
  @Patch(':id')
  @Requires('engagement.write')
  @AnswersItem(EngagementView, 412, 422, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateEngagementDto,
  ): Promise<JsonText> {
    return this.engagements.update(actor, id, version, dto);
  }

  /** Deletes an engagement that no next step and no contribution is about; the audit log keeps that there was one. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('engagement.write')
  @AnswersNothing(409, 412, 428)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.engagements.remove(actor, id, version);
  }
}
