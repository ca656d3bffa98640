import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { IsListOfWords, IsWhole, IsWords, MayBeLeftOut } from '../common/fields.js';
import { NATURES, PRIORITIES } from './recommendation.entity.js';
import { IsTranslations, type TranslationTexts } from './translations.js';

export const RECORD_LEVELS = ['public', 'coalition', 'organization'] as const;

export class CreateRecommendationDto {
  /**
   * Short and public, one of its kind in the workspace.
   * @example EU10-01
   */
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9().-]{0,59}$/, {
    message: 'Letters, digits, points, hyphens and brackets, 60 at most.',
  })
  code!: string;

  /**
   * Our own short title.
   * @example Sponsor a resolution establishing a Commission of Inquiry
   */
  @IsWords(300)
  title!: string;

  /** The ask in the source's own words and language. */
  @IsWords(50_000)
  text!: string;

  /** Of the text. */
  @MayBeLeftOut()
  @IsString()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'A language tag: en, ko, zh-Hant.' })
  language?: string;

  /** Title and text in other languages. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'object', properties: { title: { type: 'string' }, text: { type: 'string' } } },
  })
  @MayBeLeftOut()
  @IsTranslations()
  translations?: TranslationTexts;

  @IsUUID()
  sourceId!: string;

  /** The recommendation that this is a part of; it must have no follow-ups of its own. */
  @IsOptional()
  @IsUUID()
  partOf?: string | null;

  /** @example (a) */
  @IsOptional()
  @IsWords(30)
  label?: string | null;

  @IsOptional()
  @IsWords(300)
  section?: string | null;

  @IsOptional()
  @IsWords(100)
  paragraph?: string | null;

  /** By whom within the source, where it says so: the recommending states of a UPR. */
  @MayBeLeftOut()
  @ArrayMaxSize(200)
  @IsListOfWords(300)
  madeBy?: string[];

  @MayBeLeftOut()
  @ArrayMaxSize(50)
  @IsListOfWords(200)
  affectedPersons?: string[];

  @MayBeLeftOut()
  @ArrayMaxSize(50)
  @IsListOfWords(300)
  legalBasis?: string[];

  /** SDG goals and targets: `8`, `8.7`. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(/^([1-9]|1[0-7])(\.([0-9]{1,2}|[a-d]))?$/, { each: true, message: 'A goal (8) or a target (8.7).' })
  sdg?: string[];

  /** The country that it is about, ISO 3166-1 alpha-2. */
  @IsOptional()
  @IsString()
  @Matches(/^[A-Z]{2}$/, { message: 'Two capital letters.' })
  subjectCountry?: string | null;

  /** If it is asked only under a condition. */
  @IsOptional()
  @IsWords(4000)
  condition?: string | null;

  @ApiProperty({ enum: NATURES, required: false, default: 'once' })
  @MayBeLeftOut()
  @IsIn(NATURES)
  nature?: (typeof NATURES)[number];

  /** Of a continuing one: within how many months of its last confirmation somebody looks again whether it still holds. */
  @IsOptional()
  @IsWhole(1, 120)
  reviewMonths?: number | null;

  @ApiProperty({ enum: PRIORITIES, required: false, default: 'normal' })
  @MayBeLeftOut()
  @IsIn(PRIORITIES)
  priority?: (typeof PRIORITIES)[number];

  @ApiProperty({ enum: RECORD_LEVELS, required: false, default: 'coalition' })
  @MayBeLeftOut()
  @IsIn(RECORD_LEVELS)
  confidentiality?: (typeof RECORD_LEVELS)[number];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  themeIds?: string[];
}

export class UpdateRecommendationDto extends PartialType(
  OmitType(CreateRecommendationDto, ['partOf', 'confidentiality']),
  { skipNullProperties: false },
) {
  /** Can be made more confidential; making it less so takes two people. */
  @ApiProperty({ enum: RECORD_LEVELS, required: false })
  @MayBeLeftOut()
  @IsIn(RECORD_LEVELS)
  confidentiality?: (typeof RECORD_LEVELS)[number];
}
