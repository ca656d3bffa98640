import { Check, Column, Entity, ForeignKey } from 'typeorm';
import { AddedRow } from '../common/row.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../organizations/person.entity.js';
import { Workspace } from '../organizations/workspace.entity.js';
import { SHOWS, type Shows, type Stance, STANCES } from '../workflows/workflow.definition.js';
import { Track } from './track.entity.js';

/** What a piece of evidence means to a track, append-only: the newest row of a pair counts, one without stance takes it off. */
@Entity()
@Check(`stance IN ('${STANCES.join("', '")}')`)
@Check(`shows IN ('${SHOWS.join("', '")}')`)
@ForeignKey(() => Workspace, ['workspaceId'], ['id'])
@ForeignKey(() => Track, ['workspaceId', 'trackId'], ['workspaceId', 'id'])
@ForeignKey(() => Evidence, ['workspaceId', 'evidenceId'], ['workspaceId', 'id'])
@ForeignKey(() => Organization, ['workspaceId', 'organizationId'], ['workspaceId', 'id'])
@ForeignKey(() => Person, ['personId'], ['id'])
export class TrackEvidence extends AddedRow {
  @Column('uuid') trackId!: string;
  @Column('uuid') evidenceId!: string;
  @Column('text', { nullable: true }) stance!: Stance | null;
  @Column('text', { nullable: true }) shows!: Shows | null;
}
