import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { HoldsNoLists, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsList, PageQuery } from '../common/page.dto.js';
import { LEVELS } from '../evidence/evidence.entity.js';
import { ANSWERS, CODES } from './checklist.js';
import { LOWERING_DECISIONS } from './lowering.entity.js';

/** Levels that something can be lowered to. */
const LOWER = ['public', 'coalition', 'organization'] as const;
export const LOWERING_STATES = ['open', ...LOWERING_DECISIONS] as const;
type LoweringState = (typeof LOWERING_STATES)[number];

export class ChecklistAnswerDto {
  /** `consent` of the source; `identifiers`: names, places, dates, voices, metadata; who could come to `harm`; the working `copy`. */
  @ApiProperty({ enum: CODES })
  @IsIn(CODES)
  code!: string;

  /** `given` or `no-source`; `removed` or `none`; `nobody` or `weighed`; `looked-at` or `no-file`. */
  @ApiProperty({ enum: ANSWERS })
  @IsIn(ANSWERS)
  answer!: string;

  /** Needed with `given` (how that is recorded) and `weighed` (who, and what protects them). */
  @MayBeLeftOut()
  @IsWords(2000)
  note?: string;
}

export class CreateLoweringDto {
  /** The level that it shall have: one that more people read. */
  @ApiProperty({ enum: LOWER })
  @IsIn(LOWER)
  to!: (typeof LOWER)[number];

  /** Every question answered once. */
  @IsArray()
  @ArrayMaxSize(20)
  @HoldsNoLists()
  @ValidateNested({ each: true })
  @Type(() => ChecklistAnswerDto)
  checklist!: ChecklistAnswerDto[];

  /** Why more people need to read it. */
  @IsWords(4000)
  reason!: string;
}

export class DecideLoweringDto {
  @ApiProperty({ enum: ['agree', 'refuse'] })
  @IsIn(['agree', 'refuse'])
  decision!: 'agree' | 'refuse';

  /** Needed to refuse. */
  @ValidateIf((dto: DecideLoweringDto) => dto.decision === 'refuse' || dto.reason !== undefined)
  @IsWords(4000)
  reason?: string;
}

export class LoweringPreviewQuery {
  @ApiProperty({ enum: LOWER })
  @IsIn(LOWER)
  to!: (typeof LOWER)[number];
}

export class LoweringsQuery extends PageQuery {
  /** Only those that stand like this. */
  @IsOptional()
  @AsList()
  @IsIn(LOWERING_STATES, { each: true })
  @ApiProperty({ enum: LOWERING_STATES, isArray: true, required: false })
  state?: LoweringState[];

  /** Only of this piece. */
  @IsOptional()
  @IsUUID()
  evidenceId?: string;
}

export class ChecklistQuestionView {
  @ApiProperty({ enum: CODES })
  code!: string;
  /** The answers that there are. */
  @ApiProperty({ enum: ANSWERS, isArray: true })
  answers!: string[];
  /** The answers that need a note. */
  @ApiProperty({ enum: ANSWERS, isArray: true })
  noteWith!: string[];
}

/** What lowering a level would mean. */
export class LoweringPreviewView {
  @ApiProperty({ enum: LEVELS })
  from!: string;
  @ApiProperty({ enum: LEVELS })
  to!: string;
  /** How many people of the workspace can open the piece now. */
  readersNow!: number;
  /** And how many could then. At `public` whoever it is shown or given to outside as well. */
  readersThen!: number;
  /** Whether a do-no-harm flag stands in the way: only of `public`. */
  isBlocked!: boolean;
  checklist!: ChecklistQuestionView[];
}

export class ChecklistAnswerView {
  @ApiProperty({ enum: CODES })
  code!: string;
  @ApiProperty({ enum: ANSWERS })
  answer!: string;
  /** Null where there is none, where it was erased, or where one may not read it. */
  note!: string | null;
}

/** That a piece be lowered to a level that more people read. Whoever could not read the piece before never sees it. */
export class LoweringView {
  id!: string;
  evidenceId!: string;
  @ApiProperty({ enum: LEVELS })
  from!: string;
  @ApiProperty({ enum: LEVELS })
  to!: string;
  /** Open ones lapse after 30 days, when the piece is changed, and when whoever asked may not ask any more. */
  @ApiProperty({ enum: LOWERING_STATES })
  state!: LoweringState;
  checklist!: ChecklistAnswerView[];
  /** Null once it is erased, and while the piece is withdrawn. */
  reason!: string | null;
  requestedBy!: ActorView;
  recordedAt!: string;
  /** The other person; of one that was taken back, whoever asked. Null while nobody did. */
  decidedBy!: ActorView | null;
  decidedAt!: string | null;
  /** Why it was refused. */
  decisionReason!: string | null;
}
