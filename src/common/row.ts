import { Column, PrimaryColumn } from 'typeorm';

/** What every row of a workspace has that people edit. The database counts `version` and sets the instants. */
export abstract class EditableRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) updatedAt!: Date;
}

/** What a row of a workspace has that is only ever added: who added it, for which organization, when. */
export abstract class AddedRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) recordedAt!: Date;
}
