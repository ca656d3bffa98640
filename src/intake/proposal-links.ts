// What people say of how a proposal is to be linked, and what becomes of it in the record.

import { shownWhere } from '../access/shown-rows.js';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { Recommendation } from '../recommendations/recommendation.entity.js';
import type { RelationsService } from '../recommendations/relations.service.js';
import { Theme } from '../taxonomy/theme.entity.js';
import type { IntakeProposal } from './intake-proposal.entity.js';
import type { UpdateProposalDto } from './proposal.dto.js';

type Said = Pick<UpdateProposalDto, 'themeIds' | 'relations' | 'recommendationId'>;

/** 404 where a theme or a recommendation is named that the actor may not know. */
export async function checkLinks(tx: EntityManager, said: Said): Promise<void> {
  const { themeIds = [], relations = [], recommendationId } = said;
  const themes = await knownThemes(tx, themeIds);
  const strange = themeIds.findIndex((id) => !themes.includes(id));
  if (strange >= 0) throw problems.notFound(`/themeIds/${String(strange)}`);
  const known = await knownRecommendations(tx, relations);
  const hidden = relations.findIndex(({ otherId }) => !known.includes(otherId));
  if (hidden >= 0) throw problems.notFound(`/relations/${String(hidden)}/otherId`);
  if (!recommendationId) return;
  if (!(await tx.existsBy(Recommendation, shownWhere({ id: recommendationId }))))
    throw problems.notFound('/recommendationId');
}

/** The relations that are chosen anew, with those to what the actor can't see: nobody takes back what is not shown to them. */
export async function keptLinks(
  tx: EntityManager,
  proposal: IntakeProposal,
  { relations }: Said,
): Promise<Pick<Partial<IntakeProposal>, 'relations'>> {
  if (!relations) return {};
  const seen = await knownRecommendations(tx, proposal.relations);
  return { relations: [...relations, ...proposal.relations.filter(({ otherId }) => !seen.includes(otherId))] };
}

/** The themes of a proposal that there still are. */
export const knownThemes = async (tx: EntityManager, ids: string[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const there = (await tx.findBy(Theme, { id: In(ids) })).map(({ id }) => id);
  return ids.filter((id) => there.includes(id));
};

/** Makes the relations of what became of a proposal; what the actor may not know, or is gone by now, is left out. */
export async function relate(
  tx: EntityManager,
  { actor, relations, isOfficial }: { actor: Actor; relations: RelationsService; isOfficial: boolean },
  { id, chosen }: { id: string; chosen: IntakeProposal['relations'] },
): Promise<number> {
  const known = await knownRecommendations(tx, chosen);
  const there = chosen.filter(({ otherId }) => known.includes(otherId));
  for (const { otherId, kind } of there) {
    const [from, to] = kind === 'echoes' && !isOfficial ? [otherId, id] : [id, otherId];
    await relations.create(actor, from, { otherId: to, kind });
  }
  return there.length;
}

async function knownRecommendations(tx: EntityManager, named: { otherId: string }[]): Promise<string[]> {
  if (named.length === 0) return [];
  const found = await tx.find(Recommendation, {
    select: { id: true },
    where: shownWhere({ id: In(named.map(({ otherId }) => otherId)) }),
  });
  return found.map(({ id }) => id);
}
