import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import { FollowUp } from './follow-up.entity.js';

/** When something is due on an axis, and on what basis; append-only. Of one follow-up, or of all of a recommendation. */
@Entity()
@Check(`axis IN ('response', 'implementation')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Recommendation, ['workspaceId', 'recommendationId'], ['workspaceId', 'id'])
@ForeignKey(() => FollowUp, ['recommendationId', 'followUpId'], ['recommendationId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class Deadline extends AddedRow {
  @Column('uuid') recommendationId!: string;
  @Column('uuid', { nullable: true }) followUpId!: string | null;
  @Column('text') axis!: 'response' | 'implementation';
  /** EDTF. */
  @Column('text') dueOn!: string;
  @Column('date') dueLast!: string;
  @Column('text') basis!: string;
  @Column('text', { nullable: true }) condition!: string | null;
  /** States of the track's workflow that meet it; empty: whatever fulfils, or answers. */
  @Column('text', { array: true, default: [] }) metBy!: string[];
}

/** A later date for a deadline: the old one stays, and it is said who extended it and by what. */
@Entity()
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Deadline, ['workspaceId', 'deadlineId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class DeadlineExtension extends AddedRow {
  @Column('uuid') deadlineId!: string;
  @Column('text') dueOn!: string;
  @Column('date') dueLast!: string;
  @Column('text') extendedBy!: string;
  @Column('text') basis!: string;
}
