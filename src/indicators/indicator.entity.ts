import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';

/** A measured quantity. Numbers are plain counts in its unit; PostgreSQL's numeric comes as text. */
@Entity()
@Unique(['workspaceId', 'id'])
@Index(['workspaceId', 'title', 'id'])
@Check(`title <> ''`)
@Check(`unit <> ''`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class Indicator extends EditableRow {
  @Column('text') title!: string;
  @Column('text') unit!: string;
  @Column('numeric', { nullable: true }) baseline!: string | null;
  @Column('numeric', { nullable: true }) target!: string | null;
  /** What a reader of the series has to know, of breaks in it above all. */
  @Column('text', { nullable: true }) note!: string | null;
}

/** A recommendation that the quantity tells something about. */
@Entity()
@Index(['recommendationId'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Indicator, ['workspaceId', 'indicatorId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Recommendation, ['workspaceId', 'recommendationId'], ['workspaceId', 'id'])
export class IndicatorRecommendation {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') indicatorId!: string;
  @PrimaryColumn('uuid') recommendationId!: string;
}
