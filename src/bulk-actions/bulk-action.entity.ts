import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { type BulkActionKind, BULK_ACTIONS, type Refusal, type Stands, type Wish } from './single-act.js';

/** One act on many things: previewed by its maker, confirmed, perhaps undone. Nobody else reads it. */
@Entity()
@Unique(['workspaceId', 'id'])
@Check(`action IN ('${BULK_ACTIONS.join("', '")}')`)
@Check('undone_at IS NULL OR confirmed_at IS NOT NULL')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
export class BulkAction extends EditableRow {
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') action!: BulkActionKind;
  /** What it does to each item, as it was asked for. */
  @Column('jsonb') does!: Wish;
  /** Until then it can be confirmed. */
  @Column('timestamptz') expiresAt!: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;
  /** Why it was undone. */
  @Column('text', { nullable: true }) note!: string | null;
}

export const ITEM_STATES = ['allowed', 'refused', 'done', 'undone', 'kept'] as const;

/** One thing of a bulk action. Its state is the truth about what was done, and goes forward only. */
@Entity()
@Unique(['bulkActionId', 'position'])
@Unique(['bulkActionId', 'objectId'])
@Check(`state IN ('${ITEM_STATES.join("', '")}')`)
@Check(`(refusal IS NOT NULL) = (state IN ('refused', 'kept'))`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => BulkAction, ['workspaceId', 'bulkActionId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
export class BulkActionItem extends EditableRow {
  @Column('uuid') bulkActionId!: string;
  @Column('integer') position!: number;
  /** Track, follow-up, recommendation or next step, as the action has it. Not a foreign key: it may be deleted, the receipt stays. */
  @Column('uuid') objectId!: string;
  /** Its version in the preview; null where it was not there. */
  @Column('integer', { nullable: true }) objectVersion!: number | null;
  @Column('text') state!: (typeof ITEM_STATES)[number];
  @Column('jsonb', { nullable: true }) before!: Stands | null;
  @Column('jsonb', { nullable: true }) after!: Stands | null;
  /** Why it was refused, or could not be undone. */
  @Column('jsonb', { nullable: true }) refusal!: Refusal | null;
  /** The transition, link, deadline, next step or outcome that was made. */
  @Column('uuid', { nullable: true }) madeId!: string | null;
  /** Of the audit log: everything that was done to it. */
  @Column('uuid', { array: true, default: [] }) eventIds!: string[];
}
