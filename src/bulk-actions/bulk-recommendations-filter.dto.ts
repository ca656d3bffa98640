import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsUUID } from 'class-validator';
import { IsWords, MayBeLeftOut } from '../common/fields.js';
import { EITHER_AXIS, EnteredFilterDto } from './bulk-entered-filter.dto.js';

/** The filters of `GET /recommendations`. */
export class RecommendationsFilterDto extends EnteredFilterDto {
  /** Words, or a part of them, of title, text, translations, code, or the source's symbol. */
  @MayBeLeftOut()
  @IsWords(200)
  q?: string;

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  theme?: string[];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  source?: string[];

  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  addressee?: string[];

  /** Phases that one of its follow-ups is in, on either axis. */
  @ApiProperty({ enum: EITHER_AXIS, isArray: true, required: false })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(200)
  @IsIn(EITHER_AXIS, { each: true })
  phase?: string[];

  /** `true`: only continuing ones of which a review is due; `false`: only others. */
  @MayBeLeftOut()
  @IsBoolean()
  reviewDue?: boolean;

  /** Parts of this recommendation. */
  @MayBeLeftOut()
  @IsUUID()
  partOf?: string;
}
