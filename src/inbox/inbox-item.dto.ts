import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString } from 'class-validator';
import { IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsBoolean, PageQuery } from '../common/page.dto.js';
import { CreateEvidenceDto } from '../evidence/evidence.dto.js';
import { TERMS } from '../evidence/evidence.entity.js';
import { INBOX_KINDS } from './inbox-item.entity.js';

export class KeepInboxItemDto {
  /**
   * A link, perhaps with words around it, or a sentence; which of the two is found out.
   * @example https://www.ohchr.org/en/hr-bodies/hrc/co-idprk
   */
  @IsWords(10_000)
  text!: string;
}

/** What a form says of the file that it carries. */
export class KeepInboxFileDto {
  /** What it is called; left out, the name of the file. */
  @IsOptional()
  @IsWords(500)
  text?: string;
}

/** The form that brings a file, for the document. */
export class InboxFileFormDto extends KeepInboxFileDto {
  /** The last part of the form. */
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}

export class UpdateInboxItemDto {
  /** `true` takes it out; `false` puts it back, for as long as it is there. */
  @IsBoolean()
  removed!: boolean;
}

/** What is said of the piece of evidence that an item becomes; what was kept (address, words, bytes) goes into it as it is. */
export class PlaceInboxItemDto extends OmitType(CreateEvidenceDto, ['kind', 'url', 'terms', 'statement', 'speaksFor']) {
  /** Of a sentence, which becomes an account: on which terms it was given. */
  @ApiProperty({ enum: TERMS, required: false, default: 'background' })
  @MayBeLeftOut()
  @IsIn(TERMS)
  terms?: (typeof TERMS)[number];
}

export class InboxQuery extends PageQuery {
  /** `-keptAt` (the latest first) or `keptAt`. */
  @IsOptional()
  @IsString()
  sort: string = '-keptAt';

  /** What was taken out, or what was not; left out, both. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  removed?: boolean;
}

/** Something put aside for later: a link, a sentence or a file. */
export class InboxItemView {
  id!: string;
  @ApiProperty({ enum: INBOX_KINDS })
  kind!: (typeof INBOX_KINDS)[number];
  /** As it was pasted or written; of a file its name. */
  text!: string;
  /** Of a link: the address in the text. */
  url!: string | null;
  /** Of a file, by its bytes. */
  mediaType!: string | null;
  /** Of a file: bytes. */
  size!: number | null;
  keptAt!: string;
  /** When it was taken out: for a day from then it can be put back. */
  removedAt!: string | null;
  version!: number;
}
