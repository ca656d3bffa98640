import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../access/actor.js';
import { CurrentActor, Requires } from '../access/requires.js';
import { AnswersRecorded, AnswersResult } from '../common/answers.js';
import { IdPipe } from '../common/id.pipe.js';
import type { JsonText } from '../common/json-text.js';
import { DecideWithdrawalDto, WithdrawEvidenceDto } from './evidence-withdrawal.dto.js';
import { EvidenceWithdrawalView } from './evidence.view.js';
import { EvidenceWithdrawalsService } from './evidence-withdrawals.service.js';

@ApiTags('evidence')
@Controller('workspaces/:workspace/evidence/:id/withdrawal')
export class EvidenceWithdrawalsController {
  constructor(private readonly withdrawals: EvidenceWithdrawalsService) {}

  /** The newest withdrawal of a piece, and who opened the piece before; 404 where it never was withdrawn. */
  @Get()
  @Requires('record.read')
  @AnswersResult(EvidenceWithdrawalView)
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<JsonText> {
    return this.withdrawals.get(actor, id);
  }

  /** Takes a piece out of sight at once: nobody reads it any more, it counts for nothing, and what was verified on it is voided. */
  @Post()
  @Requires('evidence.withdraw')
  @AnswersRecorded(EvidenceWithdrawalView, 410)
  create(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: WithdrawEvidenceDto,
  ): Promise<JsonText> {
    return this.withdrawals.create(actor, id, dto);
  }

  /** Restores or erases what was withdrawn. The first person asks, and a second one who asks for the same makes it so. */
  @Post('decision')
  @HttpCode(200)
  @Requires('evidence.decide')
  @AnswersResult(EvidenceWithdrawalView, 409)
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() dto: DecideWithdrawalDto,
  ): Promise<JsonText> {
    return this.withdrawals.decide(actor, id, dto);
  }
}
