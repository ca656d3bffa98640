import { PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { IsListOfWords, IsTextByLanguage, IsWhole, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsList, PageQuery } from '../common/page.dto.js';
import { ADDRESSEE_KINDS, type AddresseeKind } from './addressee.entity.js';
import { IsCountryCode } from './iso-code.js';

export class CreateAddresseeDto {
  /**
   * What it is. Only groups and regional organizations have members; only states have an ISO code.
   * @example state
   */
  @IsIn(ADDRESSEE_KINDS)
  kind!: AddresseeKind;

  /**
   * Short and stable: capital letters, digits and hyphens; one of its kind in the workspace. A state's is its ISO code
   * unless another is given; all others need one.
   * @example KP
   */
  @MayBeLeftOut()
  @IsString()
  @Matches(/^[A-Z0-9][A-Z0-9-]{0,39}$/, { message: 'Capital letters, digits and hyphens, 40 at most.' })
  code?: string;

  /**
   * ISO 3166-1 alpha-2. A state must have it. Where it isn't known which state is meant, the kind is `other`, without a code.
   * @example KP
   */
  @IsOptional()
  @IsCountryCode()
  isoCode?: string | null;

  /**
   * What people call it, in the workspace's first language.
   * @example North Korea
   */
  @IsWords(200)
  name!: string;

  /**
   * The same in other languages.
   * @example { "ko": "북한" }
   */
  @MayBeLeftOut()
  @IsTextByLanguage(200)
  names?: Record<string, string>;

  /**
   * What else it is called; found by `q`.
   * @example ["DPRK", "Pyongyang"]
   */
  @MayBeLeftOut()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsListOfWords(200)
  aliases?: string[];

  /** How many members a group says it has, where not all of them are listed here. Groups only. */
  @IsOptional()
  @IsWhole(1, 1_000_000)
  memberCount?: number | null;

  /** The addressee that took its place. */
  @IsOptional()
  @IsUUID()
  successorId?: string | null;
}

export class UpdateAddresseeDto extends PartialType(CreateAddresseeDto, { skipNullProperties: false }) {}

export class AddresseesQuery extends PageQuery {
  /** Only these kinds. */
  @IsOptional()
  @AsList()
  @IsIn(ADDRESSEE_KINDS, { each: true })
  kind?: AddresseeKind[];

  /** Words within the name in any language, the code or an alias. */
  @IsOptional()
  @IsWords(200)
  q?: string;

  /** Only addressees that are listed as members of these groups, whenever they were. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  member?: string[];

  /** `name` (as the reader sees it) or `code`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = 'name';
}

/** An addressee, named. */
export class AddresseeNameView {
  id!: string;
  code!: string;
  /** In the reader's language where it has one. */
  name!: string;
}

/** A government or body that something is asked of. */
export class AddresseeView {
  id!: string;
  kind!: AddresseeKind;
  code!: string;
  /** Null for what is no state. */
  isoCode!: string | null;
  /** In the reader's language where it has one. */
  name!: string;
  /** By language. */
  names!: Record<string, string>;
  aliases!: string[];
  /** How many members a group says it has; null where it doesn't, or where all of them are listed. */
  memberCount!: number | null;
  /** How many members are listed, of whatever dates. */
  members!: number;
  /** Who took its place. */
  successor!: AddresseeNameView | null;
  version!: number;
}
