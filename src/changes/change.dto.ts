import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay, IsWhole } from '../common/fields.js';
import { AsList } from '../common/page.dto.js';
import { BY, type By } from './period.js';

/** In the order of an agenda. */
export const CHANGE_KINDS = [
  'moves',
  'replies',
  'dissent',
  'silence',
  'deadlines',
  'next-steps',
  'closings',
  'corrections',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const ACTS = [
  'moved',
  'answered',
  'replied',
  'found',
  'objected',
  'objection-answered',
  'objection-withdrawn',
  'began',
  'reminded',
  'overran',
  'ended',
  'fell-due',
  'met',
  'extended',
  'overdue',
  'made',
  'open',
  'done',
  'dropped',
  'closed',
  'reopened',
  'corrected',
] as const;

export class ChangesQuery {
  /**
   * The first day, in the workspace's time zone.
   * @example 2026-07-01
   */
  @IsDay()
  from!: string;

  /**
   * The last day; it counts too.
   * @example 2026-09-30
   */
  @IsDay()
  to!: string;

  /** Whether what happened belongs to the period by its last possible day (`2026-05` is the 31st of May), or by the day it was entered. */
  @ApiProperty({ enum: BY, required: false, default: 'occurred' })
  @IsOptional()
  @IsIn(BY)
  by: By = 'occurred';

  /** Only these kinds. */
  @ApiProperty({ enum: CHANGE_KINDS, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(CHANGE_KINDS, { each: true })
  kind?: ChangeKind[];

  /** How many of each kind at most, 1 to 100. */
  @IsOptional()
  @Type(() => Number)
  @IsWhole(1, 100)
  limit: number = 20;

  /** `nextCursor` of a kind, as it was given: with it `kind` names that one kind. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  cursor?: string;

  /** Only on follow-ups of these sources. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  source?: string[];

  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  theme?: string[];

  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  addressee?: string[];

  /** Only what these organizations recorded. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  organization?: string[];
}
