import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional } from 'class-validator';
import { IsWhole, IsWords } from '../common/fields.js';
import { CreateEvidenceDto } from './evidence.dto.js';

/** What a form says of the file that it carries. */
export class CreateFileDto extends OmitType(CreateEvidenceDto, [
  'kind',
  'url',
  'statement',
  'terms',
  'speaksFor',
  'title',
  'credibility',
]) {
  /** Left out, the name of the file. */
  @IsOptional()
  @IsWords(500)
  title?: string;

  /** Of the information: 1 confirmed to 5 improbable, 6 cannot be judged (Admiralty code). */
  @IsOptional()
  @Type(() => Number)
  @IsWhole(1, 6)
  credibility?: number;
}

/** The form that brings a file, for the document. */
export class FileFormDto extends CreateFileDto {
  /** The last part of the form. */
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}
