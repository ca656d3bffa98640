import { hangsOn } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';
import { isPresent, knewThen } from '../access/shown-evidence.js';

/** When what it belongs to was begun: a reply belongs to its thread. */
const BEGAN = (c: string): string =>
  `CASE WHEN ${c}.reply_to IS NULL THEN ${c}.recorded_at ELSE (SELECT found.recorded_at FROM comment found WHERE found.id = ${c}.reply_to) END`;

/** A comment `c` is known to whoever may know the follow-up that it is on; or the piece, while nobody withdrew it, and could when the thread began. */
export const KNOWN = (c: string): string =>
  `CASE WHEN ${c}.follow_up_id IS NOT NULL THEN ${hangsOn('follow_up', `${c}.follow_up_id`)}
  ELSE ${isPresent(`${c}.evidence_id`)} AND ${knewThen(`${c}.evidence_id`, BEGAN(c))} END`;

/** Whether one may know of a comment, by itself. */
export const IS_KNOWN = statement(
  `SELECT c.id FROM comment c WHERE c.id = $1 AND c.workspace_id = heed_workspace() AND ${KNOWN('c')}`,
);

const REMOVED = (c: string): string =>
  `EXISTS (SELECT FROM comment_act d WHERE d.comment_id = ${c}.id AND d.act = 'removed')`;

/** What was last said of the thread that a comment belongs to, resolved or reopened. */
const LAST_WORD = (thread: string): string =>
  `(SELECT z.act FROM comment_act z WHERE z.comment_id = ${thread} AND z.act IN ('resolved', 'reopened') ORDER BY z.recorded_at DESC, z.id DESC LIMIT 1)`;
const IS_RESOLVED = (thread: string): string => `coalesce(${LAST_WORD(thread)} = 'resolved', false)`;

/** The edit that made its present wording; null for the first one. */
const WORDING = (c: string): string =>
  `(SELECT ca.id FROM comment_act ca WHERE ca.comment_id = ${c}.id AND ca.act = 'edited' ORDER BY ca.recorded_at DESC, ca.id DESC LIMIT 1)`;

/** Whom the present wording mentions. */
const MENTIONED = (c: string): string => `n.comment_id = ${c}.id AND n.act_id IS NOT DISTINCT FROM ${WORDING(c)}`;

/** A comment `c` speaks to the reader, who has neither answered nor said that they saw it, and it is not settled. */
export const AWAITS_READER = (c: string): string => `(${c}.person_id <> heed_person()
  AND EXISTS (SELECT FROM comment_mention n JOIN membership nm ON nm.id = n.membership_id WHERE ${MENTIONED(c)} AND nm.person_id = heed_person())
  AND NOT ${REMOVED(c)} AND NOT ${IS_RESOLVED(`coalesce(${c}.reply_to, ${c}.id)`)}
  AND NOT EXISTS (SELECT FROM comment_act s WHERE s.comment_id = ${c}.id AND s.act = 'seen' AND s.person_id = heed_person())
  AND NOT EXISTS (SELECT FROM comment k WHERE k.reply_to = coalesce(${c}.reply_to, ${c}.id) AND k.person_id = heed_person()
    AND k.recorded_at > ${c}.recorded_at))`;

/** SQL for what a comment says at present. */
export const TEXT_OF = (c: string): string => `CASE WHEN NOT ${REMOVED(c)} THEN coalesce(
  (SELECT ${wordsOf('ca', 'text_hash')} FROM comment_act ca WHERE ca.id = ${WORDING(c)}),
  CASE WHEN ${WORDING(c)} IS NULL THEN ${wordsOf(c, 'text_hash')} END) END`;

const MENTIONS = (
  c: string,
): string => `(SELECT coalesce(json_agg(${actorJson('nm', 'no')} ORDER BY no.name, nm.pseudonym), '[]')
  FROM comment_mention n LEFT JOIN membership nm ON nm.id = n.membership_id LEFT JOIN organization no ON no.id = nm.organization_id
  WHERE ${MENTIONED(c)} AND NOT ${REMOVED(c)})`;

/** Every wording but the present one. */
const EARLIER = (
  c: string,
): string => `(SELECT coalesce(json_agg(json_build_object('text', e.text, 'recordedAt', e.recorded_at) ORDER BY e.recorded_at), '[]')
  FROM (SELECT NULL::uuid AS act, ${c}.recorded_at, ${wordsOf(c, 'text_hash')} AS text
    UNION ALL SELECT ca.id, ca.recorded_at, ${wordsOf('ca', 'text_hash')} FROM comment_act ca WHERE ca.comment_id = ${c}.id AND ca.act = 'edited') e
  WHERE e.act IS DISTINCT FROM ${WORDING(c)} AND NOT ${REMOVED(c)})`;

/** The newest act of a kind, as who did it and when, under a condition. */
const actJson = (c: string, act: string, condition = 'true'): string =>
  `(SELECT json_build_object('by', ${actorJson('xm', 'xo')}, 'recordedAt', x.recorded_at) FROM comment_act x ${addedBy('x', 'xm', 'xo')}
    WHERE x.comment_id = ${c}.id AND x.act = '${act}' AND ${condition} ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1)`;

export const VERSION_OF = (c: string): string =>
  `(1 + (SELECT count(*) FROM comment_act v WHERE v.comment_id = ${c}.id AND v.act <> 'seen'))::integer`;

const members = (
  c: string,
  m: string,
  o: string,
): string => `'id', ${c}.id, 'followUpId', ${c}.follow_up_id, 'evidenceId', ${c}.evidence_id, 'replyTo', ${c}.reply_to, 'text', ${TEXT_OF(c)}, 'mentions', ${MENTIONS(c)},
  'by', ${actorJson(m, o)}, 'recordedAt', ${c}.recorded_at, 'editedAt', (SELECT ca.recorded_at FROM comment_act ca WHERE ca.id = ${WORDING(c)}),
  'earlier', ${EARLIER(c)}, 'removed', ${actJson(c, 'removed')}, 'awaitsYou', ${AWAITS_READER(c)}, 'version', ${VERSION_OF(c)}`;

const REPLIES = `(SELECT coalesce(json_agg(json_build_object(${members('k', 'km', 'ko')}) ORDER BY k.recorded_at, k.id), '[]')
  FROM comment k ${addedBy('k', 'km', 'ko')} WHERE k.reply_to = c.id)`;

/** When anything of a comment's thread was said or done last. */
const CHANGED = `(SELECT max(greatest(k.recorded_at, (SELECT max(x.recorded_at) FROM comment_act x WHERE x.comment_id = k.id AND x.act <> 'seen')))
  FROM comment k WHERE k.id = c.id OR k.reply_to = c.id)`;

/** Comments that begin a thread, with their replies; by itself a reply too. */
export const COMMENTS: Reading = {
  table: 'comment c',
  within: `c.workspace_id = ? AND ${KNOWN('c')}`,
  joins: addedBy('c'),
  item: `json_build_object(${members('c', 'm', 'o')}, 'resolved', ${actJson('c', 'resolved', IS_RESOLVED('c.id'))}, 'replies', ${REPLIES})`,
  version: VERSION_OF('c'),
  changed: CHANGED,
  sorts: { recordedAt: { by: 'c.recorded_at', type: 'timestamptz' } },
  filters: {
    followUp: 'c.reply_to IS NULL AND c.follow_up_id = ?::uuid',
    evidence: 'c.reply_to IS NULL AND c.evidence_id = ?::uuid',
    resolved: `${IS_RESOLVED('c.id')} = ?::boolean`,
  },
};
