// What a change is told from, kind by kind: its row is looked up by the id of the page's key `p`.

import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import { MET_ON } from '../follow-ups/deadlines.queries.js';
import type { KEYS } from './change-keys.queries.js';
import { correctedJson, MOVE_JOINS, movedJson } from './move-told.queries.js';
import { END } from './period.js';
import { SINCE } from './standing.queries.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { shownRows } from '../access/shown-rows.js';

export interface Told {
  /** Looked up by `p.id`: LEFT JOINs. */
  joins: string;
  by: string;
  recordedAt: string;
  axis?: string;
  /** Levels of what it is told from, beside that of its follow-up. */
  levels?: string[];
  /** What this kind has beside what all have. */
  also: Record<string, string>;
}

export const OF = `LEFT JOIN ${shownRows('follow_up f')} ON f.id = p.follow_up_id LEFT JOIN ${shownRows('recommendation r')} ON r.id = f.recommendation_id LEFT JOIN addressee a ON a.id = f.addressee_id`;
const BY_WHOM = `CASE WHEN m.id IS NOT NULL THEN ${actorJson('m', 'o')} END`;
const organization = (o: string): string => `json_build_object('id', ${o}.id, 'name', ${o}.name)`;
const beginning = (words: string): string => `left(${words}, 300)`;

/** Who added a row that is one of several. */
const addedByAnyOf = (...rows: string[]): string => {
  const one = (column: string) => `coalesce(${rows.map((row) => `${row}.${column}`).join(', ')})`;
  return `LEFT JOIN membership m ON m.workspace_id = f.workspace_id AND m.person_id = ${one('person_id')} LEFT JOIN organization o ON o.id = ${one('organization_id')}`;
};
const oneOf = (column: string, ...rows: string[]): string =>
  `coalesce(${rows.map((row) => `${row}.${column}`).join(', ')})`;

const DUE = `coalesce(q.due_on, d.due_on)`;
const DUE_LAST = `coalesce(q.due_last, d.due_last)`;
const LAST_EXTENSION = `LEFT JOIN LATERAL (SELECT e.due_on, e.due_last, e.extended_by FROM deadline_extension e WHERE e.deadline_id = d.id
  ORDER BY e.recorded_at DESC, e.id DESC LIMIT 1) q ON true`;

export const TOLD: Record<keyof typeof KEYS, Told> = {
  moves: {
    joins: MOVE_JOINS('p.id'),
    by: BY_WHOM,
    recordedAt: 'x.recorded_at',
    axis: 't.axis',
    also: { move: movedJson },
  },
  replies: {
    joins: `LEFT JOIN track_evidence l ON l.id = p.id LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = l.evidence_id LEFT JOIN ${shownRows('track lt')} ON lt.id = l.track_id
      ${MOVE_JOINS('p.id', addedByAnyOf('x', 'l'))}`,
    by: BY_WHOM,
    recordedAt: oneOf('recorded_at', 'x', 'l'),
    axis: 'coalesce(t.axis, lt.axis)',
    levels: ['e.confidentiality'],
    also: {
      move: `CASE WHEN x.id IS NOT NULL THEN ${movedJson} END`,
      evidence: `CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'title', CASE WHEN e.withdrawal = 'none' THEN e.title END, 'confidentiality', e.confidentiality) END`,
    },
  },
  dissent: {
    joins: `LEFT JOIN ${shownRows('assessment n')} ON n.id = p.id LEFT JOIN objection_answer z ON z.id = p.id LEFT JOIN track_position g ON g.id = coalesce(z.position_id, p.id)
      LEFT JOIN ${shownRows('track t')} ON t.id = coalesce(n.track_id, g.track_id) ${addedByAnyOf('n', 'z', 'g')} LEFT JOIN organization go ON go.id = g.organization_id
      LEFT JOIN ${shownRows('assessment ga')} ON ga.id = g.assessment_id`,
    by: BY_WHOM,
    recordedAt: oneOf('recorded_at', 'n', 'z', 'g'),
    axis: 't.axis',
    levels: ['n.confidentiality', 'ga.confidentiality'],
    also: {
      finding: `CASE WHEN n.id IS NOT NULL THEN json_build_object('phase', n.phase, 'confidence', n.confidence, 'statePhase', t.phase, 'confidentiality', n.confidentiality) END`,
      objection: `CASE WHEN g.id IS NOT NULL THEN json_build_object('organization', ${organization('go')}, 'open', NOT EXISTS (SELECT FROM objection_answer v WHERE v.position_id = g.id)) END`,
      note: beginning(
        `coalesce(${wordsOf('n', 'reasons_hash')}, ${wordsOf('z', 'reasons_hash')}, CASE WHEN z.id IS NULL THEN ${wordsOf('g', 'reasons_hash')} END)`,
      ),
    },
  },
  silence: {
    joins: `LEFT JOIN ${shownRows('engagement e')} ON e.id = p.id LEFT JOIN transition x ON x.id = p.id
      LEFT JOIN membership m ON m.workspace_id = x.workspace_id AND m.person_id = x.person_id LEFT JOIN organization o ON o.id = coalesce(x.organization_id, e.organization_id)
      LEFT JOIN LATERAL (SELECT ${SINCE} AS since) y ON true`,
    by: BY_WHOM,
    recordedAt: 'coalesce(x.recorded_at, e.created_at)',
    axis: `'response'`,
    levels: ['e.confidentiality'],
    also: {
      silence: `json_build_object('since', y.since, 'days', greatest(CASE WHEN p.act = 'ended' THEN x.occurred_last ELSE ${END} END - y.since, 0), 'awaitedOn', e.awaited_on)`,
      engagement: `CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'kind', e.kind, 'occurredOn', e.occurred_on, 'organization', ${organization('o')}) END`,
    },
  },
  deadlines: {
    joins: `LEFT JOIN deadline_extension u ON u.id = p.id LEFT JOIN deadline d ON d.id = coalesce(u.deadline_id, p.id) ${LAST_EXTENSION}
      LEFT JOIN ${shownRows('track t')} ON t.follow_up_id = f.id AND t.axis = d.axis ${addedByAnyOf('u', 'd')} LEFT JOIN LATERAL (${MET_ON}) h(met) ON true`,
    by: BY_WHOM,
    recordedAt: oneOf('recorded_at', 'u', 'd'),
    axis: 'd.axis',
    also: {
      deadline: `json_build_object('id', d.id, 'dueOn', coalesce(u.due_on, ${DUE}), 'firstDueOn', d.due_on, 'basis', coalesce(u.basis, d.basis), 'extendedBy', coalesce(u.extended_by, q.extended_by),
        'metOn', h.met, 'days', CASE WHEN p.act <> 'extended' THEN greatest(CASE WHEN h.met IS NULL THEN ${END} ELSE h.met END - ${DUE_LAST}, 0) END)`,
    },
  },
  'next-steps': {
    joins: `LEFT JOIN next_step n ON n.id = p.id LEFT JOIN organization o ON o.id = n.organization_id LEFT JOIN ${shownRows('engagement e')} ON e.id = n.engagement_id
      LEFT JOIN source s ON s.id = n.source_id`,
    by: 'NULL',
    recordedAt: 'n.created_at',
    levels: ['e.confidentiality'],
    also: {
      step: `json_build_object('what', n.what, 'owner', heed_owner_json(n.owner_id), 'organization', ${organization('o')}, 'dueOn', n.due_on)`,
      source: `CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.title) END`,
      engagement: `CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'kind', e.kind, 'occurredOn', e.occurred_on, 'organization', ${organization('o')}) END`,
    },
  },
  closings: {
    joins: `LEFT JOIN closing c ON c.id = p.id ${addedBy('c')}`,
    by: BY_WHOM,
    recordedAt: 'c.recorded_at',
    also: {
      closing: `json_build_object('kind', c.kind, 'occurredOn', c.occurred_on)`,
      note: beginning(wordsOf('c', 'reason_hash')),
    },
  },
  corrections: {
    joins: MOVE_JOINS('p.id'),
    by: BY_WHOM,
    recordedAt: 'x.recorded_at',
    axis: 't.axis',
    also: { correction: correctedJson },
  },
};
