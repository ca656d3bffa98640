import { ApiProperty } from '@nestjs/swagger';
import { ActorView } from '../access/actor.dto.js';
import { ThemeInBriefView } from '../taxonomy/theme.dto.js';
import { AsOfView } from './as-of.dto.js';
import { TrackView } from './track.dto.js';

export class CodedView {
  id!: string;
  code!: string;
  name!: string;
}

export class AskView {
  id!: string;
  code!: string;
  /** In the reader's language where it is translated. */
  title!: string;
}

export class OwnerView {
  /** The membership. */
  id!: string;
  name!: string;
}

export class ClosingView {
  kind!: 'overtaken-by-events' | 'superseded' | 'withdrawn-by-us' | 'duplicate';
  /** EDTF. */
  occurredOn!: string | null;
  reason!: string | null;
  by!: ActorView;
  recordedAt!: string;
}

/** How many members of a group have follow-ups of their own. */
export class MembersView {
  /** @example 192 */
  count!: number;
  /** @example 7 */
  followed!: number;
  /** @example 185 */
  notFollowed!: number;
}

/** One recommendation as followed with one addressee. */
export class FollowUpView extends AsOfView {
  id!: string;
  recommendation!: AskView;
  addressee!: CodedView;
  asked!: boolean;
  ask!: string;
  /** Follow-ups that it is pressed through. */
  through!: string[];
  viaGroup!: CodedView | null;
  /** Where the addressee is a group. */
  members!: MembersView | null;
  response!: TrackView;
  implementation!: TrackView;
  /** The earliest date not met, as last extended (its last possible day); null where there is none. */
  dueOn!: string | null;
  /** When one of its tracks was last moved. */
  movedAt!: string;
  /** Of the recommendation. */
  themes!: ThemeInBriefView[];
  /** Computed: today, in the workspace's time zone, is past it. */
  overdue!: boolean;
  /** Computed with it: how many days today is past `dueOn`; 0 where it is not overdue, which the day itself is not. */
  @ApiProperty({ type: 'integer' })
  daysOverdue!: number;
  /** Verified evidence disagrees on one of its tracks: they name it. */
  contested!: boolean;
  owner!: OwnerView | null;
  closing!: ClosingView | null;
  version!: number;
  updatedAt!: string;
}
