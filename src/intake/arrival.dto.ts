import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsIn, IsString, IsUrl, Matches, MaxLength } from 'class-validator';
import { IsWords, MayBeLeftOut } from '../common/fields.js';
import { INTAKE_LEVELS } from './intake.entity.js';

/** What may be said of a document that comes in. */
export class IntakeSaidDto {
  /**
   * What it is called; left out, its own title, or the name of the file.
   * @example Letter to the EU foreign ministers
   */
  @MayBeLeftOut()
  @IsWords(500)
  title?: string;

  /** Of its text (BCP 47); the rules know English. Left out, `ko` where most of its letters are Korean, else `en`. */
  @MayBeLeftOut()
  @IsString()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { message: 'A language tag: en, ko, zh-Hant.' })
  language?: string;

  /** Who may know of it, and of what comes of it: the workspace, or the own organization alone. */
  @ApiProperty({ enum: INTAKE_LEVELS, required: false, default: 'coalition' })
  @MayBeLeftOut()
  @IsIn(INTAKE_LEVELS)
  confidentiality?: (typeof INTAKE_LEVELS)[number];
}

export class CreateIntakeDto extends IntakeSaidDto {
  /** What `content` is. */
  @ApiProperty({ enum: ['text', 'html'] })
  @IsIn(['text', 'html'])
  format!: 'text' | 'html';

  /** The document, as it was pasted; what is longer comes as a file. */
  @IsWords(500_000)
  content!: string;
}

export class ReadLinkDto extends OmitType(IntakeSaidDto, ['confidentiality'] as const) {
  /**
   * The address of a page, PDF, DOCX or text in the open internet.
   * @example https://www.hrw.org/news/2026/03/02/joint-letter
   */
  @MaxLength(2000)
  @IsUrl(
    { protocols: ['http', 'https'], require_protocol: true, disallow_auth: true },
    { message: 'An address that begins with http:// or https://.' },
  )
  url!: string;
}

/** What a form says of the file that it carries. */
export class IntakeFileDto extends IntakeSaidDto {}

/** The form that brings a file, for the document. */
export class IntakeFormDto extends IntakeFileDto {
  /** PDF with a text layer, DOCX, HTML or plain text, 20 MB at most; the last part of the form. */
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}
