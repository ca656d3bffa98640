import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { ActorView } from '../access/actor.dto.js';
import { IsInstant } from '../common/fields.js';
import { AsList, PageQuery } from '../common/page.dto.js';

export class AuditEventsQuery extends PageQuery {
  /** `at` or `-at`. */
  @IsOptional()
  @IsString()
  sort: string = '-at';

  /** @example ["track.transitioned"] */
  @IsOptional()
  @AsList()
  @Matches(/^[a-z-]+\.[a-z-]+$/, { each: true })
  action?: string[];

  /** Of one thing. */
  @IsOptional()
  @IsUUID()
  objectId?: string;

  /** Of one member (the membership). */
  @IsOptional()
  @IsUUID()
  person?: string;

  /** From this instant on (RFC 3339). */
  @IsOptional()
  @IsInstant()
  from?: string;

  /** Before this instant. */
  @IsOptional()
  @IsInstant()
  to?: string;
}

/** An entry of the tamper-evident log. */
export class AuditEventView {
  id!: string;
  /** Instant of the database, in UTC, to the microsecond. */
  at!: string;
  /** @example track.transitioned */
  action!: string;
  objectType!: string;
  objectId!: string | null;
  objectVersion!: number | null;
  outcome!: 'allow' | 'deny';
  level!: 'public' | 'coalition' | 'organization' | 'restricted';
  requestId!: string;
  /** Null where whoever did it is no member: signing in, founding. */
  actor!: ActorView | null;
  /** Data hash of the event, as it was answered in `Audit-Receipt`. */
  receipt!: string;
  /** What changed; null where it was erased. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  details!: Record<string, unknown> | null;
}
