// Rules over what was said of follow-ups. Each is one statement; what its reader may not see it does not find.

import { addresseeJson } from '../follow-ups/follow-ups.queries.js';
import { titleOf } from '../recommendations/recommendation-title.js';
import { found } from './found.js';
import { hangsOnShown, SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { shownRows } from '../access/shown-rows.js';

const OF_TRACK = {
  type: `'recommendation'`,
  subject_id: 'f.recommendation_id',
  title: titleOf('r'),
  follow_up_id: 'f.id',
  addressee: `${addresseeJson('a')}->>'name'`,
  source_id: 'f.source_id',
};
const WITH_NAMES = `JOIN ${shownRows('recommendation r')} ON r.id = f.recommendation_id JOIN addressee a ON a.id = f.addressee_id`;

/** What a track stands on now. */
const STANDING = `${shownRows('track t')} JOIN transition x ON x.id = t.stands_on JOIN ${shownRows('follow_up f')} ON f.id = t.follow_up_id ${WITH_NAMES}`;
const BY_TRANSITION = {
  ...OF_TRACK,
  axis: 't.axis',
  at: 'x.recorded_at',
  organization_id: 'x.organization_id',
  mark: `concat_ws(':', x.id, t.version)`,
};

/** Something was found or answered, and nothing is cited or attached. That nobody answered needs no evidence. */
export const UNFOUNDED_STATE = found(
  'unfounded-state',
  't',
  BY_TRANSITION,
  `${STANDING} WHERE NOT f.closed AND t.phase NOT IN ('awaited', 'no-reply', 'unknown', 'not-started')
    AND NOT EXISTS (SELECT FROM transition_evidence te WHERE te.transition_id = x.id AND ${hangsOnShown('te.evidence_id')})
    AND NOT EXISTS (SELECT FROM track_evidence l WHERE l.track_id = t.id AND l.stance IS NOT NULL AND ${hangsOnShown('l.evidence_id')} AND NOT EXISTS (SELECT FROM track_evidence n
      WHERE n.track_id = l.track_id AND n.evidence_id = l.evidence_id AND (n.recorded_at, n.id) > (l.recorded_at, l.id)))`,
  't.axis',
);

/** A check rests on what was claimed, and a correction on what was meant: they need nothing new. */
export const NO_NEW_EVIDENCE = found(
  'no-new-evidence',
  't',
  BY_TRANSITION,
  `${STANDING} WHERE NOT f.closed AND x.from_state <> x.to_state AND x.transition NOT IN ('verify', 'return', 'open', 'correct', 'void', 'migrate')
    AND EXISTS (SELECT FROM transition_evidence te WHERE te.transition_id = x.id AND ${hangsOnShown('te.evidence_id')})
    AND NOT EXISTS (SELECT FROM transition_evidence te WHERE te.transition_id = x.id AND ${hangsOnShown('te.evidence_id')} AND NOT EXISTS (SELECT FROM transition e
      JOIN transition_evidence ee ON ee.transition_id = e.id WHERE e.track_id = t.id AND e.recorded_at < x.recorded_at AND ee.evidence_id = te.evidence_id))`,
  't.axis',
);

/** Reports tell of what was before them, so this is often fine; where it is said by when, somebody should have looked. */
export const OLDER_THAN_EVIDENCE = found(
  'older-than-evidence',
  't',
  { ...BY_TRANSITION, detail: `concat_ws(' < ', x.occurred_on, p.published)` },
  `${STANDING} CROSS JOIN LATERAL (SELECT min(e.published_last) AS first, min(e.published_on) AS published, bool_and(e.published_last IS NOT NULL) AS all_dated
      FROM transition_evidence te JOIN ${SHOWN_EVIDENCE} e ON e.id = te.evidence_id AND e.withdrawal = 'none' WHERE te.transition_id = x.id) p
    WHERE NOT f.closed AND x.occurred_on IS NOT NULL AND p.all_dated AND x.occurred_last < p.first`,
  't.axis',
);

/** Open, not settled as done, and untouched. For how long is asked by a filter. */
export const STALE = found(
  'stale',
  'f',
  {
    ...OF_TRACK,
    at: 'greatest(f.updated_at, f.moved_at)',
    organization_id: 'coalesce(m.organization_id, f.organization_id)',
    mark: 'f.version',
  },
  `${shownRows('follow_up f')} ${WITH_NAMES} LEFT JOIN membership m ON m.id = f.owner_id
    WHERE NOT f.closed AND f.implementation_phase IS DISTINCT FROM 'fulfilled'`,
);
