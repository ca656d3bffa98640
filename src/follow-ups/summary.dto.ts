import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { AsList } from '../common/page.dto.js';
import { AsOfQuery } from './as-of.dto.js';
import { PeriodQuery } from './entered.dto.js';

export const SUMMARY_AXES = ['response', 'implementation'] as const;
export const GROUPINGS = ['addressee', 'theme', 'source', 'phase', 'organization', 'issuer'] as const;
/** What a row can be divided by. */
export const ACROSS = ['addressee', 'theme', 'source', 'organization', 'issuer'] as const;
export const UNITS = ['followUp', 'recommendation'] as const;

export class SummaryQuery extends IntersectionType(AsOfQuery, PeriodQuery) {
  /** What they said, or what was done: nothing ever adds the two. */
  @ApiProperty({ enum: SUMMARY_AXES })
  @IsIn(SUMMARY_AXES)
  axis!: (typeof SUMMARY_AXES)[number];

  /** One row for each; left out, one row for all. */
  @ApiProperty({ enum: GROUPINGS, required: false })
  @IsOptional()
  @IsIn(GROUPINGS)
  by?: (typeof GROUPINGS)[number];

  /** Divides each row once more, into cells: themes by addressee in one answer. Needs `by`, and another one than that; never by phase. */
  @ApiProperty({ enum: ACROSS, required: false })
  @IsOptional()
  @IsIn(ACROSS)
  across?: (typeof ACROSS)[number];

  /** What is counted: follow-ups, or recommendations (leaves, each once, with what its follow-ups in the row add up to). */
  @ApiProperty({ enum: UNITS, required: false, default: 'followUp' })
  @IsOptional()
  @IsIn(UNITS)
  unit: (typeof UNITS)[number] = 'followUp';

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  source?: string[];

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  theme?: string[];

  @IsOptional()
  @AsList()
  @IsUUID(undefined, { each: true })
  addressee?: string[];
}

/** Where a row meets a column of `across`. What is empty is left out. */
export class SummaryCellView {
  /** Id of what the column is about, or the name of the issuer; null for what has none. */
  key!: string | null;
  label!: string | null;
  /** By phase, of what is not closed. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  counts!: Record<string, number>;
}

export class SummaryRowView {
  /** Id of what the row is about; the phase, or the name of the issuer; null for what has none, and for the one row of all. */
  key!: string | null;
  label!: string | null;
  /**
   * By phase, of what is not closed. With `from` and `to`: how many entered each phase in the period, each once for a phase however often it
   * entered it. `/follow-ups` (or `/recommendations`) with `entered`, `from` and `to` lists them.
   */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  counts!: Record<string, number>;
  /** With `from` and `to`: how many have history in the period that was brought in; it says how it stood on a day, not when that began, and counts in no phase. */
  @ApiProperty({ type: 'integer', required: false })
  broughtIn?: number;
  /** With `from` and `to`: how many were verified in the period on what was changed or withdrawn since; that counts in no phase. */
  @ApiProperty({ type: 'integer', required: false })
  voided?: number;
  /** Members of groups that nobody looked at. */
  notFollowed!: number;
  closed!: number;
  /** Follow-ups with a date past on either axis, today in the workspace's time zone. */
  overdue!: number;
  /** Follow-ups on whose track of this axis verified evidence disagrees. */
  contested!: number;
  /** With `across`: the row, divided. A follow-up with two themes counts in both. */
  cells?: SummaryCellView[];
}

/** A stock: how follow-ups stand, counted by phase over all workflows of the axis. With a period a flow: what entered each phase in it. */
export class SummaryView {
  @ApiProperty({ enum: SUMMARY_AXES })
  axis!: (typeof SUMMARY_AXES)[number];
  /** As things stand on this day. */
  asOf!: string;
  /** As far as it was recorded by this instant. */
  knownAt!: string;
  by!: string | null;
  across!: string | null;
  unit!: string;
  /** First day of the period; null for a stock. */
  from!: string | null;
  /** Last day of the period; null for a stock. */
  to!: string | null;
  items!: SummaryRowView[];
}
