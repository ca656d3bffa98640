import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

/** What may be entered twice, and become one. */
export const MERGEABLE = ['addressee', 'source'] as const;
export type Mergeable = (typeof MERGEABLE)[number];

/** Two entries for one thing that became one. It is edited once at most: when it is undone. */
@Entity()
@Unique(['workspaceId', 'id'])
@Index('merge_standing', ['oldId'], { unique: true, where: 'undone_at IS NULL' })
@Check(`noun IN ('${MERGEABLE.join("', '")}')`)
@Check('old_id <> kept_id')
@Check('(undone_by IS NULL) = (undone_at IS NULL)')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Person, ['undoneBy'], ['id'])
export class Merge extends EditableRow {
  @Column('text') noun!: Mergeable;
  @Column('uuid') oldId!: string;
  @Column('uuid') keptId!: string;
  /** The row of the old one, whole: what an undo puts back. */
  @Column('jsonb') was!: Record<string, unknown>;
  /** What the kept one got from it. */
  @Column('text', { array: true }) aliases!: string[];
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid', { nullable: true }) undoneBy!: string | null;
  @Column('timestamptz', { nullable: true }) undoneAt!: Date | null;
}

/** A row that named the old one and names the kept one since. Written by the database alone. */
@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Merge, ['workspaceId', 'mergeId'], ['workspaceId', 'id'])
export class MergeMove {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') mergeId!: string;
  @Column('text') kind!: string;
  @Column('uuid') rowId!: string;
}
