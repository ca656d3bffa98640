import { type OccasionView, RecordOccasionDto } from '../occasions/occasion.dto.js';
import { OccasionsService } from '../occasions/occasions.service.js';
import type { ContentOccasion } from './content-asks.js';
import { asSent, type Desk, everything, idOf } from './desk.js';
import type { Known } from './enter-follow-ups.js';

/** An occasion is known by its recommendation and when it was. */
export async function enterOccasions(
  { app, actor }: Desk,
  contents: ContentOccasion[],
  { recommendations, evidence: pieces }: Pick<Known, 'recommendations' | 'evidence'>,
): Promise<void> {
  const service = app.get(OccasionsService);
  for (const { recommendation, evidence, ...said } of contents) {
    const id = idOf(recommendations, recommendation);
    const there = await everything<OccasionView>((page) => service.list(actor, id, 'occasions', page));
    if (there.some(({ occurredOn }) => occurredOn === said.occurredOn)) continue;
    await service.record(actor, id, await asSent(RecordOccasionDto, { ...said, evidenceId: idOf(pieces, evidence) }));
  }
}
