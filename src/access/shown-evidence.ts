// The code's own wall around evidence: which pieces whoever asks may know. Row-level security says the same by itself, and each holds
// without the other, so nothing here asks a function of the policies; only who asks is known to both from the settings of the transaction.

/** What the level of a row (alias) lets whoever asks see. Restricted rows never pass here: they name their readers. */
export const readsLevel = (row: string): string => `(${row}.confidentiality IN ('public', 'coalition')
  OR (${row}.confidentiality = 'organization' AND (${row}.organization_id = heed_organization() OR current_setting('app.reads_all', true) = 'on')))`;

/** Whether whoever asks is named on a piece today, given its id. */
export const isNamedOn = (
  piece: string,
): string => `EXISTS (SELECT FROM evidence_grant named WHERE named.evidence_id = ${piece} AND named.person_id = heed_person()
  AND named.ended_at IS NULL AND (named.ends_on IS NULL OR named.ends_on >= current_date))`;

/** The rule, over the alias of a piece: of the workspace that is entered, and open by its level or because one is named on it. */
export const isShown = (piece: string): string =>
  `${piece}.workspace_id = heed_workspace() AND (${readsLevel(piece)} OR (${piece}.confidentiality = 'restricted' AND ${isNamedOn(`${piece}.id`)}))`;

/** In the place of the table `evidence`, an alias after it: the pieces that whoever asks may know. Every reading names it (test/architecture). */
export const SHOWN_EVIDENCE = `(SELECT * FROM evidence WHERE ${isShown('evidence')})`;

/** Of a row that hangs on a piece or tells of it, given the piece's id: whether whoever asks may know the piece. */
export const hangsOnShown = (piece: string): string =>
  `EXISTS (SELECT FROM ${SHOWN_EVIDENCE} shown WHERE shown.id = ${piece})`;

/** Given a piece's id: whether whoever asks may know it, and nobody withdrew it. */
export const isPresent = (piece: string): string =>
  `EXISTS (SELECT FROM ${SHOWN_EVIDENCE} shown WHERE shown.id = ${piece} AND shown.withdrawal = 'none')`;

/** The same as `within` of a reading, for rows with a column `evidence_id`; given their alias. */
export const withinShown = (row: string): string => `${row}.workspace_id = ? AND ${hangsOnShown(`${row}.evidence_id`)}`;

/** Of what was said of a piece at an instant: whether whoever asks could read it then, as far as its level was lowered since. */
export const knewThen = (piece: string, instant: string): string => `NOT EXISTS (
  SELECT FROM (SELECT asked.evidence_id, asked.decided_at, asked.from_level AS confidentiality, lowered.organization_id
    FROM lowering asked JOIN evidence lowered ON lowered.id = asked.evidence_id WHERE asked.decision = 'agreed') before
  WHERE before.evidence_id = ${piece} AND before.decided_at >= ${instant}
    AND NOT CASE before.confidentiality WHEN 'restricted' THEN ${isNamedOn('before.evidence_id')} ELSE ${readsLevel('before')} END)`;

/** `withinShown` for what was said or done of a piece; given the alias, and the column that says when. */
export const withinKnown = (row: string, instant: string): string =>
  `${withinShown(row)} AND ${knewThen(`${row}.evidence_id`, `${row}.${instant}`)}`;
