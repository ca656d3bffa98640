import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Actor, hasRole } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { AuditLog } from '../audit/audit-log.js';
import type { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { say } from '../common/words.js';
import type { AsOfPageQuery } from '../follow-ups/as-of.dto.js';
import { readAsOf } from '../follow-ups/as-of.js';
import { Track } from '../follow-ups/track.entity.js';
import { lockTrack } from '../follow-ups/track-lock.js';
import { Transition } from '../follow-ups/transition.entity.js';
import { Assessment } from './assessment.entity.js';
import type { AnswerObjectionDto, TakePositionDto, WithdrawObjectionDto } from './position.dto.js';
import { TRACK_POSITIONS } from './positions.queries.js';
import { ObjectionAnswer, TrackPosition } from './track-position.entity.js';

type Target = Pick<TrackPosition, 'assessmentId' | 'transitionId'>;

/** Where organizations stand on what others find and claim. An objection holds up every verification until it is answered. */
@Injectable()
export class PositionsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, trackId: string, query: AsOfPageQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Track, shownWhere({ id: trackId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      return readAsOf(actor, tx, query, (same, then) =>
        readPage(same, then.reading(TRACK_POSITIONS), { ...query, sort: 'recordedAt' }, { track: trackId }),
      );
    });
  }

  /** Takes one. Whoever verifies meanwhile holds the track's lock: either they come first, or they find the objection. */
  take(actor: Actor, trackId: string, { position, assessmentId, reasons }: TakePositionDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { track } = await lockTrack(tx, trackId);
      const target = await this.targetOf(tx, actor, track, position, assessmentId);
      await this.checkNoneOpen(tx, actor, target);
      const id = uuid();
      const { workspaceId, personId, organizationId } = actor;
      const reasonsHash = await this.keep(tx, actor, track, reasons);
      await tx.insert(TrackPosition, {
        ...{ id, workspaceId, personId, organizationId, trackId, kind: position, reasonsHash },
        ...target,
      });
      await this.tell(tx, actor, track, 'position.taken', { positionId: id, position, ...target });
      return readOne(tx, TRACK_POSITIONS, id);
    });
  }

  /** By an administrator or editor, or somebody of the organization that found or claimed it: never by the objector's own. */
  answer(actor: Actor, id: string, { reasons }: AnswerObjectionDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { track, objection } = await this.lockObjection(tx, id);
      if (objection.organizationId === actor.organizationId || objection.personId === actor.personId)
        throw problems.notYours(say`Your organization objects itself: somebody of another organization has to answer.`);
      const isConcerned = (await this.organizationBehind(tx, objection)) === actor.organizationId;
      if (!isConcerned && !hasRole(actor, 'administrator', 'editor'))
        throw problems.notYours(
          say`An objection is answered by an editor, or by the organization whose finding or claim it is about.`,
        );
      return this.end(tx, actor, track, id, 'answered', reasons);
    });
  }

  /** By the organization that objects. */
  withdraw(actor: Actor, id: string, { reasons }: WithdrawObjectionDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { track, objection } = await this.lockObjection(tx, id);
      if (objection.organizationId !== actor.organizationId)
        throw problems.notYours(say`Only the organization that objects can withdraw it.`);
      return this.end(tx, actor, track, id, 'withdrawn', reasons);
    });
  }

  /** The assessment of another organization, or what the track stands on. */
  private async targetOf(
    tx: EntityManager,
    actor: Actor,
    track: Track,
    position: TrackPosition['kind'],
    assessmentId: string | undefined,
  ): Promise<Target> {
    if (assessmentId === undefined && track.standsOn === null)
      throw problems.unfit(
        '/assessmentId',
        'nothing-claimed',
        say`Nothing was claimed yet that one could take a position on.`,
      );
    const target: Target =
      assessmentId === undefined
        ? { assessmentId: null, transitionId: track.standsOn }
        : { assessmentId, transitionId: null };
    const behind = await this.organizationBehind(tx, { ...target, trackId: track.id });
    if (behind === undefined) throw problems.notFound('/assessmentId');
    if (behind === actor.organizationId && (assessmentId !== undefined || position === 'sign-on'))
      throw problems.unfit('/position', 'own', say`It is of your own organization: record another assessment instead.`);
    return target;
  }

  /** Undefined where there is no such thing on the track, or the actor may not know of it. */
  private async organizationBehind(
    tx: EntityManager,
    { assessmentId, transitionId, trackId }: Target & Pick<TrackPosition, 'trackId'>,
  ): Promise<string | undefined> {
    const found =
      assessmentId === null
        ? await tx.findOneBy(Transition, { id: transitionId ?? '', trackId })
        : await tx.findOneBy(Assessment, shownWhere({ id: assessmentId, trackId }));
    return found?.organizationId;
  }

  /** One's open objection is answered or withdrawn first: it does not go away by a change of mind that nobody sees. */
  private async checkNoneOpen(tx: EntityManager, { organizationId }: Actor, target: Target): Promise<void> {
    const about = { organizationId, kind: 'objection' as const };
    const where =
      target.assessmentId === null
        ? { transitionId: target.transitionId ?? '' }
        : { assessmentId: target.assessmentId };
    for (const { id } of await tx.findBy(TrackPosition, { ...about, ...where })) {
      if (await tx.existsBy(ObjectionAnswer, { positionId: id })) continue;
      throw problems.notAsThingsStand(
        'objection-open',
        say`Your organization has an open objection to it: withdraw that first.`,
      );
    }
  }

  /** The track is locked first: two answers at once, or an answer while somebody verifies, wait for each other. */
  private async lockObjection(tx: EntityManager, id: string): Promise<{ track: Track; objection: TrackPosition }> {
    const objection = await tx.findOneBy(TrackPosition, { id });
    if (!objection) throw problems.notFound();
    const { assessmentId } = objection;
    if (assessmentId !== null && !(await tx.existsBy(Assessment, shownWhere({ id: assessmentId }))))
      throw problems.notFound();
    const { track } = await lockTrack(tx, objection.trackId);
    if (objection.kind !== 'objection')
      throw problems.notAsThingsStand('no-objection', say`Only an objection is answered or withdrawn.`);
    if (await tx.existsBy(ObjectionAnswer, { positionId: id }))
      throw problems.notAsThingsStand('already-answered', say`This objection was answered or withdrawn already.`);
    return { track, objection };
  }

  private async end(
    tx: EntityManager,
    actor: Actor,
    track: Track,
    positionId: string,
    act: ObjectionAnswer['act'],
    reasons: string | undefined,
  ): Promise<JsonText> {
    const { workspaceId, personId, organizationId } = actor;
    const reasonsHash = await this.keep(tx, actor, track, reasons);
    await tx.insert(ObjectionAnswer, {
      ...{ id: uuid(), workspaceId, personId, organizationId, positionId, act, reasonsHash },
    });
    await this.tell(tx, actor, track, `objection.${act}`, { positionId });
    return readOne(tx, TRACK_POSITIONS, positionId);
  }

  private keep(tx: EntityManager, actor: Actor, track: Track, reasons: string | undefined): Promise<Buffer | null> {
    const { confidentiality } = track;
    return reasons === undefined ? Promise.resolve(null) : keepWords(tx, actor, reasons, { confidentiality });
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    { id, version, confidentiality }: Track,
    action: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    const about = { objectType: 'track', objectId: id, objectVersion: version, level: confidentiality };
    return this.audit.record(tx, actor, { action, ...about, details });
  }
}
