import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { HoldsNoLists, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsList, PageQuery } from '../common/page.dto.js';
import { LinkEvidenceDto } from '../follow-ups/track-evidence.dto.js';
import { BulkFilterDto } from './bulk-filter.dto.js';
import {
  BulkDeadlineDto,
  BulkNextStepDoneDto,
  BulkNextStepDto,
  BulkOwnerDto,
  BulkThemeDto,
  BulkTransitionDto,
} from './bulk-wish.dto.js';
import { BULK_ACTIONS, type BulkActionKind } from './single-act.js';

export class ChosenItemDto {
  /** Of a track (`transition`, `evidence`), a follow-up (`owner`, `deadline`, `nextStep`), a recommendation (`theme`) or a next step (`nextStepDone`). */
  @IsUUID()
  id!: string;

  /** The version in which it was seen: refused as `stale` where it has another one. A deadline or a next step is added whatever the version. */
  @ApiProperty({ type: 'integer', required: false })
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version?: number;
}

/** Exactly one of `transition`, `evidence`, `owner`, `theme`, `deadline`, `nextStep` and `nextStepDone`; and either `items` or `filter`. */
export class CreateBulkActionDto {
  /** Moves tracks. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkTransitionDto)
  transition?: BulkTransitionDto;

  /** Links a piece of evidence to tracks. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => LinkEvidenceDto)
  evidence?: LinkEvidenceDto;

  /** Says who looks after follow-ups. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkOwnerDto)
  owner?: BulkOwnerDto;

  /** Puts a theme on recommendations, or takes it off. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkThemeDto)
  theme?: BulkThemeDto;

  /** Sets deadlines for follow-ups. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkDeadlineDto)
  deadline?: BulkDeadlineDto;

  /** Says what is to be done next on follow-ups. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkNextStepDto)
  nextStep?: BulkNextStepDto;

  /** Says of next steps that they were done; they are chosen by `items`. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkNextStepDoneDto)
  nextStepDone?: BulkNextStepDoneDto;

  /** What is chosen, 1 to 200, in the order in which it is to be done. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique(({ id }: ChosenItemDto) => id, { message: 'Each only once.' })
  @HoldsNoLists()
  @ValidateNested({ each: true })
  @Type(() => ChosenItemDto)
  items?: ChosenItemDto[];

  /** Chooses all that it finds now; 422 where that is nothing or more than 200. */
  @MayBeLeftOut()
  @IsObject()
  @ValidateNested()
  @Type(() => BulkFilterDto)
  filter?: BulkFilterDto;
}

export class UndoBulkActionDto {
  /** Why; each correction has it as its note. */
  @IsWords(10_000)
  note!: string;
}

export class BulkActionsQuery extends PageQuery {
  /** `createdAt`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = '-createdAt';

  @ApiProperty({ enum: BULK_ACTIONS, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(BULK_ACTIONS, { each: true })
  action?: BulkActionKind[];
}
