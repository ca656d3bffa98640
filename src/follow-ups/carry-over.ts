import type { EntityManager } from 'typeorm';
import { run, statement } from '../common/statement.js';
import type { Track } from './track.entity.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

/** Lets a migration cite what the state stood on, and what was linked since: who disagreed before disagrees after. */
export async function carryOver(tx: EntityManager, track: Track, migrationId: string): Promise<void> {
  await run(tx, CARRY_CITED, [migrationId, track.standsOn]);
  await run(tx, CARRY_LINKED, [track.id, migrationId, track.standsOn]);
}

/** A migration settles nothing: what the state stood on speaks for or against it as before, what the actor may not know too. */
const CARRY_CITED = statement('SELECT heed_carry_citations($1, $2)');
/** So does what was linked since. */
const CARRY_LINKED = statement(`
  INSERT INTO transition_evidence (workspace_id, transition_id, evidence_id, evidence_version, stance)
  SELECT l.workspace_id, $2::uuid, l.evidence_id, e.version, l.stance
  FROM (SELECT DISTINCT ON (x.evidence_id) x.* FROM track_evidence x WHERE x.track_id = $1::uuid ORDER BY x.evidence_id, x.recorded_at DESC, x.id DESC) l
  JOIN ${SHOWN_EVIDENCE} e ON e.id = l.evidence_id
  WHERE l.stance IS NOT NULL AND l.recorded_at >= (SELECT s.recorded_at FROM transition s WHERE s.id = $3::uuid)
    AND NOT EXISTS (SELECT FROM transition_evidence te WHERE te.transition_id = $3::uuid AND te.evidence_id = l.evidence_id)
  ON CONFLICT DO NOTHING`);
