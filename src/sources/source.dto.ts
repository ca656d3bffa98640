import { PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsIn, IsOptional, IsString, IsUrl, Matches, MaxLength } from 'class-validator';
import { IsDay, IsEdtf, IsListOfWords, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsList, PageQuery } from '../common/page.dto.js';
import { SOURCE_KINDS, type SourceKind } from './source.entity.js';

export class CreateSourceDto {
  /**
   * Its title, as it bears it.
   * @example Security Council resolution 2397 (2017)
   */
  @IsWords(500)
  title!: string;

  /**
   * What it is; the workflows of its recommendations are chosen by it.
   * @example resolution
   */
  @IsIn(SOURCE_KINDS)
  kind!: SourceKind;

  /**
   * Document symbol; one of its kind in the workspace.
   * @example S/RES/2397 (2017)
   */
  @IsOptional()
  @IsWords(100)
  symbol?: string | null;

  /** The mechanism it came from: Security Council, UPR, ILO. */
  @IsOptional()
  @IsWords(120)
  mechanism?: string | null;

  /** Cycle of the mechanism: third. */
  @IsOptional()
  @IsWords(60)
  cycle?: string | null;

  /** Session of the mechanism: 8151st meeting. */
  @IsOptional()
  @IsWords(120)
  session?: string | null;

  /**
   * When it was issued, as precisely as it is known (EDTF).
   * @example 2017-12-22
   */
  @IsOptional()
  @IsEdtf()
  issuedOn?: string | null;

  /**
   * Language of the original (BCP 47).
   * @example en
   */
  @IsOptional()
  @IsString()
  @MaxLength(35)
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'A language such as en, ko or zh-Hant.' })
  language?: string | null;

  /**
   * Where it can be read; http or https.
   * @example https://digitallibrary.un.org/record/1327042
   */
  @IsOptional()
  @MaxLength(2000)
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, disallow_auth: true },
    { message: 'An address that begins with http:// or https://.' },
  )
  url?: string | null;

  /**
   * The day somebody read it there.
   * @example 2020-01-15
   */
  @IsOptional()
  @IsDay()
  accessedOn?: string | null;

  /** Who issued it, each apart. */
  @MayBeLeftOut()
  @ArrayMaxSize(100)
  @IsListOfWords(200)
  issuers?: string[];

  /** To whom it was sent. */
  @MayBeLeftOut()
  @ArrayMaxSize(100)
  @IsListOfWords(200)
  recipients?: string[];

  /** Who got a copy: readers, of whom nothing is asked. */
  @MayBeLeftOut()
  @ArrayMaxSize(100)
  @IsListOfWords(200)
  copies?: string[];

  /**
   * What else it is called or cited as; found by `q`, as are its recommendations.
   * @example ["UNSCR 2397"]
   */
  @MayBeLeftOut()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsListOfWords(500)
  aliases?: string[];

  /** Anything a reader should know about it. */
  @IsOptional()
  @IsWords(5000)
  note?: string | null;
}

export class UpdateSourceDto extends PartialType(CreateSourceDto, { skipNullProperties: false }) {}

export class SourcesQuery extends PageQuery {
  /** Only these kinds. */
  @IsOptional()
  @AsList()
  @IsIn(SOURCE_KINDS, { each: true })
  kind?: SourceKind[];

  /** Words within the title, the symbol or an alias. */
  @IsOptional()
  @IsWords(200)
  q?: string;

  /** `title` or `issuedOn` (undated ones last), with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = 'title';
}
