import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsInstant, IsWhole } from './fields.js';

/** How every list is asked for its pages. */
export class PageQuery {
  /** How many items at most, 1 to 200. */
  @IsOptional()
  @Type(() => Number)
  @IsWhole(1, 200)
  limit: number = 50;

  /** `nextCursor` of the page before, as it was given. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  cursor?: string;

  /** `true` adds `count`: how many items the filters let through in all. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  count?: boolean;

  /**
   * Only what was changed at this instant or later (RFC 3339; in an address write "Z" for UTC), as the thing itself counts its changes.
   * Whoever keeps a copy asks from a minute before they last asked: what was being written just then bears an earlier instant.
   * @example 2026-01-31T09:00:00Z
   */
  @IsOptional()
  @IsInstant()
  updatedSince?: string;
}

/** A filter that repeats or takes commas: `?phase=a&phase=b` or `?phase=a,b`. */
export function AsList(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined
      ? undefined
      : (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((v) => String(v).split(',')),
  );
}

/** `true` or `false` in a query string; anything else is left for the validator to refuse. */
export function AsBoolean(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));
}
