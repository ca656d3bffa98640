import { IsOptional, IsString, Matches } from 'class-validator';
import { PartialType } from '@nestjs/swagger';
import { IsTextByLanguage, IsWords } from '../common/fields.js';
import { PageQuery } from '../common/page.dto.js';

export class CreateThemeDto {
  /**
   * Short and stable: lower-case letters, digits and hyphens; one of its kind in the workspace.
   * @example refugees
   */
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9-]{0,59}$/, { message: 'Lower-case letters, digits and hyphens, 60 at most.' })
  code!: string;

  /**
   * What people read.
   * @example Refugees and returnees
   */
  @IsWords(120)
  label!: string;

  /**
   * The same in other languages.
   * @example { "ko": "난민과 송환자" }
   */
  @IsOptional()
  @IsTextByLanguage(120)
  labels?: Record<string, string>;
}

export class UpdateThemeDto extends PartialType(CreateThemeDto, { skipNullProperties: false }) {}

export class ThemesQuery extends PageQuery {
  /** `code` or `label`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = 'code';
}

/** A subject that recommendations are grouped by. */
export class ThemeView {
  id!: string;
  code!: string;
  label!: string;
  labels!: Record<string, string>;
  version!: number;
}

export class ThemeInBriefView {
  id!: string;
  code!: string;
  label!: string;
}
