import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage, AnswersRecorded } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { AS_OF_MEMBERS } from '../follow-ups/as-of.answers.js';
import { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { AnswerObjectionDto, PositionView, TakePositionDto, WithdrawObjectionDto } from './position.dto.js';
import { PositionsService } from './positions.service.js';

@ApiTags('assessments')
@Controller('workspaces/:workspace')
export class PositionsController {
  constructor(private readonly positions: PositionsService) {}

  /** Lists every position that was taken on the track's claims and on assessments of it, the oldest first. */
  @Get('tracks/:trackId/positions')
  @Requires('record.read')
  @AnswersPage(PositionView, AS_OF_MEMBERS)
  list(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @Query() query: AsOfPageQuery,
  ): Promise<JsonText> {
    return this.positions.list(actor, trackId, query);
  }

  /** Signs on to, abstains from or objects to what another organization found, or what was claimed. An objection holds up `verify`. */
  @Post('tracks/:trackId/positions')
  @Requires('assessment.own')
  @AnswersRecorded(PositionView, 409, 422)
  take(
    @CurrentActor() actor: Actor,
    @Param('trackId', IdPipe) trackId: string,
    @Body() dto: TakePositionDto,
  ): Promise<JsonText> {
    return this.positions.take(actor, trackId, dto);
  }

  /** Answers an objection, in words that stay beside it: an editor, or whose finding or claim it is about, of another organization than the objector's. */
  @Post('positions/:positionId/answer')
  @Requires('assessment.own')
  @AnswersRecorded(PositionView, 409)
  answer(
    @CurrentActor() actor: Actor,
    @Param('positionId', IdPipe) positionId: string,
    @Body() dto: AnswerObjectionDto,
  ): Promise<JsonText> {
    return this.positions.answer(actor, positionId, dto);
  }

  /** Withdraws an objection of one's own organization. */
  @Post('positions/:positionId/withdrawal')
  @Requires('assessment.own')
  @AnswersRecorded(PositionView, 409)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('positionId', IdPipe) positionId: string,
    @Body() dto: WithdrawObjectionDto,
  ): Promise<JsonText> {
    return this.positions.withdraw(actor, positionId, dto);
  }
}
