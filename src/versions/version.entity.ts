import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

export const VERSION_ACTS = ['found', 'created', 'changed', 'restored'] as const;

/** That somebody changed a thing, and when. Written by triggers alone. */
@Entity()
@Unique(['workspaceId', 'id'])
@Unique(['itemId', 'version'])
@Check(`act IN ('${VERSION_ACTS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
export class RecordVersion {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid') workspaceId!: string;
  /** Of which kind the thing is: `source`, `follow-up`. */
  @Column('text') noun!: string;
  @Column('uuid') itemId!: string;
  /** The thing's own, when it was changed. */
  @Column('integer') version!: number;
  @Column('text') act!: (typeof VERSION_ACTS)[number];
  /** Null where it is not known or was done by the operator. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) recordedAt!: Date;
}

/** One field of it, before and after; or one member of a set that was taken out or put in. Never changed, erased with the thing. */
@Entity()
@Check(`field <> ''`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => RecordVersion, ['workspaceId', 'versionId'], ['workspaceId', 'id'])
export class VersionChange {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' }) id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') versionId!: string;
  @Column('text') field!: string;
  /** Of the words of evidence, their hash. */
  @Column('jsonb', { nullable: true }) before!: unknown;
  @Column('jsonb', { nullable: true }) after!: unknown;
}
