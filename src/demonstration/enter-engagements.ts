import { CreateEngagementDto, type EngagementView } from '../engagements/engagement.dto.js';
import { EngagementsService } from '../engagements/engagements.service.js';
import type { ContentEngagement } from './content.js';
import { asSent, type Desk, enterMissing, everything, idOf, type Ids, idsBy } from './desk.js';

/** An engagement is known by what it was, when, and its summary. */
export async function enterEngagements(
  { app, actor }: Desk,
  contents: ContentEngagement[],
  addressees: Ids,
  recommendations: Ids,
): Promise<void> {
  const engagements = app.get(EngagementsService);
  const there = await everything<EngagementView>((page) => engagements.list(actor, { ...page, sort: 'occurredOn' }));
  await enterMissing(contents, keyOf, idsBy(there, keyOf), async (content) => {
    const { byAddressee, addressees: towards, recommendations: on, ...fields } = content;
    const dto = await asSent(CreateEngagementDto, {
      ...fields,
      byAddresseeId: byAddressee && idOf(addressees, byAddressee),
      addresseeIds: towards.map((code) => idOf(addressees, code)),
      recommendationIds: on.map((code) => idOf(recommendations, code)),
      confidentiality: 'public',
    });
    return engagements.create(actor, dto);
  });
}

const keyOf = ({ kind, occurredOn, summary }: Pick<EngagementView, 'kind' | 'occurredOn' | 'summary'>): string =>
  JSON.stringify([kind, occurredOn, summary]);
