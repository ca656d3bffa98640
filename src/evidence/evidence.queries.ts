import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import { statement } from '../common/statement.js';
import type { Reading } from '../common/reading.js';

/** Words of restricted pieces are opened one by one, which leaves a trace; never in a list. */
const inList = (words: string): string => `CASE WHEN e.confidentiality <> 'restricted' THEN ${words} END`;
const opened = (words: string): string => words;

const item = (
  words: (sql: string) => string,
): string => `json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'url', e.url, 'terms', e.terms,
  'statement', ${words(wordsOf('e', 'statement_hash'))}, 'finding', ${words(wordsOf('e', 'finding_hash'))}, 'quote', ${words(wordsOf('e', 'quote_hash'))},
  'locator', e.locator, 'publisher', e.publisher, 'origin', json_build_object('id', og.id, 'name', og.name), 'publishedOn', e.published_on,
  'accessedOn', e.accessed_on, 'language', e.language, 'reliability', e.reliability, 'credibility', e.credibility, 'confidentiality', e.confidentiality,
  'acceptance', e.acceptance, 'acceptanceReason', ${words(wordsOf('e', 'acceptance_reason_hash'))},
  'verification', CASE WHEN e.verified_by IS NULL THEN 'none' ELSE 'verified' END, 'sha256', encode(e.sha256, 'hex'), 'mediaType', e.media_type, 'size', e.size,
  'enteredBy', ${actorJson('m', 'o')}, 'version', e.version, 'createdAt', e.created_at, 'updatedAt', e.updated_at)`;

const JOINS = `JOIN origin og ON og.id = e.origin_id JOIN membership m ON m.workspace_id = e.workspace_id AND m.person_id = e.entered_by
  JOIN organization o ON o.id = e.organization_id`;

/** One piece, with its words. */
export const PIECE: Reading = {
  table: 'evidence e',
  joins: JOINS,
  item: item(opened),
  version: 'e.version',
  changed: 'e.updated_at',
  sorts: {},
};

export const EVIDENCE: Reading = {
  table: 'evidence e',
  joins: JOINS,
  item: item(inList),
  changed: 'e.updated_at',
  sorts: { updatedAt: { by: 'e.updated_at', type: 'timestamptz' }, title: { by: 'e.title', type: 'text' } },
  filters: {
    kind: 'e.kind = ANY (?::text[])',
    acceptance: 'e.acceptance = ANY (?::text[])',
    confidentiality: 'e.confidentiality = ANY (?::text[])',
    q: `position(lower(?) IN lower(e.title)) > 0`,
  },
};

export const CUSTODY: Reading = {
  table: 'custody_record c',
  joins: addedBy('c'),
  item: `json_build_object('id', c.id, 'act', c.act, 'by', ${actorJson('m', 'o')}, 'at', c.at)`,
  changed: 'c.at',
  sorts: { at: { by: 'c.at', type: 'timestamptz' } },
  filters: { evidence: 'c.evidence_id = ?::uuid' },
};

/** Organizations that claimed what this piece contradicts, verified since or not: their editors don't decide on it. */
export const DISPUTED_CLAIMANTS = statement(`
  SELECT DISTINCT x.organization_id FROM track_evidence l JOIN track t ON t.id = l.track_id JOIN transition s ON s.id = t.stands_on
  JOIN transition x ON x.id = s.id OR (s.transition = 'verify' AND x.track_id = s.track_id AND x.to_state = s.from_state AND x.position < s.position
    AND NOT EXISTS (SELECT FROM transition c WHERE c.corrects = x.id))
  WHERE l.evidence_id = $1 AND l.stance = 'contradicts'`);
