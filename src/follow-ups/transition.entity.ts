import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { STANCES, type Stance } from '../workflows/workflow.definition.js';
import { CrossWalk } from '../workflows/cross-walk.entity.js';
import { Workflow, WorkflowState } from '../workflows/workflow.entity.js';
import { Track } from './track.entity.js';

/** A change of state, append-only. To correct one, another is added that names it and takes its position. */
@Entity()
@Unique(['trackId', 'id'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Track, ['workspaceId', 'trackId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Workflow, ['workflowId'], ['id'])
@ForeignKey(() => WorkflowState, ['fromWorkflowId', 'fromState'], ['workflowId', 'state'])
@ForeignKey(() => WorkflowState, ['workflowId', 'toState'], ['workflowId', 'state'])
@ForeignKey(() => CrossWalk, ['workspaceId', 'crossWalkId'], ['workspaceId', 'id'])
@ForeignKey(() => Transition, ['trackId', 'corrects'], ['trackId', 'id'])
@ForeignKey(() => Transition, ['trackId', 'voids'], ['trackId', 'id'])
export class Transition extends AddedRow {
  @Column('uuid') trackId!: string;
  /** Of the state that it leads to. */
  @Column('uuid') workflowId!: string;
  /** Of the state that it starts from: another one in a migration, and in the void of what was carried over. */
  @Column('uuid') fromWorkflowId!: string;
  /** With `migrate`: under which one. */
  @Column('uuid', { nullable: true }) crossWalkId!: string | null;
  @Column('text') transition!: string;
  @Column('text') fromState!: string;
  @Column('text') toState!: string;
  /** Order among the transitions that count; null stands in the timeline only. Numeric, since some come in between. */
  @Column('numeric', { nullable: true }) position!: string | null;
  @Column('uuid', { nullable: true, unique: true }) corrects!: string | null;
  @Column('uuid', { nullable: true }) voids!: string | null;
  /** When it happened (EDTF); null is not known. */
  @Column('text', { nullable: true }) occurredOn!: string | null;
  /** Last day on which it can have happened: never after the day it was recorded. */
  @Column('date') occurredLast!: string;
  @Column('boolean', { default: false }) unchecked!: boolean;
  /** Who classified it so, where the workflow asks. */
  @Column('text', { nullable: true }) codedBy!: string | null;
  /** What else was noted, of the flags that the workflow has. */
  @Column('text', { array: true, default: [] }) flags!: string[];
  /** Salted hash of the note in `words`. */
  @Column('bytea', { nullable: true }) noteHash!: Buffer | null;
}

/** The evidence that a transition cites, in the version that it had then. */
@Entity()
@Check(`stance IN ('${STANCES.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Transition, ['workspaceId', 'transitionId'], ['workspaceId', 'id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
export class TransitionEvidence {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') transitionId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('integer') evidenceVersion!: number;
  @Column('text') stance!: Stance;
}
