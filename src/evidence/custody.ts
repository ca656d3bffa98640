import { Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { v4 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { AuditLog } from '../audit/audit-log.js';
import { CustodyRecord } from './custody-record.entity.js';
import type { Evidence } from './evidence.entity.js';

/** What the log says of a piece. */
export type Told = Pick<Evidence, 'id' | 'confidentiality' | 'version'>;

/** Who had a piece in hand: a custody record and an audit event, in the transaction of what they did. */
@Injectable()
export class Custody {
  constructor(private readonly audit: AuditLog) {}

  async keep(
    tx: EntityManager,
    actor: Actor,
    piece: Told,
    act: CustodyRecord['act'],
    details: Record<string, unknown> = {},
  ): Promise<void> {
    await this.add(tx, actor, piece, { act });
    await this.tell(tx, actor, piece, `evidence.${act}`, details);
  }

  /** Who had a working copy of a file, by its own hash. */
  async keepCopy(tx: EntityManager, actor: Actor, piece: Evidence, copySha256: Buffer): Promise<void> {
    await this.add(tx, actor, piece, { act: 'copy-opened', copySha256 });
    const hashes = { sha256: piece.sha256?.toString('hex'), copySha256: copySha256.toString('hex') };
    await this.tell(tx, actor, piece, 'evidence.copy-opened', hashes);
  }

  private add(
    tx: EntityManager,
    { workspaceId, personId, organizationId }: Actor,
    { id: evidenceId }: Told,
    done: Pick<CustodyRecord, 'act'> & Partial<Pick<CustodyRecord, 'copySha256'>>,
  ): Promise<void> {
    return addUnread(tx, CustodyRecord, { id: uuid(), workspaceId, evidenceId, personId, organizationId, ...done });
  }

  /** The event alone, for what puts the piece in nobody's hand. */
  tell(
    tx: EntityManager,
    actor: Actor,
    piece: Told,
    action: string,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action,
      objectType: 'evidence',
      objectId: piece.id,
      objectVersion: piece.version,
      level: piece.confidentiality,
      details,
    });
  }
}

/** Without reading back what was inserted: a restricted row shows itself only once somebody is named on it. */
export async function addUnread<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  row: QueryDeepPartialEntity<Row>,
): Promise<void> {
  await tx.createQueryBuilder().insert().into(entity).values(row).updateEntity(false).execute();
}
