import { ActorView } from '../access/actor.dto.js';
import { ArrayMaxSize, IsArray, IsIn, Matches } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { IsEdtf, IsWords, MayBeLeftOut } from '../common/fields.js';

export class CreateDeadlineDto {
  @ApiProperty({ enum: ['response', 'implementation'] })
  @IsIn(['response', 'implementation'])
  axis!: 'response' | 'implementation';

  /**
   * EDTF; it is past on the day after its last possible day.
   * @example 2019-12-22
   */
  @IsEdtf()
  dueOn!: string;

  /**
   * On what it rests; for a derived one, how it was derived.
   * @example 24 months after adoption
   */
  @IsWords(1000)
  basis!: string;

  /** If it holds only under a condition. */
  @MayBeLeftOut()
  @IsWords(1000)
  condition?: string;

  /** States of the track's workflow that meet it; left out: whatever fulfils the ask, or answers it. */
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(30)
  @Matches(/^[a-z][a-z0-9-]{0,59}$/, { each: true })
  metBy?: string[];
}

export class ExtendDeadlineDto {
  /** The new date (EDTF). */
  @IsEdtf()
  dueOn!: string;

  /** Who extended it. */
  @IsWords(300)
  extendedBy!: string;

  /** By what: a letter, a decision. */
  @IsWords(1000)
  basis!: string;
}

/** A later date; the old one stays. */
export class ExtensionView {
  id!: string;
  dueOn!: string;
  extendedBy!: string;
  basis!: string;
  by!: ActorView;
  recordedAt!: string;
}

/** How one follow-up stands to a deadline: computed for today, in the workspace's time zone. */
export class DeadlineStandingView {
  followUpId!: string;
  met!: boolean;
  /** Not met and past; of a closed follow-up never. */
  overdue!: boolean;
  /** Met, but surely after the date. */
  late!: boolean;
}

/** When something is due on an axis, and on what basis. */
export class DeadlineView {
  id!: string;
  recommendationId!: string;
  /** Null: of all follow-ups of the recommendation. */
  followUpId!: string | null;
  axis!: 'response' | 'implementation';
  /** As first set (EDTF). */
  dueOn!: string;
  /** As last extended (EDTF). */
  currentDueOn!: string;
  basis!: string;
  condition!: string | null;
  metBy!: string[];
  /** How each follow-up that it binds stands to it. */
  standing!: DeadlineStandingView[];
  extensions!: ExtensionView[];
  by!: ActorView;
  recordedAt!: string;
}
