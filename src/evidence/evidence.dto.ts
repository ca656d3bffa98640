import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUrl, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsDay, IsEdtf, IsWhole, IsWords, MayBeLeftOut } from '../common/fields.js';
import { LEVELS, RELIABILITIES, TERMS } from './evidence.entity.js';

export class CreateEvidenceDto {
  /** A link, or an account: what was said to us. */
  @ApiProperty({ enum: ['link', 'account'] })
  @IsIn(['link', 'account'])
  kind!: 'link' | 'account';

  /** @example Resolution of the Human Rights Council of 21 March 2013 */
  @IsWords(500)
  title!: string;

  /**
   * Of a link: where it is found.
   * @example https://www.ohchr.org/en/hr-bodies/hrc/co-idprk
   */
  @ValidateIf((dto: CreateEvidenceDto) => dto.kind === 'link' || dto.url !== undefined)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, disallow_auth: true })
  @MaxLength(2000)
  url?: string;

  /** Of an account: on which terms it was given. */
  @ApiProperty({ enum: TERMS, required: false })
  @ValidateIf((dto: CreateEvidenceDto) => dto.kind === 'account' || dto.terms !== undefined)
  @IsIn(TERMS)
  terms?: (typeof TERMS)[number];

  /** Of an account: what was said. */
  @ValidateIf((dto: CreateEvidenceDto) => dto.kind === 'account' || dto.statement !== undefined)
  @IsWords(100_000)
  statement?: string;

  /**
   * Of an account: a more confidential piece of one's own organization that it speaks for, seen by nobody new. It is then "on
   * information held by" the organization, and all such accounts have one origin.
   */
  @IsOptional()
  @IsUUID()
  speaksFor?: string;

  /** What we take from it. */
  @IsOptional()
  @IsWords(10_000)
  finding?: string | null;

  /** Its own words. */
  @IsOptional()
  @IsWords(10_000)
  quote?: string | null;

  /** Where in it: page, paragraph, minute. */
  @IsOptional()
  @IsWords(300)
  locator?: string | null;

  @IsOptional()
  @IsWords(300)
  publisher?: string | null;

  /**
   * The original that it goes back to: an id, or a name (an existing one of that name is used). Left out, it is its own;
   * a link to an address that is known already goes back to the same origin whatever is said here. A restricted piece takes
   * a name that another piece shows, and no new one (422 `origin-in-clear`): names of origins are not sealed.
   */
  @MayBeLeftOut()
  @IsWords(300)
  origin?: string;

  /** EDTF. */
  @IsOptional()
  @IsEdtf()
  publishedOn?: string | null;

  @IsOptional()
  @IsDay()
  accessedOn?: string | null;

  /** @example en */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'A language tag: en, ko, zh-Hant.' })
  language?: string | null;

  /** Of the source: A reliable to E unreliable, F cannot be judged (Admiralty code). */
  @ApiProperty({ enum: RELIABILITIES, required: false })
  @IsOptional()
  @IsIn(RELIABILITIES)
  reliability?: (typeof RELIABILITIES)[number] | null;

  /** Of the information: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged (Admiralty code). */
  @IsOptional()
  @IsWhole(1, 6)
  credibility?: number | null;

  /** Who may read it. Restricted: nobody but you, until you name others. */
  @ApiProperty({ enum: LEVELS, required: false, default: 'coalition' })
  @MayBeLeftOut()
  @IsIn(LEVELS)
  confidentiality?: (typeof LEVELS)[number];
}

/** What an account speaks for, and its own words, stay as they were entered. */
const FIXED = ['kind', 'statement', 'terms', 'url', 'speaksFor'] as const;

export class UpdateEvidenceDto extends PartialType(OmitType(CreateEvidenceDto, [...FIXED, 'origin'] as const), {
  skipNullProperties: false,
}) {
  /**
   * As where it was entered; null takes a name off: then it goes back to an origin of its own, which says nothing of a confidential piece.
   * A name that no piece has any more is forgotten.
   */
  @IsOptional()
  @IsWords(300)
  origin?: string | null;
}

export class AcceptEvidenceDto {
  @ApiProperty({ enum: ['accepted', 'declined'] })
  @IsIn(['accepted', 'declined'])
  acceptance!: 'accepted' | 'declined';

  /** Needed to decline. */
  @ValidateIf((dto: AcceptEvidenceDto) => dto.acceptance === 'declined' || dto.reason !== undefined)
  @IsWords(4000)
  reason?: string;
}
