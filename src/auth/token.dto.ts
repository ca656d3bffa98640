import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { type Role, ROLES } from '../access/actor.js';
import { IsWhole, IsWords } from '../common/fields.js';
import { WorkspaceNameView } from '../organizations/workspace.dto.js';

export class CreateTokenDto {
  /**
   * The workspace that the token is for: its name in paths.
   * @example dprk
   */
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{1,39}$/, { message: 'The name of a workspace in paths.' })
  workspace!: string;

  /** One of the roles that you hold there: the token has no other. */
  @IsIn(ROLES)
  role!: Role;

  /**
   * What it is for, to know it again.
   * @example Annual audit
   */
  @IsWords(120)
  name!: string;

  /** After how many days it ends by itself: 1 to 90, and 90 where nothing is said. */
  @IsOptional()
  @IsWhole(1, 90)
  expiresInDays?: number;
}

/** What a program signs in with; it can do what its one role may in its one workspace, while its maker holds that role. */
export class TokenView {
  id!: string;
  name!: string;
  workspace!: WorkspaceNameView;
  /** @example auditor */
  role!: string;
  /** @example 2026-03-01T09:00:00Z */
  createdAt!: string;
  /** To the minute; null where it was never used. */
  usedAt!: string | null;
  expiresAt!: string;
}

export class CreatedTokenView extends TokenView {
  /**
   * The secret, for `Authorization: Bearer`. It is shown this once.
   * @example heed_...
   */
  token!: string;
}
