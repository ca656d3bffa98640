import { ApiProperty } from '@nestjs/swagger';
import { NamedView } from '../access/actor.dto.js';
import { CodedView } from '../follow-ups/follow-up.view.js';
import { LinkedTitleView } from './timeline-link.dto.js';

/** Somebody who took part, as what, and on whose side. */
export class TimelineParticipantView {
  side!: 'acting' | 'addressed' | 'other';
  role!: string;
}

/** A piece that shows the act: its text, that it arrived, what was said, that it took place, or the reply. */
export class ShownByView {
  shows!: 'text' | 'delivery' | 'minutes' | 'took-place' | 'reply';
  evidence!: LinkedTitleView;
}

/** An act of advocacy, and whether it was answered. */
export class TimelineEngagementView {
  kind!: string;
  summary!: string;
  /** Whose record it is; who acted, where `byAddressee` is null. */
  organization!: NamedView;
  byAddressee!: CodedView | null;
  /** With whom. */
  addressees!: CodedView[];
  /** By when a reply was awaited (EDTF). */
  awaitedOn!: string | null;
  /** What came of it. */
  outcome!: string | null;
  /** Who took part, by role. */
  participants!: TimelineParticipantView[];
  /** Evidence of the act itself, of what the reader may know, the oldest first. */
  evidence!: ShownByView[];
  /** Those of the addressees whose response to this recommendation is still awaited, or stated to be missing. */
  silent!: CodedView[];
  /** For how many days it is past, today in the workspace's time zone: since then the silent ones are silent. */
  @ApiProperty({ type: 'integer' })
  days!: number;
}
