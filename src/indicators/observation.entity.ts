import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { Indicator } from './indicator.entity.js';

/**
 * What somebody said of an indicator for a period; append-only. Figures that clash stand side by side; a correction is
 * another observation that names the one whose place it takes.
 */
@Entity()
@Unique(['indicatorId', 'id'])
@Unique(['workspaceId', 'id'])
@Index(['indicatorId', 'periodLast', 'id'])
@Check('period_first <= period_last')
@Check('low <= high')
@Check('supersedes <> id')
@Check(
  '((value IS NOT NULL)::integer + (num_nonnulls(low, high) > 0)::integer + (missing_reason_hash IS NOT NULL)::integer) = 1',
)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Indicator, ['workspaceId', 'indicatorId'], ['workspaceId', 'id'])
@ForeignKey(() => Observation, ['indicatorId', 'supersedes'], ['indicatorId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class Observation extends AddedRow {
  @Column('uuid') indicatorId!: string;
  /** EDTF: a day, a month, a year, or an interval of them. */
  @Column('text') period!: string;
  @Column('date') periodFirst!: string;
  @Column('date') periodLast!: string;
  @Column('numeric', { nullable: true }) value!: string | null;
  /** At least; without `high` a range that is open above. */
  @Column('numeric', { nullable: true }) low!: string | null;
  /** At most; without `low` a range that is open below. */
  @Column('numeric', { nullable: true }) high!: string | null;
  @Column('boolean') estimate!: boolean;
  /** Counted otherwise than before: not to be compared with what is older. */
  @Column('boolean', { default: false }) breaksSeries!: boolean;
  /** Salted hashes of words: who says so may name a person. */
  @Column('bytea') saidByHash!: Buffer;
  @Column('bytea', { nullable: true }) noteHash!: Buffer | null;
  @Column('bytea', { nullable: true }) missingReasonHash!: Buffer | null;
  /** What it corrects; one observation is corrected once, and then its correction is. */
  @Column('uuid', { nullable: true, unique: true }) supersedes!: string | null;
}

/** What an observation rests on, in the version that it had then. */
@Entity()
@Index(['evidenceId'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Observation, ['workspaceId', 'observationId'], ['workspaceId', 'id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
export class ObservationEvidence {
  @Column('uuid') workspaceId!: string;
  @PrimaryColumn('uuid') observationId!: string;
  @PrimaryColumn('uuid') evidenceId!: string;
  @Column('integer') evidenceVersion!: number;
}
