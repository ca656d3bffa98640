import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Workspace } from '../organizations/workspace.entity.js';
import { Evidence } from './evidence.entity.js';

/** The key of a sealed file, wrapped by one of the keys outside the database; erased with the file. */
@Entity()
@Check(`key_id ~ '^[0-9a-f]{16}$'`)
@Check('generation > 0')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
export class EvidenceKey {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  /** Which key of the ring wrapped it: says which, and nothing of it. */
  @Column('text') keyId!: string;
  @Column('bytea') wrapped!: Buffer;
  /** Counts how often it was wrapped; bound to it, so that an older wrapping can't be put back. */
  @Column('integer', { default: 1 }) generation!: number;
}
