// The links of a chain in the database. Chains change under the lock of their recommendation.

import { shownWhere } from '../access/shown-rows.js';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import type { Recommendation } from '../recommendations/recommendation.entity.js';
import { makesCircle } from './chain.js';
import { FollowUp, FollowUpLink } from './follow-up.entity.js';

/** 422 where nobody would ask; 404 for a follow-up that is not one of this recommendation. */
export async function checkThrough(
  tx: EntityManager,
  recommendation: Recommendation,
  asked: boolean,
  through: string[],
): Promise<void> {
  if (!asked && through.length === 0)
    throw problems.unfit('/through', 'nobody-asks', say`Say through whom it is pressed, or that it is asked itself.`);
  const known =
    through.length === 0
      ? []
      : await tx.findBy(FollowUp, shownWhere({ id: In(through), recommendationId: recommendation.id }));
  const missing = through.findIndex((id) => !known.some((f) => f.id === id));
  if (missing >= 0) throw problems.notFound(`/through/${String(missing)}`);
}

/** What a follow-up is pressed through now. */
export async function throughOf(tx: EntityManager, followUpId: string): Promise<string[]> {
  const links = await tx.findBy(FollowUpLink, { followUpId });
  return links.map((link) => link.throughId);
}

/** Puts other links in place of those of a follow-up; 409 where a chain would run in a circle. The recommendation is locked. */
export async function relink(
  tx: EntityManager,
  actor: Actor,
  recommendation: Recommendation,
  followUp: FollowUp,
  through: string[],
): Promise<void> {
  const edges = await tx.findBy(FollowUpLink, { recommendationId: recommendation.id });
  if (makesCircle(edges, followUp.id, through)) throw problems.circle();
  const present = edges.filter((edge) => edge.followUpId === followUp.id).map((edge) => edge.throughId);
  const removed = present.filter((id) => !through.includes(id));
  if (removed.length > 0) await tx.delete(FollowUpLink, { followUpId: followUp.id, throughId: In(removed) });
  const added = through.filter((id) => !present.includes(id));
  await link(tx, actor, recommendation.id, followUp.id, added);
}

export async function link(
  tx: EntityManager,
  { workspaceId }: Actor,
  recommendationId: string,
  followUpId: string,
  through: string[],
): Promise<void> {
  if (through.length > 0)
    await tx.insert(
      FollowUpLink,
      through.map((throughId) => ({ workspaceId, recommendationId, followUpId, throughId })),
    );
}
