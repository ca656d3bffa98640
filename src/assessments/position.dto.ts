import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsWords } from '../common/fields.js';
import { POSITIONS } from './track-position.entity.js';

export class TakePositionDto {
  /** Signs on to what another organization found or claimed, abstains from it, or objects to it. */
  @ApiProperty({ enum: POSITIONS })
  @IsIn(POSITIONS)
  position!: (typeof POSITIONS)[number];

  /** The assessment of another organization; left out, what was claimed of the track, as it stands now. */
  @IsOptional()
  @IsUUID()
  assessmentId?: string;

  /** Why. Needed to object. */
  @ValidateIf((dto: TakePositionDto) => dto.position === 'objection' || dto.reasons !== undefined)
  @IsWords(10_000)
  reasons?: string;
}

export class AnswerObjectionDto {
  /** What is said to it; it is kept and shown beside the objection. */
  @IsWords(10_000)
  reasons!: string;
}

export class WithdrawObjectionDto {
  /** Why it no longer stands. */
  @IsOptional()
  @IsWords(10_000)
  reasons?: string;
}

/** How an objection ended. */
export class ObjectionAnswerView {
  /** Answered by somebody of another organization, or withdrawn by its own. */
  act!: 'answered' | 'withdrawn';
  by!: ActorView;
  /** Null where there are none, where they were erased, or where the reader may not read them. */
  reasons!: string | null;
  recordedAt!: string;
}

/** Where an organization stands on the assessment of another, or on what was claimed. */
export class PositionView {
  id!: string;
  trackId!: string;
  /** What it is about: an assessment, */
  assessmentId!: string | null;
  /** or the transition that the track stood on when it was taken. */
  transitionId!: string | null;
  @ApiProperty({ enum: POSITIONS })
  position!: (typeof POSITIONS)[number];
  /** For which organization, and by whom. */
  by!: ActorView;
  reasons!: string | null;
  recordedAt!: string;
  /** No later one of the same organization on the same thing takes its place. */
  standing!: boolean;
  /** An objection that nobody answered and that was not withdrawn: until then nothing is verified. */
  open!: boolean;
  answer!: ObjectionAnswerView | null;
}
