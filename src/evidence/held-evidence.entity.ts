import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Workspace } from '../organizations/workspace.entity.js';
import { Evidence } from './evidence.entity.js';

/** Which more confidential piece an account speaks for; append-only, and there for nobody who may not see both. */
@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Evidence, ['workspaceId', 'heldId'], ['workspaceId', 'id'])
export class HeldEvidence {
  @Column('uuid') workspaceId!: string;
  /** The account that says it. */
  @PrimaryColumn('uuid') evidenceId!: string;
  /** The piece that it speaks for. */
  @Column('uuid') heldId!: string;
}
