import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import type { Shows, Stance } from '../workflows/workflow.definition.js';
import { TrackEvidence } from './track-evidence.entity.js';

/** Adds what a piece means to a track from now on; without stance it is taken off. The caller records the audit event. */
export async function linkEvidence(
  tx: EntityManager,
  actor: Actor,
  trackId: string,
  link: { evidenceId: string; stance: Stance | null; shows: Shows | null },
): Promise<void> {
  const { workspaceId, personId, organizationId } = actor;
  await tx.insert(TrackEvidence, { id: uuid(), workspaceId, trackId, personId, organizationId, ...link });
}
