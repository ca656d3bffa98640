import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { DISMISSABLE, type Fault, FAULTS } from './faults.js';

/**
 * That somebody said of a thing that what looks wrong is fine, or took that back; append-only, the newest counts. It holds while the
 * thing is as it was (`mark`), and is as confidential as the thing.
 */
@Entity()
@Index(['itemId', 'recordedAt'])
@Check(`fault IN ('${FAULTS.join("', '")}')`)
@Check(`act IN ('dismissed', 'taken-back')`)
@Check(`subject_type IN ('${DISMISSABLE.join("', '")}')`)
@Check(`(act = 'dismissed') = (reason_hash IS NOT NULL)`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class Dismissal extends AddedRow {
  @Column('text') fault!: Fault;
  /** Made of the fault and what it is about: nothing is kept of what is wrong itself. */
  @Column('uuid') itemId!: string;
  @Column('text') subjectType!: (typeof DISMISSABLE)[number];
  @Column('uuid') subjectId!: string;
  /** With faults of two things: seen only by whoever sees both. */
  @Column('uuid', { nullable: true }) otherId!: string | null;
  @Column('text') mark!: string;
  @Column('text') act!: 'dismissed' | 'taken-back';
  /** Salted hash of the reason in `words`. */
  @Column('bytea', { nullable: true }) reasonHash!: Buffer | null;
}
