import { Column, Entity, ForeignKey, Unique } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Workflow } from './workflow.entity.js';

/** Which state of one workflow is which of another, as a workspace states it. It never changes; stated again, the newest counts. */
@Entity()
@Unique(['workspaceId', 'id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Workflow, ['fromWorkflowId'], ['id'])
@ForeignKey(() => Workflow, ['toWorkflowId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class CrossWalk extends AddedRow {
  @Column('uuid') fromWorkflowId!: string;
  @Column('uuid') toWorkflowId!: string;
  @Column('text') source!: string;
  @Column('text') reason!: string;
  /** By state of the old workflow; one that is not there has no counterpart. */
  @Column('jsonb') states!: Record<string, string>;
}
