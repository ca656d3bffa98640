import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { AuditLog } from '../audit/audit-log.js';
import type { Day } from '../common/edtf-date.js';
import { run, statement } from '../common/statement.js';
import type { Stance } from '../workflows/workflow.definition.js';
import { carryOver } from './carry-over.js';
import type { Track } from './track.entity.js';
import { TransitionEvidence } from './transition.entity.js';
import type { Plan } from './transition-wish.js';

export interface NewTransition extends Pick<Plan, 'from' | 'to' | 'fromWorkflow' | 'workflow' | 'place' | 'unchecked'> {
  id: string;
  transition: string;
  occurredOn: string | null;
  occurredLast: Day;
  corrects: string | null;
  voids: string | null;
  crossWalkId: string | null;
  codedBy: string | null;
  flags: string[];
  noteHash: Buffer | null;
  cited: { evidenceId: string; evidenceVersion: number; stance: Stance }[];
}

/** The one writer of transitions: the row, what it cites, the state that follows, the audit event. */
@Injectable()
export class TransitionRecord {
  constructor(private readonly audit: AuditLog) {}

  /** The caller holds the lock on the track's row and has checked everything. */
  async add(tx: EntityManager, actor: Actor, track: Track, made: NewTransition): Promise<void> {
    const { after, before, same } = { after: null, before: null, same: null, ...made.place };
    const values = [
      made.id,
      actor.workspaceId,
      track.id,
      made.workflow,
      made.transition,
      made.from,
      made.to,
      made.place === null,
      same,
      after,
      before,
      made.corrects,
      made.voids,
      actor.personId,
      actor.organizationId,
      made.occurredOn,
      made.occurredLast,
      made.unchecked,
      made.noteHash,
      made.fromWorkflow,
      made.crossWalkId,
      made.codedBy,
      made.flags,
    ];
    await run(tx, INSERT, values);
    const { id: transitionId, cited } = made;
    if (cited.length > 0)
      await tx.insert(
        TransitionEvidence,
        cited.map((c) => ({ ...c, transitionId, workspaceId: actor.workspaceId })),
      );
    if (made.transition === 'migrate') await carryOver(tx, track, made.id);
    const version = made.place === null ? track.version : await this.keepState(tx, track);
    await this.tell(tx, actor, track, version, made);
  }

  /** State, phase, workflow and what they stand on follow from the transition of highest position that is not corrected. Answers the version that the track has then. */
  private async keepState(tx: EntityManager, track: Track): Promise<number> {
    const [kept] = await run<{ version: number }>(tx, KEEP_STATE, [track.id]);
    return kept?.version ?? track.version;
  }

  private tell(
    tx: EntityManager,
    actor: Actor,
    track: Track,
    objectVersion: number,
    made: NewTransition,
  ): Promise<void> {
    return this.audit.record(tx, actor, {
      action: 'track.transitioned',
      objectType: 'track',
      objectId: track.id,
      objectVersion,
      level: track.confidentiality,
      details: detailsOf(made),
    });
  }
}

/** What the log keeps of it: never its words. */
function detailsOf({ id: transitionId, place, cited, ...made }: NewTransition): Record<string, unknown> {
  const { transition, from, to, fromWorkflow, workflow, crossWalkId, codedBy, flags, occurredOn, corrects, voids } =
    made;
  const said = {
    transition,
    from,
    to,
    fromWorkflow,
    workflow,
    crossWalkId,
    codedBy,
    flags,
    occurredOn,
    corrects,
    voids,
  };
  return { ...said, transitionId, evidence: cited.map((c) => c.evidenceId), inTimelineOnly: place === null };
}

/** A position after the last, between two, or that of what is corrected. */
const INSERT = statement(`
  INSERT INTO transition (id, workspace_id, track_id, workflow_id, transition, from_state, to_state, position, corrects, voids, person_id, organization_id,
    occurred_on, occurred_last, unchecked, note_hash, from_workflow_id, cross_walk_id, coded_by, flags)
  SELECT $1, $2, $3, $4, $5, $6, $7,
    CASE WHEN $8::boolean THEN NULL WHEN $9::numeric IS NOT NULL THEN $9::numeric
      WHEN $11::numeric IS NULL THEN trunc(coalesce($10::numeric, 0)) + 1 ELSE (coalesce($10::numeric, 0) + $11::numeric) * 0.5 END,
    $12::uuid, $13::uuid, $14, $15, $16, $17::date, $18, $19::bytea, $20, $21::uuid, $22, $23::text[]`);

const KEEP_STATE = statement(`
  UPDATE track t SET workflow_id = s.workflow_id, state = s.to_state, phase = s.phase, stands_on = s.id, unchecked = s.unchecked
  FROM (SELECT x.id, x.workflow_id, x.to_state, ws.phase, x.unchecked FROM transition x
    JOIN workflow_state ws ON ws.workflow_id = x.workflow_id AND ws.state = x.to_state
    WHERE x.track_id = $1 AND x.position IS NOT NULL AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = x.id) ORDER BY x.position DESC LIMIT 1) s
  WHERE t.id = $1 RETURNING t.version`);
