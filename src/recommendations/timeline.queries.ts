import type { Reading } from '../common/reading-shape.js';
import { addresseeJson } from '../follow-ups/follow-ups.queries.js';
import { TRANSITION_FIELDS, TRANSITION_JOINS, TRANSITIONS } from '../follow-ups/transitions.queries.js';
import { BUILT_IN } from '../workflows/workflow.definition.js';

const inLanguage = (labels: string): string =>
  `coalesce(${labels}->>current_setting('app.language', true), ${labels}->>'en')`;

/** What workflows don't name, since every one has it. */
const BUILT_IN_LABELS: Record<(typeof BUILT_IN)[number], { en: string; ko: string }> = {
  open: { en: 'History entered', ko: '과거 상태 입력' },
  correct: { en: 'Mistake corrected', ko: '오류 정정' },
  void: { en: 'Back to waiting for a check', ko: '다시 확인 대기' },
  migrate: { en: 'Gone over to another workflow', ko: '워크플로 이전' },
};

/** Of the rule that starts from its state, since rules of different states may share a key. */
const TRANSITION_LABEL = `coalesce(
  (SELECT ${inLanguage(`rule->'label'`)} FROM jsonb_array_elements(xw.definition->'transitions') rule
    WHERE rule->>'key' = x.transition ORDER BY rule->'from' @> to_jsonb(x.from_state) DESC LIMIT 1),
  ${inLanguage(`('${JSON.stringify(BUILT_IN_LABELS)}'::jsonb->x.transition)`)}, x.transition)`;

const TRACKS_OF = `ARRAY(SELECT t.id FROM follow_up f JOIN track t ON t.follow_up_id = f.id WHERE f.recommendation_id = ?::uuid
  UNION ALL SELECT t.id FROM track t WHERE t.recommendation_id = ?::uuid AND t.axis = 'publication')`;

/** Every transition of a recommendation: of its publication, and of what was said and done by whom it is followed with. */
export const TIMELINE: Reading = {
  table: 'transition x',
  joins: `${TRANSITION_JOINS} LEFT JOIN track xt ON xt.id = x.track_id LEFT JOIN workflow xw ON xw.id = x.workflow_id
    LEFT JOIN workflow_state xs ON xs.workflow_id = x.workflow_id AND xs.state = x.to_state
    LEFT JOIN follow_up xf ON xf.id = xt.follow_up_id LEFT JOIN addressee xa ON xa.id = xf.addressee_id`,
  item: `json_build_object(${TRANSITION_FIELDS}, 'axis', xt.axis, 'followUpId', xt.follow_up_id,
    'addressee', CASE WHEN xa.id IS NOT NULL THEN ${addresseeJson('xa')} END, 'transitionLabel', ${TRANSITION_LABEL},
    'label', ${inLanguage('xs.labels')}, 'phase', xs.phase)`,
  changed: TRANSITIONS.changed,
  sorts: TRANSITIONS.sorts,
  filters: { recommendation: `x.track_id = ANY (${TRACKS_OF})` },
};
