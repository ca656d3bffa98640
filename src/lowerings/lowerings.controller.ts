import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersNothing, AnswersPage, AnswersRecorded, AnswersResult } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import {
  CreateLoweringDto,
  DecideLoweringDto,
  LoweringPreviewQuery,
  LoweringPreviewView,
  LoweringsQuery,
  LoweringView,
} from './lowering.dto.js';
import { LoweringsService } from './lowerings.service.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace')
export class LoweringsController {
  constructor(private readonly lowerings: LoweringsService) {}

  /** Lists what was asked of pieces that the caller may know: that more people be able to read them. */
  @Get('lowerings')
  @Requires('record.read')
  @AnswersPage(LoweringView)
  list(@CurrentActor() actor: Actor, @Query() query: LoweringsQuery): Promise<JsonText> {
    return this.lowerings.list(actor, query);
  }

  /** Says what lowering a level would mean: how many people can read the piece now and then, and what has to be answered. */
  @Get('evidence/:evidenceId/lowering-preview')
  @Requires('record.read')
  @AnswersResult(LoweringPreviewView, 410, 422)
  preview(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Query() { to }: LoweringPreviewQuery,
  ): Promise<JsonText> {
    return this.lowerings.preview(actor, evidenceId, to);
  }

  /** Asks that more people be able to read a piece. Nothing changes before another person agrees. */
  @Post('evidence/:evidenceId/lowerings')
  @Requires('evidence.lower')
  @AnswersRecorded(LoweringView, 409, 410, 422)
  create(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Body() dto: CreateLoweringDto,
  ): Promise<JsonText> {
    return this.lowerings.create(actor, evidenceId, dto);
  }

  /** Agrees, which lowers the level at once, or refuses with a reason: another person than whoever asked. */
  @Post('lowerings/:id/decision')
  @HttpCode(200)
  @Requires('evidence.lower')
  @AnswersResult(LoweringView, 409, 410)
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: DecideLoweringDto,
  ): Promise<JsonText> {
    return this.lowerings.decide(actor, id, dto);
  }

  /** Takes back what one asked. */
  @Delete('lowerings/:id')
  @HttpCode(204)
  @Requires('evidence.withdraw')
  @AnswersNothing(409)
  takeBack(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.lowerings.takeBack(actor, id);
  }
}
