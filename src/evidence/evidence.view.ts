import { ApiProperty } from '@nestjs/swagger';
import { ActorView, NamedView } from '../access/actor.dto.js';
import { DamageView } from './damage.view.js';
import { HarmFlagView } from './harm-flag.view.js';
import { ACCEPTANCES, EVIDENCE_KINDS, LEVELS, WITHDRAWALS } from './evidence.entity.js';

/** A piece that an account speaks for. */
export class HeldPieceView {
  id!: string;
  /** Null once it is withdrawn. */
  title!: string | null;
}

/** What was found where a link leads. */
export class LookView {
  id!: string;
  /** As of `GET /evidence/{id}/copies`. */
  @ApiProperty({ enum: ['waiting', 'kept', 'dead', 'not-fetched', 'erased'] })
  outcome!: string;
  /** Why no copy was made; null where there is one, or none yet. */
  reason!: string | null;
  /**
   * What the server answered.
   * @example 404
   */
  status!: number | null;
  /** When it was asked for, RFC 3339. */
  recordedAt!: string;
  /** When it was looked at; null until then. */
  fetchedAt!: string | null;
  /** Bytes of the copy; null where there is none. */
  size!: number | null;
}

/** A link, a file or an account. */
export class EvidenceView {
  id!: string;
  @ApiProperty({ enum: EVIDENCE_KINDS })
  kind!: (typeof EVIDENCE_KINDS)[number];
  /** Null, as everything that describes it, once it is withdrawn. */
  title!: string | null;
  url!: string | null;
  terms!: 'quotable' | 'unattributed' | 'background' | null;
  /** Of an account on information that an organization holds and shows to fewer people: that organization. */
  heldBy!: NamedView | null;
  /** The more confidential piece that it speaks for: null for whoever may not see that one. */
  speaksFor!: HeldPieceView | null;
  /** Words are null where there are none, where they were erased, and of restricted pieces in lists. */
  statement!: string | null;
  finding!: string | null;
  quote!: string | null;
  locator!: string | null;
  publisher!: string | null;
  origin!: NamedView | null;
  publishedOn!: string | null;
  accessedOn!: string | null;
  language!: string | null;
  reliability!: string | null;
  credibility!: number | null;
  @ApiProperty({ enum: LEVELS })
  confidentiality!: (typeof LEVELS)[number];
  @ApiProperty({ enum: ACCEPTANCES })
  acceptance!: (typeof ACCEPTANCES)[number];
  /** Why it was declined. */
  acceptanceReason!: string | null;
  /** Whether another person checked it. */
  verification!: 'none' | 'verified';
  /** Not `none`: it is sealed, and counts for nothing. */
  @ApiProperty({ enum: WITHDRAWALS })
  withdrawal!: (typeof WITHDRAWALS)[number];
  /** While it stands the piece doesn't become public; null where there is none. */
  harmFlag!: HarmFlagView | null;
  /** Whether somebody asked that more people read it, nobody decided, and it has not lapsed: `GET /lowerings` tells what. */
  isLoweringAsked!: boolean;
  /** Of a file, hexadecimal. */
  sha256!: string | null;
  mediaType!: string | null;
  /** Bytes. */
  size!: number | null;
  /** What is wrong with what is stored of it, by the daily check; null where nothing is. */
  damage!: DamageView | null;
  /** Of a link: the last time somebody looked where it leads; null where nobody did. */
  lastLook!: LookView | null;
  /** Of a link: the newest copy that is kept; null where there is none. */
  lastCopy!: LookView | null;
  enteredBy!: ActorView;
  version!: number;
  createdAt!: string;
  updatedAt!: string;
}

export class TitledPieceView {
  id!: string;
  title!: string;
}

/** A file as it was taken. */
export class UploadedEvidenceView extends EvidenceView {
  /** Pieces with the very same bytes, of those that the caller may know. They go back to one origin. */
  duplicateOf!: TitledPieceView[];
}

export class CustodyRecordView {
  id!: string;
  act!:
    | 'captured'
    | 'uploaded'
    | 'changed'
    | 'opened'
    | 'exported'
    | 'withdrawn'
    | 're-hashed'
    | 'mismatched'
    | 'restored'
    | 'erased'
    | 'reader-named'
    | 'reader-ended'
    | 'copy-opened'
    | 'lowered';
  by!: ActorView;
  /** SHA-256 of the working copy that was opened, in hexadecimal; null for every other act. */
  copySha256!: string | null;
  at!: string;
}

/** A piece taken out of sight, and what becomes of it. */
export class EvidenceWithdrawalView {
  id!: string;
  evidenceId!: string;
  state!: 'withdrawn' | 'restored' | 'erased';
  withdrawnBy!: ActorView;
  recordedAt!: string;
  /** Null where one may not read it, and once it is erased. */
  reason!: string | null;
  /** What a first person asked for, until a second one confirms it. */
  decision!: 'restore' | 'erase' | null;
  requestedBy!: ActorView | null;
  requestedAt!: string | null;
  confirmedBy!: ActorView | null;
  confirmedAt!: string | null;
  /** Who opened or exported it before, newest first: whoever may hold a copy. */
  openedBy!: CustodyRecordView[];
}
