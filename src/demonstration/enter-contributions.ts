import { CreateContributionDto } from '../contributions/contribution.dto.js';
import type { ContributionView } from '../contributions/contribution.view.js';
import { ContributionsService } from '../contributions/contributions.service.js';
import type { ContentContribution } from './content-findings.js';
import type { DemonstrationContent } from './content.js';
import { asSent, type Desk, everything, type Ids } from './desk.js';
import { findFollowUp } from './find-follow-up.js';
import { findMember } from './founding.js';

/** What organizations say of their part in outcomes, each by one of its own people: once for each follow-up. */
export async function enterContributions(
  desk: Desk,
  { contributions, workspace }: DemonstrationContent,
  known: { recommendations: Ids; addressees: Ids },
): Promise<void> {
  for (const contribution of contributions) {
    const actor = await findMember(desk.app, contribution.by, workspace.slug);
    if (actor) await enterOne({ ...desk, actor }, contribution, known);
  }
}

async function enterOne(
  { app, actor }: Desk,
  { by: _by, recommendation, addressee, ...said }: ContentContribution,
  known: { recommendations: Ids; addressees: Ids },
): Promise<void> {
  const { id: followUpId } = await findFollowUp({ app, actor }, { recommendation, addressee }, known);
  const service = app.get(ContributionsService);
  const there = await everything<ContributionView>((page) =>
    service.list(actor, { ...page, sort: 'updatedAt', followUp: [followUpId] }),
  );
  if (there.some(({ organization }) => organization.id === actor.organizationId)) return;
  await service.create(actor, await asSent(CreateContributionDto, { ...said, followUpId }));
}
