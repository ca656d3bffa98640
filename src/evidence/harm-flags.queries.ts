import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { SHOWN_EVIDENCE, withinShown } from '../access/shown-evidence.js';

/** A flag; its reason as `words` lets it be read. */
const flagJson = (words: (sql: string) => string): string => `json_build_object('id', h.id, 'evidenceId', h.evidence_id,
  'reason', ${words(wordsOf('h', 'reason_hash'))}, 'setBy', ${actorJson('hm', 'ho')}, 'recordedAt', h.recorded_at,
  'removalAskedBy', CASE WHEN ha.id IS NOT NULL THEN ${actorJson('ha', 'hao')} END, 'removalAskedAt', h.removal_asked_at, 'removedAt', h.removed_at)`;

const JOINS = `${addedBy('h', 'hm', 'ho')} LEFT JOIN membership ha ON ha.workspace_id = h.workspace_id AND ha.person_id = h.removal_asked_by
  LEFT JOIN organization hao ON hao.id = ha.organization_id`;

/** One flag, standing or taken off. */
export const HARM_FLAGS: Reading = {
  table: 'harm_flag h',
  within: withinShown('h'),
  joins: JOINS,
  item: flagJson((sql) => sql),
  changed: 'coalesce(h.removed_at, h.removal_asked_at, h.recorded_at)',
  sorts: { recordedAt: { by: 'h.recorded_at', type: 'timestamptz' } },
};

/** Of piece `e`: the flag that stands on it; null where none does, and while the piece is withdrawn. */
export const harmFlagOf = (words: (sql: string) => string): string =>
  `CASE WHEN e.withdrawal = 'none' THEN (SELECT ${flagJson(words)} FROM harm_flag h ${JOINS} WHERE h.evidence_id = e.id AND h.removed_at IS NULL) END`;

export const isFlagged = (piece: string): string =>
  `EXISTS (SELECT FROM harm_flag h WHERE h.evidence_id = ${piece} AND h.removed_at IS NULL)`;

/** A filter: flags that a first person asked to take off, given the second one. */
export const REMOVAL_WAITS = `h.removed_at IS NULL AND h.removal_asked_by <> ?::uuid AND EXISTS (SELECT FROM ${SHOWN_EVIDENCE} e WHERE e.id = h.evidence_id AND e.withdrawal = 'none')`;
