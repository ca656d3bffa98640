import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString } from 'class-validator';
import { IsWords } from '../common/fields.js';
import { AsBoolean, AsList, PageQuery } from '../common/page.dto.js';
import { ACCEPTANCES, EVIDENCE_KINDS, LEVELS } from './evidence.entity.js';

export class EvidenceQuery extends PageQuery {
  /** `updatedAt` or `title`, with `-` before it to turn it round. Restricted pieces stand at the beginning of the titles, in no order. */
  @IsOptional()
  @IsString()
  sort: string = '-updatedAt';

  @ApiProperty({ enum: EVIDENCE_KINDS, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(EVIDENCE_KINDS, { each: true })
  kind?: string[];

  @ApiProperty({ enum: ACCEPTANCES, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(ACCEPTANCES, { each: true })
  acceptance?: string[];

  @ApiProperty({ enum: LEVELS, isArray: true, required: false })
  @IsOptional()
  @AsList()
  @IsIn(LEVELS, { each: true })
  confidentiality?: string[];

  /** Only pieces on which a do-no-harm flag stands (`true`), or none does (`false`). */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  flagged?: boolean;

  /** Part of the title. Restricted pieces are not searched: their titles lie sealed. */
  @IsOptional()
  @IsWords(200)
  q?: string;
}
