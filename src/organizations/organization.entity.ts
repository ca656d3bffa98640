import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Workspace } from './workspace.entity.js';

/** An NGO, or another body that takes part in a workspace. */
@Entity()
@Unique(['workspaceId', 'id'])
@Unique(['workspaceId', 'name'])
@Check(`name <> ''`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class Organization extends EditableRow {
  @Column('text') name!: string;
}
