import { shownRows } from '../access/shown-rows.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { EntityManager } from 'typeorm';
import type { Reading } from '../common/reading-shape.js';
import { run, statement, type Statement } from '../common/statement.js';
import type { Level } from '../evidence/evidence.entity.js';
import type { FaultItemView } from './data-quality.dto.js';
import { type Fault, messageOf } from './faults.js';
import { BROUGHT } from './found.js';
import { ALTERED_WORDS, DAMAGED_FILE, NAMED_ORIGIN } from './rules-of-stored.js';
import { NO_NEW_EVIDENCE, OLDER_THAN_EVIDENCE, STALE, UNFOUNDED_STATE } from './rules-of-states.js';
import {
  DOUBLE_ADDRESSEE,
  DOUBLE_EVIDENCE,
  DOUBLE_RECOMMENDATION,
  MISSING_SOURCE,
  OUT_OF_RANGE,
  REPEATED_ASK,
  DEAD,
  UNARCHIVED,
} from './rules-of-things.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';

const RULES: Record<Fault, string> = {
  'damaged-file': DAMAGED_FILE,
  'altered-words': ALTERED_WORDS,
  'named-origin': NAMED_ORIGIN,
  'unfounded-state': UNFOUNDED_STATE,
  'no-new-evidence': NO_NEW_EVIDENCE,
  'older-than-evidence': OLDER_THAN_EVIDENCE,
  stale: STALE,
  'missing-source': MISSING_SOURCE,
  dead: DEAD,
  unarchived: UNARCHIVED,
  'out-of-range': OUT_OF_RANGE,
  'double-recommendation': DOUBLE_RECOMMENDATION,
  'repeated-ask': REPEATED_ASK,
  'double-evidence': DOUBLE_EVIDENCE,
  'double-addressee': DOUBLE_ADDRESSEE,
};

const PATHS = `(CASE p.of_type WHEN 'evidence' THEN 'evidence' WHEN 'intake' THEN 'intake' WHEN 'inbox-item' THEN 'inbox' ELSE p.of_type || 's' END)`;
/** An inbox has no page for each of its things: they stand on one's own first page. */
const PAGE = `(CASE p.of_type WHEN 'inbox-item' THEN '/for-me' ELSE
  '/' || (CASE p.of_type WHEN 'evidence' THEN 'evidence' WHEN 'intake' THEN 'intake' WHEN 'indicator' THEN 'figures' ELSE p.of_type || 's' END)
  || '/' || p.of_subject_id END)`;
const WHERE_ON_IT = `concat('?followUp=' || p.of_follow_up_id::text, '&side=' || p.of_axis)`;

/** What was said last of it: that it is fine, of the thing as it is now. */
const fineNow = (
  row: string,
  mark: string,
): string => `SELECT n.* FROM dismissal n WHERE n.item_id = ${row}.id AND n.act = 'dismissed' AND n.mark = ${row}.${mark}
  AND NOT EXISTS (SELECT FROM dismissal l WHERE l.item_id = n.item_id AND (l.recorded_at, l.id) > (n.recorded_at, n.id))`;

const DISMISSAL = `(SELECT json_build_object('by', ${actorJson('m', 'o')}, 'reason', ${wordsOf('n', 'reason_hash')}, 'recordedAt', n.recorded_at)
  FROM (${fineNow('p', 'of_mark')}) n ${addedBy('n')})`;

function readingOf(fault: Fault): Reading {
  return {
    table: `(${RULES[fault]}) d`,
    brings: BROUGHT,
    item: `json_build_object('id', p.id, 'fault', '${fault}', 'message', ${messageOf(fault)},
      'subject', json_build_object('type', p.of_type, 'id', p.of_subject_id, 'title', p.of_title),
      'other', CASE WHEN p.of_other_id IS NOT NULL THEN json_build_object('type', p.of_type, 'id', p.of_other_id, 'title', p.of_other_title) END,
      'followUpId', p.of_follow_up_id, 'addressee', p.of_addressee, 'axis', p.of_axis, 'detail', p.of_detail, 'since', p.of_at,
      'mend', json_build_object('page', ${PAGE} || CASE WHEN p.of_follow_up_id IS NOT NULL THEN ${WHERE_ON_IT} ELSE '' END,
        'api', '/' || ${PATHS} || '/' || p.of_subject_id), 'dismissal', ${DISMISSAL})`,
    changed: 'd.at',
    sorts: { since: { by: 'd.at', type: 'timestamptz' } },
    filters: {
      id: 'd.id = ?::uuid',
      source: 'd.source_id = ANY (?::uuid[])',
      organization: 'd.organization_id = ANY (?::uuid[])',
      staleAfter: 'd.at < clock_timestamp() - make_interval(months => ?::integer)',
      dismissed: `EXISTS (${fineNow('d', 'mark')}) = ?::boolean`,
    },
  };
}

/** By fault, what is wrong now: found anew each time, nothing is kept that could grow stale. */
export const READINGS = Object.fromEntries(
  (Object.keys(RULES) as Fault[]).map((fault) => [fault, readingOf(fault)]),
) as Record<Fault, Reading>;

/** How the thing is now, by fault and item. */
export const MARK_OF = Object.fromEntries(
  (Object.keys(RULES) as Fault[]).map((fault) => [
    fault,
    statement(`SELECT d.mark FROM (${RULES[fault]}) d WHERE d.workspace_id = heed_workspace() AND d.id = $1::uuid`),
  ]),
) as Record<Fault, Statement>;

const levelIn = (rows: string): Statement =>
  statement(
    `SELECT confidentiality AS level FROM ${rows} WHERE id = ANY ($1::uuid[]) ORDER BY (confidentiality = 'organization') DESC LIMIT 1`,
  );
/** Things that have a level; of the others everybody in the workspace may know. */
const LEVEL_OF = {
  recommendation: levelIn(shownRows('recommendation r')),
  evidence: levelIn(`${SHOWN_EVIDENCE} e`),
  intake: levelIn(shownRows('intake i')),
};
const hasLevel = (type: string): type is keyof typeof LEVEL_OF => type in LEVEL_OF;

/** The level of what an item is about: of two things the narrower one, neither of which is restricted then. */
export async function levelOf(
  tx: EntityManager,
  { subject, other }: Pick<FaultItemView, 'subject' | 'other'>,
): Promise<Level> {
  if (!hasLevel(subject.type)) return 'coalition';
  const ids = [subject.id, ...(other ? [other.id] : [])];
  const [row] = await run<{ level: Level }>(tx, LEVEL_OF[subject.type], [ids]);
  return row?.level ?? 'organization';
}
