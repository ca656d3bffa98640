import { ApiProperty } from '@nestjs/swagger';
import { SHOWS, STANCES } from '../workflows/workflow.definition.js';

export class LinkedTitleView {
  id!: string;
  /** Null once it is withdrawn. */
  title!: string | null;
  confidentiality!: string;
}

/** That a piece was attached to a track, as it was attached then. */
export class TimelineLinkView {
  evidence!: LinkedTitleView;
  /** Null: it was taken off. */
  @ApiProperty({ enum: STANCES, nullable: true })
  stance!: (typeof STANCES)[number] | null;
  @ApiProperty({ enum: SHOWS, nullable: true })
  shows!: (typeof SHOWS)[number] | null;
}
