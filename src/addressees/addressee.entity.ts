import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Workspace } from '../organizations/workspace.entity.js';

export const ADDRESSEE_KINDS = ['state', 'group', 'regional-organization', 'un-body', 'company', 'other'] as const;
export type AddresseeKind = (typeof ADDRESSEE_KINDS)[number];

/** A government or body that something is asked of. */
@Entity()
@Unique(['workspaceId', 'code'])
@Unique(['workspaceId', 'id'])
@Index(['workspaceId', 'name', 'id'])
@Check(`kind IN ('state', 'group', 'regional-organization', 'un-body', 'company', 'other')`)
@Check(`code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'`)
@Check(`kind = 'group' OR member_count IS NULL`)
@Check(`kind = 'state' OR iso_code IS NULL`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Addressee, ['workspaceId', 'successorId'], ['workspaceId', 'id'])
export class Addressee extends EditableRow {
  @Column('text') kind!: AddresseeKind;
  /** Short and stable: `KP`, `EU-MEMBERS`. */
  @Column('text') code!: string;
  /** ISO 3166-1 alpha-2; of states alone. */
  @Column('text', { nullable: true }) isoCode!: string | null;
  @Column('text') name!: string;
  /** Further languages: `{ "ko": "유럽연합" }`. */
  @Column('jsonb', { default: {} }) names!: Record<string, string>;
  @Column('text', { array: true, default: [] }) aliases!: string[];
  /** How many members a group says it has, where not all of them are listed. */
  @Column('integer', { nullable: true }) memberCount!: number | null;
  /** Who took its place. */
  @Column('uuid', { nullable: true }) successorId!: string | null;
}
