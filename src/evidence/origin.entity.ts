import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Workspace } from '../organizations/workspace.entity.js';

/** The original that evidence goes back to: copies of one original count once. */
@Entity()
@Unique(['workspaceId', 'name'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class Origin extends EditableRow {
  @Column('text') name!: string;
}
