import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Workspace } from '../organizations/workspace.entity.js';

/** A subject that recommendations are grouped by. */
@Entity()
@Unique(['workspaceId', 'code'])
@Check(`code ~ '^[a-z0-9][a-z0-9-]{0,59}$'`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class Theme extends EditableRow {
  /** Short and stable: `refugees`, `forced-labour`. */
  @Column('text') code!: string;
  @Column('text') label!: string;
  /** Further languages: `{ "ko": "난민" }`. */
  @Column('jsonb', { default: {} }) labels!: Record<string, string>;
}
