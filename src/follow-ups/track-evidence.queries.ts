import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { DAMAGE } from '../evidence/damage.queries.js';
import { hangsOnShown, SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { shownRows, withinParent } from '../access/shown-rows.js';

const NEWEST = `NOT EXISTS (SELECT FROM track_evidence n WHERE n.track_id = l.track_id AND n.evidence_id = l.evidence_id
  AND (n.recorded_at, n.id) > (l.recorded_at, l.id))`;

/** Of a withdrawn piece nothing is shown that describes it. */
const present = (sql: string): string => `CASE WHEN e.withdrawal = 'none' THEN ${sql} END`;

const PIECE = `'id', e.id, 'title', ${present('e.title')}, 'kind', e.kind, 'url', ${present('e.url')},
  'confidentiality', e.confidentiality, 'acceptance', e.acceptance, 'verification', CASE WHEN e.verified_by IS NULL THEN 'none' ELSE 'verified' END,
  'withdrawal', e.withdrawal`;

/** What a page shows of a piece without opening it. Words of restricted pieces are opened one by one, which leaves a trace. */
export const WEIGHED_PIECE = `${PIECE}, 'finding', CASE WHEN e.confidentiality <> 'restricted' THEN ${wordsOf('e', 'finding_hash')} END,
  'publisher', ${present('e.publisher')}, 'publishedOn', ${present('e.published_on')}, 'reliability', ${present('e.reliability')},
  'credibility', ${present('e.credibility')}, 'origin', ${present(`json_build_object('id', og.id, 'name', og.name)`)},
  'mediaType', ${present('e.media_type')}, 'size', ${present('e.size')}, 'damage', ${DAMAGE}, 'enteredBy', ${actorJson('em', 'eo')}, 'version', e.version`;

/** What it needs besides the piece `e`. */
export const WEIGHED_JOINS = `LEFT JOIN origin og ON og.id = e.origin_id
    LEFT JOIN membership em ON em.workspace_id = e.workspace_id AND em.person_id = e.entered_by LEFT JOIN organization eo ON eo.id = e.organization_id`;

const LINK = `'stance', l.stance, 'shows', l.shows, 'linkedBy', ${actorJson('m', 'o')}, 'recordedAt', l.recorded_at`;
const COUNTS = `l.stance IS NOT NULL AND ${NEWEST} AND ${hangsOnShown('l.evidence_id')}`;

/** Links that count now. A piece that the reader may not know of is not there. */
export const TRACK_EVIDENCE: Reading = {
  table: 'track_evidence l',
  within: withinParent('l', 'track', 'track_id'),
  joins: `LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = l.evidence_id ${addedBy('l')}`,
  item: `json_build_object('id', l.id, 'evidence', json_build_object(${PIECE}), ${LINK})`,
  changed: 'l.recorded_at',
  sorts: { recordedAt: { by: 'l.recorded_at', type: 'timestamptz' } },
  filters: { track: `l.track_id = ?::uuid AND ${COUNTS}` },
};

const TRACKS_OF = `ARRAY(SELECT t.id FROM ${shownRows('track t')} WHERE t.follow_up_id = ?::uuid)`;

/** The same of both tracks of a follow-up, with all that its page shows of a piece. */
export const FOLLOW_UP_EVIDENCE: Reading = {
  ...TRACK_EVIDENCE,
  joins: `LEFT JOIN ${shownRows('track lt')} ON lt.id = l.track_id LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = l.evidence_id ${WEIGHED_JOINS} ${addedBy('l')}`,
  item: `json_build_object('id', l.id, 'trackId', lt.id, 'axis', lt.axis, 'evidence', json_build_object(${WEIGHED_PIECE}), ${LINK})`,
  filters: { followUp: `l.track_id = ANY (${TRACKS_OF}) AND ${COUNTS}` },
};
