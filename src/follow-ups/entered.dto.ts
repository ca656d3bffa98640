import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsDay } from '../common/fields.js';
import { AsList } from '../common/page.dto.js';
import { PHASES } from '../workflows/workflow.definition.js';

const RESPONSE_AND_IMPLEMENTATION = [...PHASES.response, ...PHASES.implementation];

/** The first and the last day of a period. */
export class PeriodQuery {
  /**
   * First day of a period, with `to`.
   * @example 2024-01-01
   */
  @IsOptional()
  @IsDay()
  from?: string;

  /**
   * Last day of a period, with `from`.
   * @example 2024-12-31
   */
  @IsOptional()
  @IsDay()
  to?: string;
}

/** The list behind a count of what entered a phase in a period (`/summary` with `from` and `to`). */
export class EnteredQuery extends PeriodQuery {
  /** Only those that entered one of these phases from `from` to `to`, as `/summary` counts them (there without what is closed). */
  @ApiProperty({ enum: RESPONSE_AND_IMPLEMENTATION, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(RESPONSE_AND_IMPLEMENTATION, { each: true })
  entered?: string[];
}
