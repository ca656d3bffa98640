import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { AsList, PageQuery } from '../common/page.dto.js';
import { SOURCE_KINDS, type SourceKind } from '../sources/source.entity.js';
import { INTAKE_FORMATS, INTAKE_LEVELS, INTAKE_STATES } from './intake.entity.js';

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
  /** Where it was fetched from, at the end of all redirects; null of what was pasted or came as a file. */
  url!: string | null;
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

/** What a document says of itself as a source: a beginning for whoever records it. */
export class AsSourceView {
  @ApiProperty({ enum: SOURCE_KINDS })
  kind!: SourceKind;
  /** Document symbol, where its letterhead has one. */
  symbol!: string | null;
  /** Where it comes from: UPR, UN Security Council, ILO; null of what no official body made. */
  mechanism!: string | null;
  /** EDTF: a day, or a month; null where it is not dated. */
  issuedOn!: string | null;
}

/** A document that came in, with its text. Places in it stay as they are. */
export class IntakeView extends IntakeInListView {
  text!: string;
  /** In reading order. */
  blocks!: BlockView[];
  /** Null of documents that came before Heed read it off them. */
  asSource!: AsSourceView | null;
}
