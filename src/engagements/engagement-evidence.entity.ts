import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Engagement } from './engagement.entity.js';

/** What of an engagement a piece shows: its text, that it arrived, what was said, that it took place, or what was answered. */
export const ENGAGEMENT_SHOWS = ['text', 'delivery', 'minutes', 'took-place', 'reply'] as const;
export type EngagementShows = (typeof ENGAGEMENT_SHOWS)[number];

/** Evidence of the engagement itself, append-only: the newest row of a pair counts, one that shows nothing takes it off. */
@Entity()
@Check(`shows IN ('${ENGAGEMENT_SHOWS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Engagement, ['workspaceId', 'engagementId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class EngagementEvidence extends AddedRow {
  @Column('uuid') engagementId!: string;
  @Column('uuid') evidenceId!: string;
  @Column('text', { nullable: true }) shows!: EngagementShows | null;
}
