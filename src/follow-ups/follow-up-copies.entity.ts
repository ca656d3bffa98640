import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Workspace } from '../organizations/workspace.entity.js';
import { Theme } from '../taxonomy/theme.entity.js';
import { FollowUp } from './follow-up.entity.js';

/** A follow-up under one of its themes, for lists of a theme. All of it is kept by triggers. */
@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => FollowUp, ['workspaceId', 'id'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Theme, ['workspaceId', 'themeId'], ['workspaceId', 'id'])
export class FollowUpTheme {
  @Column('uuid') workspaceId!: string;
  /** Of the follow-up. */
  @PrimaryColumn('uuid') id!: string;
  @PrimaryColumn('uuid') themeId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') confidentiality!: 'public' | 'coalition' | 'organization';
  @Column('uuid') recommendationId!: string;
  @Column('text') recommendationCode!: string;
  @Column('uuid') sourceId!: string;
  @Column('uuid') addresseeId!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('boolean') asked!: boolean;
  @Column('text', { nullable: true }) responseState!: string | null;
  @Column('text', { nullable: true }) responsePhase!: string | null;
  @Column('text', { nullable: true }) implementationState!: string | null;
  @Column('text', { nullable: true }) implementationPhase!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('boolean') closed!: boolean;
  @Column('timestamptz') movedAt!: Date;
  @Column('boolean') responseContested!: boolean;
  @Column('boolean') implementationContested!: boolean;
}

/** What one change added to the counts of one group, or what many did, folded. All of it is kept by triggers. */
@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class FollowUpCount {
  @PrimaryColumn('bigint') id!: string;
  @Column('uuid') workspaceId!: string;
  /** What is grouped by: addressee, theme, source or organization. */
  @Column('text') kind!: string;
  @Column('uuid') key!: string;
  /** The organization whose own they are; the nil UUID for what the whole workspace sees. */
  @Column('uuid') scope!: string;
  @Column('integer') awaited!: number;
  @Column('integer') agreed!: number;
  @Column('integer') partlyAgreed!: number;
  @Column('integer') notAgreed!: number;
  @Column('integer') noReply!: number;
  @Column('integer') unknown!: number;
  @Column('integer') notStarted!: number;
  @Column('integer') progressing!: number;
  @Column('integer') fulfilled!: number;
  @Column('integer') notDone!: number;
  @Column('integer') reversed!: number;
  @Column('integer') closed!: number;
  /** Due before the counting day. */
  @Column('integer') overdue!: number;
  @Column('integer') responseContested!: number;
  @Column('integer') implementationContested!: number;
}

/** Up to which day what is due counts as overdue in a workspace's counts. */
@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class CountingDay {
  @PrimaryColumn('uuid') workspaceId!: string;
  @Column('date') day!: string;
}
