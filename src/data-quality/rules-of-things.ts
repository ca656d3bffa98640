// Rules over sources, evidence, figures, and what was entered twice. Each is one statement.

import { titleOf } from '../recommendations/recommendation-title.js';
import { found } from './found.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { shownRows } from '../access/shown-rows.js';

const SOURCE_TITLE = 'coalesce(s.symbol, s.title)';

export const MISSING_SOURCE = found(
  'missing-source',
  's',
  {
    ...{ at: 's.created_at', type: `'source'`, subject_id: 's.id' },
    ...{ title: SOURCE_TITLE, source_id: 's.id', mark: 's.version' },
  },
  `source s WHERE s.url IS NULL AND EXISTS (SELECT FROM ${shownRows('recommendation r')} WHERE r.source_id = s.id)
    AND NOT EXISTS (SELECT FROM ${shownRows('intake i')} WHERE i.source_id = s.id)`,
);

export const PIECE = {
  type: `'evidence'`,
  subject_id: 'e.id',
  title: 'e.title',
  at: 'e.created_at',
  organization_id: 'e.organization_id',
};
/** Restricted pieces are opened one by one, and speak of nothing here. */
const OPEN_LINK = `e.kind = 'link' AND e.withdrawal = 'none' AND e.acceptance <> 'declined' AND e.confidentiality <> 'restricted'`;

/** A link that led nowhere when it was looked at last. Dismissed, it comes back with the next look that finds nothing. */
export const DEAD = found(
  'dead',
  'e',
  { ...PIECE, at: 'c.fetched_at', detail: 'e.url', mark: 'c.id' },
  `${SHOWN_EVIDENCE} e JOIN LATERAL (SELECT l.id, l.outcome, l.fetched_at FROM link_copy l WHERE l.evidence_id = e.id AND l.outcome <> 'waiting'
      ORDER BY l.recorded_at DESC, l.id DESC LIMIT 1) c ON c.outcome = 'dead'
    WHERE ${OPEN_LINK}`,
);

/** A link of which no copy is kept. */
export const UNARCHIVED = found(
  'unarchived',
  'e',
  { ...PIECE, detail: 'e.url', mark: 'e.version' },
  `${SHOWN_EVIDENCE} e WHERE ${OPEN_LINK} AND NOT EXISTS (SELECT FROM link_copy c WHERE c.evidence_id = e.id AND c.outcome = 'kept')`,
);

/** Two places of one document are two pieces; the same place is one. */
export const DOUBLE_EVIDENCE = found(
  'double-evidence',
  'e',
  {
    ...PIECE,
    other_id: 'o.id',
    other_title: 'o.title',
    detail: 'e.canonical_url',
    mark: `concat_ws(':', e.version, o.version)`,
  },
  `${SHOWN_EVIDENCE} e JOIN ${SHOWN_EVIDENCE} o ON o.workspace_id = e.workspace_id AND o.canonical_url = e.canonical_url AND o.id > e.id
      AND o.locator IS NOT DISTINCT FROM e.locator AND o.kind = 'link'
      AND o.withdrawal = 'none' AND o.acceptance <> 'declined' AND o.confidentiality <> 'restricted'
    WHERE ${OPEN_LINK}`,
);

/** Names as people compare them: case, spaces and marks apart. */
export const DOUBLE_ADDRESSEE = found(
  'double-addressee',
  'a',
  {
    ...{
      at: 'a.created_at',
      type: `'addressee'`,
      subject_id: 'a.id',
      title: 'a.name',
      other_id: 'o.id',
      other_title: 'o.name',
    },
    mark: `concat_ws(':', a.version, o.version)`,
  },
  `addressee a JOIN addressee o ON o.workspace_id = a.workspace_id AND o.id > a.id AND similarity(a.name, o.name) >= 0.7
    WHERE a.successor_id IS DISTINCT FROM o.id AND o.successor_id IS DISTINCT FROM a.id`,
);

/** The words of an ask without case, spaces and marks, where there are enough of them. */
const bare = (r: string): string => `regexp_replace(lower(${r}.text), '[^[:alnum:]]+', '', 'g')`;
const ASKS = `(SELECT r.*, md5(${bare('r')}) AS bare FROM ${shownRows('recommendation r')} WHERE length(${bare('r')}) >= 20)`;
const TWO_ASKS = {
  ...{ type: `'recommendation'`, subject_id: 'r.id', title: titleOf('r'), other_id: 'o.id', other_title: titleOf('o') },
  ...{
    at: 'greatest(r.created_at, o.created_at)',
    detail: `concat_ws(', ', r.code, o.code)`,
    source_id: 'r.source_id',
  },
  ...{ organization_id: 'r.organization_id', mark: `concat_ws(':', r.version, o.version)` },
};
const ALIKE = `${ASKS} r JOIN ${ASKS} o ON o.workspace_id = r.workspace_id AND o.bare = r.bare AND o.id > r.id`;

export const DOUBLE_RECOMMENDATION = found(
  'double-recommendation',
  'r',
  TWO_ASKS,
  `${ALIKE} AND o.source_id = r.source_id AND o.part_of IS NOT DISTINCT FROM r.part_of`,
);

export const REPEATED_ASK = found(
  'repeated-ask',
  'r',
  TWO_ASKS,
  `${ALIKE} AND o.source_id <> r.source_id
    WHERE NOT EXISTS (SELECT FROM relation n WHERE (n.recommendation_id, n.other_id) IN ((r.id, o.id), (o.id, r.id)))`,
);

/** What stands, in its order; across a break nothing is compared. */
const SERIES = `(SELECT y.*, lag(y.value) OVER series AS before, lead(y.value) OVER series AS after, lead(y.breaks_series) OVER series AS breaks_after
  FROM observation y WHERE NOT EXISTS (SELECT FROM observation n WHERE n.supersedes = y.id) WINDOW series AS (PARTITION BY y.indicator_id ORDER BY y.period_last, y.id))`;
const farFrom = (other: string): string => `(${other} > 0 AND (y.value >= 10 * ${other} OR y.value * 10 <= ${other}))`;

/** Below nothing, above a hundred in a hundred, of a time to come, or ten times off what stands before and after it. */
export const OUT_OF_RANGE = found(
  'out-of-range',
  'y',
  {
    ...{
      at: 'y.recorded_at',
      type: `'indicator'`,
      subject_id: 'i.id',
      title: 'i.title',
      organization_id: 'y.organization_id',
    },
    detail: `concat_ws(': ', y.period, concat_ws(' - ', y.value, y.low, y.high))`,
    mark: 'y.id',
  },
  `${SERIES} y JOIN indicator i ON i.id = y.indicator_id
    WHERE least(y.value, y.low, y.high) < 0
      OR (lower(i.unit) IN ('%', 'percent', 'per cent') AND greatest(y.value, y.low, y.high) > 100)
      OR y.period_first > (clock_timestamp() AT TIME ZONE 'UTC')::date + 1
      OR (y.value > 0 AND NOT y.breaks_series AND NOT coalesce(y.breaks_after, false)
        AND ${farFrom('y.before')} AND ${farFrom('y.after')})`,
  'y.id',
);
