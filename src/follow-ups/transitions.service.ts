import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { dayIn } from '../common/edtf-date.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { joined, say, word } from '../common/words.js';
import { type TransitionFacts, unmetOf } from '../workflows/conditions.js';
import { CrossWalksService } from '../workflows/cross-walks.service.js';
import type { Condition } from '../workflows/workflow.definition.js';
import { readAsOf } from './as-of.js';
import { EvidenceCitations } from './evidence-citations.js';
import { FollowUp } from './follow-up.entity.js';
import { TrackBooks } from './track-books.js';
import { type Book, definitionIn, rulesNow } from './track-history.js';
import { Track } from './track.entity.js';
import { lockTrack } from './track-lock.js';
import type { OptionsView } from './transition-option.view.js';
import type { CreateTransitionDto, TransitionsQuery } from './transition.dto.js';
import { factsOf, lastDayOf } from './transition-facts.js';
import { type Recorded, recordedOf } from './transition-facts.queries.js';
import { optionsOf } from './transition-options.js';
import { planOf } from './transition-plan.js';
import { type NewTransition, TransitionRecord } from './transition-record.js';
import type { Over, Plan, Wish } from './transition-wish.js';
import { TRANSITIONS } from './transitions.queries.js';

/** The engine: what moves a track, and why not. Not pluggable, so that history cannot be configured away. */
@Injectable()
export class TransitionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly books: TrackBooks,
    private readonly crossWalks: CrossWalksService,
    private readonly citations: EvidenceCitations,
    private readonly record: TransitionRecord,
  ) {}

  /** The track's timeline: everything that was ever recorded, corrected or not. */
  list(actor: Actor, trackId: string, query: TransitionsQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      await this.getTrack(tx, actor, trackId);
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(same, then.reading(TRANSITIONS), query, { track: trackId }),
      );
    });
  }

  /** Every transition from the present state, with what is unmet of its conditions; then `open`, `correct` and `migrate`. */
  options(actor: Actor, trackId: string): Promise<OptionsView> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const track = await this.getTrack(tx, actor, trackId);
      const today = dayIn(actor.timeZone, new Date());
      const recorded = await recordedOf(tx, trackId, today);
      const overs = await this.crossWalks.from(tx, track.workflowId);
      const book = await this.books.bookOf(
        tx,
        track,
        recorded.history,
        overs.map((over) => over.workflow),
      );
      return { items: optionsOf(book, recorded, actor, { today, isClosed: await this.isClosed(tx, track), overs }) };
    });
  }

  /** Moves one track to another state. The row is locked: of two people racing, one gets a 409. */
  create(actor: Actor, trackId: string, version: number | undefined, dto: CreateTransitionDto): Promise<JsonText> {
    if (dto.corrects !== undefined && dto.transition !== 'correct')
      throw problems.unfit('/corrects', 'only-with-correct', say`Only "correct" names a transition that was wrong.`);
    return inWorkspace(actor, this.manager, async (tx) => {
      const { track, isClosed } = await lockTrack(tx, trackId);
      if (version !== undefined && version !== track.version)
        throw problems.stale(track.version, await this.lastMove(tx, track));
      if (isClosed) throw problems.notAsThingsStand('closed', say`This follow-up is closed. Reopen it to move it.`);
      const today = dayIn(actor.timeZone, new Date());
      const occurredLast = lastDayOf(dto.occurredOn, today);
      const recorded = await recordedOf(tx, trackId, today);
      const over = await this.overOf(tx, track, dto);
      const book = await this.books.bookOf(tx, track, recorded.history, over ? [over.workflow] : []);
      const plan = await this.planOrThrow(tx, track, book, recorded, { ...dto, occurredLast, over });
      checkSaid(book, plan, dto);
      const citation = await this.citations.cite(
        tx,
        actor,
        track,
        dto.evidenceIds ?? [],
        plan.ways.flat(),
        recorded.evidence,
      );
      checkConditions(plan.ways, factsOf(actor, { ...recorded, evidence: citation.evidence }, plan, dto, occurredLast));
      const id = await this.add(tx, actor, track, dto, {
        ...plan,
        occurredLast,
        crossWalkId: over?.id ?? null,
        cited: citation.cited,
      });
      return readOne(tx, TRANSITIONS, id);
    });
  }

  private async getTrack(tx: EntityManager, { workspaceId }: Actor, id: string): Promise<Track> {
    const track = await tx.findOneBy(Track, shownWhere({ id, workspaceId }));
    if (!track) throw problems.notFound();
    return track;
  }

  private async isClosed(tx: EntityManager, { followUpId }: Track): Promise<boolean> {
    return followUpId !== null && (await tx.existsBy(FollowUp, shownWhere({ id: followUpId, closed: true })));
  }

  /** The newest cross-walk to the workflow that is named. 422 where none is stated. */
  private async overOf(
    tx: EntityManager,
    track: Track,
    { transition, workflow }: CreateTransitionDto,
  ): Promise<Over | undefined> {
    if (workflow === undefined) return undefined;
    if (transition !== 'migrate')
      throw problems.unfit('/workflow', 'only-with-migrate', say`Only "migrate" goes over to another workflow.`);
    const over = (await this.crossWalks.from(tx, track.workflowId)).find(({ name }) => name === workflow);
    if (!over)
      throw problems.unfit(
        '/workflow',
        'no-cross-walk',
        say`No cross-walk from its workflow to "${workflow}" is stated.`,
      );
    return over;
  }

  private async planOrThrow(
    tx: EntityManager,
    track: Track,
    book: Book,
    { history }: Recorded,
    wish: Wish,
  ): Promise<Plan> {
    const plan = planOf(book, history, wish);
    if (!('refused' in plan)) return plan;
    const allowed = rulesNow(book, history).map((rule) => rule.key);
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
    dto: CreateTransitionDto,
    made: Made,
  ): Promise<string> {
    const id = uuid();
    const { transition, occurredOn, corrects = null, codedBy = null, flags = [] } = dto;
    const noteHash =
      dto.note === undefined ? null : await keepWords(tx, actor, dto.note, { confidentiality: track.confidentiality });
    await this.record.add(tx, actor, track, {
      id,
      transition,
      occurredOn,
      corrects,
      codedBy,
      flags,
      voids: null,
      noteHash,
      ...made,
    });
    return id;
  }
}

type Made = Plan & Pick<NewTransition, 'occurredLast' | 'crossWalkId' | 'cited'>;

/** Who classified it and what else is noted, of what the workflow knows: 422 for anything else. */
function checkSaid(book: Book, { workflow }: Plan, { codedBy, flags = [] }: CreateTransitionDto): void {
  const { flags: known = {}, transitions } = definitionIn(book, workflow);
  const coders = transitions.flatMap((rule) =>
    rule.conditions.flatMap((condition) => (condition.is === 'coded-by' ? condition.who : [])),
  );
  if (codedBy !== undefined && !coders.includes(codedBy))
    throw problems.unfit(
      '/codedBy',
      'unknown-coder',
      coders.length > 0
        ? say`This workflow does not ask for "${codedBy}", but for ${joined([...new Set(coders)].map(word), ', ')}.`
        : say`This workflow does not ask for "${codedBy}".`,
    );
  const unknown = flags.findIndex((flag) => !Object.hasOwn(known, flag));
  if (unknown >= 0)
    throw problems.unfit(
      `/flags/${String(unknown)}`,
      'unknown-flag',
      say`This workflow has no flag "${flags[unknown] ?? ''}".`,
    );
}

/** One way is enough. A missing role is a 403, since no evidence can mend it; everything else a 422 that names each condition. */
function checkConditions(ways: Condition[][], facts: TransitionFacts): void {
  const unmet = ways.map((way) => unmetOf(facts, way)).sort((a, b) => a.length - b.length);
  const least = unmet[0] ?? [];
  if (least.length === 0) return;
  if (unmet.every((way) => way.some(({ condition }) => condition === 'has-role'))) throw problems.roleMissing(least);
  throw problems.unmetConditions(unmet.find((way) => !way.some(({ condition }) => condition === 'has-role')) ?? least);
}
