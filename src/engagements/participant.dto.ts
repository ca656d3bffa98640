import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsWords } from '../common/fields.js';
import { type ParticipantSide, PARTICIPANT_SIDES } from './engagement.entity.js';

/** Somebody who took part, by role. Names of persons don't belong here: the record is attacked, and a role says enough. */
export class ParticipantDto {
  /** On whose side: of whoever acted, of those it was with, or somebody else who was there. */
  @ApiProperty({ enum: PARTICIPANT_SIDES })
  @IsIn(PARTICIPANT_SIDES)
  side!: ParticipantSide;

  /**
   * What they were there as, perhaps how many.
   * @example two members of the coalition's secretariat
   */
  @IsWords(200)
  role!: string;
}

export class ParticipantView {
  @ApiProperty({ enum: PARTICIPANT_SIDES })
  side!: ParticipantSide;
  role!: string;
}
