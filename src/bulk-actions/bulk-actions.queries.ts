import { shownRows } from '../access/shown-rows.js';
import { withinOwn } from '../access/ones-own.js';
import type { Reading } from '../common/reading-shape.js';
import { ITEM_STATES } from './bulk-action.entity.js';
import { BULK_ACTIONS as KINDS } from './single-act.js';
import { KNOWN_STEP } from '../next-steps/next-steps.queries.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';

const themesIn = (at: string): string => `
  SELECT coalesce(json_agg(json_build_object('id', t.id, 'code', t.code, 'label', coalesce(t.labels->>current_setting('app.language', true), t.label)) ORDER BY t.code), '[]')
  FROM theme t WHERE t.id = ANY (ARRAY(SELECT x::uuid FROM jsonb_array_elements_text(${at}->'themeIds') AS x))`;

const labelIn = (at: string): string => `
  SELECT coalesce(s.labels->>current_setting('app.language', true), s.labels->>'en') FROM workflow_state s
  WHERE s.workflow_id = (${at}->>'workflowId')::uuid AND s.state = ${at}->>'state'`;

/** Whether the reader may know the thing: a next step need not be about a recommendation. */
const KNOWN = '(r.id IS NOT NULL OR n.id IS NOT NULL)';

/** How an item stands, or null where the reader may not know the thing (any more), or it did not get so far. */
const standsJson = (at: string): string => `CASE WHEN ${KNOWN} AND ${at} IS NOT NULL THEN json_build_object(
    'state', ${at}->>'state', 'label', (${labelIn(at)}), 'phase', ${at}->>'phase', 'stance', ${at}->>'stance', 'shows', ${at}->>'shows',
    'owner', heed_owner_json((${at}->>'ownerId')::uuid), 'themes', CASE WHEN ${at}->'themeIds' IS NOT NULL THEN (${themesIn(at)}) END, 'dueOns', ${at}->'dueOns',
    'step', ${at}->>'step', 'stepState', ${at}->>'stepState') END`;

/** Over item i, and what of its thing the reader may know today: track t, next step n, follow-up f, recommendation r. */
const ITEM = `json_build_object('id', i.object_id, 'recommendation', CASE WHEN r.id IS NOT NULL THEN ${recommendationJson('r')} END,
    'addressee', CASE WHEN f.id IS NOT NULL THEN heed_addressee_json(f.addressee_id) END, 'axis', coalesce(t.axis, CASE WHEN b.action = 'deadline' THEN b.does->>'axis' END), 'before', ${standsJson('i.before')}, 'after', ${standsJson('i.after')},
    'code', i.refusal->>'code', 'message', CASE WHEN ${KNOWN} OR i.before IS NULL THEN i.refusal->>'message' END,
    'unmet', CASE WHEN ${KNOWN} THEN coalesce(i.refusal->'unmet', '[]') ELSE '[]' END, 'madeId', i.made_id, 'eventIds', to_json(i.event_ids))`;

const THINGS = `LEFT JOIN ${shownRows('track t')} ON b.action IN ('transition', 'evidence') AND t.id = i.object_id
    LEFT JOIN (SELECT * FROM next_step n WHERE n.workspace_id = heed_workspace() AND ${KNOWN_STEP('n')}) n ON b.action = 'nextStepDone' AND n.id = i.object_id
    LEFT JOIN ${shownRows('follow_up f')} ON f.id = CASE WHEN b.action IN ('owner', 'deadline', 'nextStep') THEN i.object_id ELSE coalesce(n.follow_up_id, t.follow_up_id) END
    LEFT JOIN ${shownRows('recommendation r')} ON r.id = CASE WHEN b.action = 'theme' THEN i.object_id WHEN t.id IS NOT NULL THEN t.recommendation_id ELSE f.recommendation_id END`;

const itemsIn = (state: string): string => `
  SELECT coalesce(json_agg(${ITEM} ORDER BY i.position), '[]') FROM bulk_action_item i ${THINGS} WHERE i.bulk_action_id = b.id AND i.state = '${state}'`;

const hasItemsIn = (state: string): string =>
  `EXISTS (SELECT FROM bulk_action_item i WHERE i.bulk_action_id = b.id AND i.state = '${state}')`;

/** Not stored: what is still to be done is said by the items, so no broken-off work can leave it wrong. */
const STATE = `CASE WHEN b.undone_at IS NOT NULL THEN CASE WHEN ${hasItemsIn('done')} THEN 'undoing' ELSE 'undone' END
    WHEN b.confirmed_at IS NOT NULL THEN CASE WHEN ${hasItemsIn('allowed')} THEN 'confirming' ELSE 'confirmed' END
    WHEN b.expires_at <= clock_timestamp() THEN 'expired' ELSE 'previewed' END`;

const COUNTS = `(SELECT json_build_object('items', count(*), ${ITEM_STATES.map((state) => `'${state}', count(*) FILTER (WHERE i.state = '${state}')`).join(', ')})
    FROM bulk_action_item i WHERE i.bulk_action_id = b.id)`;

const IN_BRIEF = `'id', b.id, 'action', b.action, 'state', ${STATE},
    ${KINDS.map((kind) => `'${kind}', CASE WHEN b.action = '${kind}' THEN b.does END`).join(', ')}, 'counts', ${COUNTS}, 'createdAt', b.created_at,
    'expiresAt', b.expires_at, 'confirmedAt', b.confirmed_at, 'undoneAt', b.undone_at, 'note', b.note, 'version', b.version, 'updatedAt', b.updated_at`;

/** One's own, in brief. */
export const BULK_ACTIONS: Reading = {
  table: 'bulk_action b',
  within: withinOwn('bulk_action b'),
  item: `json_build_object(${IN_BRIEF})`,
  changed: 'b.updated_at',
  sorts: { createdAt: { by: 'b.created_at', type: 'timestamptz' } },
  filters: { action: 'b.action = ANY (?::text[])' },
};

/** A preview or receipt with every item. */
export const BULK_ACTION: Reading = {
  table: 'bulk_action b',
  within: withinOwn('bulk_action b'),
  item: `json_build_object(${IN_BRIEF}, ${ITEM_STATES.map((state) => `'${state}', (${itemsIn(state)})`).join(', ')})`,
  version: 'b.version',
  changed: 'b.updated_at',
  sorts: {},
};
