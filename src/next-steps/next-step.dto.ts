import { OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsBoolean, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsEdtf, IsWords } from '../common/fields.js';
import { AsBoolean, AsList } from '../common/page.dto.js';
import { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { type Outcome, OUTCOMES, STEP_STATES, type StepState } from './next-step.entity.js';

export class CreateNextStepDto {
  /**
   * What is to be done.
   * @example Ask the mission in Geneva for a date.
   */
  @IsWords(1000)
  what!: string;

  /** Who does it: a membership of one's own organization. */
  @IsUUID()
  ownerId!: string;

  /**
   * By when (EDTF).
   * @example 2026-12
   */
  @IsEdtf()
  dueOn!: string;

  /** The follow-up that it is about; or else an engagement or a source. */
  @IsOptional()
  @IsUUID()
  followUpId?: string | null;

  /** The engagement that it is about; or else a follow-up or a source. */
  @IsOptional()
  @IsUUID()
  engagementId?: string | null;

  /** The source, a letter as a whole, that it is about; or else a follow-up or an engagement. */
  @IsOptional()
  @IsUUID()
  sourceId?: string | null;
}

/** What it is about stays as it was entered. */
export class UpdateNextStepDto extends PartialType(
  OmitType(CreateNextStepDto, ['followUpId', 'engagementId', 'sourceId'] as const),
  { skipNullProperties: false },
) {}

export class CreateOutcomeDto {
  /** What became of it; `reopened` takes back either of the others. */
  @IsIn(OUTCOMES)
  outcome!: Outcome;

  /** How it went. Why, where it was dropped or reopened: then it has to be there. */
  @IsOptional()
  @IsWords(2000)
  note?: string | null;
}

export class NextStepsQuery extends AsOfPageQuery {
  /** Only those in one of these states. */
  @IsOptional()
  @AsList()
  @IsIn(STEP_STATES, { each: true })
  state?: StepState[];

  /** `true`: only open ones past their day; `false`: only others. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  overdue?: boolean;

  /** Only those that one of these memberships does. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  owner?: string[];

  /** Only those on one of these follow-ups. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  followUp?: string[];

  /** Only those on a follow-up of one of these recommendations. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  recommendation?: string[];

  /** Only those on one of these engagements. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  engagement?: string[];

  /** Only those on one of these sources as a whole. */
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  source?: string[];

  /** `dueOn` (the earliest first) or `-dueOn`. */
  @IsOptional()
  @IsString()
  @IsIn(['dueOn', '-dueOn'])
  sort: string = 'dueOn';
}
