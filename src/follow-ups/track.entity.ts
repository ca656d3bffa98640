import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { AXES, type Axis } from '../workflows/workflow.definition.js';
import { Workflow, WorkflowState } from '../workflows/workflow.entity.js';
import { FollowUp } from './follow-up.entity.js';

/** One axis of a follow-up, or the publication of a recommendation. Its state is a cache of the transition it stands on. */
@Entity()
@Unique(['followUpId', 'axis'])
@Check(`axis IN ('${AXES.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Recommendation, ['workspaceId', 'recommendationId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => FollowUp, ['workspaceId', 'followUpId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Workflow, ['workflowId'], ['id'])
@ForeignKey(() => WorkflowState, ['workflowId', 'state'], ['workflowId', 'state'])
export class Track extends EditableRow {
  /** Kept by triggers: level and owner of the recommendation. */
  @Column('uuid') organizationId!: string;
  @Column('text') confidentiality!: 'public' | 'coalition' | 'organization';
  @Column('uuid') recommendationId!: string;
  @Column('uuid', { nullable: true }) followUpId!: string | null;
  @Column('text') axis!: Axis;
  /** The one version that it is pinned to. */
  @Column('uuid') workflowId!: string;
  @Column('text') state!: string;
  @Column('text', { nullable: true }) phase!: string | null;
  /** The transition of highest position that is not corrected; none at the start. */
  @Column('uuid', { nullable: true }) standsOn!: string | null;
  /** It stands on history that was entered by `open` and nobody checked. */
  @Column('boolean', { default: false }) unchecked!: boolean;
  /** Kept by triggers: verified evidence disagrees with it or with other evidence, or assessments disagree. */
  @Column('boolean', { default: false }) contested!: boolean;
}
