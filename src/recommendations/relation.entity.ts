import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Recommendation, RELATION_KINDS } from './recommendation.entity.js';

/** How a recommendation stands to another one. Two allies may ask opposite things: both stay, linked. */
@Entity()
@Unique(['recommendationId', 'otherId', 'kind'])
@Check(`kind IN ('${RELATION_KINDS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Recommendation, ['workspaceId', 'recommendationId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Recommendation, ['workspaceId', 'otherId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
export class Relation extends EditableRow {
  @Column('uuid') recommendationId!: string;
  @Column('uuid') otherId!: string;
  @Column('text') kind!: (typeof RELATION_KINDS)[number];
  @Column('text', { nullable: true }) note!: string | null;
}
