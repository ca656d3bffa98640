import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Workspace } from '../organizations/workspace.entity.js';
import { AXES, type Axis, type Labels, type WorkflowDefinition } from './workflow.definition.js';

/** One version of a definition; it never changes. Built-in ones belong to no workspace. */
@Entity()
@Check(`axis IN ('${AXES.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class Workflow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) workspaceId!: string | null;
  @Column('text') key!: string;
  @Column('integer') version!: number;
  @Column('text') axis!: Axis;
  @Column('boolean') official!: boolean;
  @Column('jsonb') definition!: WorkflowDefinition;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
}

/** A state of a workflow, apart, so that lists read its label and phase without opening the definition. */
@Entity()
@ForeignKey(() => Workflow, ['workflowId'], ['id'])
export class WorkflowState {
  @PrimaryColumn('uuid') workflowId!: string;
  @PrimaryColumn('text') state!: string;
  @Column('text', { nullable: true }) phase!: string | null;
  @Column('jsonb') labels!: Labels;
  /** Its place in the definition. */
  @Column('integer') position!: number;
}
