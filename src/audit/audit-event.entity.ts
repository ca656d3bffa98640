import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** An entry of the log: who did what to which thing, when. Append-only; the details are encrypted. */
@Entity()
@Check(`action ~ '^[a-z-]+[.][a-z-]+$'`)
@Check(`outcome IN ('allow', 'deny')`)
@Check(`confidentiality IN ('public', 'coalition', 'organization', 'restricted')`)
@ForeignKey('Workspace', ['workspaceId'], ['id'])
export class AuditEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
  /** Null for what is done outside any workspace: signing in and out. */
  @Column('uuid', { nullable: true }) workspaceId!: string | null;
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) accountId!: string | null;
  /** The session, access token or invitation that the request came with. */
  @Column('uuid', { nullable: true }) sessionId!: string | null;
  @Column('text') action!: string;
  @Column('text') objectType!: string;
  @Column('uuid', { nullable: true }) objectId!: string | null;
  @Column('integer', { nullable: true }) objectVersion!: number | null;
  @Column('text') outcome!: 'allow' | 'deny';
  @Column('text') requestId!: string;
  @Column('text') confidentiality!: string;
  @Column('bytea') details!: Buffer;
}
