import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading.js';
import { trackJson } from './tracks.queries.js';

/** Today in the workspace's time zone. */
export const TODAY =
  '(SELECT (clock_timestamp() AT TIME ZONE w.time_zone)::date FROM workspace w WHERE w.id = heed_workspace())';

const inLanguage = (a: string): string => `coalesce(${a}.names->>current_setting('app.language', true), ${a}.name)`;
/** An addressee in brief, in the reader's language. */
export const addresseeJson = (a: string): string =>
  `json_build_object('id', ${a}.id, 'code', ${a}.code, 'name', ${inLanguage(a)})`;

const CLOSING = `
  SELECT json_build_object('kind', c.kind, 'occurredOn', c.occurred_on, 'reason', ${wordsOf('c', 'reason_hash')}, 'by', ${actorJson('m', 'o')}, 'recordedAt', c.recorded_at)
  FROM closing c ${addedBy('c')} WHERE c.follow_up_id = f.id ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1`;

/** Members of a group today, as AddresseesService.membersOn has them. */
const membersToday = (g: string): string => `SELECT x.member_id FROM addressee_member x WHERE x.group_id = ${g}.id
    AND (x.from_last IS NULL OR x.from_last <= ${TODAY}) AND (x.until_last IS NULL OR x.until_last > ${TODAY})`;

/** A group's members, as declared or as listed, and those with a follow-up of their own: the rest nobody looked at. */
export const MEMBERS_OF_GROUP = (f: string, g: string): string => `
  SELECT coalesce(${g}.member_count, (SELECT count(*) FROM (${membersToday(g)}) listed)) AS members,
    (SELECT count(*) FROM follow_up s WHERE s.recommendation_id = ${f}.recommendation_id
      AND (s.via_group_id = ${g}.id OR s.addressee_id IN (${membersToday(g)}))) AS followed`;

const MEMBERS = `
  SELECT json_build_object('count', n.members, 'followed', n.followed, 'notFollowed', greatest(n.members - n.followed, 0)) FROM (${MEMBERS_OF_GROUP('f', 'a')}) n`;

/** A follow-up with both tracks; over follow_up f. */
export const FOLLOW_UPS: Reading = {
  table: 'follow_up f',
  joins: `JOIN recommendation r ON r.id = f.recommendation_id JOIN addressee a ON a.id = f.addressee_id LEFT JOIN addressee g ON g.id = f.via_group_id
    LEFT JOIN membership own ON own.id = f.owner_id
    JOIN track tr ON tr.follow_up_id = f.id AND tr.axis = 'response' JOIN track ti ON ti.follow_up_id = f.id AND ti.axis = 'implementation'
    CROSS JOIN LATERAL (SELECT ${trackJson('tr')} AS response, ${trackJson('ti')} AS implementation OFFSET 0) tracks`,
  item: `json_build_object('id', f.id, 'recommendation', json_build_object('id', r.id, 'code', r.code, 'title', r.title), 'addressee', ${addresseeJson('a')},
    'asked', f.asked, 'ask', f.ask, 'through', (SELECT coalesce(json_agg(l.through_id ORDER BY l.through_id), '[]') FROM follow_up_link l WHERE l.follow_up_id = f.id),
    'viaGroup', CASE WHEN g.id IS NOT NULL THEN ${addresseeJson('g')} END, 'members', CASE WHEN a.kind = 'group' THEN (${MEMBERS}) END,
    'response', tracks.response, 'implementation', tracks.implementation, 'dueOn', f.due_on, 'overdue', coalesce(f.due_on < ${TODAY}, false),
    'contested', coalesce(json_typeof(tracks.response->'contested') = 'object' OR json_typeof(tracks.implementation->'contested') = 'object', false),
    'owner', CASE WHEN own.id IS NOT NULL THEN json_build_object('id', own.id, 'name', coalesce(${wordsOf('own', 'name_hash')}, own.pseudonym)) END,
    'closing', CASE WHEN f.closed THEN (${CLOSING}) END, 'version', f.version, 'updatedAt', f.updated_at)`,
  version: 'f.version',
  changed: 'f.updated_at',
  sorts: {
    dueOn: { by: `coalesce(f.due_on, 'infinity')`, type: 'date' },
    movedAt: { by: 'f.moved_at', type: 'timestamptz' },
    code: { by: 'f.recommendation_code', type: 'text' },
  },
  filters: {
    recommendation: 'f.recommendation_id = ANY (?::uuid[])',
    addressee: 'f.addressee_id = ANY (?::uuid[])',
    source: 'f.source_id = ANY (?::uuid[])',
    theme: 'f.theme_ids && ?::uuid[]',
    owner: 'f.owner_id = ANY (?::uuid[])',
    responsePhase: 'f.response_phase = ANY (?::text[])',
    implementationPhase: 'f.implementation_phase = ANY (?::text[])',
    responseState: 'f.response_state = ANY (?::text[])',
    implementationState: 'f.implementation_state = ANY (?::text[])',
    overdue: `coalesce(f.due_on < ${TODAY}, false) = ?::boolean`,
    closed: 'f.closed = ?::boolean',
    asked: 'f.asked = ?::boolean',
  },
};
