import { shownRows } from '../access/shown-rows.js';
import { actorJson } from '../access/actor.queries.js';
import type { Reading } from '../common/reading-shape.js';
import { type Statement, statement } from '../common/statement.js';
import { hangsOnShown, isPresent, knewThen, SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { wordsOfHash } from '../access/words.js';

/** Words of evidence are kept apart: a version holds their hash. */
const shown = (
  side: 'before' | 'after',
): string => `CASE WHEN v.noun = 'evidence' AND c.field IN ('finding', 'quote', 'acceptanceReason')
      THEN to_jsonb(${wordsOfHash('c', `decode(c.${side} #>> '{}', 'hex')`)}) ELSE c.${side} END`;

const members = (side: 'before' | 'after'): string =>
  `coalesce(jsonb_agg(c.${side} ORDER BY c.${side}) FILTER (WHERE c.${side} IS NOT NULL), '[]')`;

/** Of an id that is read out of JSON no index is asked under a row policy: it is read before. */
const NAMED = `(SELECT (coalesce(c.after, c.before) #>> '{}')::uuid AS id OFFSET 0) named`;
/** Of a withdrawn piece nothing is told but that it was withdrawn; of an engagement only the recommendations that the reader may know. */
const IS_TOLD = `CASE WHEN v.noun = 'evidence' THEN c.field = 'withdrawal' OR ${isPresent('v.item_id')}
      WHEN c.field = 'recommendationIds' THEN EXISTS (SELECT FROM ${NAMED} JOIN ${shownRows('recommendation r')} ON r.id = named.id) ELSE true END`;

/** The last possible day of a date is kept beside it, and said by it. */
const CHANGES = `
  SELECT coalesce(json_agg(x.change ORDER BY x.field), '[]') FROM (
    SELECT c.field, CASE WHEN c.field IN ('themeIds', 'through', 'addresseeIds', 'recommendationIds')
      THEN jsonb_build_object('field', c.field, 'added', ${members('after')}, 'removed', ${members('before')})
      ELSE jsonb_build_object('field', c.field, 'from', jsonb_agg(${shown('before')})->0, 'to', jsonb_agg(${shown('after')})->0) END AS change
    FROM version_change c WHERE c.version_id = v.id AND c.field <> 'awaitedLast' AND ${IS_TOLD} GROUP BY c.field) x`;

/** The thing itself is asked for first (VERSIONED); of a piece those alone that the reader could read then. */
export const VERSIONS: Reading = {
  table: 'record_version v',
  within: `v.workspace_id = ? AND (v.noun <> 'evidence' OR (${hangsOnShown('v.item_id')} AND ${knewThen('v.item_id', 'v.recorded_at')}))`,
  joins: `LEFT JOIN membership m ON m.workspace_id = v.workspace_id AND m.person_id = v.person_id LEFT JOIN organization o ON o.id = v.organization_id`,
  item: `json_build_object('id', v.id, 'version', v.version, 'act', v.act, 'by', CASE WHEN m.id IS NOT NULL AND o.id IS NOT NULL THEN ${actorJson('m', 'o')} END,
    'recordedAt', v.recorded_at, 'changes', (${CHANGES}))`,
  changed: 'v.recorded_at',
  sorts: { version: { by: 'v.version', type: 'numeric' } },
  filters: { item: 'v.item_id = ?::uuid' },
};

/** A row where the actor may know the thing. */
const isKnown = (table: string): Statement => statement(`SELECT FROM ${table} WHERE id = $1 AND workspace_id = $2`);

/** Nouns that have versions, as paths call them. */
export const VERSIONED = {
  recommendations: isKnown(shownRows('recommendation r')),
  sources: isKnown('source'),
  addressees: isKnown('addressee'),
  themes: isKnown('theme'),
  organizations: isKnown('organization'),
  evidence: isKnown(`${SHOWN_EVIDENCE} e`),
  'follow-ups': isKnown(shownRows('follow_up f')),
  engagements: isKnown(shownRows('engagement e')),
};
export type Versioned = keyof typeof VERSIONED;
