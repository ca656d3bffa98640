import { CreateIndicatorDto, type IndicatorView } from '../indicators/indicator.dto.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { CreateObservationDto, type ObservationView } from '../indicators/observation.dto.js';
import { ObservationsService } from '../indicators/observations.service.js';
import type { ContentIndicator, ContentObservation } from './content-findings.js';
import { asSent, type Desk, enterMissing, everything, idOf, type Ids, idsBy } from './desk.js';

/** An indicator is known by its title. */
export async function enterIndicators(
  desk: Desk,
  contents: ContentIndicator[],
  known: { recommendations: Ids; evidence: Ids },
): Promise<void> {
  const { app, actor } = desk;
  const indicators = app.get(IndicatorsService);
  const there = await everything<IndicatorView>((page) => indicators.list(actor, { ...page, sort: 'title' }));
  const ids = await enterMissing(contents, titleOf, idsBy(there, titleOf), async (content) => {
    const { recommendations, observations: _, ...fields } = content;
    const recommendationIds = recommendations.map((code) => idOf(known.recommendations, code));
    return indicators.create(actor, await asSent(CreateIndicatorDto, { ...fields, recommendationIds }));
  });
  for (const { title, observations } of contents)
    await enterObservations(desk, idOf(ids, title), observations, known.evidence);
}

const titleOf = ({ title }: { title: string }): string => title;

/** An observation is known by who says it, of which time, and its figures. */
async function enterObservations(
  { app, actor }: Desk,
  indicatorId: string,
  contents: ContentObservation[],
  pieces: Ids,
): Promise<void> {
  const observations = app.get(ObservationsService);
  const there = await everything<ObservationView>((page) =>
    observations.list(actor, indicatorId, { ...page, sort: 'period' }),
  );
  await enterMissing(contents, keyOf, idsBy(there, keyOf), async ({ evidence, ...fields }) => {
    const evidenceIds = evidence.map((key) => idOf(pieces, key));
    return observations.create(actor, indicatorId, await asSent(CreateObservationDto, { ...fields, evidenceIds }));
  });
}

type Figure = Pick<ObservationView, 'period' | 'saidBy'> & { [key in 'value' | 'low' | 'high']?: number | null };

const keyOf = ({ period, saidBy, value, low, high }: Figure): string =>
  JSON.stringify([period, saidBy, value ?? null, low ?? null, high ?? null]);
