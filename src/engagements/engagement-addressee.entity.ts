import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Addressee } from '../addressees/addressee.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Engagement } from './engagement.entity.js';

/** With whom an engagement was. */
@Entity()
@Index(['addresseeId'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Engagement, ['workspaceId', 'engagementId'], ['workspaceId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Addressee, ['workspaceId', 'addresseeId'], ['workspaceId', 'id'])
export class EngagementAddressee {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') engagementId!: string;
  @PrimaryColumn('uuid') addresseeId!: string;
}
