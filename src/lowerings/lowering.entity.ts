import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Evidence, type Level } from '../evidence/evidence.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import type { KeptAnswer } from './checklist.js';

export const LOWERING_DECISIONS = ['agreed', 'refused', 'taken-back', 'lapsed'] as const;

/** That more people be able to read a piece: asked by one person with a checklist, decided by another. */
@Entity()
@Check(`decision IN ('${LOWERING_DECISIONS.join("', '")}')`)
@Check(`decision NOT IN ('agreed', 'refused') OR decided_by <> person_id`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
@ForeignKey(() => Person, ['decidedBy'], ['id'])
export class Lowering extends AddedRow {
  @Column('uuid') evidenceId!: string;
  @Column('text') fromLevel!: Level;
  @Column('text') toLevel!: Level;
  /** What was answered; its words live in `words`, sealed and erased with the piece. */
  @Column('jsonb') checklist!: KeptAnswer[];
  @Column('bytea') reasonHash!: Buffer;
  @Column('text', { nullable: true }) decision!: (typeof LOWERING_DECISIONS)[number] | null;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt!: Date | null;
  /** Why it was refused. */
  @Column('bytea', { nullable: true }) decisionReasonHash!: Buffer | null;
}
