import { shownRows } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import { TRANSITION_LABEL } from '../recommendations/timeline-moves.queries.js';
import { FROM, FROM_AT } from './period.js';
import { counts } from './standing.queries.js';

const stateJson = (s: string): string =>
  `json_build_object('label', coalesce(${s}.labels->>current_setting('app.language', true), ${s}.labels->>'en'), 'phase', ${s}.phase)`;
const stateOf = (s: string, workflow: string, state: string): string =>
  `LEFT JOIN workflow_state ${s} ON ${s}.workflow_id = ${workflow} AND ${s}.state = ${state}`;

/** Whether a state waits for somebody else than who claimed it, as `statesToCheck` reads it off a definition. */
const waits = (
  state: string,
): string => `EXISTS (SELECT FROM jsonb_array_elements(w.definition->'transitions') AS rule(said), jsonb_array_elements(rule.said->'conditions') AS asked(said)
  WHERE rule.said->'from' @> to_jsonb(${state}) AND asked.said->>'is' IN ('other-person-than', 'other-organization-than', 'other-person-than-evidence'))`;

/** Where the track stood before the period, or before its first move in it. */
const BEFORE = `LEFT JOIN LATERAL (SELECT y.from_workflow_id, y.from_state FROM transition y
  WHERE y.track_id = x.track_id AND y.position <= x.position AND ${counts('y')} AND y.transition <> 'migrate'
    AND (y.id = x.id OR CASE WHEN current_setting('app.by', true) = 'recorded' THEN y.recorded_at >= ${FROM_AT} ELSE y.occurred_last >= ${FROM} END)
  ORDER BY y.position LIMIT 1) b ON true`;

/** Who claimed what a check settled: whoever led to the state that it starts from. */
const CLAIM = `LEFT JOIN LATERAL (SELECT y.workspace_id, y.person_id, y.organization_id FROM transition y
  WHERE ${waits('x.from_state')} AND y.track_id = x.track_id AND y.position < x.position AND ${counts('y')} ORDER BY y.position DESC LIMIT 1) k ON true
  ${addedBy('k', 'km', 'ko')}`;

/** A transition `x` by its id, its track, the states around it, what it corrects, and who was behind it. */
export const MOVE_JOINS = (
  id: string,
  by: string = addedBy('x'),
): string => `LEFT JOIN transition x ON x.id = ${id} ${by}
  LEFT JOIN ${shownRows('track t')} ON t.id = x.track_id LEFT JOIN workflow w ON w.id = x.workflow_id ${stateOf('s', 'x.workflow_id', 'x.to_state')}
  ${BEFORE} ${stateOf('bs', 'b.from_workflow_id', 'b.from_state')} ${CLAIM}
  LEFT JOIN transition v ON v.id = x.corrects ${stateOf('vs', 'v.workflow_id', 'v.to_state')}`;

const said = `'transitionLabel', ${TRANSITION_LABEL}, 'occurredOn', x.occurred_on, 'trackId', x.track_id, 'note', left(${wordsOf('x', 'note_hash')}, 300)`;

export const movedJson = `json_build_object(${said}, 'from', ${stateJson('bs')}, 'to', ${stateJson('s')}, 'waiting', ${waits('x.to_state')},
  'claimedBy', CASE WHEN km.id IS NOT NULL THEN ${actorJson('km', 'ko')} END, 'unchecked', x.unchecked)`;

/** What was said before, and what is said now. */
export const correctedJson = `json_build_object(${said}, 'was', ${stateJson('vs')}, 'is', ${stateJson('s')})`;
