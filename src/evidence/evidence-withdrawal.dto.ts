import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsWords } from '../common/fields.js';
import { type Decision, DECISIONS } from './evidence-withdrawal.entity.js';

export class WithdrawEvidenceDto {
  /** Why: who or what is in danger, as far as the coalition may read it. */
  @IsWords(4000)
  reason!: string;
}

export class DecideWithdrawalDto {
  /** The first person asks for it, a second one confirms by asking for the same. */
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  decision!: Decision;
}
