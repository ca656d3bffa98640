import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayRange } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run } from '../common/statement.js';
import { checkVersion, lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import { Engagement } from '../engagements/engagement.entity.js';
import { type Moment, readAsOf } from '../follow-ups/as-of.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import { Membership } from '../organizations/membership.entity.js';
import { Source } from '../sources/source.entity.js';
import type { CreateNextStepDto, CreateOutcomeDto, NextStepsQuery, UpdateNextStepDto } from './next-step.dto.js';
import { NextStep, NextStepOutcome } from './next-step.entity.js';
import { IS_KNOWN_STEP, NEXT_STEPS } from './next-steps.queries.js';

type Level = Engagement['confidentiality'];

/** What organizations are to do next. Each writes its own; who sees what a step is about sees the step. */
@Injectable()
export class NextStepsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, query: NextStepsQuery): Promise<JsonText> {
    const { state, overdue, owner, followUp, recommendation, engagement, source } = query;
    return readAsOf(actor, this.manager, query, (tx, then) =>
      readPage(tx, then.reading(NEXT_STEPS), query, {
        state,
        overdue,
        owner,
        followUp,
        recommendation,
        engagement,
        source,
      }),
    );
  }

  get(actor: Actor, id: string, moment: Moment): Promise<JsonText> {
    return readAsOf(actor, this.manager, moment, (tx, then) => readOne(tx, then.reading(NEXT_STEPS), id));
  }

  /** 404 with a pointer for what one may not know; 422 for somebody of another organization, and unless it is about one thing. */
  create(actor: Actor, dto: CreateNextStepDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { followUpId = null, engagementId = null, sourceId = null, ...fields } = dto;
      const about = { followUpId, engagementId, sourceId };
      if (Object.values(about).filter((id) => id !== null).length !== 1)
        throw problems.unfit(
          '/followUpId',
          'one-subject',
          say`Name one thing: a follow-up, an engagement or a source.`,
        );
      const level = await this.levelOf(tx, about);
      await this.checkOwner(tx, actor, dto.ownerId);
      const id = uuid();
      const { workspaceId, organizationId } = actor;
      await tx.insert(NextStep, { id, workspaceId, organizationId, ...about, ...fields, ...due(dto) });
      await this.record(tx, actor, 'created', { id, version: 1 }, level, { ...dto });
      return readOne(tx, NEXT_STEPS, id);
    });
  }

  /** 403 for a step of another organization. */
  update(actor: Actor, id: string, version: number, dto: UpdateNextStepDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const step = await this.lockOwn(tx, actor, id);
      checkVersion(step, version);
      if (dto.ownerId !== undefined) await this.checkOwner(tx, actor, dto.ownerId);
      await tx.update(NextStep, { id }, { ...dto, ...due(dto), updatedAt: () => 'clock_timestamp()' });
      await this.record(tx, actor, 'updated', { id, version: version + 1 }, await this.levelOf(tx, step), { ...dto });
      return readOne(tx, NEXT_STEPS, id);
    });
  }

  /** 409 where it is not open, or with `reopened` where it is; 422 without a note where it takes one. */
  settle(actor: Actor, id: string, { outcome, note = null }: CreateOutcomeDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const step = await this.lockOwn(tx, actor, id);
      if ((step.state === 'open') === (outcome === 'reopened'))
        throw step.state === 'open'
          ? problems.notAsThingsStand('open', say`It is open already.`)
          : problems.notAsThingsStand('settled', say`It is settled already: reopen it first.`);
      if (outcome !== 'done' && note === null) throw problems.unfit('/note', 'note-missing', say`Say why, in a note.`);
      const level = await this.levelOf(tx, step);
      const { workspaceId, personId, organizationId } = actor;
      const noteHash = note === null ? null : await keepWords(tx, actor, note, { confidentiality: level });
      const row = { id: uuid(), workspaceId, personId, organizationId, nextStepId: id, outcome, noteHash };
      await tx.insert(NextStepOutcome, row);
      const state = outcome === 'reopened' ? 'open' : outcome;
      await tx.update(NextStep, { id }, { state, updatedAt: () => 'clock_timestamp()' });
      await this.record(tx, actor, outcome, { id, version: step.version + 1 }, level, { outcomeId: row.id });
      return readOne(tx, NEXT_STEPS, id);
    });
  }

  private async lockOwn(tx: EntityManager, actor: Actor, id: string): Promise<NextStep> {
    const step = await lockRow(tx, NextStep, id);
    if ((await run(tx, IS_KNOWN_STEP, [id])).length === 0) throw problems.notFound();
    if (step.organizationId !== actor.organizationId)
      throw problems.notYours(say`Only the organization whose step it is changes it.`);
    return step;
  }

  /** The level of what it is about; 404 where one may not know of that. The whole workspace knows its sources. */
  private async levelOf(
    tx: EntityManager,
    { followUpId, engagementId, sourceId }: Pick<NextStep, 'followUpId' | 'engagementId' | 'sourceId'>,
  ): Promise<Level> {
    if (sourceId !== null) {
      if (!(await tx.existsBy(Source, { id: sourceId }))) throw problems.notFound('/sourceId');
      return 'coalition';
    }
    const about =
      followUpId === null
        ? await tx.findOneBy(Engagement, shownWhere({ id: engagementId ?? '' }))
        : await tx.findOneBy(FollowUp, shownWhere({ id: followUpId }));
    if (!about) throw problems.notFound(followUpId === null ? '/engagementId' : '/followUpId');
    return about.confidentiality;
  }

  private async checkOwner(tx: EntityManager, { organizationId }: Actor, id: string): Promise<void> {
    const owner = await tx.findOneBy(Membership, { id });
    if (!owner) throw problems.notFound('/ownerId');
    if (owner.organizationId !== organizationId)
      throw problems.unfit('/ownerId', 'another-organization', say`Give it to somebody of your own organization.`);
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    act: string,
    { id, version }: Pick<NextStep, 'id' | 'version'>,
    level: Level,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: `next-step.${act}`,
      objectType: 'next-step',
      objectId: id,
      objectVersion: version,
      level,
      details,
    });
  }
}

const due = ({ dueOn }: { dueOn?: string }) => (dueOn === undefined ? {} : { dueLast: dayRange(dueOn)?.last ?? '' });
