import { shownRows, withinLevel } from '../access/shown-rows.js';
import { naturally } from '../common/natural-order.js';
import type { Reading } from '../common/reading-shape.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';
import { ENTERED } from './entries.queries.js';
import { trackJson, withState } from './tracks.queries.js';

/** The next date due, what has none last. Spelled as its indexes are: under a row policy coalesce() is never asked of one. */
export const DUE = `CASE WHEN f.due_on IS NULL THEN 'infinity'::date ELSE f.due_on END`;

/** Evidence disagrees on one of its tracks. Spelled as its index is. */
export const CONTESTED = '(f.response_contested OR f.implementation_contested)';

/** Today in the workspace's time zone. */
export const TODAY =
  '(SELECT (clock_timestamp() AT TIME ZONE w.time_zone)::date FROM workspace w WHERE w.id = heed_workspace())';

/** What is known is known by now. */
export const NOW = 'clock_timestamp()';

const inLanguage = (a: string): string => `coalesce(${a}.names->>current_setting('app.language', true), ${a}.name)`;
/** An addressee in brief, in the reader's language. */
export const addresseeJson = (a: string): string =>
  `json_build_object('id', ${a}.id, 'code', ${a}.code, 'name', ${inLanguage(a)})`;

/** Members of a group, and how many of them have a follow-up of their own: the rest nobody looked at. */
const MEMBERS = `(SELECT json_build_object('count', n.members, 'followed', n.followed, 'notFollowed', greatest(n.members - n.followed, 0))
    FROM heed_members(f.recommendation_id, a.id, ${TODAY}) n)`;

/** Over addressee n: addressees are few, so that their names in all languages are looked through as they stand. */
export const nameContains = (
  words: string,
): string => `position(lower(${words}::text) IN lower(concat_ws(' ', n.code, n.name,
  array_to_string(n.aliases, ' '), (SELECT string_agg(v.value, ' ') FROM jsonb_each_text(n.names) v)))) > 0`;

/** Of the recommendation, in the reader's language. */
const THEMES = `(SELECT coalesce(json_agg(json_build_object('id', h.id, 'code', h.code, 'label', coalesce(h.labels->>current_setting('app.language', true), h.label)) ORDER BY h.code), '[]')
    FROM theme h WHERE h.id = ANY (f.theme_ids))`;

/** A follow-up with both tracks; over follow_up f. */
export const FOLLOW_UPS: Reading = {
  table: 'follow_up f',
  within: withinLevel('f'),
  joins: `LEFT JOIN ${shownRows('recommendation r')} ON r.id = f.recommendation_id LEFT JOIN addressee a ON a.id = f.addressee_id
    LEFT JOIN ${shownRows('track tr')} ON tr.follow_up_id = f.id AND tr.axis = 'response' ${withState('tr')}
    LEFT JOIN ${shownRows('track ti')} ON ti.follow_up_id = f.id AND ti.axis = 'implementation' ${withState('ti')}`,
  item: `json_build_object('id', f.id, 'recommendation', ${recommendationJson('r')}, 'addressee', ${addresseeJson('a')},
    'asked', f.asked, 'ask', f.ask, 'through', (SELECT coalesce(json_agg(l.through_id ORDER BY l.through_id), '[]') FROM follow_up_link l WHERE l.follow_up_id = f.id),
    'viaGroup', CASE WHEN f.via_group_id IS NOT NULL THEN heed_addressee_json(f.via_group_id) END, 'members', CASE WHEN a.kind = 'group' THEN ${MEMBERS} END,
    'response', ${trackJson('tr')}, 'implementation', ${trackJson('ti')}, 'dueOn', f.due_on, 'movedAt', f.moved_at, 'themes', ${THEMES}, 'overdue', coalesce(f.due_on < ${TODAY}, false),
    'daysOverdue', greatest(${TODAY} - f.due_on, 0),
    'contested', tr.contested OR ti.contested, 'owner', CASE WHEN f.owner_id IS NOT NULL THEN heed_owner_json(f.owner_id) END,
    'closing', CASE WHEN f.closed THEN heed_closing_json(f.id) END, 'version', f.version, 'updatedAt', f.updated_at)`,
  version: 'f.version',
  changed: 'f.updated_at',
  sorts: {
    dueOn: { by: DUE, type: 'date' },
    movedAt: { by: 'f.moved_at', type: 'timestamptz' },
    code: { by: naturally('f.recommendation_code'), type: 'text' },
  },
  filters: {
    recommendation: 'f.recommendation_id = ANY (?::uuid[])',
    whole: `f.recommendation_id = ANY (ARRAY(SELECT p.id FROM ${shownRows('recommendation p')} WHERE p.id = ANY (?::uuid[])
      UNION ALL SELECT p.id FROM ${shownRows('recommendation p')} WHERE p.part_of = ANY (?::uuid[])))`,
    code: 'f.recommendation_code = ANY (?::text[])',
    addressee: 'f.addressee_id = ANY (?::uuid[])',
    source: 'f.source_id = ANY (?::uuid[])',
    theme: 'f.theme_ids && ?::uuid[]',
    owner: 'f.owner_id = ANY (?::uuid[])',
    responsePhase: 'f.response_phase = ANY (?::text[])',
    implementationPhase: 'f.implementation_phase = ANY (?::text[])',
    responseState: 'f.response_state = ANY (?::text[])',
    implementationState: 'f.implementation_state = ANY (?::text[])',
    overdue: `(${DUE} < ${TODAY}) = ?::boolean`,
    contested: `${CONTESTED} = ?::boolean`,
    contestedIn: `${CONTESTED} AND (f.response_contested AND 'response' = ANY (?::text[])
      OR f.implementation_contested AND 'implementation' = ANY (?::text[]))`,
    notFollowed: `(CASE WHEN NOT f.closed AND f.addressee_id IN (SELECT g.id FROM addressee g WHERE g.kind = 'group')
      THEN (SELECT n.members > n.followed FROM heed_members(f.recommendation_id, f.addressee_id, ${TODAY}) n) ELSE false END) = ?::boolean`,
    closed: 'f.closed = ?::boolean',
    entered: ENTERED,
    asked: 'f.asked = ?::boolean',
    // As arrays, which a plan takes to be short: what was found is looked up one by one, and the rest is not read.
    q: `f.id = ANY (ARRAY(SELECT o.id FROM ${shownRows('follow_up o')} WHERE o.recommendation_id IN (SELECT heed_found_recommendations(?::text))
      UNION SELECT o.id FROM ${shownRows('follow_up o')} WHERE o.addressee_id = ANY (ARRAY(SELECT n.id FROM addressee n WHERE ${nameContains('?')}))))`,
  },
  narrower: { filter: 'theme', table: 'follow_up_theme f', condition: 'f.theme_id = ANY (?::uuid[])' },
};
