import { actorJson, addedBy } from '../access/actor.queries.js';
import { wordsOf } from '../access/words.js';
import type { Reading } from '../common/reading-shape.js';
import { statement } from '../common/statement.js';
import { addresseeJson } from '../follow-ups/follow-ups.queries.js';
import { recommendationJson } from '../recommendations/recommendation-title.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { hangsOn, shownRows, withinLevel } from '../access/shown-rows.js';

const ACT = `json_build_object('id', x.id, 'act', x.act, 'by', ${actorJson('xm', 'xo')}, 'recordedAt', x.recorded_at, 'strength', x.strength,
  'said', ${wordsOf('x', 'said_hash')}, 'substantiates', x.substantiates)`;

const ACTS = `(SELECT coalesce(json_agg(n.act), '[]') FROM (SELECT ${ACT} AS act FROM contribution_act x ${addedBy('x', 'xm', 'xo')}
  WHERE x.contribution_id = k.id ORDER BY x.recorded_at DESC, x.id DESC LIMIT 50) n)`;

const SUBSTANTIATIONS = `(SELECT coalesce(json_agg(${ACT} ORDER BY x.recorded_at, x.id), '[]') FROM contribution_act x ${addedBy('x', 'xm', 'xo')}
  WHERE x.contribution_id = k.id AND x.substantiates = s.id)`;

const OUTCOME = `(SELECT json_build_object('id', y.id, 'axis', t.axis, 'to', y.to_state,
    'label', coalesce(ws.labels->>current_setting('app.language', true), ws.labels->>'en'), 'occurredOn', y.occurred_on)
  FROM transition y JOIN ${shownRows('track t')} ON t.id = y.track_id LEFT JOIN workflow_state ws ON ws.workflow_id = y.workflow_id AND ws.state = y.to_state
  WHERE y.id = s.transition_id)`;

const ENGAGEMENTS = `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'occurredOn', e.occurred_on, 'summary', e.summary)
    ORDER BY e.occurred_last, e.id), '[]')
  FROM contribution_engagement ce JOIN ${shownRows('engagement e')} ON e.id = ce.engagement_id WHERE ce.act_id = s.id)`;

const EVIDENCE = `(SELECT coalesce(json_agg(json_build_object('id', e.id, 'title', CASE WHEN e.withdrawal = 'none' THEN e.title END,
    'confidentiality', e.confidentiality, 'withdrawal', e.withdrawal) ORDER BY CASE WHEN e.withdrawal = 'none' THEN e.title END, e.id), '[]')
  FROM contribution_evidence ce JOIN ${SHOWN_EVIDENCE} e ON e.id = ce.evidence_id WHERE ce.act_id = s.id)`;

/** Somebody stood behind it, and it was not stated anew since. */
const SUBSTANTIATED = `EXISTS (SELECT FROM contribution_act x WHERE x.contribution_id = k.id AND x.act = 'substantiated'
  AND NOT EXISTS (SELECT FROM contribution_act n WHERE n.contribution_id = k.id AND n.act = 'stated' AND (n.recorded_at, n.id) > (x.recorded_at, x.id)))`;

/** What organizations say their advocacy had to do with outcomes: of each what it says now, and what was done about it. */
export const CONTRIBUTIONS: Reading = {
  table: 'contribution k',
  within: `${withinLevel('k')} AND ${hangsOn('follow_up', 'k.follow_up_id')}`,
  joins: `LEFT JOIN ${shownRows('follow_up f')} ON f.id = k.follow_up_id LEFT JOIN ${shownRows('recommendation r')} ON r.id = f.recommendation_id
    LEFT JOIN addressee a ON a.id = f.addressee_id LEFT JOIN organization ko ON ko.id = k.organization_id
    LEFT JOIN LATERAL (SELECT * FROM contribution_act x WHERE x.contribution_id = k.id AND x.act = 'stated'
      ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1) s ON true ${addedBy('s')}`,
  item: `json_build_object('id', k.id, 'followUp', json_build_object('id', f.id, 'recommendation', ${recommendationJson('r')}, 'addressee', ${addresseeJson('a')}),
    'organization', json_build_object('id', ko.id, 'name', ko.name), 'state', k.state, 'strength', k.strength, 'statement', ${wordsOf('s', 'said_hash')},
    'othersPart', ${wordsOf('s', 'others_hash')}, 'otherExplanations', ${wordsOf('s', 'explanations_hash')}, 'outcome', ${OUTCOME},
    'engagements', ${ENGAGEMENTS}, 'evidence', ${EVIDENCE}, 'confidentiality', k.confidentiality, 'by', ${actorJson('m', 'o')}, 'statedAt', s.recorded_at,
    'substantiations', ${SUBSTANTIATIONS}, 'acts', ${ACTS}, 'version', k.version, 'createdAt', k.created_at, 'updatedAt', k.updated_at)`,
  version: 'k.version',
  changed: 'k.updated_at',
  sorts: { updatedAt: { by: 'k.updated_at', type: 'timestamptz' } },
  filters: {
    followUp: 'k.follow_up_id = ANY (?::uuid[])',
    recommendation: `k.follow_up_id IN (SELECT g.id FROM ${shownRows('follow_up g')} WHERE g.recommendation_id = ANY (?::uuid[]))`,
    source: `k.follow_up_id IN (SELECT g.id FROM ${shownRows('follow_up g')} WHERE g.source_id = ANY (?::uuid[]))`,
    organization: 'k.organization_id = ANY (?::uuid[])',
    strength: 'k.strength = ANY (?::text[])',
    state: 'k.state = ANY (?::text[])',
    substantiated: `(${SUBSTANTIATED}) = ?::boolean`,
  },
};

/** Of these pieces, those that are linked to a follow-up, on either side, as a reply of its addressee: as they are linked now. */
export const REPLIES = statement(`
  SELECT DISTINCT l.evidence_id AS id FROM ${shownRows('track t')} JOIN track_evidence l ON l.track_id = t.id
  WHERE t.follow_up_id = $1::uuid AND l.evidence_id = ANY ($2::uuid[]) AND l.stance IS NOT NULL AND l.shows = 'reply'
    AND NOT EXISTS (SELECT FROM track_evidence n WHERE n.track_id = l.track_id AND n.evidence_id = l.evidence_id
      AND (n.recorded_at, n.id) > (l.recorded_at, l.id))`);
