import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Origin } from './origin.entity.js';

export const EVIDENCE_KINDS = ['link', 'file', 'account'] as const;
export const LEVELS = ['public', 'coalition', 'organization', 'restricted'] as const;
export type Level = (typeof LEVELS)[number];
export const TERMS = ['quotable', 'unattributed', 'background'] as const;
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const ACCEPTANCES = ['proposed', 'accepted', 'declined'] as const;
export const WITHDRAWALS = ['none', 'withdrawn', 'erased'] as const;

/** A link, a file or an account. What it says lives in `words`, whose salted hashes stand here. */
@Entity()
@Check(`kind IN ('${EVIDENCE_KINDS.join("', '")}')`)
@Check(`confidentiality IN ('${LEVELS.join("', '")}')`)
@Check(`withdrawal IN ('${WITHDRAWALS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'heldBy'], ['workspaceId', 'id'])
@ForeignKey(() => Origin, ['workspaceId', 'originId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['acceptedBy'], ['id'])
@ForeignKey(() => Person, ['verifiedBy'], ['id'])
@ForeignKey(() => Person, ['enteredBy'], ['id'])
export class Evidence extends EditableRow {
  @Column('uuid') organizationId!: string;
  @Column('text', { default: 'coalition' }) confidentiality!: Level;
  @Column('text') kind!: (typeof EVIDENCE_KINDS)[number];
  @Column('text') title!: string;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('text', { nullable: true }) canonicalUrl!: string | null;
  @Column('text', { nullable: true }) terms!: (typeof TERMS)[number] | null;
  /** Of an account on information that its organization holds and shows to fewer people. */
  @Column('uuid', { nullable: true }) heldBy!: string | null;
  @Column('bytea', { nullable: true }) statementHash!: Buffer | null;
  @Column('bytea', { nullable: true }) findingHash!: Buffer | null;
  @Column('bytea', { nullable: true }) quoteHash!: Buffer | null;
  @Column('text', { nullable: true }) locator!: string | null;
  @Column('text', { nullable: true }) publisher!: string | null;
  @Column('uuid') originId!: string;
  @Column('text', { nullable: true }) publishedOn!: string | null;
  @Column('date', { nullable: true }) publishedLast!: string | null;
  @Column('date', { nullable: true }) accessedOn!: string | null;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('text', { nullable: true }) reliability!: (typeof RELIABILITIES)[number] | null;
  @Column('integer', { nullable: true }) credibility!: number | null;
  @Column('text') acceptance!: (typeof ACCEPTANCES)[number];
  @Column('bytea', { nullable: true }) acceptanceReasonHash!: Buffer | null;
  @Column('uuid', { nullable: true }) acceptedBy!: string | null;
  @Column('uuid', { nullable: true }) verifiedBy!: string | null;
  @Column('timestamptz', { nullable: true }) verifiedAt!: Date | null;
  @Column('uuid') enteredBy!: string;
  /** Whoever changed it since: they brought it as well. */
  @Column('uuid', { array: true, default: [] }) editedBy!: string[];
  @Column('bytea', { nullable: true }) sha256!: Buffer | null;
  @Column('text', { nullable: true }) mediaType!: string | null;
  @Column('bigint', { nullable: true }) size!: string | null;
  /** Where the bytes lie, under the workspace; made by us, and null once they are erased. */
  @Column('uuid', { nullable: true, unique: true }) blobKey!: string | null;
  /** What else there is of it is sealed unless this is `none`; the facts are in `evidence_withdrawal`. */
  @Column('text', { default: 'none' }) withdrawal!: (typeof WITHDRAWALS)[number];
}
