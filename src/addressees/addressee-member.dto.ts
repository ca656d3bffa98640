import { OmitType, PartialType } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID } from 'class-validator';
import { IsEdtf } from '../common/fields.js';
import { PageQuery } from '../common/page.dto.js';
import { AddresseeNameView } from './addressee.dto.js';
import type { AddresseeKind } from './addressee.entity.js';

export class CreateAddresseeMemberDto {
  /** The addressee that is a member. */
  @IsUUID()
  memberId!: string;

  /**
   * Since when, as precisely as it is known (EDTF). Nothing: not known, or always.
   * @example 1995-01-01
   */
  @IsOptional()
  @IsEdtf()
  from?: string | null;

  /**
   * The first day it is no longer a member, as precisely as it is known (EDTF). Nothing: it still is.
   * @example 2020-02-01
   */
  @IsOptional()
  @IsEdtf()
  until?: string | null;
}

/** Who is a member of what stays; whoever was listed wrongly is taken off the list. */
export class UpdateAddresseeMemberDto extends PartialType(OmitType(CreateAddresseeMemberDto, ['memberId'] as const), {
  skipNullProperties: false,
}) {}

export class AddresseeMembersQuery extends PageQuery {
  /** `name` (as the reader sees it) or `code` of the member, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = 'name';
}

/** The addressee that is a member. */
export class MemberAddresseeView extends AddresseeNameView {
  kind!: AddresseeKind;
}

/** An addressee as a member of a group. */
export class AddresseeMemberView {
  id!: string;
  member!: MemberAddresseeView;
  /** EDTF; null where it isn't known or was always so. */
  from!: string | null;
  /** EDTF: the first day it is no longer a member; null while it lasts. */
  until!: string | null;
  version!: number;
}
