import { wordsOf } from '../access/words.js';
import { BUILT_IN } from '../workflows/workflow.definition.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

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
export const TRANSITION_LABEL = `coalesce(
  (SELECT ${inLanguage(`rule->'label'`)} FROM jsonb_array_elements(w.definition->'transitions') rule
    WHERE rule->>'key' = x.transition ORDER BY rule->'from' @> to_jsonb(x.from_state) DESC LIMIT 1),
  ${inLanguage(`('${JSON.stringify(BUILT_IN_LABELS)}'::jsonb->x.transition)`)}, x.transition)`;

/** A transition `x` told in words, with its workflow `w`, the state `s` that it leads to, and what corrects it, `c`. */
export const moveJson = `json_build_object('trackId', x.track_id, 'transition', x.transition, 'from', x.from_state, 'to', x.to_state,
    'transitionLabel', ${TRANSITION_LABEL}, 'label', ${inLanguage('s.labels')}, 'phase', s.phase, 'note', ${wordsOf('x', 'note_hash')},
    'evidence', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'title', CASE WHEN e.withdrawal = 'none' THEN e.title END, 'stance', te.stance)
      ORDER BY CASE WHEN e.withdrawal = 'none' THEN e.title END, e.id), '[]')
      FROM transition_evidence te JOIN ${SHOWN_EVIDENCE} e ON e.id = te.evidence_id WHERE te.transition_id = x.id),
    'workflow', w.key || '@' || w.version, 'codedBy', x.coded_by, 'flags', x.flags, 'corrects', x.corrects, 'correctedBy', c.id, 'voids', x.voids,
    'unchecked', x.unchecked, 'inTimelineOnly', x.position IS NULL)`;
