import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsDay, IsInstant, IsWords, MayBeLeftOut } from '../common/fields.js';
import { PageQuery } from '../common/page.dto.js';
import { SUMMARY_AXES, UNITS } from '../follow-ups/summary.dto.js';
import { PHASES } from '../workflows/workflow.definition.js';

const ALL_PHASES = [...PHASES.response, ...PHASES.implementation];

export class CreateTallyDto {
  /**
   * What it is for.
   * @example Taken up in 2024
   */
  @IsWords(200)
  title!: string;

  /** What they said, or what was done. */
  @ApiProperty({ enum: SUMMARY_AXES })
  @IsIn(SUMMARY_AXES)
  axis!: (typeof SUMMARY_AXES)[number];

  /** Which phases of that side count. */
  @ApiProperty({ enum: ALL_PHASES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(ALL_PHASES, { each: true })
  phases!: string[];

  /** What is counted: follow-ups, or recommendations (leaves, each once, with what their follow-ups add up to). */
  @ApiProperty({ enum: UNITS, required: false, default: 'followUp' })
  @MayBeLeftOut()
  @IsIn(UNITS)
  unit: (typeof UNITS)[number] = 'followUp';

  /** First day of a period, with `to`: counts what entered the phases in it. Left out: how things stand. */
  @IsOptional()
  @IsDay()
  from?: string | null;

  /** Last day of the period, with `from`. */
  @IsOptional()
  @IsDay()
  to?: string | null;

  /** Only what these sources ask. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  sourceIds?: string[];

  /** Only on these themes. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  themeIds?: string[];

  /** Only of these addressees. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  addresseeIds?: string[];

  /** As things stood on this day; left out, or later, today. */
  @IsOptional()
  @IsDay()
  asOf?: string | null;

  /** As far as it was recorded by this instant; left out, or later, all that is certain by now. */
  @IsOptional()
  @IsInstant()
  knownAt?: string | null;
}

export class TalliesQuery extends PageQuery {
  /** `recordedAt`, with `-` before it for the newest first. */
  @IsOptional()
  @IsString()
  @IsIn(['recordedAt', '-recordedAt'])
  sort: string = '-recordedAt';
}
