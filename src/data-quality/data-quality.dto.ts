import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsWhole, IsWords } from '../common/fields.js';
import { AsBoolean, AsList, PageQuery } from '../common/page.dto.js';
import { FAULTS, SUBJECTS } from './faults.js';

export class DataQualityQuery {
  /** Only what belongs to one of these sources; what belongs to none is left out. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  source?: string[];

  /** Only what one of these organizations entered or looks after; what belongs to none is left out. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  organization?: string[];

  /** After how many months without any change an open follow-up counts as stale. */
  @IsOptional()
  @Type(() => Number)
  @IsWhole(1, 120)
  staleAfter: number = 12;
}

export class FaultsQuery extends IntersectionType(PageQuery, DataQualityQuery) {
  /** `true`: what somebody said is fine, instead of what is to be mended. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  dismissed: boolean = false;
}

export class DismissDto {
  /** The item that it is about, as the list names it. */
  @IsUUID()
  itemId!: string;

  /** `true`: it is fine as it is, until the thing changes; `false` takes that back. */
  @IsBoolean()
  fine!: boolean;

  /** Why it is fine; needed then. */
  @ValidateIf((dto: DismissDto) => dto.fine || dto.reason !== undefined)
  @IsWords(2000)
  reason?: string;
}

/** How many there are of one fault. */
export class FaultCountView {
  @ApiProperty({ enum: FAULTS })
  fault!: (typeof FAULTS)[number];
  /** What is wrong, in the reader's language. */
  message!: string;
  /** Counted up to 1000: 1001 says that there are more. */
  @ApiProperty({ type: 'integer' })
  count!: number;
}

export class DataQualityView {
  /** Every fault that is looked for, found or not. */
  faults!: FaultCountView[];
  /** Months. */
  @ApiProperty({ type: 'integer' })
  staleAfter!: number;
}

/** A thing of the record, by kind. */
export class FaultySubjectView {
  @ApiProperty({ enum: SUBJECTS })
  type!: (typeof SUBJECTS)[number];
  id!: string;
  title!: string;
}

/** Where it is mended. */
export class MendView {
  /** On the page, under the workspace. */
  page!: string;
  /** In the API, under the workspace. */
  api!: string;
}

/** That somebody said that it is fine, and why. */
export class DismissalView {
  by!: ActorView;
  /** Null where it was erased, or the reader may not read it. */
  reason!: string | null;
  recordedAt!: string;
}

/** One thing that is wrong. */
export class FaultItemView {
  /** The same each time, for the same fault of the same thing. */
  id!: string;
  @ApiProperty({ enum: FAULTS })
  fault!: (typeof FAULTS)[number];
  /** What is wrong, in the reader's language. */
  message!: string;
  subject!: FaultySubjectView;
  /** With faults of two things, the second. */
  other!: FaultySubjectView | null;
  followUpId!: string | null;
  /** Of that follow-up: the name. */
  addressee!: string | null;
  @ApiProperty({ enum: ['response', 'implementation'], nullable: true })
  axis!: 'response' | 'implementation' | null;
  /** What tells it apart: dates, figures, an address. */
  detail!: string | null;
  /** Since when it is so: when it was entered, or last changed. */
  since!: string;
  mend!: MendView;
  dismissal!: DismissalView | null;
}
