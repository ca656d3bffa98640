import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { holdWorkspace } from '../access/in-workspace.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import { EngagementsService } from '../engagements/engagements.service.js';
import { DeadlinesService } from '../follow-ups/deadlines.service.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { RecommendationsService } from '../recommendations/recommendations.service.js';
import { RelationsService } from '../recommendations/relations.service.js';
import { SourcesService } from '../sources/sources.service.js';
import { AddresseeNames, type Meant } from './addressee-names.js';
import { type Chain, chainOf, partsOf } from './chain-of.js';
import { DocumentCustody } from './document-custody.js';
import { Intake } from './intake.entity.js';
import { lockOpen, type OpenIntake } from './intake-lock.js';
import { IntakeProposal } from './intake-proposal.entity.js';
import type { RecordedIntakeView, RecordedRecommendationView, RecordIntakeDto } from './record.dto.js';
import { isOfficialSource } from './official.js';
import { knownThemes, relate } from './proposal-links.js';
import { titleOf } from './words-at.js';
import { under } from './under.js';

/** What came of one proposal. */
interface Recorded {
  recommendation: RecordedRecommendationView;
  /** Itself, or its parts. */
  leaves: string[];
  asked: string[];
  followUps: number;
}

/** Takes what was accepted of a document into the record, as a person would: through the services of each noun, in one transaction. */
@Injectable()
export class RecordingService {
  constructor(
    private readonly manager: EntityManager,
    private readonly custody: DocumentCustody,
    private readonly names: AddresseeNames,
    private readonly sources: SourcesService,
    private readonly recommendations: RecommendationsService,
    private readonly followUps: FollowUpsService,
    private readonly deadlines: DeadlinesService,
    private readonly engagements: EngagementsService,
    private readonly relations: RelationsService,
  ) {}

  /** Once: 409 for whoever comes second, and where nothing was accepted. 422 where it is not clear whom a name means. */
  create(actor: Actor, intakeId: string, dto: RecordIntakeDto): Promise<RecordedIntakeView> {
    return holdWorkspace(actor, this.manager, async (tx) => {
      const intake = await lockOpen(tx, actor, intakeId);
      const proposals = await this.accepted(tx, intakeId);
      const names = [
        ...new Set(proposals.flatMap(({ addressees, targets, through }) => [...addressees, ...targets, ...through])),
      ];
      const meant = await this.names.resolve(tx, actor, names, dto.addressees ?? []);
      const chains = proposals.map((proposal) => this.chain(proposal, meant));
      const source = { language: intake.language, ...dto.source };
      const sourceId = idOf(await under('/source', this.sources.create(actor, source)));
      const recorded: Recorded[] = [];
      for (const [n, proposal] of proposals.entries()) {
        const code = codeOf(dto.codePrefix, n, proposals.length);
        recorded.push(await this.record(tx, actor, intake, { proposal, chain: chains[n] as Chain, sourceId, code }));
      }
      const relationCount = await this.link(tx, actor, proposals, recorded, isOfficialSource(dto.source));
      const engagementId = await this.deliver(actor, intake, dto, recorded);
      await this.close(tx, actor, intake, { sourceId, engagementId, recommendations: recorded.length });
      return {
        sourceId,
        recommendations: recorded.map(({ recommendation }) => recommendation),
        followUpCount: recorded.reduce((sum, { followUps }) => sum + followUps, 0),
        relationCount,
        engagementId,
      };
    });
  }

  private async accepted(tx: EntityManager, intakeId: string): Promise<IntakeProposal[]> {
    const where = { intakeId, state: 'accepted' as const };
    const proposals = await tx.find(IntakeProposal, { where, order: { spanStart: 'ASC', id: 'ASC' } });
    if (proposals.length === 0)
      throw problems.notAsThingsStand(
        'nothing-accepted',
        say`Nothing was accepted yet. Accept what is to enter the record first.`,
      );
    return proposals;
  }

  private chain(proposal: IntakeProposal, meant: Meant): Chain {
    const chain = chainOf(proposal, meant);
    if (chain.asked.length === 0)
      throw problems.unfit(
        '/addressees',
        'nobody-asked',
        say`Of "${proposal.title}" nobody who is asked is left. Say whom it asks, or reject it.`,
      );
    return chain;
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    intake: OpenIntake,
    { proposal, chain, sourceId, code }: { proposal: IntakeProposal; chain: Chain; sourceId: string; code: string },
  ): Promise<Recorded> {
    const { title, text, section, label: paragraph, madeBy, due } = proposal;
    const { confidentiality } = intake;
    const themeIds = await knownThemes(tx, proposal.themeIds);
    const of = { sourceId, language: intake.language, confidentiality, section, paragraph, madeBy, themeIds };
    const whole = { ...of, code, title, text };
    const id = idOf(await under('/codePrefix', this.recommendations.create(actor, whole)));
    const leaves: string[] = [];
    for (const { label, words } of partsOf(proposal.parts)) {
      const part = { ...of, code: `${code}${label}`, title: titleOf(words), text: words, partOf: id, label };
      leaves.push(idOf(await under('/codePrefix', this.recommendations.create(actor, part))));
    }
    if (leaves.length === 0) leaves.push(id);
    let followUps = 0;
    for (const leaf of leaves) {
      followUps += await this.follow(actor, leaf, text, chain);
      if (due !== null)
        await this.deadlines.create(
          actor,
          { recommendation: leaf },
          { axis: 'implementation', dueOn: due, basis: text.slice(0, 1000).toWellFormed() },
        );
    }
    await tx.update(
      IntakeProposal,
      { id: proposal.id },
      { recommendationId: id, updatedAt: () => 'clock_timestamp()' },
    );
    return { recommendation: { id, code, title, proposalId: proposal.id }, leaves, asked: chain.asked, followUps };
  }

  /** Who is asked first, then through whom, then who is pressed: each link hangs on the one before. */
  private async follow(actor: Actor, recommendationId: string, text: string, chain: Chain): Promise<number> {
    const ask = text.slice(0, 4000).toWellFormed();
    const begin = async (addresseeIds: string[], through: string[]): Promise<string[]> => {
      const ids: string[] = [];
      for (const addresseeId of addresseeIds) {
        const dto = { addresseeId, asked: through.length === 0, ask, through };
        ids.push(idOf(await this.followUps.create(actor, recommendationId, dto)));
      }
      return ids;
    };
    const asked = await begin(chain.asked, []);
    const between = await begin(chain.through, asked);
    const pressed = await begin(chain.pressed, between.length > 0 ? between : asked);
    return asked.length + between.length + pressed.length;
  }

  /** After all are made: how each stands to what was tracked before. */
  private async link(
    tx: EntityManager,
    actor: Actor,
    proposals: IntakeProposal[],
    recorded: Recorded[],
    isOfficial: boolean,
  ): Promise<number> {
    const how = { actor, relations: this.relations, isOfficial };
    let made = 0;
    for (const [n, { recommendation }] of recorded.entries())
      made += await relate(tx, how, { id: recommendation.id, chosen: proposals[n]?.relations ?? [] });
    return made;
  }

  private async deliver(
    actor: Actor,
    { confidentiality }: OpenIntake,
    { engagement }: RecordIntakeDto,
    recorded: Recorded[],
  ): Promise<string | null> {
    if (!engagement) return null;
    const addresseeIds = [...new Set(recorded.flatMap(({ asked }) => asked))];
    const recommendationIds = recorded.flatMap(({ leaves }) => leaves);
    const dto = { ...engagement, confidentiality, addresseeIds, recommendationIds };
    return idOf(await under('/engagement', this.engagements.create(actor, dto)));
  }

  private async close(
    tx: EntityManager,
    actor: Actor,
    { id, confidentiality }: OpenIntake,
    came: { sourceId: string; engagementId: string | null; recommendations: number },
  ): Promise<void> {
    const by = { recordedBy: actor.personId, recordedAt: new Date(), updatedAt: new Date() };
    await tx.update(Intake, { id }, { state: 'recorded', sourceId: came.sourceId, ...by });
    await this.custody.keep(tx, actor, { id, confidentiality }, 'recorded', { ...came });
  }
}

const idOf = (made: JsonText): string => made.parsed<{ id: string }>().id;

/** In the order of the document, with as many digits as the last one needs. */
const codeOf = (prefix: string, n: number, all: number): string =>
  `${prefix}-${String(n + 1).padStart(Math.max(2, String(all).length), '0')}`;
