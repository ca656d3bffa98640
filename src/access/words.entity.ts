import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Words that may have to be erased one day; rows that never change hold only their hash. Tables above are named by name. */
@Entity()
@Check(`confidentiality IN ('public', 'coalition', 'organization', 'restricted', 'name')`)
@Check(`confidentiality <> 'restricted' OR evidence_id IS NOT NULL`)
@ForeignKey('Workspace', ['workspaceId'], ['id'])
@ForeignKey('Organization', ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey('Evidence', ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
export class Words {
  @PrimaryColumn('uuid') workspaceId!: string;
  @PrimaryColumn('bytea') hash!: Buffer;
  @Column('bytea') salt!: Buffer;
  @Column('text') text!: string;
  @Column('text') confidentiality!: string;
  @Column('uuid') organizationId!: string;
  /** The piece of evidence whose words they are: sealed and erased with it; of a restricted one read by its readers. */
  @Column('uuid', { nullable: true }) evidenceId!: string | null;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
}
