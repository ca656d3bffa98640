import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Membership } from '../organizations/membership.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

export const COMMENT_ACTS = ['edited', 'removed', 'resolved', 'reopened', 'seen'] as const;

/** What somebody said on a follow-up or a piece of evidence. It is as confidential as that; what became of it is added, never overwritten. */
@Entity()
@Unique(['workspaceId', 'id'])
@Unique(['followUpId', 'id'])
@Unique(['evidenceId', 'id'])
@Check('num_nonnulls(follow_up_id, evidence_id) = 1')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => FollowUp, ['workspaceId', 'followUpId'], ['workspaceId', 'id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Comment, ['followUpId', 'replyTo'], ['followUpId', 'id'])
@ForeignKey(() => Comment, ['evidenceId', 'replyTo'], ['evidenceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class Comment extends AddedRow {
  @Column('uuid', { nullable: true }) followUpId!: string | null;
  @Column('uuid', { nullable: true }) evidenceId!: string | null;
  /** The comment that begins the thread, which is itself no reply. */
  @Column('uuid', { nullable: true }) replyTo!: string | null;
  /** Salted hash of the text in `words`, as it was first written. */
  @Column('bytea') textHash!: Buffer;
}

/** What became of a comment, append-only: another wording, its removal, resolved or reopened, seen by whoever is mentioned. */
@Entity()
@Unique(['commentId', 'id'])
@Check(`act IN ('${COMMENT_ACTS.join("', '")}')`)
@Check(`(act = 'edited') = (text_hash IS NOT NULL)`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Comment, ['workspaceId', 'commentId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class CommentAct extends AddedRow {
  @Column('uuid') commentId!: string;
  @Column('text') act!: (typeof COMMENT_ACTS)[number];
  @Column('bytea', { nullable: true }) textHash!: Buffer | null;
}

/** Somebody who is mentioned in one wording of a comment. */
@Entity()
@Unique(['commentId', 'actId', 'membershipId'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Comment, ['workspaceId', 'commentId'], ['workspaceId', 'id'])
@ForeignKey(() => CommentAct, ['commentId', 'actId'], ['commentId', 'id'])
@ForeignKey(() => Membership, ['workspaceId', 'membershipId'], ['workspaceId', 'id'])
export class CommentMention {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') commentId!: string;
  /** The edit that mentions them; null for the first wording. */
  @Column('uuid', { nullable: true }) actId!: string | null;
  @Column('uuid') membershipId!: string;
}
