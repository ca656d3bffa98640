import { AttachEvidenceDto, type EngagementEvidenceView } from '../engagements/engagement-evidence.dto.js';
import { EngagementEvidenceService } from '../engagements/engagement-evidence.service.js';
import { CreateEngagementDto } from '../engagements/engagement.dto.js';
import type { EngagementView } from '../engagements/engagement.view.js';
import { EngagementsService } from '../engagements/engagements.service.js';
import type { ContentEngagement } from './content-findings.js';
import { asSent, type Desk, enterMissing, everything, idOf, type Ids, idsBy } from './desk.js';

interface Known {
  addressees: Ids;
  recommendations: Ids;
  evidence: Ids;
}

/** An engagement is known by what it was, when, and its summary; what shows it is attached once. */
export async function enterEngagements(desk: Desk, contents: ContentEngagement[], known: Known): Promise<void> {
  const { app, actor } = desk;
  const engagements = app.get(EngagementsService);
  const there = await everything<EngagementView>((page) => engagements.list(actor, { ...page, sort: 'occurredOn' }));
  const ids = await enterMissing(contents, keyOf, idsBy(there, keyOf), async (content) => {
    const { byAddressee, addressees: towards, recommendations: on, evidence: _evidence, ...fields } = content;
    const dto = await asSent(CreateEngagementDto, {
      ...fields,
      byAddresseeId: byAddressee && idOf(known.addressees, byAddressee),
      addresseeIds: towards.map((code) => idOf(known.addressees, code)),
      recommendationIds: on.map((code) => idOf(known.recommendations, code)),
      confidentiality: 'public',
    });
    return engagements.create(actor, dto);
  });
  for (const content of contents) await attachMissing(desk, ids.get(keyOf(content)) ?? '', content, known.evidence);
}

async function attachMissing(
  { app, actor }: Desk,
  engagementId: string,
  { evidence }: ContentEngagement,
  pieces: Ids,
): Promise<void> {
  const service = app.get(EngagementEvidenceService);
  const there = await everything<EngagementEvidenceView>((page) => service.list(actor, engagementId, page));
  for (const { piece, shows } of evidence) {
    const evidenceId = idOf(pieces, piece);
    if (there.some((link) => link.evidence.id === evidenceId)) continue;
    await service.attach(actor, engagementId, await asSent(AttachEvidenceDto, { evidenceId, shows }));
  }
}

const keyOf = ({ kind, occurredOn, summary }: Pick<EngagementView, 'kind' | 'occurredOn' | 'summary'>): string =>
  JSON.stringify([kind, occurredOn, summary]);
