import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading.js';

export const TRANSITIONS: Reading = {
  table: 'transition x',
  joins: `${addedBy('x')} LEFT JOIN transition c ON c.corrects = x.id`,
  item: `json_build_object('id', x.id, 'trackId', x.track_id, 'transition', x.transition, 'from', x.from_state, 'to', x.to_state, 'actor', ${actorJson('m', 'o')},
    'occurredOn', x.occurred_on, 'recordedAt', x.recorded_at, 'note', ${wordsOf('x', 'note_hash')},
    'evidence', (SELECT coalesce(json_agg(json_build_object('id', e.id, 'title', e.title, 'stance', te.stance) ORDER BY e.title, e.id), '[]')
      FROM transition_evidence te JOIN evidence e ON e.id = te.evidence_id WHERE te.transition_id = x.id),
    'corrects', x.corrects, 'correctedBy', c.id, 'voids', x.voids, 'unchecked', x.unchecked, 'inTimelineOnly', x.position IS NULL)`,
  changed: 'x.recorded_at',
  sorts: {
    occurredOn: { by: 'x.occurred_last', type: 'date' },
    recordedAt: { by: 'x.recorded_at', type: 'timestamptz' },
  },
  filters: { track: 'x.track_id = ?::uuid' },
};
