import { PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsFigure, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsList } from '../common/page.dto.js';
import { AsOfPageQuery, AsOfView } from '../follow-ups/as-of.dto.js';
import { AskView } from '../follow-ups/follow-up.view.js';
import { FigureView } from './observation.dto.js';

export class CreateIndicatorDto {
  /**
   * What is measured.
   * @example North Korean workers in China
   */
  @IsWords(300)
  title!: string;

  /**
   * In what it is counted; values are plain counts of it.
   * @example workers
   */
  @IsWords(100)
  unit!: string;

  /** Where it stood before anything was done, in the unit. */
  @IsOptional()
  @IsFigure()
  baseline?: number | null;

  /**
   * What is asked for, in the unit.
   * @example 60000000
   */
  @IsOptional()
  @IsFigure()
  target?: number | null;

  /** What a reader of the series has to know: how it is counted, and where that changed. */
  @IsOptional()
  @IsWords(5000)
  note?: string | null;

  /** Recommendations that it tells something about: at most 200. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  recommendationIds?: string[];
}

export class UpdateIndicatorDto extends PartialType(CreateIndicatorDto, { skipNullProperties: false }) {}

export class IndicatorsQuery extends AsOfPageQuery {
  /** Only indicators of one of these recommendations. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  recommendation?: string[];

  /** `title` or `-title`. */
  @IsOptional()
  @IsString()
  @IsIn(['title', '-title'])
  sort: string = 'title';
}

/** A measured quantity. What was said of it are its observations. */
export class IndicatorView extends AsOfView {
  id!: string;
  title!: string;
  /** In what it is counted. */
  unit!: string;
  baseline!: number | null;
  target!: number | null;
  note!: string | null;
  /** Those of its recommendations that the reader may see. */
  recommendationIds!: string[];
  /** The same, named. */
  recommendations!: AskView[];
  /** How many observations stand, corrections in place of what they correct. */
  observationCount!: number;
  /** Those for the latest period, at most 5: several where they clash. */
  latest!: FigureView[];
  version!: number;
  createdAt!: Date;
}
