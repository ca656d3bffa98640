import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsDay, IsWords } from '../common/fields.js';
import { AsList, PageQuery } from '../common/page.dto.js';

export const REQUEST_STATES = ['open', 'confirmed', 'declined', 'lapsed'] as const;
type RequestState = (typeof REQUEST_STATES)[number];

export class CreateReaderRequestDto {
  /** The membership of who is to open the piece: neither oneself nor the administrator. */
  @IsUUID()
  memberId!: string;

  /** Why they need to. The administrator reads it too: it should not lead to the source. */
  @IsWords(1000)
  reason!: string;

  /**
   * The last day on which they may open it; not after the last day of whoever asks.
   * @example 2026-12-31
   */
  @IsDay()
  endsOn!: string;

  /** The membership of the administrator who is to confirm: nobody else is told of it. */
  @IsUUID()
  askedOfId!: string;
}

export class DecideReaderRequestDto {
  @IsIn(['confirm', 'decline'])
  decision!: 'confirm' | 'decline';
}

export class ReaderRequestsQuery extends PageQuery {
  /** Only those that stand like this. */
  @IsOptional()
  @AsList()
  @IsIn(REQUEST_STATES, { each: true })
  @ApiProperty({ enum: REQUEST_STATES, isArray: true })
  state?: RequestState[];

  /** Only of this piece. */
  @IsOptional()
  @IsUUID()
  evidenceId?: string;
}

/** A person named on a restricted piece. */
export class EvidenceReaderView {
  /** Of the naming, not of the member. */
  id!: string;
  reader!: ActorView;
  reason!: string;
  /** The last day; null for whoever brought the piece. */
  endsOn!: string | null;
  /** When it was ended before its day; null while it was not. */
  endedAt!: string | null;
  /** Whether they may open the piece now. */
  mayOpen!: boolean;
  /** Whoever asked for it; who brought the piece named themselves. */
  namedBy!: ActorView;
  /** The administrator who confirmed it; null for whoever brought the piece. */
  confirmedBy!: ActorView | null;
  createdAt!: string;
}

/** That somebody be named on a restricted piece. */
export class ReaderRequestView {
  id!: string;
  /** Null for an administrator who was asked and may not open it. */
  evidenceId!: string | null;
  reader!: ActorView;
  reason!: string;
  endsOn!: string;
  requestedBy!: ActorView;
  askedOf!: ActorView;
  createdAt!: string;
  /** After seven days without a decision it has lapsed. */
  @ApiProperty({ enum: REQUEST_STATES })
  state!: RequestState;
  decidedAt!: string | null;
}
