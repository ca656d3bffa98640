import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsOptional, Matches } from 'class-validator';
import { PartialType } from '@nestjs/swagger';
import { IsWords, MayBeLeftOut } from '../common/fields.js';
import { IsTimeZone } from './time-zone.js';

/** What a workspace is set to. */
export class WorkspaceSettingsDto {
  /** @example Recommendations on North Korea */
  @IsWords(120)
  name!: string;

  /**
   * IANA name: days and overdue are told in it.
   * @example Asia/Seoul
   */
  @IsTimeZone()
  timeZone!: string;

  /**
   * Languages that labels of workflows must have.
   * @example ["en", "ko"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, { each: true, message: 'Languages such as en, ko, zh-Hant.' })
  languages!: string[];
}

export class UpdateWorkspaceDto extends PartialType(WorkspaceSettingsDto, { skipNullProperties: false }) {
  /**
   * Whether Heed fetches what links of evidence lead to, keeps a copy and looks again from time to time. Off unless it is switched
   * on: a site that is asked for a page learns that this server looks at it. Links of a level below the coalition are never fetched.
   */
  @IsOptional()
  @IsBoolean()
  keepsCopies?: boolean;

  /**
   * Whether administrators, verifiers and whoever is named on restricted evidence need a second factor: whoever of them has none
   * can do nothing here from then on but set one up.
   */
  @MayBeLeftOut()
  @IsBoolean()
  requiresSecondFactor?: boolean;
}

/** Members of one role. */
export class FactorHoldersView {
  members!: number;
  /** How many of them have no second factor. */
  without!: number;
}

/** Whom it would concern if the workspace asked for second factors. How many are named on restricted evidence is told to nobody. */
export class FactorHoldingsView {
  administrators!: FactorHoldersView;
  verifiers!: FactorHoldersView;
}

/** One tracker, shared by a coalition of organizations. */
export class WorkspaceView {
  id!: string;
  /**
   * Its name in paths.
   * @example dprk
   */
  slug!: string;
  name!: string;
  timeZone!: string;
  languages!: string[];
  /** Whether Heed fetches what links lead to, and keeps copies. */
  keepsCopies!: boolean;
  /** Whether administrators, verifiers and whoever is named on restricted evidence need a second factor. */
  requiresSecondFactor!: boolean;
  version!: number;
}

/** A workspace, by name. */
export class WorkspaceNameView {
  id!: string;
  /** @example dprk */
  slug!: string;
  name!: string;
}

/** Something, by name. */
export class NamedView {
  id!: string;
  name!: string;
}
