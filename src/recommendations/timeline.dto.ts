import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { CodedView } from '../follow-ups/follow-up.view.js';
import { TransitionView } from '../follow-ups/transition.dto.js';
import { AXES } from '../workflows/workflow.definition.js';

export class TimelineQuery extends AsOfPageQuery {
  /** `occurredOn` (its last possible day) or `recordedAt`, with `-` before it to turn it round. */
  @IsOptional()
  @IsString()
  sort: string = '-occurredOn';
}

/** A transition with what is needed to tell it in words. */
export class TimelineEntryView extends TransitionView {
  @ApiProperty({ enum: AXES })
  axis!: (typeof AXES)[number];
  /** Null on the publication axis. */
  followUpId!: string | null;
  /** Whom it is about; null on the publication axis. */
  addressee!: CodedView | null;
  /** What was done, in the reader's language. */
  transitionLabel!: string;
  /** The state that it leads to, in the reader's language. */
  label!: string;
  /** What that state counts as; null on the publication axis. */
  phase!: string | null;
}
