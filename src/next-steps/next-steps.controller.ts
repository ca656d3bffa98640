import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersCreated, AnswersItem, AnswersPage } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { ExpectedVersion } from '../common/version.js';
import { AnswersItemAsOf, AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import { AsOfQuery } from '../follow-ups/as-of.dto.js';
import { CreateNextStepDto, CreateOutcomeDto, NextStepsQuery, UpdateNextStepDto } from './next-step.dto.js';
import { NextStepView } from './next-step.view.js';
import { NextStepsService } from './next-steps.service.js';

@ApiTags('next-steps')
@Controller('workspaces/:workspace/next-steps')
export class NextStepsController {
  constructor(private readonly nextSteps: NextStepsService) {}

  /** Lists what is to be done next, the earliest first. */
  @Get()
  @Requires('record.read')
  @AnswersPage(NextStepView, AS_OF_MEMBERS)
  list(@CurrentActor() actor: Actor, @Query() query: NextStepsQuery): Promise<JsonText> {
    return this.nextSteps.list(actor, query);
  }

  /** Reads one next step with what became of it. */
  @Get(':id')
  @Requires('record.read')
  @AnswersItemAsOf(NextStepView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() moment: AsOfQuery): Promise<JsonText> {
    return this.nextSteps.get(actor, id, moment);
  }

  /** Adds what somebody of one's own organization is to do next on a follow-up, an engagement or a source. */
  @Post()
  @Requires('next-step.write')
  @AnswersCreated(NextStepView, 422)
  create(@CurrentActor() actor: Actor, @Body() dto: CreateNextStepDto): Promise<JsonText> {
    return this.nextSteps.create(actor, dto);
  }

  /** Changes what is to be done, by whom or by when; what the body leaves out stays. */
  @Patch(':id')
  @Requires('next-step.write')
  @AnswersItem(NextStepView, 403, 412, 422, 428)
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() dto: UpdateNextStepDto,
  ): Promise<JsonText> {
    return this.nextSteps.update(actor, id, version, dto);
  }

  /** Says that a next step was done or dropped, or opens it again; what was said before stays. */
  @Post(':id/outcomes')
  @Requires('next-step.write')
  @AnswersCreated(NextStepView, 403, 409, 422)
  settle(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: CreateOutcomeDto,
  ): Promise<JsonText> {
    return this.nextSteps.settle(actor, id, dto);
  }
}
