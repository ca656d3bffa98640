import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf, wordsOfHash } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';
import { isActive } from '../organizations/membership.queries.js';
import { SHOWN_EVIDENCE, hangsOnShown, knewThen, withinKnown } from '../access/shown-evidence.js';

const STATE = `coalesce(l.decision, CASE WHEN heed_lowering_lapsed(l.id) THEN 'lapsed' ELSE 'open' END)`;

const ANSWERED = `(SELECT json_agg(json_build_object('code', a.item->>'code', 'answer', a.item->>'answer', 'note',
    ${wordsOfHash('l', `decode(a.item->>'note', 'hex')`)}) ORDER BY a.place)
  FROM jsonb_array_elements(l.checklist) WITH ORDINALITY a(item, place))`;

/** Asks of pieces that the reader may know, as far as they could read the piece when it was asked. */
export const LOWERINGS: Reading = {
  table: 'lowering l',
  within: withinKnown('l', 'recorded_at'),
  joins: `${addedBy('l')} LEFT JOIN membership dm ON dm.workspace_id = l.workspace_id AND dm.person_id = l.decided_by
    LEFT JOIN organization od ON od.id = dm.organization_id`,
  item: `json_build_object('id', l.id, 'evidenceId', l.evidence_id, 'from', l.from_level, 'to', l.to_level, 'state', ${STATE}, 'checklist', ${ANSWERED},
    'reason', ${wordsOf('l', 'reason_hash')}, 'requestedBy', ${actorJson('m', 'o')}, 'recordedAt', l.recorded_at,
    'decidedBy', CASE WHEN dm.id IS NOT NULL THEN ${actorJson('dm', 'od')} END, 'decidedAt', l.decided_at,
    'decisionReason', ${wordsOf('l', 'decision_reason_hash')})`,
  changed: 'coalesce(l.decided_at, l.recorded_at)',
  sorts: { recordedAt: { by: 'l.recorded_at', type: 'timestamptz' } },
  filters: { state: `${STATE} = ANY (?::text[])`, evidenceId: 'l.evidence_id = ?::uuid' },
};

/** A filter: those that wait for one person, given the person; of a withdrawn piece nothing can be decided. */
export const WAITS_FOR_ANOTHER = `l.decision IS NULL AND l.person_id <> ?::uuid AND NOT heed_lowering_lapsed(l.id)
  AND EXISTS (SELECT FROM ${SHOWN_EVIDENCE} e WHERE e.id = l.evidence_id AND e.withdrawal = 'none')`;

const readers = (
  level: string,
): string => `(SELECT count(DISTINCT m.person_id)::integer FROM membership m JOIN workspace w ON w.id = m.workspace_id
  WHERE m.workspace_id = e.workspace_id AND ${isActive('m', 'w')} AND CASE ${level}
    WHEN 'restricted' THEN EXISTS (SELECT FROM evidence_grant g WHERE g.evidence_id = e.id AND g.person_id = m.person_id AND g.ended_at IS NULL
      AND (g.ends_on IS NULL OR g.ends_on >= current_date))
    WHEN 'organization' THEN m.organization_id = e.organization_id OR m.reads_all
    ELSE true END)`;

const FLAGGED = `EXISTS (SELECT FROM harm_flag f WHERE f.evidence_id = e.id AND f.removed_at IS NULL)`;

export interface Meaning {
  readersNow: number;
  readersThen: number;
  isFlagged: boolean;
}

/** Who reads a piece at its level, and at another one. */
export const MEANING = statement(
  `SELECT ${readers('e.confidentiality')} AS "readersNow", ${readers('$2::text')} AS "readersThen", ${FLAGGED} AS "isFlagged" FROM ${SHOWN_EVIDENCE} e WHERE e.id = $1`,
);
/** Whether one may know of an ask, by itself. */
export const IS_KNOWN = statement(
  `SELECT l.id FROM lowering l WHERE l.id = $1 AND l.workspace_id = heed_workspace() AND ${hangsOnShown('l.evidence_id')} AND ${knewThen('l.evidence_id', 'l.recorded_at')}`,
);
export const HAS_LAPSED = statement('SELECT heed_lowering_lapsed($1) AS "hasLapsed"');
export const IS_FLAGGED = statement(`SELECT ${FLAGGED} AS "isFlagged" FROM ${SHOWN_EVIDENCE} e WHERE e.id = $1`);
