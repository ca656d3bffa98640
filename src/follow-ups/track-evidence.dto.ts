import { ActorView, NamedView } from '../access/actor.dto.js';
import { DamageView } from '../evidence/damage.view.js';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { SHOWS, STANCES } from '../workflows/workflow.definition.js';

export class LinkEvidenceDto {
  @IsUUID()
  evidenceId!: string;

  /** What it says about whether the ask is met (or accepted): never about the present state. */
  @ApiProperty({ enum: STANCES })
  @IsIn(STANCES)
  stance!: (typeof STANCES)[number];

  /** A reply of the addressee, or an official record that is the act itself. */
  @ApiProperty({ enum: SHOWS, required: false })
  @IsOptional()
  @IsIn(SHOWS)
  shows?: (typeof SHOWS)[number];
}

export class LinkedPieceView {
  id!: string;
  /** Null once it is withdrawn. */
  title!: string | null;
  kind!: 'link' | 'file' | 'account';
  url!: string | null;
  confidentiality!: string;
  acceptance!: string;
  verification!: 'none' | 'verified';
  /** Not `none`: it counts for nothing. */
  withdrawal!: 'none' | 'withdrawn' | 'erased';
}

/** What a piece of evidence means to a track. */
export class TrackEvidenceView {
  id!: string;
  evidence!: LinkedPieceView;
  stance!: 'supports' | 'contradicts' | 'context';
  shows!: 'reply' | 'act' | null;
  linkedBy!: ActorView;
  recordedAt!: string;
}

/** A linked piece with what is needed to weigh it. Everything that describes it is null once it is withdrawn. */
export class WeighedPieceView extends LinkedPieceView {
  /** Null where there is none, and of restricted pieces: those are opened one by one. */
  finding!: string | null;
  publisher!: string | null;
  /** EDTF. */
  publishedOn!: string | null;
  /** Of its source: A to F. */
  reliability!: string | null;
  /** Of what it says: 1 confirmed to 6 cannot be judged. */
  credibility!: number | null;
  origin!: NamedView | null;
  mediaType!: string | null;
  /** Bytes. */
  size!: number | null;
  /** What is wrong with what is stored of it, by the daily check; null where nothing is. */
  damage!: DamageView | null;
  enteredBy!: ActorView;
  /** For If-Match, where it is accepted or verified. */
  version!: number;
}

/** What a piece of evidence means to one of the two tracks of a follow-up. */
export class FollowUpEvidenceView {
  id!: string;
  trackId!: string;
  axis!: 'response' | 'implementation';
  evidence!: WeighedPieceView;
  stance!: 'supports' | 'contradicts' | 'context';
  shows!: 'reply' | 'act' | null;
  linkedBy!: ActorView;
  recordedAt!: string;
}
