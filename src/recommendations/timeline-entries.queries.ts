import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import { addresseeJson, TODAY } from '../follow-ups/follow-ups.queries.js';
import { moveJson } from './timeline-moves.queries.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { shownRows } from '../access/shown-rows.js';

/** Members that every entry has, in the order of the view; `null` where its kind has none. */
interface Told {
  kind: string;
  occurredOn: string;
  recordedAt: string;
  actor: string;
  axis?: string;
  /** Alias of the follow-up that it is about, its addressee being that alias with `a`. */
  of?: string;
  /** What is told of this kind alone, by the name of its member. */
  told: [name: string, json: string];
}

const PARTICULARS = ['move', 'deadline', 'engagement', 'link', 'closing', 'contribution'];

function entryJson({ kind, occurredOn, recordedAt, actor, axis = 'NULL', of, told: [told, json] }: Told): string {
  const addressee = of ? `CASE WHEN ${of}a.id IS NOT NULL THEN ${addresseeJson(`${of}a`)} END` : 'NULL';
  const particulars = PARTICULARS.map((name) => `'${name}', ${name === told ? json : 'NULL'}`).join(', ');
  return `json_build_object('id', p.id, 'kind', '${kind}', 'occurredOn', ${occurredOn}, 'recordedAt', ${recordedAt}, 'actor', ${actor},
    'axis', ${axis}, 'followUpId', ${of ? `${of}.id` : 'NULL'}, 'addressee', ${addressee}, ${particulars})`;
}

/** The follow-up `f` that `id` names, and its addressee. */
const about = (id: string, f: string): string =>
  `LEFT JOIN ${shownRows(`follow_up ${f}`)} ON ${f}.id = ${id} LEFT JOIN addressee ${f}a ON ${f}a.id = ${f}.addressee_id`;

const BY = actorJson('m', 'o');

const MOVE = `SELECT ${entryJson({
  kind: 'move',
  occurredOn: 'x.occurred_on',
  recordedAt: 'x.recorded_at',
  actor: BY,
  axis: 't.axis',
  of: 'f',
  told: ['move', moveJson],
})} FROM transition x ${addedBy('x')} LEFT JOIN ${shownRows('track t')} ON t.id = x.track_id ${about('t.follow_up_id', 'f')}
  LEFT JOIN workflow w ON w.id = x.workflow_id LEFT JOIN workflow_state s ON s.workflow_id = x.workflow_id AND s.state = x.to_state
  LEFT JOIN transition c ON c.corrects = x.id WHERE x.id = p.id`;

const DEADLINE = `SELECT ${entryJson({
  kind: 'deadline',
  occurredOn: 'd.due_on',
  recordedAt: 'd.recorded_at',
  actor: BY,
  axis: 'd.axis',
  of: 'f',
  told: [
    'deadline',
    `json_build_object('basis', d.basis, 'condition', d.condition, 'extendedBy', NULL,
      'putOff', EXISTS (SELECT FROM deadline_extension n WHERE n.deadline_id = d.id))`,
  ],
})} FROM deadline d ${addedBy('d')} ${about('d.follow_up_id', 'f')} WHERE d.id = p.id`;

const EXTENSION = `SELECT ${entryJson({
  kind: 'extension',
  occurredOn: 'e.due_on',
  recordedAt: 'e.recorded_at',
  actor: BY,
  axis: 'd.axis',
  of: 'f',
  told: [
    'deadline',
    `json_build_object('basis', e.basis, 'condition', d.condition, 'extendedBy', e.extended_by, 'putOff',
      EXISTS (SELECT FROM deadline_extension n WHERE n.deadline_id = d.id AND (n.recorded_at, n.id) > (e.recorded_at, e.id)))`,
  ],
})} FROM deadline_extension e ${addedBy('e')} LEFT JOIN deadline d ON d.id = e.deadline_id ${about('d.follow_up_id', 'f')} WHERE e.id = p.id`;

/** Those of its addressees that have not answered this ask: nobody is silent about what was closed. */
const SILENT = `(SELECT coalesce(json_agg(${addresseeJson('a')} ORDER BY a.name), '[]')
  FROM engagement_addressee g JOIN ${shownRows('follow_up f')} ON f.recommendation_id = p.recommendation_id AND f.addressee_id = g.addressee_id JOIN addressee a ON a.id = g.addressee_id
  WHERE g.engagement_id = e.id AND NOT f.closed AND f.response_phase IN ('awaited', 'no-reply'))`;

/** What shows the act itself, of those that the reader may know, the oldest first. */
const SHOWN_BY = `(SELECT coalesce(json_agg(json_build_object('shows', l.shows, 'evidence', json_build_object('id', v.id, 'confidentiality', v.confidentiality,
    'title', CASE WHEN v.withdrawal = 'none' THEN v.title END)) ORDER BY l.recorded_at, l.id), '[]')
  FROM engagement_evidence l JOIN ${SHOWN_EVIDENCE} v ON v.id = l.evidence_id WHERE l.engagement_id = e.id AND l.shows IS NOT NULL
    AND NOT EXISTS (SELECT FROM engagement_evidence n WHERE n.engagement_id = l.engagement_id AND n.evidence_id = l.evidence_id
      AND (n.recorded_at, n.id) > (l.recorded_at, l.id)))`;

const ENGAGEMENT = `SELECT ${entryJson({
  kind: 'engagement',
  occurredOn: 'e.occurred_on',
  recordedAt: 'e.created_at',
  actor: 'NULL',
  told: [
    'engagement',
    `json_build_object('kind', e.kind, 'summary', e.summary, 'organization', json_build_object('id', o.id, 'name', o.name),
      'byAddressee', CASE WHEN b.id IS NOT NULL THEN ${addresseeJson('b')} END,
      'addressees', (SELECT coalesce(json_agg(${addresseeJson('a')} ORDER BY a.name), '[]')
        FROM engagement_addressee g JOIN addressee a ON a.id = g.addressee_id WHERE g.engagement_id = e.id),
      'awaitedOn', e.awaited_on, 'outcome', e.outcome, 'participants', e.participants, 'evidence', ${SHOWN_BY}, 'silent', ${SILENT}, 'days', greatest(${TODAY} - e.occurred_last, 0))`,
  ],
})} FROM ${shownRows('engagement e')} LEFT JOIN organization o ON o.id = e.organization_id LEFT JOIN addressee b ON b.id = e.by_addressee_id WHERE e.id = p.id`;

/** The day that it was in the workspace's time zone. */
export const dayOf = (at: string): string =>
  `(SELECT (${at} AT TIME ZONE w.time_zone)::date FROM workspace w WHERE w.id = heed_workspace())`;

const LINK = `SELECT ${entryJson({
  kind: 'evidence',
  occurredOn: `${dayOf('l.recorded_at')}::text`,
  recordedAt: 'l.recorded_at',
  actor: BY,
  axis: 't.axis',
  of: 'f',
  told: [
    'link',
    `json_build_object('stance', l.stance, 'shows', l.shows, 'evidence', json_build_object('id', e.id, 'confidentiality', e.confidentiality,
      'title', CASE WHEN e.withdrawal = 'none' THEN e.title END))`,
  ],
})} FROM track_evidence l ${addedBy('l')} LEFT JOIN ${shownRows('track t')} ON t.id = l.track_id ${about('t.follow_up_id', 'f')}
  LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = l.evidence_id WHERE l.id = p.id`;

const CLOSING = `SELECT ${entryJson({
  kind: 'closing',
  occurredOn: 'c.occurred_on',
  recordedAt: 'c.recorded_at',
  actor: BY,
  of: 'f',
  told: ['closing', `json_build_object('act', c.act, 'kind', c.kind, 'reason', ${wordsOf('c', 'reason_hash')})`],
})} FROM closing c ${addedBy('c')} ${about('c.follow_up_id', 'f')} WHERE c.id = p.id`;

const CONTRIBUTION = `SELECT ${entryJson({
  kind: 'contribution',
  occurredOn: `${dayOf('x.recorded_at')}::text`,
  recordedAt: 'x.recorded_at',
  actor: BY,
  of: 'f',
  told: [
    'contribution',
    `json_build_object('id', k.id, 'act', x.act, 'strength', x.strength, 'said', ${wordsOf('x', 'said_hash')})`,
  ],
})} FROM contribution_act x ${addedBy('x')} LEFT JOIN ${shownRows('contribution k')} ON k.id = x.contribution_id ${about('k.follow_up_id', 'f')} WHERE x.id = p.id`;

/** SQL of one entry by its kind, over a key `p` with the recommendation that it is told for. */
export const ENTRIES = {
  move: MOVE,
  deadline: DEADLINE,
  extension: EXTENSION,
  engagement: ENGAGEMENT,
  evidence: LINK,
  closing: CLOSING,
  contribution: CONTRIBUTION,
};
