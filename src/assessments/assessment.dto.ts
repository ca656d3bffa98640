import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsEdtf, IsWords, MayBeLeftOut } from '../common/fields.js';
import { AsBoolean } from '../common/page.dto.js';
import { AsOfPageQuery, AsOfView } from '../follow-ups/as-of.dto.js';
import { TrackEvidenceView } from '../follow-ups/track-evidence.dto.js';
import { PHASES } from '../workflows/workflow.definition.js';
import { ASSESSMENT_LEVELS, CONFIDENCES } from './assessment.entity.js';
import { PositionView } from './position.dto.js';

/** Of both axes; which of them fit is said by the axis of the track. */
const ALL_PHASES = [...PHASES.response, ...PHASES.implementation];

export class CreateAssessmentDto {
  /** What one's own organization finds: a phase of the track's axis. */
  @ApiProperty({ enum: ALL_PHASES })
  @IsIn(ALL_PHASES)
  phase!: (typeof ALL_PHASES)[number];

  /** How sure it is. */
  @ApiProperty({ enum: CONFIDENCES })
  @IsIn(CONFIDENCES)
  confidence!: (typeof CONFIDENCES)[number];

  /** Why. */
  @IsWords(10_000)
  reasons!: string;

  /**
   * When it was so, as precisely as it is known (EDTF); null where that is not known.
   * @example 2019-12-22
   */
  @ValidateIf((_, value) => value !== null)
  @IsEdtf()
  occurredOn!: string | null;

  /** What it stands on: pieces that whoever reads the assessment may read too. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  evidenceIds?: string[];

  /** Who may read it, no more openly than the recommendation. Left out: the coalition, or the organization where the recommendation is for it alone. */
  @ApiProperty({ enum: ASSESSMENT_LEVELS, required: false })
  @MayBeLeftOut()
  @IsIn(ASSESSMENT_LEVELS)
  confidentiality?: (typeof ASSESSMENT_LEVELS)[number];
}

export class AssessmentsQuery extends AsOfPageQuery {
  /** Only those that stand, or only those that a later one of the same organization superseded. */
  @IsOptional()
  @AsBoolean()
  @IsBoolean()
  standing?: boolean;
}

export class AssessedPieceView {
  id!: string;
  /** Null once the piece is withdrawn. */
  title!: string | null;
  kind!: 'link' | 'file' | 'account';
  confidentiality!: string;
  withdrawal!: 'none' | 'withdrawn' | 'erased';
}

/** An organization's own finding. */
export class AssessmentView {
  id!: string;
  trackId!: string;
  /** For which organization, and who recorded it. */
  by!: ActorView;
  /** What it finds. */
  phase!: string;
  @ApiProperty({ enum: CONFIDENCES })
  confidence!: (typeof CONFIDENCES)[number];
  /** Null where they were erased. */
  reasons!: string | null;
  /** When it was so (EDTF); null: not known. */
  occurredOn!: string | null;
  recordedAt!: string;
  @ApiProperty({ enum: ASSESSMENT_LEVELS })
  confidentiality!: (typeof ASSESSMENT_LEVELS)[number];
  /** No later one of the same organization superseded it. */
  standing!: boolean;
  /** What it stands on, of what the reader may see. */
  evidence!: AssessedPieceView[];
  /** Where other organizations stand on it, oldest first. */
  positions!: PositionView[];
}

/** What a track stands on: who said so, and when. */
export class StandsOnView {
  transitionId!: string;
  by!: ActorView;
  recordedAt!: string;
}

/** What organizations find, and beside it what the addressee says. */
export class AssessmentsView extends AsOfView {
  items!: AssessmentView[];
  /** Give it back as `cursor` for the next page; null at the end. */
  nextCursor!: string | null;
  /** With `count=true`: how many in all. */
  @ApiProperty({ type: 'integer', required: false })
  count?: number;
  /** What the workspace's own state stands on; null where nothing was recorded yet. */
  claim!: StandsOnView | null;
  /** The addressee's own account (right of reply): the newest 50 pieces that are linked to the follow-up as a reply. */
  replies!: TrackEvidenceView[];
  /** Where organizations stand on what was claimed of the track, oldest first: the newest 100. */
  positions!: PositionView[];
}
