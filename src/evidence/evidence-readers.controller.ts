import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersNothing, AnswersPage, AnswersRecorded } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { PageQuery } from '../common/page.dto.js';
import { EvidenceReadersService } from './evidence-readers.service.js';
import { CreateReaderRequestDto, EvidenceReaderView, ReaderRequestView } from './reader.dto.js';
import { ReaderRequestsService } from './reader-requests.service.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace/evidence/:evidenceId')
export class EvidenceReadersController {
  constructor(
    private readonly readers: EvidenceReadersService,
    private readonly requests: ReaderRequestsService,
  ) {}

  /** Lists who was named on a restricted piece, in the order in which they were; of other pieces nobody. */
  @Get('readers')
  @Requires('record.read')
  @AnswersPage(EvidenceReaderView)
  list(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Query() query: PageQuery,
  ): Promise<JsonText> {
    return this.readers.list(actor, evidenceId, query);
  }

  /** Ends at once what a person may open. One remains. */
  @Delete('readers/:id')
  @HttpCode(204)
  @Requires('evidence.withdraw')
  @AnswersNothing(409)
  end(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.readers.end(actor, evidenceId, id);
  }

  /** Asks one administrator to confirm that somebody be named on a restricted piece that one may open oneself. */
  @Post('reader-requests')
  @Requires('reader.ask')
  @AnswersRecorded(ReaderRequestView, 409, 410, 422)
  create(
    @CurrentActor() actor: Actor,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Body() dto: CreateReaderRequestDto,
  ): Promise<JsonText> {
    return this.requests.create(actor, evidenceId, dto);
  }
}
