import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Workspace } from '../organizations/workspace.entity.js';

export const FILE_KINDS = ['evidence', 'link-copy', 'intake', 'inbox-item', 'words'] as const;
/** `locked`: sealed with a key that this installation does not have. */
export const FILE_OUTCOMES = ['whole', 'changed', 'missing', 'locked'] as const;

/** How the bytes of a file, or the words of a restricted piece, were found when they were read last. Seen by whoever sees what it belongs to. */
@Entity()
@Check(`kind IN ('${FILE_KINDS.join("', '")}')`)
@Check(`outcome IN ('${FILE_OUTCOMES.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
export class FileCheck {
  /** Of words: the piece. */
  @PrimaryColumn('uuid') blobKey!: string;
  @Column('uuid') workspaceId!: string;
  @Column('text') kind!: (typeof FILE_KINDS)[number];
  /** The piece of evidence, of a copy of a link too; the document that came in; what was put aside. */
  @Column('uuid') subjectId!: string;
  @Column('text') outcome!: (typeof FILE_OUTCOMES)[number];
  /** Since when it was found so each time. */
  @Column('timestamptz') since!: Date;
  @Column('timestamptz') checkedAt!: Date;
}
