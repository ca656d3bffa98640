import { CreateFollowUpDto } from '../follow-ups/follow-up.dto.js';
import type { FollowUpView } from '../follow-ups/follow-up.view.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { builtInWorkflows } from '../workflows/built-in-workflows.js';
import type { ContentFollowUp, ContentRecommendation } from './content-asks.js';
import { asSent, type Desk, everything, idOf, type Ids } from './desk.js';
import { enterHistory } from './enter-history.js';

export interface Known {
  recommendations: Ids;
  addressees: Ids;
  evidence: Ids;
}

/** Follow-ups are known by recommendation and addressee; each is entered with what happened on its tracks. */
export async function enterFollowUps(desk: Desk, contents: ContentRecommendation[], known: Known): Promise<void> {
  const there = await followUpsOf(desk);
  for (const content of contents) {
    const id = idOf(known.recommendations, content.code);
    await enterChain(desk, id, content.followUps ?? [], known, there.get(id) ?? new Map<string, FollowUpView>());
  }
}

/** By recommendation, then by the addressee's id. */
type Chain = Map<string, FollowUpView>;

async function followUpsOf({ app, actor }: Desk): Promise<Map<string, Chain>> {
  const chains = new Map<string, Chain>();
  const followUps = app.get(FollowUpsService);
  for (const followUp of await everything<FollowUpView>((page) => followUps.list(actor, { ...page, sort: 'code' }))) {
    const { recommendation, addressee } = followUp;
    chains.set(
      recommendation.id,
      (chains.get(recommendation.id) ?? new Map<string, FollowUpView>()).set(addressee.id, followUp),
    );
  }
  return chains;
}

/** Links stand after those they go through, so the ids of those are known. */
async function enterChain(
  desk: Desk,
  recommendationId: string,
  contents: ContentFollowUp[],
  { addressees, evidence }: Known,
  chain: Chain,
): Promise<void> {
  for (const content of contents) {
    const addresseeId = idOf(addressees, content.addressee);
    const before = chain.get(addresseeId);
    const followUp = before ?? (await begin(desk, recommendationId, content, addressees, chain));
    chain.set(addresseeId, followUp);
    await enterHistory(desk, followUp, content, evidence, before !== undefined);
  }
}

async function begin(
  { app, actor }: Desk,
  recommendationId: string,
  { addressee, asked, ask, through = [], viaGroup, workflows = {} }: ContentFollowUp,
  addressees: Ids,
  chain: Chain,
): Promise<FollowUpView> {
  const dto = await asSent(CreateFollowUpDto, {
    addresseeId: idOf(addressees, addressee),
    asked,
    ask,
    through: through.map((code) => linkTo(chain, idOf(addressees, code))),
    viaGroupId: viaGroup && idOf(addressees, viaGroup),
    workflows: { response: versioned(workflows.response), implementation: versioned(workflows.implementation) },
  });
  return (await app.get(FollowUpsService).create(actor, recommendationId, dto)).parsed<FollowUpView>();
}

function linkTo(chain: Chain, addresseeId: string): string {
  const link = chain.get(addresseeId);
  if (!link) throw new Error('A link of a chain of the demonstration stands before one that it goes through.');
  return link.id;
}

/** The newest version of a workflow that comes with Heed. */
function versioned(key: string | undefined): string | undefined {
  const versions = builtInWorkflows.filter((workflow) => workflow.key === key).map(({ version }) => version);
  return key && `${key}@${Math.max(...versions)}`;
}
