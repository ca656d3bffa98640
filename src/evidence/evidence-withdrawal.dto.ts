import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { IsWords, MayBeLeftOut } from '../common/fields.js';
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

  /**
   * Whether this confirms what another person asked for, which is done at once. Where that is not so, since somebody asked for something
   * meanwhile, nothing is done (409 `asked-otherwise`). Left out, it asks or confirms, as things stand.
   */
  @MayBeLeftOut()
  @IsBoolean()
  confirms?: boolean;
}
