import { ApiProperty, PickType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';
import { IsWords, MayBeLeftOut } from '../common/fields.js';

const WORKFLOW = { message: 'As key@version, for example implementation@1.' };

export class ChosenWorkflowsDto {
  /** @example advocacy-response@1 */
  @MayBeLeftOut()
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}@\d{1,6}$/, WORKFLOW)
  response?: string;

  /** @example resolution-reporting@1 */
  @MayBeLeftOut()
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,59}@\d{1,6}$/, WORKFLOW)
  implementation?: string;
}

export class CreateFollowUpDto {
  @IsUUID()
  addresseeId!: string;

  /** Whether the source asks this addressee itself; otherwise it is pressed `through` others. */
  @IsBoolean()
  asked!: boolean;

  /**
   * What this addressee must do.
   * @example Press South Korea to obtain permission for monitoring visits.
   */
  @IsWords(4000)
  ask!: string;

  /** Follow-ups of the same recommendation that it is pressed through; never in a circle. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  through?: string[];

  /** Other workflows than the default ones. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => ChosenWorkflowsDto)
  workflows?: ChosenWorkflowsDto;

  /** The group that this addressee is spread out from. */
  @MayBeLeftOut()
  @IsUUID()
  viaGroupId?: string;

  /** Also makes a follow-up for each member that the group has today. */
  @ApiProperty({ enum: ['members'], required: false })
  @MayBeLeftOut()
  @IsIn(['members'])
  expand?: 'members';
}

export class UpdateFollowUpDto extends PartialType(PickType(CreateFollowUpDto, ['asked', 'ask', 'through']), {
  skipNullProperties: false,
}) {
  /** The membership of whoever looks after it; null for nobody. */
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}
