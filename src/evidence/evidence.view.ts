import { ApiProperty } from '@nestjs/swagger';
import { ActorView, NamedView } from '../access/actor.dto.js';
import { ACCEPTANCES, EVIDENCE_KINDS, LEVELS } from './evidence.entity.js';

/** A link, a file or an account. */
export class EvidenceView {
  id!: string;
  @ApiProperty({ enum: EVIDENCE_KINDS })
  kind!: (typeof EVIDENCE_KINDS)[number];
  title!: string;
  url!: string | null;
  terms!: 'quotable' | 'unattributed' | 'background' | null;
  /** Words are null where there are none, where they were erased, and of restricted pieces in lists. */
  statement!: string | null;
  finding!: string | null;
  quote!: string | null;
  locator!: string | null;
  publisher!: string | null;
  origin!: NamedView;
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
  /** Of a file, hexadecimal. */
  sha256!: string | null;
  mediaType!: string | null;
  /** Bytes. */
  size!: number | null;
  enteredBy!: ActorView;
  version!: number;
  createdAt!: string;
  updatedAt!: string;
}

export class CustodyRecordView {
  id!: string;
  act!: 'captured' | 'uploaded' | 'changed' | 'opened' | 'exported' | 'withdrawn' | 're-hashed';
  by!: ActorView;
  at!: string;
}
