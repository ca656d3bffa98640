import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersPage, AnswersResult } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { DecideReaderRequestDto, ReaderRequestsQuery, ReaderRequestView } from './reader.dto.js';
import { ReaderRequestsService } from './reader-requests.service.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace/reader-requests')
export class ReaderRequestsController {
  constructor(private readonly requests: ReaderRequestsService) {}

  /** Lists requests to name somebody on a restricted piece: those that ask the caller, and those of pieces that the caller may open. */
  @Get()
  @Requires('record.read')
  @AnswersPage(ReaderRequestView)
  list(@CurrentActor() actor: Actor, @Query() query: ReaderRequestsQuery): Promise<JsonText> {
    return this.requests.list(actor, query);
  }

  /** Confirms or declines what the caller was asked. Confirmed, the person may open the piece at once; whoever confirms may not. */
  @Post(':id/decision')
  @HttpCode(200)
  @Requires('reader.confirm')
  @AnswersResult(ReaderRequestView, 409)
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: DecideReaderRequestDto,
  ): Promise<JsonText> {
    return this.requests.decide(actor, id, dto);
  }
}
