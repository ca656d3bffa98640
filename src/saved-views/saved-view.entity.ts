import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

/** A page as one person likes to see it, under a name. Nobody else reads it; its address can be sent on. */
@Entity()
@Unique(['workspaceId', 'personId', 'name'])
@Check(`name <> ''`)
@Check(`address ~ '^/[a-z-]+([?][!-~]*)?$'`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class SavedView extends EditableRow {
  @Column('uuid') personId!: string;
  @Column('text') name!: string;
  /** Within the workspace: page, filters, order and columns, `/follow-ups?overdue=true`. */
  @Column('text') address!: string;
}
