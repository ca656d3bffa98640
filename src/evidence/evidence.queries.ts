import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import { statement } from '../common/statement.js';
import type { Reading } from '../common/reading-shape.js';
import { DAMAGE } from './damage.queries.js';
import { harmFlagOf, isFlagged } from './harm-flags.queries.js';
import { knewThen, SHOWN_EVIDENCE, withinKnown } from '../access/shown-evidence.js';
import { shownRows } from '../access/shown-rows.js';

/** Words of restricted pieces are opened one by one, which leaves a trace; never in a list. */
const inList = (words: string): string => `CASE WHEN e.confidentiality <> 'restricted' THEN ${words} END`;
const opened = (words: string): string => words;
/** Of a withdrawn piece nothing is shown that describes it. */
const present = (sql: string): string => `CASE WHEN e.withdrawal = 'none' THEN ${sql} END`;
const facts = (...columns: string[]): string =>
  columns
    .map(
      (column) =>
        `'${column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())}', ${present(`e.${column}`)}`,
    )
    .join(', ');

/** The title is not sealed: what is can be neither searched nor put in order. */
const IS_LEGIBLE = `e.withdrawal = 'none' AND e.confidentiality <> 'restricted'`;

/** The newest look at what a link leads to, under a condition: what the job of link-copies wrote. */
const look = (condition: string): string => `CASE WHEN e.kind = 'link' AND e.withdrawal = 'none' THEN (
    SELECT json_build_object('id', c.id, 'outcome', c.outcome, 'reason', c.reason, 'status', c.status, 'recordedAt', c.recorded_at, 'fetchedAt', c.fetched_at,
      'size', c.size)
    FROM link_copy c WHERE c.evidence_id = e.id AND ${condition} ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1) END`;

const fields = (
  words: (sql: string) => string,
): string => `'id', e.id, 'kind', e.kind, ${facts('title', 'url', 'terms')},
  'heldBy', CASE WHEN e.held_by IS NOT NULL THEN (SELECT json_build_object('id', h.id, 'name', h.name) FROM organization h WHERE h.id = e.held_by) END,
  'speaksFor', CASE WHEN e.held_by IS NOT NULL THEN (SELECT json_build_object('id', k.id, 'title', CASE WHEN k.withdrawal = 'none' THEN k.title END)
    FROM held_evidence he JOIN ${SHOWN_EVIDENCE} k ON k.id = he.held_id WHERE he.evidence_id = e.id) END,
  'statement', ${words(wordsOf('e', 'statement_hash'))}, 'finding', ${words(wordsOf('e', 'finding_hash'))}, 'quote', ${words(wordsOf('e', 'quote_hash'))},
  'origin', ${present(`json_build_object('id', og.id, 'name', og.name)`)},
  ${facts('locator', 'publisher', 'published_on', 'accessed_on', 'language', 'reliability', 'credibility')}, 'confidentiality', e.confidentiality,
  'acceptance', e.acceptance, 'acceptanceReason', ${words(wordsOf('e', 'acceptance_reason_hash'))},
  'verification', CASE WHEN e.verified_by IS NULL THEN 'none' ELSE 'verified' END, 'withdrawal', e.withdrawal,
  'harmFlag', ${harmFlagOf(words)},
  'isLoweringAsked', EXISTS (SELECT FROM lowering ask WHERE ask.evidence_id = e.id AND ask.decision IS NULL AND NOT heed_lowering_lapsed(ask.id)), 'sha256', encode(e.sha256, 'hex'), 'mediaType', e.media_type, 'size', e.size, 'damage', ${DAMAGE}, 'lastLook', ${look('true')}, 'lastCopy', ${look(`c.outcome = 'kept'`)},
  'enteredBy', ${actorJson('m', 'o')}, 'version', e.version, 'createdAt', e.created_at, 'updatedAt', e.updated_at`;

const JOINS = `LEFT JOIN origin og ON og.id = e.origin_id LEFT JOIN membership m ON m.workspace_id = e.workspace_id AND m.person_id = e.entered_by
  LEFT JOIN organization o ON o.id = e.organization_id`;

/** One piece, with its words. */
export const PIECE: Reading = {
  table: `${SHOWN_EVIDENCE} e`,
  joins: JOINS,
  item: `json_build_object(${fields(opened)})`,
  version: 'e.version',
  changed: 'e.updated_at',
  sorts: {},
};

/** A file that was just taken, with what else has its bytes, of what the caller may know. */
export const UPLOADED: Reading = {
  ...PIECE,
  item: `json_build_object(${fields(opened)}, 'duplicateOf', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'title', d.title) ORDER BY d.created_at, d.id), '[]')
    FROM ${SHOWN_EVIDENCE} d WHERE d.sha256 = e.sha256 AND d.id <> e.id AND d.withdrawal = 'none'))`,
};

export const EVIDENCE: Reading = {
  table: `${SHOWN_EVIDENCE} e`,
  joins: JOINS,
  item: `json_build_object(${fields(inList)})`,
  changed: 'e.updated_at',
  sorts: {
    updatedAt: { by: 'e.updated_at', type: 'timestamptz' },
    title: { by: `CASE WHEN ${IS_LEGIBLE} THEN e.title ELSE '' END`, type: 'text' },
  },
  filters: {
    kind: 'e.kind = ANY (?::text[])',
    acceptance: 'e.acceptance = ANY (?::text[])',
    confidentiality: 'e.confidentiality = ANY (?::text[])',
    flagged: `${isFlagged('e.id')} = ?::boolean`,
    q: `${IS_LEGIBLE} AND position(lower(?) IN lower(e.title)) > 0`,
  },
};

const CUSTODY_ITEM = `json_build_object('id', c.id, 'act', c.act, 'by', ${actorJson('m', 'o')}, 'copySha256', encode(c.copy_sha256, 'hex'),
  'at', c.at)`;

export const CUSTODY: Reading = {
  table: 'custody_record c',
  within: withinKnown('c', 'at'),
  joins: addedBy('c'),
  item: CUSTODY_ITEM,
  changed: 'c.at',
  sorts: { at: { by: 'c.at', type: 'timestamptz' } },
  filters: { evidence: 'c.evidence_id = ?::uuid' },
};

const person = (
  column: string,
): string => `(SELECT ${actorJson('m', 'o')} FROM membership m JOIN organization o ON o.id = m.organization_id
  WHERE m.workspace_id = d.workspace_id AND m.person_id = d.${column})`;

/** Withdrawals of a piece, with whoever opened or exported it before. */
export const EVIDENCE_WITHDRAWALS: Reading = {
  table: 'evidence_withdrawal d',
  within: withinKnown('d', 'recorded_at'),
  joins: addedBy('d', 'dm', 'od'),
  item: `json_build_object('id', d.id, 'evidenceId', d.evidence_id, 'state', CASE WHEN d.confirmed_at IS NULL THEN 'withdrawn' WHEN d.decision = 'erase' THEN 'erased' ELSE 'restored' END,
    'withdrawnBy', ${actorJson('dm', 'od')}, 'recordedAt', d.recorded_at, 'reason', ${wordsOf('d', 'reason_hash')}, 'decision', d.decision,
    'requestedBy', ${person('requested_by')}, 'requestedAt', d.requested_at, 'confirmedBy', ${person('confirmed_by')}, 'confirmedAt', d.confirmed_at,
    'openedBy', (SELECT coalesce(json_agg(${CUSTODY_ITEM} ORDER BY c.at DESC, c.id), '[]') FROM custody_record c ${addedBy('c')}
      WHERE c.evidence_id = d.evidence_id AND ${knewThen('c.evidence_id', 'c.at')} AND c.act IN ('opened', 'copy-opened', 'exported')))`,
  changed: 'coalesce(d.confirmed_at, d.requested_at, d.recorded_at)',
  sorts: { recordedAt: { by: 'd.recorded_at', type: 'timestamptz' } },
  filters: { evidence: 'd.evidence_id = ?::uuid' },
};

/** Organizations that claimed what this piece contradicts, verified since or not: their editors don't decide on it. */
export const disputedClaimants = (piece: string): string => `
  SELECT DISTINCT x.organization_id FROM track_evidence l JOIN ${shownRows('track t')} ON t.id = l.track_id JOIN transition s ON s.id = t.stands_on
  JOIN transition x ON x.id = s.id OR (s.transition = 'verify' AND x.track_id = s.track_id AND x.to_state = s.from_state AND x.position < s.position
    AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = x.id))
  WHERE l.evidence_id = ${piece} AND l.stance = 'contradicts'`;
export const DISPUTED_CLAIMANTS = statement(disputedClaimants('$1'));
