import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Language } from '../common/language.js';
import { AddedRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

/** What of the follow-ups or recommendations in question is not in the number, by why; what is closed stands outside the total. */
export interface NotCounted {
  closed: number;
  broughtIn: number;
  voided: number;
  unknown: number;
  others: number;
}

/** A number that was counted once, with all that it takes to count it again. Nobody changes it. */
@Entity()
@Unique(['workspaceId', 'id'])
@Index(['workspaceId', 'recordedAt', 'id'])
@Check(`title <> ''`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class Tally extends AddedRow {
  @Column('text') title!: string;
  @Column('text') axis!: 'response' | 'implementation';
  @Column('text', { array: true }) phases!: string[];
  @Column('text') unit!: 'followUp' | 'recommendation';
  /** Of the period; null where it says how things stood. */
  @Column('date', { nullable: true }) firstDay!: string | null;
  @Column('date', { nullable: true }) lastDay!: string | null;
  /** What it is limited to; empty is all. */
  @Column('uuid', { array: true, default: [] }) sourceIds!: string[];
  @Column('uuid', { array: true, default: [] }) themeIds!: string[];
  @Column('uuid', { array: true, default: [] }) addresseeIds!: string[];
  @Column('date') asOf!: string;
  /** Written and read in plain statements, to the microsecond: a Date has milliseconds, which is another instant. */
  @Column('timestamptz') knownAt!: Date;
  @Column('integer') number!: number;
  @Column('integer') total!: number;
  @Column('jsonb') notCounted!: NotCounted;
  @Column('jsonb') sentences!: Record<Language, string>;
}

/** A follow-up, or a recommendation, that was counted, and the moves that it was counted for. */
@Entity()
@Unique(['tallyId', 'place'])
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Tally, ['workspaceId', 'tallyId'], ['workspaceId', 'id'])
export class TallyItem {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') tallyId!: string;
  /** Its place in the list, from 1. */
  @Column('integer') place!: number;
  @Column('uuid') recommendationId!: string;
  @Column('uuid', { nullable: true }) followUpId!: string | null;
  @Column('uuid', { array: true }) transitionIds!: string[];
}
