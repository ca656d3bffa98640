import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Addressee } from './addressee.entity.js';

/** An addressee as a member of a group, with its dates as precise as they are known. */
@Entity()
@Unique(['groupId', 'memberId'])
@Unique(['workspaceId', 'id'])
@Index(['memberId'])
@Check('group_id <> member_id')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Addressee, ['workspaceId', 'groupId'], ['workspaceId', 'id'])
@ForeignKey(() => Addressee, ['workspaceId', 'memberId'], ['workspaceId', 'id'])
export class AddresseeMember extends EditableRow {
  @Column('uuid') groupId!: string;
  @Column('uuid') memberId!: string;
  /** EDTF; null where it is not known or was always so. */
  @Column('text', { nullable: true }) fromOn!: string | null;
  /** The last day that `fromOn` can mean: a member from then on for certain. */
  @Column('date', { nullable: true }) fromLast!: string | null;
  /** EDTF; null while it lasts. */
  @Column('text', { nullable: true }) untilOn!: string | null;
  /** The last day that `untilOn` can mean: no member from then on. */
  @Column('date', { nullable: true }) untilLast!: string | null;
}
