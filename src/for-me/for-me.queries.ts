// What waits, kind by kind. The functions behind `finder` read an index in its order and stop once they have enough.

import { KNOWN_STEP } from '../next-steps/next-steps.queries.js';
import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import { AWAITS_READER, KNOWN, TEXT_OF, VERSION_OF } from '../comments/comments.queries.js';
import type { Reading } from '../common/reading-shape.js';
import { disputedClaimants } from '../evidence/evidence.queries.js';
import { HARM_FLAGS, REMOVAL_WAITS } from '../evidence/harm-flags.queries.js';
import { READER_REQUESTS, WAITS_FOR_ONE } from '../evidence/readers.queries.js';
import { LOWERINGS, WAITS_FOR_ANOTHER } from '../lowerings/lowerings.queries.js';
import { addresseeJson, DUE, FOLLOW_UPS, TODAY } from '../follow-ups/follow-ups.queries.js';
import { withState } from '../follow-ups/tracks.queries.js';
import { nameOf } from '../organizations/members.queries.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';
import { REVIEW_DUE, REVIEW_ON } from '../recommendations/review.queries.js';
import { LAPSES_AFTER } from '../organizations/role-requests.queries.js';
import { SHOWN_EVIDENCE, withinKnown } from '../access/shown-evidence.js';
import { shownRows, withinLevel } from '../access/shown-rows.js';

const ASK = `'recommendation', ${recommendationJson('r')}`;
const label = (s: string): string =>
  `coalesce(${s}.labels->>current_setting('app.language', true), ${s}.labels->>'en')`;
/** What is sealed is sealed as a whole: cut, it would not open. */
const beginning = (words: string): string =>
  `(SELECT CASE WHEN w.said LIKE 'heed:sealed:1:%' THEN w.said ELSE left(w.said, 300) END FROM (SELECT ${words} AS said) w)`;

/** A track with what it stands on: who claimed it, or who sent it back. */
const TRACK: Pick<Reading, 'table' | 'within' | 'joins' | 'item' | 'version' | 'changed'> = {
  table: 'track t',
  within: withinLevel('t'),
  joins: `${withState('t')} LEFT JOIN ${shownRows('recommendation r')} ON r.id = t.recommendation_id
    LEFT JOIN ${shownRows('follow_up f')} ON f.id = t.follow_up_id LEFT JOIN addressee a ON a.id = f.addressee_id LEFT JOIN transition x ON x.id = t.stands_on
    LEFT JOIN membership m ON m.workspace_id = x.workspace_id AND m.person_id = x.person_id LEFT JOIN organization o ON o.id = x.organization_id`,
  item: `json_build_object('id', t.id, 'since', coalesce(x.recorded_at, t.created_at), 'by', CASE WHEN m.id IS NOT NULL THEN ${actorJson('m', 'o')} END, ${ASK},
    'followUpId', t.follow_up_id, 'addressee', CASE WHEN a.id IS NOT NULL THEN ${addresseeJson('a')} END, 'trackId', t.id, 'axis', t.axis, 'state', t.state,
    'label', ${label('ts')}, 'phase', t.phase, 'version', t.version, 'note', ${beginning(wordsOf('x', 'note_hash'))})`,
  version: 't.version',
  changed: 't.updated_at',
};

/** Given the states that wait, with the rules that one's roles suffice for. */
export const TO_VERIFY: Reading = {
  ...TRACK,
  sorts: { updatedAt: { by: 't.updated_at', type: 'timestamptz' } },
  filters: { states: 't.id IN (SELECT w.id FROM heed_awaiting_check(?::text, NULL, NULL, 1000000) w)' },
  finder: { filter: 'states', sort: 'updatedAt', call: 'heed_awaiting_check' },
};

/** Given the transitions that send a claim back. */
export const RETURNED: Reading = {
  ...TRACK,
  sorts: {
    returnedAt: { by: '(SELECT s.recorded_at FROM transition s WHERE s.id = t.stands_on)', type: 'timestamptz' },
  },
  filters: { moves: 't.id IN (SELECT w.id FROM heed_returned(?::text, NULL, NULL, 1000000) w)' },
  finder: { filter: 'moves', sort: '-returnedAt', call: 'heed_returned' },
};

const stand = (t: string): string =>
  `json_build_object('trackId', ${t}.id, 'axis', ${t}.axis, 'state', ${t}.state, 'label', ${label(`${t}s`)}, 'phase', ${t}.phase)`;

/** Given one's membership. */
export const OVERDUE: Reading = {
  ...FOLLOW_UPS,
  item: `json_build_object('id', f.id, 'since', f.due_on, 'by', NULL, ${ASK}, 'followUpId', f.id, 'addressee', ${addresseeJson('a')}, 'version', f.version,
    'owner', CASE WHEN f.owner_id IS NOT NULL THEN heed_owner_json(f.owner_id) END, 'stands', json_build_array(${stand('tr')}, ${stand('ti')}))`,
  sorts: { dueOn: { by: DUE, type: 'date' } },
  filters: { member: 'f.id IN (SELECT w.id FROM heed_overdue_of(?::text, NULL, NULL, 1000000) w)' },
  finder: { filter: 'member', sort: 'dueOn', call: 'heed_overdue_of' },
};

/** Open steps that one is to do, given one's membership. */
export const NEXT_STEPS_OF: Reading = {
  table: 'next_step n',
  within: `n.workspace_id = ? AND ${KNOWN_STEP('n')}`,
  joins: `LEFT JOIN ${shownRows('follow_up f')} ON f.id = n.follow_up_id LEFT JOIN ${shownRows('recommendation r')} ON r.id = f.recommendation_id
    LEFT JOIN addressee a ON a.id = f.addressee_id LEFT JOIN source s ON s.id = n.source_id`,
  item: `json_build_object('id', n.id, 'since', n.due_on, 'by', NULL, 'recommendation', CASE WHEN f.id IS NOT NULL THEN ${recommendationJson('r')} END,
    'followUpId', f.id, 'addressee', CASE WHEN f.id IS NOT NULL THEN ${addresseeJson('a')} END, 'engagementId', n.engagement_id,
    'source', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.title) END, 'version', n.version,
    'isPast', n.due_last < ${TODAY}, 'note', ${beginning('n.what')})`,
  version: 'n.version',
  changed: 'n.updated_at',
  sorts: { dueOn: { by: 'n.due_last', type: 'date' } },
  filters: { owner: `n.state = 'open' AND n.owner_id = ?::uuid` },
};

/** Comments that speak to whoever asks and wait for them, given their membership. */
export const MENTIONED: Reading = {
  table: 'comment c',
  within: `c.workspace_id = ? AND ${KNOWN('c')}`,
  joins: `${addedBy('c')} LEFT JOIN ${shownRows('follow_up f')} ON f.id = c.follow_up_id LEFT JOIN ${shownRows('recommendation r')} ON r.id = f.recommendation_id
    LEFT JOIN addressee a ON a.id = f.addressee_id LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = c.evidence_id`,
  item: `json_build_object('id', c.id, 'since', c.recorded_at, 'by', ${actorJson('m', 'o')}, 'recommendation', CASE WHEN f.id IS NOT NULL THEN ${recommendationJson('r')} END,
    'followUpId', f.id, 'addressee', CASE WHEN f.id IS NOT NULL THEN ${addresseeJson('a')} END, 'evidenceId', e.id, 'title', e.title, 'threadId', coalesce(c.reply_to, c.id), 'version', ${VERSION_OF('c')}, 'note', ${beginning(TEXT_OF('c'))})`,
  version: VERSION_OF('c'),
  changed: 'c.recorded_at',
  sorts: { recordedAt: { by: 'c.recorded_at', type: 'timestamptz' } },
  filters: {
    member: `c.id IN (SELECT q.comment_id FROM comment_mention q WHERE q.membership_id = ?::uuid) AND ${AWAITS_READER('c')}`,
  },
};

/** Continuing recommendations of which a review is due, that one's organization entered or of which one looks after a follow-up, given the membership. */
export const TO_CONFIRM: Reading = {
  table: 'recommendation r',
  within: withinLevel('r'),
  item: `json_build_object('id', r.id, 'since', ${REVIEW_ON('r')}, 'by', NULL, ${ASK}, 'followUpId', NULL, 'addressee', NULL, 'version', r.version)`,
  version: 'r.version',
  changed: 'r.updated_at',
  sorts: { createdAt: { by: 'r.created_at', type: 'timestamptz' } },
  filters: {
    member: `r.nature = 'continuing' AND r.review_months IS NOT NULL AND ${REVIEW_DUE('r')} AND (r.organization_id = heed_organization()
      OR EXISTS (SELECT FROM ${shownRows('follow_up f')} WHERE f.recommendation_id = r.id AND f.owner_id = ?::uuid))`,
  },
};

const PIECE = `'id', e.id, 'evidenceId', e.id, 'title', e.title, 'version', e.version, 'since', e.updated_at`;

/** Given whether one may decide on what disputes a claim of one's own organization as well; of one's own proposals somebody else decides. */
export const PROPOSED: Reading = {
  table: `${SHOWN_EVIDENCE} e`,
  joins: `LEFT JOIN membership m ON m.workspace_id = e.workspace_id AND m.person_id = e.entered_by LEFT JOIN organization o ON o.id = e.organization_id`,
  item: `json_build_object(${PIECE}, 'by', ${actorJson('m', 'o')})`,
  version: 'e.version',
  changed: 'e.updated_at',
  sorts: { updatedAt: { by: 'e.updated_at', type: 'timestamptz' } },
  filters: {
    anyClaim: `e.acceptance = 'proposed' AND e.withdrawal = 'none'
      AND (heed_has_role('administrator') OR heed_has_role('editor') OR heed_person() <> ALL (e.edited_by || e.entered_by))
      AND (?::boolean OR heed_organization() NOT IN (${disputedClaimants('e.id')}))`,
  },
};

/** What became of one's own proposals within 30 days, given the person. */
export const ANSWERED: Reading = {
  ...PROPOSED,
  joins: `LEFT JOIN membership m ON m.workspace_id = e.workspace_id AND m.person_id = e.accepted_by LEFT JOIN organization o ON o.id = m.organization_id`,
  item: `json_build_object(${PIECE}, 'by', ${actorJson('m', 'o')}, 'acceptance', e.acceptance,
    'note', CASE WHEN e.confidentiality <> 'restricted' THEN ${beginning(wordsOf('e', 'acceptance_reason_hash'))} END)`,
  filters: {
    proposer: `e.entered_by = ?::uuid AND e.accepted_by <> e.entered_by AND e.acceptance <> 'proposed' AND e.withdrawal = 'none'
      AND e.updated_at > clock_timestamp() - interval '30 days'`,
  },
};

/** Open ones that another administrator asked for, given the person who may confirm. */
export const OPEN_ROLE_REQUESTS: Reading = {
  table: 'role_request q',
  joins: `LEFT JOIN membership x ON x.id = q.membership_id LEFT JOIN membership m ON m.workspace_id = q.workspace_id AND m.person_id = q.requested_by
    LEFT JOIN organization o ON o.id = m.organization_id`,
  item: `json_build_object('id', q.id, 'since', q.created_at, 'by', ${actorJson('m', 'o')}, 'member', json_build_object('id', x.id, 'name', ${nameOf('x')}), 'role', q.role)`,
  changed: 'q.created_at',
  sorts: { createdAt: { by: 'q.created_at', type: 'timestamptz' } },
  filters: {
    confirmer: `q.confirmed_at IS NULL AND q.created_at >= clock_timestamp() - ${LAPSES_AFTER} AND ?::uuid NOT IN (q.requested_by, q.person_id)`,
  },
};

/** Withdrawn pieces of which a first person asked what shall become, given the second one. */
export const OPEN_WITHDRAWALS: Reading = {
  table: 'evidence_withdrawal d',
  within: withinKnown('d', 'recorded_at'),
  joins: `LEFT JOIN membership m ON m.workspace_id = d.workspace_id AND m.person_id = d.requested_by LEFT JOIN organization o ON o.id = m.organization_id`,
  item: `json_build_object('id', d.id, 'since', d.requested_at, 'by', ${actorJson('m', 'o')}, 'evidenceId', d.evidence_id, 'decision', d.decision)`,
  changed: 'coalesce(d.requested_at, d.recorded_at)',
  sorts: { recordedAt: { by: 'd.recorded_at', type: 'timestamptz' } },
  filters: { confirmer: 'd.confirmed_at IS NULL AND d.requested_by <> ?::uuid' },
};

/** Open ones that ask one to confirm that somebody be named on a restricted piece, given the person: whom and why, not the piece. */
export const OPEN_READER_REQUESTS: Reading = {
  ...READER_REQUESTS,
  item: `json_build_object('id', q.id, 'since', q.created_at, 'by', ${actorJson('am', 'oam')}, 'member', json_build_object('id', rm.id, 'name', ${nameOf('rm')}), 'note', ${beginning('q.reason')})`,
  filters: { confirmer: WAITS_FOR_ONE },
};

/** Pieces that somebody else asked to open to more people, given the person who may decide. */
export const OPEN_LOWERINGS: Reading = {
  ...LOWERINGS,
  joins: `${LOWERINGS.joins ?? ''} LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = l.evidence_id`,
  item: `json_build_object('id', l.id, 'since', l.recorded_at, 'by', ${actorJson('m', 'o')}, 'evidenceId', e.id, 'title', e.title, 'to', l.to_level)`,
  filters: { confirmer: WAITS_FOR_ANOTHER },
};

/** Do-no-harm flags that somebody else asked to take off, given the person who may confirm. */
export const OPEN_FLAG_REMOVALS: Reading = {
  ...HARM_FLAGS,
  joins: `${HARM_FLAGS.joins ?? ''} LEFT JOIN ${SHOWN_EVIDENCE} e ON e.id = h.evidence_id`,
  item: `json_build_object('id', h.id, 'since', h.removal_asked_at, 'by', ${actorJson('ha', 'hao')}, 'evidenceId', e.id, 'title', e.title)`,
  filters: { confirmer: REMOVAL_WAITS },
};
