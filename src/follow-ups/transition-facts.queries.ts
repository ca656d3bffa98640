import type { EntityManager } from 'typeorm';
import type { Day } from '../common/edtf-date.js';
import { run, statement } from '../common/statement.js';
import type { EvidenceFact } from '../workflows/evidence-condition.js';
import type { Standing } from './track-history.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { shownRows } from '../access/shown-rows.js';

/** What a track's history and everything around it say, before any question is asked of them. */
export interface Recorded {
  history: Standing[];
  evidence: EvidenceFact[];
  engagements: { kind: string; occurredOn: string; awaitedLast: Day | null }[];
  organizations: number;
  isDeadlinePast: boolean;
  responseState: string | null;
  /** Names of the organizations whose objections nobody answered. */
  openObjections: string[];
}

/** All of it in one statement; `today` in the workspace's zone. */
export async function recordedOf(tx: EntityManager, trackId: string, today: Day): Promise<Recorded> {
  const [row] = await run<{ recorded: Recorded }>(tx, RECORDED, [trackId, today]);
  if (!row) throw new Error('A locked track has gone.');
  return row.recorded;
}

/** Whoever entered or edited the piece e, or ever linked it to the track t. */
const BROUGHT_BY = `e.edited_by || e.entered_by || ARRAY(SELECT x.person_id FROM track_evidence x WHERE x.track_id = t.id AND x.evidence_id = e.id AND x.stance IS NOT NULL)`;

/** Links that count: the newest of each pair, with a stance; public or coalition; accepted; not withdrawn. */
const EVIDENCE = `
  SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'stance', l.stance, 'shows', l.shows, 'credibility', e.credibility,
    'originId', e.origin_id, 'hasQuote', e.quote_hash IS NOT NULL, 'hasLocator', e.locator IS NOT NULL, 'broughtBy', ${BROUGHT_BY})), '[]')
  FROM (SELECT DISTINCT ON (x.evidence_id) x.* FROM track_evidence x WHERE x.track_id = t.id ORDER BY x.evidence_id, x.recorded_at DESC, x.id DESC) l
  JOIN ${SHOWN_EVIDENCE} e ON e.id = l.evidence_id
  WHERE l.stance IS NOT NULL AND e.acceptance = 'accepted' AND e.withdrawal = 'none' AND e.confidentiality IN ('public', 'coalition')`;

const HISTORY = `
  SELECT coalesce(json_agg(json_build_object('id', h.id, 'transition', h.transition, 'from', h.from_state, 'to', h.to_state,
    'workflow', h.workflow_id, 'fromWorkflow', h.from_workflow_id, 'position', h.position::text,
    'occurredLast', h.occurred_last, 'unchecked', h.unchecked, 'people', p.people, 'organizations', p.organizations,
    'evidenceBroughtBy', (SELECT coalesce(json_agg(DISTINCT b.person), '[]') FROM transition s
      JOIN transition_evidence c ON c.transition_id = s.id JOIN ${SHOWN_EVIDENCE} e ON e.id = c.evidence_id, LATERAL unnest(${BROUGHT_BY}) AS b(person)
      WHERE s.track_id = h.track_id AND s.position = h.position)) ORDER BY h.position), '[]')
  FROM transition h, LATERAL (SELECT json_agg(DISTINCT s.person_id) AS people, json_agg(DISTINCT s.organization_id) AS organizations
    FROM transition s WHERE s.track_id = h.track_id AND s.position = h.position) p
  WHERE h.track_id = t.id AND h.position IS NOT NULL AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = h.id)`;

const ENGAGEMENTS = `
  SELECT coalesce(json_agg(json_build_object('kind', g.kind, 'occurredOn', g.occurred_on, 'awaitedLast', g.awaited_last)), '[]')
  FROM ${shownRows('engagement g')} JOIN engagement_recommendation gr ON gr.engagement_id = g.id JOIN engagement_addressee ga ON ga.engagement_id = g.id
  WHERE gr.recommendation_id IN (t.recommendation_id, (SELECT w.part_of FROM ${shownRows('recommendation w')} WHERE w.id = t.recommendation_id))
    AND ga.addressee_id = f.addressee_id`;

const OPEN_OBJECTIONS = `
  SELECT coalesce(json_agg(DISTINCT o.name), '[]') FROM track_position p JOIN organization o ON o.id = p.organization_id
  WHERE p.track_id = t.id AND p.kind = 'objection' AND NOT EXISTS (SELECT FROM objection_answer w WHERE w.position_id = p.id)`;

const RECORDED = statement(`
  SELECT json_build_object(
    'history', (${HISTORY}),
    'evidence', (${EVIDENCE}),
    'engagements', (${ENGAGEMENTS}),
    'organizations', (SELECT count(DISTINCT m.organization_id) FROM membership m WHERE m.workspace_id = t.workspace_id AND (m.ends_on IS NULL OR m.ends_on >= $2::date)),
    'isDeadlinePast', EXISTS (SELECT FROM deadline d WHERE d.recommendation_id = t.recommendation_id AND (d.follow_up_id IS NULL OR d.follow_up_id = t.follow_up_id)
      AND d.axis = t.axis AND coalesce((SELECT x.due_last FROM deadline_extension x WHERE x.deadline_id = d.id ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1), d.due_last) < $2::date),
    'responseState', f.response_state,
    'openObjections', (${OPEN_OBJECTIONS})) AS recorded
  FROM ${shownRows('track t')} LEFT JOIN ${shownRows('follow_up f')} ON f.id = t.follow_up_id WHERE t.id = $1`);
