import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { Addressee } from '../addressees/addressee.entity.js';
import { EditableRow } from '../common/row.js';
import { Organization } from '../organizations/organization.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';

export const ENGAGEMENT_KINDS = ['letter', 'request', 'reminder', 'meeting', 'statement', 'hearing', 'event'] as const;
export type EngagementKind = (typeof ENGAGEMENT_KINDS)[number];
export const ENGAGEMENT_LEVELS = ['public', 'coalition', 'organization'] as const;
export type EngagementLevel = (typeof ENGAGEMENT_LEVELS)[number];

/** Of whoever acted, of those it was with, or somebody else who was there. */
export const PARTICIPANT_SIDES = ['acting', 'addressed', 'other'] as const;
export type ParticipantSide = (typeof PARTICIPANT_SIDES)[number];

/** An act of advocacy: by a member organization, or by an addressee towards another. One letter delivers all its asks at once. */
@Entity()
@Unique(['workspaceId', 'id'])
@Index(['workspaceId', 'occurredLast', 'id'])
@Check(`confidentiality IN ('public', 'coalition', 'organization')`)
@Check(`kind IN ('letter', 'request', 'reminder', 'meeting', 'statement', 'hearing', 'event')`)
@Check(`jsonb_typeof(participants) = 'array'`)
@Check('(awaited_on IS NULL) = (awaited_last IS NULL)')
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Addressee, ['workspaceId', 'byAddresseeId'], ['workspaceId', 'id'])
export class Engagement extends EditableRow {
  /** Whose record it is, and who acted where no addressee did. */
  @Column('uuid') organizationId!: string;
  @Column('text', { default: 'coalition' }) confidentiality!: EngagementLevel;
  @Column('text') kind!: EngagementKind;
  /** The addressee that acted towards the others. */
  @Column('uuid', { nullable: true }) byAddresseeId!: string | null;
  /** EDTF. */
  @Column('text') occurredOn!: string;
  /** The last day that `occurredOn` can mean, and no later than the day it was entered. */
  @Column('date') occurredLast!: string;
  @Column('text') summary!: string;
  @Column('text', { nullable: true }) outcome!: string | null;
  /** EDTF: by when a reply is awaited. */
  @Column('text', { nullable: true }) awaitedOn!: string | null;
  @Column('date', { nullable: true }) awaitedLast!: string | null;
  /** Who took part, by role and never by name. */
  @Column('jsonb', { default: [] }) participants!: { side: ParticipantSide; role: string }[];
}
