import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What was answered to the first request with a key: for the same person, organization and path, for a day. */
@Entity()
@Unique(['workspaceId', 'personId', 'organizationId', 'path', 'key'])
@Check(`key ~ '^[!-~]{1,200}$'`)
@Check('octet_length(request_hash) = 32')
@Check(`receipt ~ '^[0-9a-f]{64}$'`)
@ForeignKey('Workspace', ['workspaceId'], ['id'])
@ForeignKey('Person', ['personId'], ['id'])
@ForeignKey('Organization', ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
export class IdempotencyKey {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') path!: string;
  @Column('text') key!: string;
  /** SHA-256 of query and body in canonical form: another request with the same key is told apart. */
  @Column('bytea') requestHash!: Buffer;
  /** The answer's JSON as it went out; null once evidence that it names was withdrawn. Its status is 201: only what was made is kept. */
  @Column('text', { nullable: true }) body!: string | null;
  /** Of its ETag. */
  @Column('integer', { nullable: true }) version!: number | null;
  /** Of its Audit-Receipt. */
  @Column('text', { nullable: true }) receipt!: string | null;
  @Column('timestamptz') expiresAt!: Date;
}
