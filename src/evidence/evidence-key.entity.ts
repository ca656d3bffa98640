import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Workspace } from '../organizations/workspace.entity.js';
import { Evidence } from './evidence.entity.js';

/** A key that seals something of a restricted piece, wrapped by one of the keys outside the database; erased with the piece. */
@Entity()
@Check(`key_id ~ '^[0-9a-f]{16}$'`)
@Check('generation > 0')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
export class EvidenceKey {
  @Column('uuid') workspaceId!: string;
  @Column('uuid') evidenceId!: string;
  /** What it is for: the blob of the file, the piece for its words, or what has a reason of its own: a withdrawal, a request for a reader. */
  @PrimaryColumn('uuid') seals!: string;
  /** Which key of the ring wrapped it: says which, and nothing of it. */
  @Column('text') keyId!: string;
  @Column('bytea') wrapped!: Buffer;
  /** Counts how often it was wrapped; bound to it, so that an older wrapping can't be put back. */
  @Column('integer', { default: 1 }) generation!: number;
  /** Texts under it open in the place of their own field alone; bound to it too. False for files, and for words that an earlier release sealed. */
  @Column('boolean', { default: false }) bindsFields!: boolean;
}
