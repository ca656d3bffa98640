import { shownWhere } from '../access/shown-rows.js';
import { Injectable } from '@nestjs/common';
import { EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../access/actor.js';
import { inWorkspace } from '../access/in-workspace.js';
import { keepWords } from '../access/words.js';
import { AuditLog } from '../audit/audit-log.js';
import { dayIn } from '../common/edtf-date.js';
import { JsonText } from '../common/json-text.js';
import { problems } from '../common/problem.js';
import { readOne, readPage } from '../common/reading.js';
import { run, statement } from '../common/statement.js';
import { say, word } from '../common/words.js';
import { Evidence } from '../evidence/evidence.entity.js';
import { readAsOf } from '../follow-ups/as-of.js';
import { Track } from '../follow-ups/track.entity.js';
import { lockTrack } from '../follow-ups/track-lock.js';
import { lastDayOf } from '../follow-ups/transition-facts.js';
import { PHASES } from '../workflows/workflow.definition.js';
import type { AssessmentsQuery, CreateAssessmentDto } from './assessment.dto.js';
import { Assessment, ASSESSMENT_LEVELS, AssessmentEvidence } from './assessment.entity.js';
import { ASSESSMENTS, BESIDE } from './assessments.queries.js';
import { shown } from '../evidence/shown.js';

type Level = Assessment['confidentiality'];

/** What organizations find themselves. Each stands at once as its own; nothing here moves a track or adds findings up. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly manager: EntityManager,
    private readonly audit: AuditLog,
  ) {}

  /** Assessments of a track, the newest first, with the addressee's own account and positions on the claim beside them. */
  list(actor: Actor, trackId: string, { standing, ...page }: AssessmentsQuery): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      if (!(await tx.existsBy(Track, shownWhere({ id: trackId, workspaceId: actor.workspaceId }))))
        throw problems.notFound();
      const filters = { track: trackId, standing };
      return readAsOf(actor, tx, page, async (same, then) => {
        const { text } = await readPage(same, then.reading(ASSESSMENTS), { ...page, sort: '-recordedAt' }, filters);
        const [beside] = await run<{ text: string }>(same, statement(then.text(BESIDE)), [trackId]);
        return new JsonText(`${text.slice(0, -1)},${(beside?.text ?? '{}').slice(1)}`);
      });
    });
  }

  /**
   * Records what the actor's organization finds. The track is locked as whoever moves it locks it: whether it is contested
   * follows in the same transaction.
   */
  create(actor: Actor, trackId: string, dto: CreateAssessmentDto): Promise<JsonText> {
    return inWorkspace(actor, this.manager, async (tx) => {
      const { track } = await lockTrack(tx, trackId);
      checkPhase(track, dto.phase);
      const confidentiality = levelFor(track, dto.confidentiality);
      const occurredLast = lastDayOf(dto.occurredOn, dayIn(actor.timeZone, new Date()));
      const pieces = await this.getPieces(tx, dto.evidenceIds ?? [], confidentiality);
      const id = uuid();
      const { workspaceId, personId, organizationId } = actor;
      const { phase, confidence, occurredOn } = dto;
      const said = { phase, confidence, occurredOn, occurredLast, confidentiality };
      const reasonsHash = await keepWords(tx, actor, dto.reasons, { confidentiality });
      await tx.insert(Assessment, { id, workspaceId, personId, organizationId, trackId, reasonsHash, ...said });
      if (pieces.length > 0) await tx.insert(AssessmentEvidence, pieces.map(citedBy(workspaceId, id)));
      await this.tell(tx, actor, { id, trackId, ...said }, pieces);
      return readOne(tx, ASSESSMENTS, id);
    });
  }

  /** 404 for a piece that the actor may not know, 422 for one that says nothing to those who read the assessment. */
  private async getPieces(tx: EntityManager, ids: string[], level: Level): Promise<Evidence[]> {
    const found = ids.length === 0 ? [] : await tx.findBy(Evidence, shown({ id: In(ids) }));
    return ids.map((id, n) => {
      const piece = found.find((e) => e.id === id);
      if (!piece) throw problems.notFound(`/evidenceIds/${String(n)}`);
      checkReadable(piece, level, `/evidenceIds/${String(n)}`);
      return piece;
    });
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    { id, confidentiality, ...said }: Pick<Assessment, 'id' | 'trackId' | 'confidentiality'> & Partial<Assessment>,
    pieces: Evidence[],
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: 'assessment.recorded',
      objectType: 'assessment',
      objectId: id,
      level: confidentiality,
      details: { ...said, evidence: pieces.map((piece) => piece.id) },
    });
  }
}

const citedBy =
  (workspaceId: string, assessmentId: string) =>
  ({ id: evidenceId, version: evidenceVersion }: Evidence) => ({
    workspaceId,
    assessmentId,
    evidenceId,
    evidenceVersion,
  });

/** Axes are never mixed up: a finding is in the phases of its own. */
function checkPhase({ axis }: Track, phase: string): void {
  const known: readonly string[] = PHASES[axis];
  if (known.includes(phase)) return;
  throw problems.unfit(
    '/phase',
    'foreign-phase',
    known.length === 0
      ? say`Publication is not assessed: it is decided.`
      : say`"${phase}" is no phase of the axis ${word(axis)}.`,
  );
}

/** No more open than the recommendation that it speaks of. */
function levelFor({ confidentiality: least }: Track, wanted: Level | undefined): Level {
  if (wanted === undefined) return least === 'organization' ? 'organization' : 'coalition';
  if (ASSESSMENT_LEVELS.indexOf(wanted) >= ASSESSMENT_LEVELS.indexOf(least)) return wanted;
  throw problems.unfit(
    '/confidentiality',
    'too-open',
    say`An assessment is read by no more people than the recommendation that it speaks of.`,
  );
}

function checkReadable(piece: Evidence, level: Level, pointer: string): void {
  if (piece.withdrawal !== 'none')
    throw problems.unfit(pointer, 'withdrawn', say`This piece was withdrawn: nothing may stand on it.`);
  const isShared = piece.confidentiality === 'public' || piece.confidentiality === 'coalition';
  if (isShared || (level === 'organization' && piece.confidentiality === 'organization')) return;
  throw problems.unfit(
    pointer,
    'too-confidential',
    say`Those who read the assessment may not read this piece. State first, in an account, what is on information held by your organization.`,
  );
}
