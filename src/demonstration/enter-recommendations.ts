import { CreateRecommendationDto } from '../recommendations/recommendation.dto.js';
import type { RecommendationInListView } from '../recommendations/recommendation.view.js';
import { RecommendationsService } from '../recommendations/recommendations.service.js';
import { CreateRelationDto, type RelationView } from '../recommendations/relation.dto.js';
import { RelationsService } from '../recommendations/relations.service.js';
import type { ContentRecommendation, ContentRelation } from './content-asks.js';
import { asSent, type Desk, enterMissing, everything, idOf, type Ids, idsBy } from './desk.js';

/** Recommendations are known by their code. */
export async function enterRecommendations(
  { app, actor }: Desk,
  contents: ContentRecommendation[],
  sources: Ids,
  themes: Ids,
): Promise<Ids> {
  const recommendations = app.get(RecommendationsService);
  const there = await everything<RecommendationInListView>((page) =>
    recommendations.list(actor, { ...page, sort: 'code' }),
  );
  return enterMissing(
    contents,
    ({ code }) => code,
    idsBy(there, ({ code }) => code),
    async (content, ids) =>
      recommendations.create(actor, await asSent(CreateRecommendationDto, fieldsOf(content, sources, themes, ids))),
  );
}

/** The whole of a part stands before it, so its id is known. */
function fieldsOf(
  { source, themes: codes, partOf, translations, followUps: _, ...fields }: ContentRecommendation,
  sources: Ids,
  themes: Ids,
  wholes: Ids,
): CreateRecommendationDto {
  return {
    ...fields,
    translations: { ...translations },
    sourceId: idOf(sources, source),
    themeIds: codes.map((code) => idOf(themes, code)),
    partOf: partOf && idOf(wholes, partOf),
    confidentiality: 'public',
    reviewMonths: fields.nature === 'continuing' ? 12 : null,
  };
}

/** Relations are known by what they relate, and how. */
export async function enterRelations(desk: Desk, contents: ContentRelation[], recommendations: Ids): Promise<void> {
  const there = await relationsOf(desk, contents, recommendations);
  const keyOf = ({ recommendation, kind, other }: ContentRelation) =>
    key(idOf(recommendations, recommendation), kind, idOf(recommendations, other));
  await enterMissing(contents, keyOf, there, async ({ recommendation, kind, other, note }) => {
    const dto = await asSent(CreateRelationDto, { otherId: idOf(recommendations, other), kind, note });
    return desk.app.get(RelationsService).create(desk.actor, idOf(recommendations, recommendation), dto);
  });
}

async function relationsOf({ app, actor }: Desk, contents: ContentRelation[], recommendations: Ids): Promise<Ids> {
  const relations = app.get(RelationsService);
  const found: RelationView[] = [];
  for (const code of new Set(contents.map(({ recommendation }) => recommendation))) {
    const id = idOf(recommendations, code);
    found.push(...(await everything<RelationView>((page) => relations.list(actor, id, page))));
  }
  return idsBy(found, ({ recommendation, kind, other }) => key(recommendation.id, kind, other.id));
}

const key = (id: string, kind: string, otherId: string): string => `${id} ${kind} ${otherId}`;
