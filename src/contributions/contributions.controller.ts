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
import {
  ContributionsQuery,
  CreateContributionDto,
  SubstantiateDto,
  UpdateContributionDto,
} from './contribution.dto.js';
import { ContributionView } from './contribution.view.js';
import { ContributionsService } from './contributions.service.js';

@ApiTags('contributions')
@Controller('workspaces/:workspace/contributions')
export class ContributionsController {
  constructor(private readonly contributions: ContributionsService) {}

  /** Lists what organizations say their advocacy had to do with outcomes, withdrawn statements too. */
  @Get()
  @Requires('record.read')
  @AnswersPage(ContributionView, AS_OF_MEMBERS)
  list(@CurrentActor() actor: Actor, @Query() query: ContributionsQuery): Promise<JsonText> {
    return this.contributions.list(actor, query);
  }

  /** Reads one statement, with all that was done about it. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItemAsOf(ContributionView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() moment: AsOfQuery): Promise<JsonText> {
    return this.contributions.get(actor, id, moment);
  }

  /** States what one's own organization had to do with an outcome. It moves nothing, and counts as nothing that was done. */
  @Post()
  @Requires('contribution.own')
  @AnswersCreated(ContributionView, 422)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateContributionDto): Promise<JsonText> {
    return this.contributions.create(actor, dto);
  }

  /** States it anew; what the body leaves out is said again. The old words stay to be read, and nobody stands behind the new ones yet. */
  @Patch(':id')
  @Requires('contribution.own')
  @AnswersItem(ContributionView, 403, 409, 412, 422, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateContributionDto,
  ): Promise<JsonText> {
    return this.contributions.update(actor, id, version, dto);
  }

  /** Withdraws it: it no longer stands. That it was stated, and by whom it was substantiated, stays to be read. */
  @Delete(':id')
  @HttpCode(204)
  @Requires('contribution.own')
  @AnswersNothing(403, 409, 412, 428)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
  ): Promise<void> {
    return this.contributions.withdraw(actor, id, version);
  }

  /** Stands behind what another organization states, as somebody who knows it otherwise than from them; never whoever wrote it. */
  @Post(':id/substantiations')
  @Requires('contribution.own')
  @AnswersCreated(ContributionView, 403, 409, 412, 428)
  substantiate(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: SubstantiateDto,
  ): Promise<JsonText> {
    return this.contributions.substantiate(actor, id, version, dto);
  }
}
