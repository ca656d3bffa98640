import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsList, PageQuery } from '../common/page.dto.js';
import { INTAKE_FORMATS, INTAKE_LEVELS, INTAKE_STATES } from './intake.entity.js';

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

/** What a form says of the file that it carries. */
export class IntakeFileDto extends IntakeSaidDto {}

/** The form that brings a file, for the document. */
export class IntakeFormDto extends IntakeFileDto {
  /** PDF with a text layer, DOCX, HTML or plain text, 20 MB at most; the last part of the form. */
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}

export class IntakeQuery extends PageQuery {
  /** `-createdAt` (the latest first), `createdAt`, `title` or `-title`. */
  @IsOptional()
  @IsString()
  sort: string = '-createdAt';

  /** Only these states. */
  @IsOptional()
  @AsList()
  @IsIn(INTAKE_STATES, { each: true })
  state?: (typeof INTAKE_STATES)[number][];
}

/** How many of its proposals stand where. */
export class ProposalCountsView {
  @ApiProperty({ type: 'integer' })
  proposed!: number;
  @ApiProperty({ type: 'integer' })
  accepted!: number;
  @ApiProperty({ type: 'integer' })
  rejected!: number;
}

/** The source that a document became. */
export class MadeSourceView {
  id!: string;
  /** Null where it was merged into another, or is gone: `/sources/{id}` says which. */
  title!: string | null;
}

/** A document that came in, without its text. */
export class IntakeInListView {
  id!: string;
  title!: string;
  language!: string;
  @ApiProperty({ enum: INTAKE_FORMATS })
  format!: (typeof INTAKE_FORMATS)[number];
  /** Of the original, by its bytes. */
  mediaType!: string;
  /** Of the original: hex. */
  sha256!: string;
  /** Of the original: bytes. */
  size!: number;
  @ApiProperty({ enum: INTAKE_LEVELS })
  confidentiality!: (typeof INTAKE_LEVELS)[number];
  /** `ready`: people decide on what was proposed. `recorded`: what they accepted is in the record, and nothing changes any more. */
  @ApiProperty({ enum: INTAKE_STATES })
  state!: (typeof INTAKE_STATES)[number];
  counts!: ProposalCountsView;
  /** Null until it is recorded. */
  source!: MadeSourceView | null;
  /** Who brought it. */
  by!: ActorView;
  createdAt!: string;
  recordedAt!: string | null;
  /** Who recorded it; null until then. */
  recordedBy!: ActorView | null;
  version!: number;
}

/** A stretch of the text: the place of its first character, and the place after its last (UTF-16 code units). */
export class SpanView {
  @ApiProperty({ type: 'integer' })
  start!: number;
  @ApiProperty({ type: 'integer' })
  end!: number;
}

/** One piece of a document. */
export class BlockView extends SpanView {
  @ApiProperty({ enum: ['title', 'heading', 'paragraph', 'item', 'row', 'footnote', 'boilerplate'] })
  kind!: string;
  /** Depth of a heading or a list. */
  @ApiProperty({ type: 'integer' })
  level!: number;
  /** Its own number or letter, as written. */
  label?: string;
  /** What stands in it and does not belong to it: the header of a page that begins in its middle. */
  holes?: SpanView[];
}

/** A document that came in, with its text. Places in it stay as they are. */
export class IntakeView extends IntakeInListView {
  text!: string;
  /** In reading order. */
  blocks!: BlockView[];
}
