import { hangsOn, shownRows, withinParent } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import type { Reading } from '../common/reading-shape.js';
import { TODAY } from './follow-ups.queries.js';

const EXTENSIONS = `
  SELECT coalesce(json_agg(json_build_object('id', x.id, 'dueOn', x.due_on, 'extendedBy', x.extended_by, 'basis', x.basis,
    'by', ${actorJson('xm', 'xo')}, 'recordedAt', x.recorded_at) ORDER BY x.recorded_at, x.id), '[]')
  FROM deadline_extension x ${addedBy('x', 'xm', 'xo')} WHERE x.deadline_id = d.id`;

/** Whether a state meets the deadline: one that it names, or else whatever answers or fulfils. As heed_due_on has it. */
export const meets = (
  state: string,
  phase: string,
): string => `CASE WHEN cardinality(d.met_by) > 0 THEN ${state} = ANY (d.met_by)
  WHEN d.axis = 'response' THEN ${phase} NOT IN ('awaited', 'no-reply') ELSE ${phase} = 'fulfilled' END`;

/** When the track first stood as the deadline asks, by the transitions that count. */
export const MET_ON = `
  SELECT min(h.occurred_last) FROM transition h JOIN workflow_state s ON s.workflow_id = h.workflow_id AND s.state = h.to_state
  WHERE h.track_id = t.id AND h.position IS NOT NULL AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = h.id) AND ${meets('s.state', 's.phase')}`;

const STANDING = `
  SELECT coalesce(json_agg(json_build_object('followUpId', f.id, 'met', n.met, 'overdue', NOT n.met AND NOT f.closed AND coalesce(e.due_last, d.due_last) < ${TODAY},
    'late', n.met AND coalesce((${MET_ON}) > coalesce(e.due_last, d.due_last), false)) ORDER BY f.id), '[]')
  FROM ${shownRows('follow_up f')} JOIN ${shownRows('track t')} ON t.follow_up_id = f.id AND t.axis = d.axis CROSS JOIN LATERAL (SELECT ${meets('t.state', 't.phase')} AS met) n
  WHERE f.recommendation_id = d.recommendation_id AND (d.follow_up_id IS NULL OR d.follow_up_id = f.id)`;

export const DEADLINES: Reading = {
  table: 'deadline d',
  within: withinParent('d', 'recommendation', 'recommendation_id'),
  joins: `${addedBy('d')} LEFT JOIN LATERAL (SELECT x.due_on, x.due_last FROM deadline_extension x WHERE x.deadline_id = d.id
    ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1) e ON true`,
  item: `json_build_object('id', d.id, 'recommendationId', d.recommendation_id, 'followUpId', d.follow_up_id, 'axis', d.axis, 'dueOn', d.due_on,
    'currentDueOn', coalesce(e.due_on, d.due_on), 'basis', d.basis, 'condition', d.condition, 'metBy', d.met_by, 'standing', (${STANDING}),
    'extensions', (${EXTENSIONS}), 'by', ${actorJson('m', 'o')}, 'recordedAt', d.recorded_at)`,
  changed: 'coalesce((SELECT max(x.recorded_at) FROM deadline_extension x WHERE x.deadline_id = d.id), d.recorded_at)',
  sorts: { dueOn: { by: 'd.due_last', type: 'date' } },
  filters: {
    followUp: `d.recommendation_id = (SELECT f.recommendation_id FROM ${shownRows('follow_up f')} WHERE f.id = ?::uuid) AND (d.follow_up_id IS NULL OR d.follow_up_id = ?::uuid)`,
    recommendation: 'd.recommendation_id = ?::uuid',
  },
};

export const EXTENSIONS_OF: Reading = {
  table: 'deadline_extension x',
  within: `x.workspace_id = ? AND EXISTS (SELECT FROM deadline e WHERE e.id = x.deadline_id AND ${hangsOn('recommendation', 'e.recommendation_id')})`,
  joins: addedBy('x'),
  item: `json_build_object('id', x.id, 'dueOn', x.due_on, 'extendedBy', x.extended_by, 'basis', x.basis, 'by', ${actorJson('m', 'o')}, 'recordedAt', x.recorded_at)`,
  changed: 'x.recorded_at',
  sorts: { recordedAt: { by: 'x.recorded_at', type: 'timestamptz' } },
  filters: { deadline: 'x.deadline_id = ?::uuid' },
};
