import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

export const INBOX_KINDS = ['link', 'sentence', 'file'] as const;

/** A link, a sentence or a file that somebody put aside for later. Nobody else reads it; once it is gone, nothing of it stays. */
@Entity()
@Check(`kind IN ('${INBOX_KINDS.join("', '")}')`)
@Check(`(kind = 'link') = (url IS NOT NULL)`)
@Check(`(kind = 'file') = (blob_key IS NOT NULL)`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
export class InboxItem extends EditableRow {
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: (typeof INBOX_KINDS)[number];
  /** As it was pasted or written; of a file its name. */
  @Column('text') text!: string;
  /** Of a link: the address in the text. */
  @Column('text', { nullable: true }) url!: string | null;
  @Column('bytea', { nullable: true }) sha256!: Buffer | null;
  @Column('text', { nullable: true }) mediaType!: string | null;
  @Column('bigint', { nullable: true }) size!: string | null;
  @Column('uuid', { nullable: true, unique: true }) blobKey!: string | null;
  /** Taken out; for a day it can be put back. */
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
}
