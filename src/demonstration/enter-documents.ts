import type { IntakeInListView } from '../intake/intake.dto.js';
import { CreateIntakeDto } from '../intake/arrival.dto.js';
import { ArrivalsService } from '../intake/arrivals.service.js';
import { IntakeService } from '../intake/intake.service.js';
import { AddProposalDto, UpdateProposalDto } from '../intake/proposal.dto.js';
import type { ProposalView } from '../intake/proposal.view.js';
import { ProposalsService } from '../intake/proposals.service.js';
import type { ContentDocument } from './content-asks.js';
import { asSent, type Desk, everything, idOf, type Ids } from './desk.js';

/** A document is known by its title. What it asks is followed already, so each place is bound to what stands in the record. */
export async function enterDocuments(
  desk: Desk,
  contents: ContentDocument[],
  { recommendations }: { recommendations: Ids },
): Promise<void> {
  const service = desk.app.get(IntakeService);
  const there = await everything<IntakeInListView>((page) => service.list(desk.actor, { ...page, sort: 'title' }));
  for (const content of contents) {
    const known = there.find(({ title }) => title === content.title);
    // Whoever recorded it decided on all of it.
    if (known?.state === 'recorded') continue;
    const id = known?.id ?? (await takeIn(desk, content));
    for (const ask of content.asks)
      if (!content.undecided.includes(ask.recommendation))
        await place(desk, id, { text: ask.text, recommendationId: idOf(recommendations, ask.recommendation) });
  }
}

async function takeIn({ app, actor }: Desk, { title, content }: ContentDocument): Promise<string> {
  const said = await asSent(CreateIntakeDto, { format: 'text' as const, title, content });
  return (await app.get(ArrivalsService).takeText(actor, said)).parsed<{ id: string }>().id;
}

/** Says of the proposal at an ask's place, which is marked where no rule found it, that it is followed already. */
async function place(
  { app, actor }: Desk,
  intakeId: string,
  { text, recommendationId }: { text: string; recommendationId: string },
): Promise<void> {
  const service = app.get(ProposalsService);
  const all = await everything<ProposalView>((page) => service.list(actor, intakeId, page));
  const document = (await app.get(IntakeService).get(actor, intakeId)).parsed<{ text: string }>();
  const start = document.text.indexOf(text);
  if (start < 0) throw new Error(`The document does not say: ${text}`);
  const span = { start, end: start + text.length };
  if (all.some(({ recommendation }) => recommendation?.id === recommendationId)) return;
  const found = all.find((one) => one.mergedInto === null && one.span.start < span.end && one.span.end > span.start);
  const proposal =
    found ?? (await service.add(actor, intakeId, await asSent(AddProposalDto, { span }))).parsed<ProposalView>();
  const decision = { state: 'rejected' as const, rejection: 'followed-already' as const, recommendationId };
  const body = await asSent(UpdateProposalDto, decision);
  await service.update(actor, intakeId, proposal.id, proposal.version, body);
}
