import { PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsObject, IsUUID, ValidateNested } from 'class-validator';
import { HoldsNoLists, IsWhole } from '../common/fields.js';
import { UpdateProposalDto } from './proposal.dto.js';
import { LONGEST } from './span.dto.js';

/** A proposal, as it was when somebody looked at it: 412 where it changed since. */
export class SeenProposalDto {
  @IsUUID()
  id!: string;

  @IsWhole(1, 999_999_999)
  version!: number;
}

export class MergeProposalsDto {
  /** Two or more; the first in the document takes in the others. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(20)
  @ArrayUnique(({ id }: SeenProposalDto) => id)
  @HoldsNoLists()
  @ValidateNested({ each: true })
  @Type(() => SeenProposalDto)
  proposals!: SeenProposalDto[];
}

export class SplitProposalDto {
  @IsObject()
  @ValidateNested()
  @Type(() => SeenProposalDto)
  proposal!: SeenProposalDto;

  /** The place in the document where the second one begins, inside the span. */
  @IsWhole(1, LONGEST)
  at!: number;
}

/** What is done to each of many. */
export class DecideDto extends PickType(UpdateProposalDto, [
  'state',
  'rejection',
  'rejectionNote',
  'addressees',
  'targets',
  'through',
  'due',
] as const) {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique(({ id }: SeenProposalDto) => id)
  @HoldsNoLists()
  @ValidateNested({ each: true })
  @Type(() => SeenProposalDto)
  proposals!: SeenProposalDto[];
}
