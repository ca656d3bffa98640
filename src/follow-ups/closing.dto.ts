import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, ValidateIf } from 'class-validator';
import { IsEdtf, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsBoolean } from '../common/page.dto.js';
import { CLOSING_KINDS } from './closing.entity.js';

export class CloseFollowUpDto {
  @ApiProperty({ enum: CLOSING_KINDS })
  @IsIn(CLOSING_KINDS)
  kind!: (typeof CLOSING_KINDS)[number];

  /** Since when (EDTF); null where it is not known. */
  @ValidateIf((_, value) => value !== null)
  @IsEdtf()
  occurredOn!: string | null;

  /** Why. */
  @IsWords(4000)
  reason!: string;

  /** Closes every follow-up that hangs together with this one, in one act. */
  @MayBeLeftOut()
  @IsBoolean()
  chain?: boolean;
}

export class ReopeningQuery {
  /** `true` reopens every closed follow-up that hangs together with this one, in one act. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  chain?: boolean;
}

export class ClosedView {
  /** What was closed or reopened by this act. */
  followUpIds!: string[];
}
