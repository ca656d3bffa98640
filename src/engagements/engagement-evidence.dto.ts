import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { WeighedPieceView } from '../follow-ups/track-evidence.dto.js';
import { ENGAGEMENT_SHOWS, type EngagementShows } from './engagement-evidence.entity.js';

export class AttachEvidenceDto {
  /** A piece that is there already, and not withdrawn. */
  @IsUUID()
  evidenceId!: string;

  /** What of the engagement it shows: its text, that it was delivered, what was said, that it took place, or the reply. */
  @ApiProperty({ enum: ENGAGEMENT_SHOWS })
  @IsIn(ENGAGEMENT_SHOWS)
  shows!: EngagementShows;
}

/** A piece of evidence of the engagement itself. */
export class EngagementEvidenceView {
  id!: string;
  evidence!: WeighedPieceView;
  @ApiProperty({ enum: ENGAGEMENT_SHOWS })
  shows!: EngagementShows;
  linkedBy!: ActorView;
  recordedAt!: string;
}
