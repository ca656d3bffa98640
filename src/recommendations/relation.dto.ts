import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { IsWords, MayBeLeftOut } from '../common/fields.js';
import { AskView } from '../follow-ups/follow-up.view.js';
import { RELATION_KINDS } from './recommendation.entity.js';

export class CreateRelationDto {
  /** The other recommendation. */
  @IsUUID()
  otherId!: string;

  /** How this one stands to the other; `echoes`: an official recommendation that says what ours says. */
  @ApiProperty({ enum: RELATION_KINDS })
  @IsIn(RELATION_KINDS)
  kind!: (typeof RELATION_KINDS)[number];

  @MayBeLeftOut()
  @IsWords(2000)
  note?: string;
}

/** How one recommendation stands to another. */
export class RelationView {
  id!: string;
  recommendation!: AskView;
  other!: AskView;
  @ApiProperty({ enum: RELATION_KINDS })
  kind!: (typeof RELATION_KINDS)[number];
  note!: string | null;
  version!: number;
}
