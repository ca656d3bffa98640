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
import { IsDay } from '../common/fields.js';
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
