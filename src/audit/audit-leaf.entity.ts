import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AuditEvent } from './audit-event.entity.js';

/** The place of an event in the Merkle tree; filled once, by the sequencer. */
@Entity()
@Unique(['workspaceId', 'workspaceSeq'])
@Check('octet_length(data_hash) = 32')
@Check('octet_length(leaf_hash) = 32')
@Check('(leaf_index IS NULL) = (leaf_hash IS NULL) AND (leaf_index IS NULL) = (workspace_seq IS NULL)')
@ForeignKey(() => AuditEvent, ['eventId'], ['id'])
@ForeignKey('Workspace', ['workspaceId'], ['id'])
export class AuditLeaf {
  @PrimaryColumn('uuid') eventId!: string;
  @Column('uuid', { nullable: true }) workspaceId!: string | null;
  @Column('bytea') dataHash!: Buffer;
  @Column('bigint', { nullable: true, unique: true }) leafIndex!: string | null;
  @Column('bigint', { nullable: true }) workspaceSeq!: string | null;
  @Column('bytea', { nullable: true }) leafHash!: Buffer | null;
}
