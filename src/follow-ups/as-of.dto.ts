import { IntersectionType } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsDay, IsInstant } from '../common/fields.js';
import { PageQuery } from '../common/page.dto.js';

/** As of when: how things stood on a day, as far as it was recorded by an instant. */
export class AsOfQuery {
  /**
   * How things stood on this day, in the workspace's time zone; left out, or later, today. Titles, themes, names and who looks after what
   * are as they are today, and so is what one may see. The answer says which day it is of.
   * @example 2019-12-24
   */
  @IsOptional()
  @IsDay()
  asOf?: string;

  /**
   * Only what was recorded by this instant (RFC 3339; in an address write "Z" for UTC); left out, or later, all that is certain by now: what
   * is being written just then bears an earlier instant. The answer says which instant it is of: asked by that one, it is the same later.
   * @example 2026-01-31T09:00:00Z
   */
  @IsOptional()
  @IsInstant()
  knownAt?: string;
}

/** A list as of when. */
export class AsOfPageQuery extends IntersectionType(PageQuery, AsOfQuery) {}

/** What an answer says of the moment that it is of. */
export class AsOfView {
  /** As things stood on this day; only where `asOf` or `knownAt` is asked for. */
  asOf?: string;
  /** As far as it was recorded by this instant; only where `asOf` or `knownAt` is asked for. */
  knownAt?: string;
}
