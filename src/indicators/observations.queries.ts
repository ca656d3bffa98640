import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

/** Of an observation `v`: no correction took its place. */
export const STANDS = 'NOT EXISTS (SELECT FROM observation c WHERE c.supersedes = v.id)';

/** Members of the JSON of an observation `v`, in short. */
export const FIGURE_FIELDS = `'id', v.id, 'period', v.period, 'value', v.value, 'low', v.low, 'high', v.high, 'estimate', v.estimate,
    'saidBy', ${wordsOf('v', 'said_by_hash')}`;

export const OBSERVATIONS: Reading = {
  table: 'observation v',
  joins: `${addedBy('v')} LEFT JOIN observation c ON c.supersedes = v.id`,
  item: `json_build_object(${FIGURE_FIELDS}, 'indicatorId', v.indicator_id, 'missingReason', ${wordsOf('v', 'missing_reason_hash')},
    'note', ${wordsOf('v', 'note_hash')}, 'breaksSeries', v.breaks_series,
    'evidence', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'title', CASE WHEN e.withdrawal = 'none' THEN e.title END)
      ORDER BY CASE WHEN e.withdrawal = 'none' THEN e.title END, e.id), '[]')
      FROM observation_evidence x JOIN ${SHOWN_EVIDENCE} e ON e.id = x.evidence_id WHERE x.observation_id = v.id),
    'supersedes', v.supersedes, 'supersededBy', c.id, 'by', ${actorJson('m', 'o')}, 'recordedAt', v.recorded_at)`,
  changed: 'coalesce((SELECT c.recorded_at FROM observation c WHERE c.supersedes = v.id), v.recorded_at)',
  sorts: {
    period: { by: 'v.period_last', type: 'date' },
    recordedAt: { by: 'v.recorded_at', type: 'timestamptz' },
  },
  filters: {
    indicator: 'v.indicator_id = ?::uuid',
    standing: `${STANDS} = ?::boolean`,
  },
};
