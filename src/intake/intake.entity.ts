import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import type { AsSource } from './as-source.js';
import type { Block } from './document.js';

export const INTAKE_FORMATS = ['text', 'html', 'pdf', 'docx'] as const;
export type IntakeFormat = (typeof INTAKE_FORMATS)[number];
export const INTAKE_STATES = ['ready', 'recorded'] as const;
export const INTAKE_LEVELS = ['coalition', 'organization'] as const;

/** A document that came in. Its original lies in the blob store; its text never changes, so that places in it stay true. */
@Entity()
@Unique(['workspaceId', 'id'])
@Check(`format IN ('${INTAKE_FORMATS.join("', '")}')`)
@Check(`state IN ('${INTAKE_STATES.join("', '")}')`)
@Check(`confidentiality IN ('${INTAKE_LEVELS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Person, ['recordedBy'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
export class Intake extends EditableRow {
  /** Who brought it. */
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text', { default: 'coalition' }) confidentiality!: (typeof INTAKE_LEVELS)[number];
  @Column('text') title!: string;
  /** Of its text (BCP 47). */
  @Column('text', { default: 'en' }) language!: string;
  @Column('text') format!: IntakeFormat;
  @Column('text') mediaType!: string;
  /** Where it was fetched from; null of what was pasted or came as a file. */
  @Column('text', { nullable: true }) url!: string | null;
  /** Of the original. */
  @Column('bytea') sha256!: Buffer;
  @Column('bigint') size!: string;
  @Column('uuid', { unique: true }) blobKey!: string;
  @Column('text') text!: string;
  @Column('jsonb') blocks!: Block[];
  /** Null of what came before Heed read that too. */
  @Column('jsonb', { nullable: true }) asSource!: AsSource | null;
  @Column('text', { default: 'ready' }) state!: (typeof INTAKE_STATES)[number];
  /** What it became. Not a foreign key: a source may be merged or deleted, the document stays. */
  @Column('uuid', { nullable: true }) sourceId!: string | null;
  @Column('uuid', { nullable: true }) recordedBy!: string | null;
  @Column('timestamptz', { nullable: true }) recordedAt!: Date | null;
}
