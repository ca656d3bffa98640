import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { PartialType } from '@nestjs/swagger';
import { type Role, ROLES } from '../access/actor.js';
import { IsDay, IsWhole, MayBeLeftOut } from '../common/fields.js';
import { AsList, PageQuery } from '../common/page.dto.js';
import { NamedView } from './workspace.dto.js';

export class MemberTermsDto {
  /**
   * One role or more. The role verifier is given by two administrators, under role-requests.
   * @example ["editor"]
   */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  /** For auditors who are nothing else: may read what every organization keeps to itself. */
  @IsBoolean()
  readsAll!: boolean;

  /** The organization that the member belongs to. */
  @IsUUID()
  organizationId!: string;
}

export class UpdateMemberDto extends PartialType(MemberTermsDto, { skipNullProperties: false }) {
  /**
   * The last day of the membership; a day that is past ends it at once, null takes the end away.
   * @example 2026-12-31
   */
  @IsOptional()
  @IsDay()
  endsOn?: string | null;

  /**
   * With an end: how many restricted pieces stay closed to everybody by it, as `GET /members/{id}/leaving` said. Without it, or with
   * another number, the end is refused (409 `opens-alone`) as long as there are any.
   */
  @MayBeLeftOut()
  @IsWhole(0, 1_000_000)
  leavesClosed?: number;
}

export class MembersQuery extends PageQuery {
  /** `pseudonym` or `startsOn`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  sort: string = 'pseudonym';

  /** Only of this organization. */
  @IsOptional()
  @IsUUID()
  organizationId?: string;

  /** Only who holds one of these roles. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(5)
  @IsIn(ROLES, { each: true })
  role?: Role[];
}

/** A restricted piece that one alone can open. */
export class LoneEvidenceView {
  id!: string;
  /** Null of what was withdrawn. */
  title!: string | null;
}

/** What would be closed to everybody if the membership ended today. */
export class LeavingView {
  /** How many restricted pieces nobody else can open. */
  opensAlone!: number;
  /** Which they are, 200 at most: told to the member themselves alone, and empty for everybody else. */
  pieces!: LoneEvidenceView[];
}

/** A person in a workspace. */
export class MemberView {
  /** Of the membership. */
  id!: string;
  /** To the own organization, administrators and auditors the name; to others a pseudonym that never changes. */
  name!: string;
  organization!: NamedView;
  /** @example ["editor"] */
  roles!: string[];
  readsAll!: boolean;
  /** @example 2026-01-01 */
  startsOn!: string;
  /** The last day, or null. */
  endsOn!: string | null;
  version!: number;
}
