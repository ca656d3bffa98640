import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { INTAKE_LEVELS } from './intake.entity.js';

export const INTAKE_CUSTODY_ACTS = ['taken-in', 'opened', 'mismatched', 'recorded', 'discarded'] as const;
export type IntakeCustodyAct = (typeof INTAKE_CUSTODY_ACTS)[number];

/** Who had a document that came in in hand, and when; append-only. It outlives the document, so nothing of what that says is in it. */
@Entity()
@Check(`act IN ('${INTAKE_CUSTODY_ACTS.join("', '")}')`)
@Check(`confidentiality IN ('${INTAKE_LEVELS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class IntakeCustody {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') workspaceId!: string;
  @Column('uuid') intakeId!: string;
  @Column('text') confidentiality!: (typeof INTAKE_LEVELS)[number];
  @Column('text') act!: IntakeCustodyAct;
  @Column('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz', { default: () => 'clock_timestamp()' }) at!: Date;
}
