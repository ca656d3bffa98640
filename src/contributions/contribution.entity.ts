import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { EditableRow } from '../common/row.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

/** How sure it is that advocacy had a part in it: from nothing known to the addressee's own word. */
export const STRENGTHS = ['not-known', 'plausible', 'documented', 'confirmed-by-addressee'] as const;
export type Strength = (typeof STRENGTHS)[number];
/** Who may read it: a restricted one would be nobody's statement but one person's. */
export const CONTRIBUTION_LEVELS = ['public', 'coalition', 'organization'] as const;
export type ContributionLevel = (typeof CONTRIBUTION_LEVELS)[number];
export const CONTRIBUTION_STATES = ['stated', 'withdrawn'] as const;

/**
 * What an organization says its advocacy had to do with what came of a follow-up. What it says stands in its acts, of which the
 * newest `stated` counts; strength and state are copied from them. It moves no track and counts as nothing that was done.
 */
@Entity()
@Unique(['workspaceId', 'id'])
@Index(['workspaceId', 'updatedAt', 'id'])
@Index(['followUpId'])
@Check(`confidentiality IN ('${CONTRIBUTION_LEVELS.join("', '")}')`)
@Check(`strength IN ('${STRENGTHS.join("', '")}')`)
@Check(`state IN ('${CONTRIBUTION_STATES.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => FollowUp, ['workspaceId', 'followUpId'], ['workspaceId', 'id'])
export class Contribution extends EditableRow {
  /** Whose statement it is: only its members state it anew or withdraw it. */
  @Column('uuid') organizationId!: string;
  @Column('uuid') followUpId!: string;
  @Column('text') confidentiality!: ContributionLevel;
  @Column('text') strength!: Strength;
  @Column('text', { default: 'stated' }) state!: (typeof CONTRIBUTION_STATES)[number];
}
