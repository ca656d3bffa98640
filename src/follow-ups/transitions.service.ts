import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { type Day, dayIn } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { type TransitionFacts, unmetOf } from '../workflows/conditions.js';
import type { Condition, WorkflowDefinition } from '../workflows/workflow.definition.js';
import { WorkflowsService } from '../workflows/workflows.service.js';
import { EvidenceCitations } from './evidence-citations.js';
import { FollowUp } from './follow-up.entity.js';
import { rulesNow } from './track-history.js';
import { Track } from './track.entity.js';
import { lockTrack } from './track-lock.js';
import type { CreateTransitionDto, OptionsView, TransitionsQuery } from './transition.dto.js';
import { factsOf, lastDayOf } from './transition-facts.js';
import { type Recorded, recordedOf } from './transition-facts.queries.js';
import { optionsOf } from './transition-options.js';
import { planOf } from './transition-plan.js';
import { TransitionRecord } from './transition-record.js';
import type { Plan, Wish } from './transition-wish.js';
import { TRANSITIONS } from './transitions.queries.js';

/** The engine: what moves a track, and why not. Not pluggable, so that history cannot be configured away. */
@Injectable()
export class TransitionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly workflows: WorkflowsService,
    private readonly citations: EvidenceCitations,
    private readonly record: TransitionRecord,
  ) {}

  /** The track's timeline: everything that was ever recorded, corrected or not. */
  list(actor: Actor, trackId: string, query: TransitionsQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.getTrack(tx, trackId);
      return readPage(tx, TRANSITIONS, query, { track: trackId });
    });
  }

  /** Every transition from the present state, with what is unmet of its conditions; then `open` and `correct`. */
  options(actor: Actor, trackId: string): Promise<OptionsView> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const track = await this.getTrack(tx, trackId);
      const definition = await this.workflows.definitionOf(tx, track.workflowId);
      const today = dayIn(actor.timeZone, new Date());
      return {
        items: optionsOf(
          definition,
          await recordedOf(tx, trackId, today),
          actor,
          today,
          await this.isClosed(tx, track),
        ),
      };
    });
  }

  /** Moves one track to another state. The row is locked: of two people racing, one gets a 409. */
  create(actor: Actor, trackId: string, version: number | undefined, dto: CreateTransitionDto): Promise<JsonText> {
    if (dto.corrects !== undefined && dto.transition !== 'correct')
      throw problems.unfit('/corrects', 'only-with-correct', 'Only "correct" names a transition that was wrong.');
    return inWorkspace(actor, this.manager, async (tx) => {
      const { track, isClosed } = await lockTrack(tx, trackId);
      if (version !== undefined && version !== track.version)
        throw problems.stale(track.version, await this.lastMove(tx, track));
      if (isClosed) throw problems.notAsThingsStand('closed', 'This follow-up is closed. Reopen it to move it.');
      const definition = await this.workflows.definitionOf(tx, track.workflowId);
      const today = dayIn(actor.timeZone, new Date());
      const occurredLast = lastDayOf(dto.occurredOn, today);
      const recorded = await recordedOf(tx, trackId, today);
      const plan = await this.planOrThrow(tx, track, definition, recorded, { ...dto, occurredLast });
      const citation = await this.citations.cite(
        tx,
        actor,
        track,
        dto.evidenceIds ?? [],
        plan.ways.flat(),
        recorded.evidence,
      );
      checkConditions(
        plan.ways,
        factsOf(actor, { ...recorded, evidence: citation.evidence }, plan, dto.note, occurredLast),
      );
      const id = await this.add(tx, actor, track, definition, dto, plan, occurredLast, citation.cited);
      return readOne(tx, TRANSITIONS, id);
    });
  }

  private async getTrack(tx: EntityManager, id: string): Promise<Track> {
    const track = await tx.findOneBy(Track, { id });
    if (!track) throw problems.notFound();
    return track;
  }

  private async isClosed(tx: EntityManager, { followUpId }: Track): Promise<boolean> {
    return followUpId !== null && (await tx.existsBy(FollowUp, { id: followUpId, closed: true }));
  }

  private async planOrThrow(
    tx: EntityManager,
    track: Track,
    definition: WorkflowDefinition,
    { history }: Recorded,
    wish: Wish,
  ): Promise<Plan> {
    const plan = planOf(definition, history, wish);
    if (!('refused' in plan)) return plan;
    const allowed = rulesNow(definition, history).map((rule) => rule.key);
    throw problems.transitionNotAllowed(plan.refused, {
      state: track.state,
      allowed,
      changed: await this.lastMove(tx, track),
    });
  }

  /** Who moved it to where it stands: what somebody who came too late wants to know. */
  private async lastMove(tx: EntityManager, track: Track): Promise<Record<string, unknown>> {
    const move =
      track.standsOn === null
        ? null
        : (await readOne(tx, TRANSITIONS, track.standsOn)).parsed<Record<string, unknown>>();
    const { transition = null, actor = null, recordedAt = null } = move ?? {};
    return { state: track.state, version: track.version, transition, by: actor, recordedAt };
  }

  private async add(
    tx: EntityManager,
    actor: Actor,
    track: Track,
    definition: WorkflowDefinition,
    dto: CreateTransitionDto,
    plan: Plan,
    occurredLast: Day,
    cited: Cited,
  ): Promise<string> {
    const id = uuid();
    const { transition, occurredOn, corrects = null } = dto;
    const noteHash =
      dto.note === undefined ? null : await keepWords(tx, actor, dto.note, { confidentiality: track.confidentiality });
    await this.record.add(tx, actor, track, definition, {
      id,
      transition,
      occurredOn,
      occurredLast,
      corrects,
      voids: null,
      noteHash,
      cited,
      ...plan,
    });
    return id;
  }
}

type Cited = Awaited<ReturnType<EvidenceCitations['cite']>>['cited'];

/** One way is enough. A missing role is a 403, since no evidence can mend it; everything else a 422 that names each condition. */
function checkConditions(ways: Condition[][], facts: TransitionFacts): void {
  const unmet = ways.map((way) => unmetOf(facts, way)).sort((a, b) => a.length - b.length);
  const least = unmet[0] ?? [];
  if (least.length === 0) return;
  if (unmet.every((way) => way.some(({ condition }) => condition === 'has-role'))) throw problems.roleMissing(least);
  throw problems.unmetConditions(unmet.find((way) => !way.some(({ condition }) => condition === 'has-role')) ?? least);
}
