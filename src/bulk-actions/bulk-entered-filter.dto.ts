import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { IsDay, MayBeLeftOut } from '../common/fields.js';
import { PHASES } from '../workflows/workflow.definition.js';

export const EITHER_AXIS = [...PHASES.response, ...PHASES.implementation];

/** What entered a phase in a period, as the lists have it: all three, or none. */
export class EnteredFilterDto {
  /** Only those that entered one of these phases from `from` to `to`. */
  @ApiProperty({ enum: EITHER_AXIS, isArray: true, required: false })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsIn(EITHER_AXIS, { each: true })
  entered?: string[];

  /**
   * First day of the period.
   * @example 2024-01-01
   */
  @MayBeLeftOut()
  @IsDay()
  from?: string;

  /**
   * Last day of the period.
   * @example 2024-12-31
   */
  @MayBeLeftOut()
  @IsDay()
  to?: string;
}
