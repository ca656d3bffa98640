import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Workspace } from '../organizations/workspace.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { Engagement } from './engagement.entity.js';

/** What an engagement was about. */
@Entity()
@Index(['recommendationId'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Engagement, ['workspaceId', 'engagementId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Recommendation, ['workspaceId', 'recommendationId'], ['workspaceId', 'id'])
export class EngagementRecommendation {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') engagementId!: string;
  @PrimaryColumn('uuid') recommendationId!: string;
}
