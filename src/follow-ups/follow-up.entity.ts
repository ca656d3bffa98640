import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Membership } from '../organizations/membership.entity.js';
import { Addressee } from '../addressees/addressee.entity.js';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { Source } from '../sources/source.entity.js';

/** One recommendation as followed with one addressee. What is marked as kept is copied here by triggers. */
@Entity()
@Unique(['recommendationId', 'addresseeId'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Recommendation, ['workspaceId', 'recommendationId'], ['workspaceId', 'id'])
@ForeignKey(() => Addressee, ['workspaceId', 'addresseeId'], ['workspaceId', 'id'])
@ForeignKey(() => Addressee, ['workspaceId', 'viaGroupId'], ['workspaceId', 'id'])
@ForeignKey(() => Source, ['workspaceId', 'sourceId'], ['workspaceId', 'id'])
@ForeignKey(() => Membership, ['workspaceId', 'ownerId'], ['workspaceId', 'id'])
export class FollowUp extends EditableRow {
  /** Kept: level and owner of the recommendation. */
  @Column('uuid') organizationId!: string;
  @Column('text') confidentiality!: 'public' | 'coalition' | 'organization';
  @Column('uuid') recommendationId!: string;
  /** Kept. */
  @Column('text') recommendationCode!: string;
  /** Kept. */
  @Column('uuid') sourceId!: string;
  /** Kept. */
  @Column('uuid', { array: true, default: [] }) themeIds!: string[];
  @Column('uuid') addresseeId!: string;
  /** The group that it was spread out from. */
  @Column('uuid', { nullable: true }) viaGroupId!: string | null;
  /** Asked by the source itself, or reached through others only. */
  @Column('boolean') asked!: boolean;
  /** What this addressee must do. */
  @Column('text') ask!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  /** Kept, as the next five: states and phases of both tracks, the next date due, whether it is closed. */
  @Column('text', { nullable: true }) responseState!: string | null;
  @Column('text', { nullable: true }) responsePhase!: string | null;
  @Column('text', { nullable: true }) implementationState!: string | null;
  @Column('text', { nullable: true }) implementationPhase!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('boolean', { default: false }) closed!: boolean;
  /** Kept: of both tracks. */
  @Column('boolean', { default: false }) responseContested!: boolean;
  @Column('boolean', { default: false }) implementationContested!: boolean;
  /** When a track last moved. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) movedAt!: Date;
}

/** An edge of a chain: this follow-up is pressed through that one. Links may meet, never run in a circle. */
@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Recommendation, ['workspaceId', 'recommendationId'], ['workspaceId', 'id'])
@ForeignKey(() => FollowUp, ['recommendationId', 'followUpId'], ['recommendationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => FollowUp, ['recommendationId', 'throughId'], ['recommendationId', 'id'])
export class FollowUpLink {
  @Column('uuid') workspaceId!: string;
  @Column('uuid') recommendationId!: string;
  @PrimaryColumn('uuid') followUpId!: string;
  @PrimaryColumn('uuid') throughId!: string;
}
