import { lockShown } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { checkVersion } from '../common/version.js';
import { say } from '../common/words.js';
import { type Moment, readAsOf } from '../follow-ups/as-of.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import type {
  ContributionsQuery,
  CreateContributionDto,
  SubstantiateDto,
  UpdateContributionDto,
} from './contribution.dto.js';
import { ContributionAct, ContributionEngagement, ContributionEvidence } from './contribution-act.entity.js';
import { Contribution } from './contribution.entity.js';
import { CONTRIBUTIONS } from './contributions.queries.js';
import { type Grounds, groundsOf, levelFor } from './grounds.js';
import { saidBefore } from './said-before.js';

type Hashes = Pick<ContributionAct, 'saidHash' | 'othersHash' | 'explanationsHash'>;
type Concerned = Pick<Contribution, 'id' | 'confidentiality' | 'version'>;

/** What organizations say their advocacy had to do with outcomes. Nothing here moves a track or counts as something done. */
@Injectable()
export class ContributionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: ContributionsQuery): Promise<JsonText> {
    const { followUp, recommendation, source, organization, strength, state, substantiated } = query;
    const filters = { followUp, recommendation, source, organization, strength, state, substantiated };
    return readAsOf(actor, this.manager, query, (tx, then) =>
      readPage(tx, then.reading(CONTRIBUTIONS), query, filters),
    );
  }

  get(actor: Actor, id: string, moment: Moment): Promise<JsonText> {
    return readAsOf(actor, this.manager, moment, (tx, then) => readOne(tx, then.reading(CONTRIBUTIONS), id));
  }

  /** 422 naming each condition of its strength that is not met. The follow-up is locked: its level does not rise meanwhile. */
  create(actor: Actor, dto: CreateContributionDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { followUpId, strength } = dto;
      const followUp = await lockShown(tx, FollowUp, followUpId, '/followUpId');
      const confidentiality = levelFor(followUp.confidentiality, dto.confidentiality);
      const grounds = await groundsOf(tx, followUpId, confidentiality, dto);
      const { workspaceId, organizationId } = actor;
      const made = { id: uuid(), confidentiality, version: 1 };
      await tx.insert(Contribution, { ...made, workspaceId, organizationId, followUpId, strength });
      const hashes = await this.keep(tx, actor, made, dto);
      await this.add(tx, actor, made, { ...hashes, ...grounds });
      await this.record(tx, actor, 'stated', made, { followUpId, ...namesOf(grounds) });
      return readOne(tx, CONTRIBUTIONS, made.id);
    });
  }

  /** 403 for another organization's, 409 for one that was withdrawn, 422 where it says nothing anew. */
  update(actor: Actor, id: string, version: number, dto: UpdateContributionDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const contribution = await this.lockOwn(tx, actor, id);
      checkVersion(contribution, version);
      if (Object.keys(dto).length === 0) throw problems.unfit('', 'nothing-said', say`Say what you state otherwise.`);
      const before = await saidBefore(tx, contribution);
      const named = { ...before.named, ...dto };
      const grounds = await groundsOf(tx, contribution.followUpId, contribution.confidentiality, named);
      const hashes = { ...before.hashes, ...(await this.keep(tx, actor, contribution, dto)) };
      await this.add(tx, actor, contribution, { ...hashes, ...grounds });
      const strength = named.strength;
      await tx.update(Contribution, { id }, { strength, updatedAt: () => 'clock_timestamp()' });
      const restated = { ...contribution, version: version + 1 };
      await this.record(tx, actor, 'restated', restated, { fields: Object.keys(dto), ...namesOf(grounds) });
      return readOne(tx, CONTRIBUTIONS, id);
    });
  }

  withdraw(actor: Actor, id: string, version: number): Promise<void> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const contribution = await this.lockOwn(tx, actor, id);
      checkVersion(contribution, version);
      const { workspaceId, personId, organizationId } = actor;
      const by = { id: uuid(), workspaceId, personId, organizationId };
      await tx.insert(ContributionAct, { ...by, contributionId: id, act: 'withdrawn' });
      await tx.update(Contribution, { id }, { state: 'withdrawn', updatedAt: () => 'clock_timestamp()' });
      await this.record(tx, actor, 'withdrawn', { ...contribution, version: version + 1 }, {});
    });
  }

  /** 403 for whoever wrote any of it and for their organization; 409 where one's own organization did so already. */
  substantiate(actor: Actor, id: string, version: number, { note }: SubstantiateDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const contribution = await lockShown(tx, Contribution, id);
      this.checkStands(contribution);
      checkVersion(contribution, version);
      await this.checkOther(tx, actor, contribution);
      const { act } = await saidBefore(tx, contribution);
      const { workspaceId, personId, organizationId } = actor;
      if (await tx.existsBy(ContributionAct, { substantiates: act.id, organizationId }))
        throw problems.notAsThingsStand('already-substantiated', say`Your organization stands behind it already.`);
      const saidHash = await this.keepOne(tx, actor, contribution, note);
      const row = { id: uuid(), workspaceId, personId, organizationId, contributionId: id };
      await tx.insert(ContributionAct, {
        ...row,
        act: 'substantiated',
        substantiates: act.id,
        saidHash: saidHash ?? null,
      });
      await tx.update(Contribution, { id }, { updatedAt: () => 'clock_timestamp()' });
      await this.record(tx, actor, 'substantiated', { ...contribution, version: version + 1 }, { statement: act.id });
      return readOne(tx, CONTRIBUTIONS, id);
    });
  }

  private async lockOwn(tx: EntityManager, actor: Actor, id: string): Promise<Contribution> {
    const contribution = await lockShown(tx, Contribution, id);
    if (contribution.organizationId !== actor.organizationId)
      throw problems.notYours(say`Only the organization that stated it states it anew or withdraws it.`);
    this.checkStands(contribution);
    return contribution;
  }

  private checkStands({ state }: Contribution): void {
    if (state !== 'stated') throw problems.notAsThingsStand('withdrawn', say`It was withdrawn: state it anew instead.`);
  }

  /** Another organization, another person, and something that can be known. */
  private async checkOther(tx: EntityManager, actor: Actor, { id, organizationId, strength }: Contribution) {
    if (organizationId === actor.organizationId)
      throw problems.notYours(say`Somebody of another organization has to stand behind it.`);
    if (await tx.existsBy(ContributionAct, { contributionId: id, act: 'stated', personId: actor.personId }))
      throw problems.notYours(say`Whoever wrote it does not stand behind it for another organization.`);
    if (strength === 'not-known')
      throw problems.notAsThingsStand(
        'not-known',
        say`It says that nothing is known: there is nothing to stand behind.`,
      );
  }

  private async add(
    tx: EntityManager,
    { workspaceId, personId, organizationId }: Actor,
    { id: contributionId }: Concerned,
    { pieces, engagementIds, ...said }: Hashes & Grounds,
  ): Promise<void> {
    const actId = uuid();
    const by = { id: actId, workspaceId, personId, organizationId };
    await tx.insert(ContributionAct, { ...by, contributionId, act: 'stated', ...said });
    const engagements = engagementIds.map((engagementId) => ({ workspaceId, actId, engagementId }));
    if (engagements.length > 0) await tx.insert(ContributionEngagement, engagements);
    const cited = pieces.map(({ id, version }) => ({ workspaceId, actId, evidenceId: id, evidenceVersion: version }));
    if (cited.length > 0) await tx.insert(ContributionEvidence, cited);
  }

  /** Of what was said, the hashes; what was left out is left out. */
  private async keep<Said extends UpdateContributionDto>(tx: EntityManager, actor: Actor, of: Concerned, said: Said) {
    const one = (text: string | null | undefined) => this.keepOne(tx, actor, of, text);
    const [saidHash, othersHash, explanationsHash] = [
      await one(said.statement),
      await one(said.othersPart),
      await one(said.otherExplanations),
    ];
    const kept = { saidHash, othersHash, explanationsHash };
    return Object.fromEntries(Object.entries(kept).filter(([, hash]) => hash !== undefined)) as unknown as Hashes;
  }

  private keepOne(tx: EntityManager, actor: Actor, { confidentiality }: Concerned, text: string | null | undefined) {
    if (text === undefined || text === null) return Promise.resolve(text);
    return keepWords(tx, actor, text, { confidentiality });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    act: string,
    { id, version, confidentiality: level }: Concerned,
    details: Record<string, unknown>,
  ): Promise<void> {
    const about = { objectType: 'contribution', objectId: id, objectVersion: version, level };
    return this.audit.record(tx, actor, { action: `contribution.${act}`, ...about, details });
  }
}

const namesOf = ({ strength, transitionId, engagementIds, pieces }: Grounds) => ({
  ...{ strength, transitionId, engagementIds },
  evidenceIds: pieces.map(({ id }) => id),
});
