// What people did in a period: moves, replies, dissent, closings, corrections.

import { KNOWN_POSITION } from '../assessments/positions.queries.js';
import { dayOf, key, OF_TRACK, STATE } from './key.queries.js';
import { type By, recordedIn, within } from './period.js';
import { counts, SILENT } from './standing.queries.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { shownRows } from '../access/shown-rows.js';

const ANSWERS = `(t.axis = 'response' AND s.phase NOT IN ${SILENT})`;

/** The last move of each track in the period: what was corrected did not happen, what corrects it is told as a correction. */
const lastMoves = (by: By, act: 'moved' | 'answered', which: string): string =>
  key({
    act,
    row: 'x',
    day: by === 'occurred' ? 'x.occurred_last' : dayOf('x.recorded_at'),
    from: `FROM transition x ${OF_TRACK('x')} ${STATE('x', 's')}
      WHERE ${within(by, 'x.occurred_last', 'x.recorded_at')} AND x.corrects IS NULL AND x.transition <> 'migrate' AND ${counts('x')} AND ${which}
        AND NOT EXISTS (SELECT FROM transition n WHERE n.track_id = x.track_id AND n.position > x.position AND n.corrects IS NULL
          AND n.transition <> 'migrate' AND ${counts('n')} AND ${within(by, 'n.occurred_last', 'n.recorded_at')})`,
  });

/** Not where a move that answers cites it already. */
const REPLIED = key({
  act: 'replied',
  row: 'l',
  day: dayOf('l.recorded_at'),
  from: `FROM track_evidence l ${OF_TRACK('l')} JOIN ${SHOWN_EVIDENCE} e ON e.id = l.evidence_id
    WHERE ${recordedIn('l.recorded_at')} AND l.shows = 'reply' AND e.withdrawal = 'none'
      AND NOT EXISTS (SELECT FROM track_evidence n WHERE n.track_id = l.track_id AND n.evidence_id = l.evidence_id AND (n.recorded_at, n.id) > (l.recorded_at, l.id))
      AND NOT EXISTS (SELECT FROM transition_evidence te JOIN transition y ON y.id = te.transition_id ${STATE('y', 's')}
        WHERE te.evidence_id = l.evidence_id AND y.track_id = l.track_id AND ${counts('y')} AND ${ANSWERS})`,
});

/** All on what was done; of what they said, what is no answer yet. */
export const moves = (by: By): string[] => [lastMoves(by, 'moved', `NOT ${ANSWERS}`)];
export const replies = (by: By): string[] => [lastMoves(by, 'answered', ANSWERS), REPLIED];

/** A finding of an organization that says something else than the state, or than another organization. */
const FOUND = key({
  act: 'found',
  row: 'n',
  day: dayOf('n.recorded_at'),
  from: `FROM ${shownRows('assessment n')} ${OF_TRACK('n')} WHERE ${recordedIn('n.recorded_at')}
    AND NOT EXISTS (SELECT FROM ${shownRows('assessment v')} WHERE v.track_id = n.track_id AND v.organization_id = n.organization_id
      AND (v.confidentiality <> 'organization' OR n.confidentiality = 'organization') AND (v.recorded_at, v.id) > (n.recorded_at, n.id))
    AND (n.phase <> t.phase OR EXISTS (SELECT FROM ${shownRows('assessment v')} WHERE v.track_id = n.track_id AND v.organization_id <> n.organization_id AND v.phase <> n.phase
      AND NOT EXISTS (SELECT FROM ${shownRows('assessment w')} WHERE w.track_id = v.track_id AND w.organization_id = v.organization_id
        AND (w.confidentiality <> 'organization' OR v.confidentiality = 'organization') AND (w.recorded_at, w.id) > (v.recorded_at, v.id))))`,
});
const OBJECTED = key({
  act: 'objected',
  row: 'o',
  day: dayOf('o.recorded_at'),
  from: `FROM track_position o ${OF_TRACK('o')} WHERE ${recordedIn('o.recorded_at')} AND o.kind = 'objection' AND ${KNOWN_POSITION('o')}`,
});
const ENDED_OBJECTION = (act: 'answered' | 'withdrawn'): string =>
  key({
    act: `objection-${act}`,
    row: 'z',
    day: dayOf('z.recorded_at'),
    from: `FROM objection_answer z JOIN track_position o ON o.id = z.position_id ${OF_TRACK('o')} WHERE ${recordedIn('z.recorded_at')} AND z.act = '${act}' AND ${KNOWN_POSITION('o')}`,
  });

export const dissent = (): string[] => [FOUND, OBJECTED, ENDED_OBJECTION('answered'), ENDED_OBJECTION('withdrawn')];

export const closings = (by: By): string[] =>
  (['closed', 'reopened'] as const).map((act) =>
    key({
      act,
      row: 'c',
      day: by === 'occurred' ? 'c.occurred_last' : dayOf('c.recorded_at'),
      from: `FROM closing c JOIN ${shownRows('follow_up f')} ON f.id = c.follow_up_id WHERE ${within(by, 'c.occurred_last', 'c.recorded_at')} AND c.act = '${act}'`,
    }),
  );

export const CORRECTED = key({
  act: 'corrected',
  row: 'x',
  day: dayOf('x.recorded_at'),
  from: `FROM transition x ${OF_TRACK('x')} WHERE ${recordedIn('x.recorded_at')} AND x.corrects IS NOT NULL`,
});
