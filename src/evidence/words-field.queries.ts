const among = (hash: string, ...values: string[]): string => `encode(${hash}, 'hex') IN (${values.join(', ')})`;

/**
 * What the words `w` of a piece are said as, by who names their hash: a field of the piece, now or before, a comment, why a lowering was
 * refused, a note of its checklist. Whatever else is said of a piece is a reason.
 */
export const FIELD_OF_WORDS = `coalesce(
  (SELECT CASE w.hash WHEN e.statement_hash THEN 'statement' WHEN e.finding_hash THEN 'finding' WHEN e.quote_hash THEN 'quote'
    WHEN e.acceptance_reason_hash THEN 'acceptanceReason' END FROM evidence e WHERE e.id = w.evidence_id),
  (SELECT c.field FROM version_change c JOIN record_version v ON v.id = c.version_id WHERE v.item_id = w.evidence_id
    AND c.field IN ('statement', 'finding', 'quote', 'acceptanceReason') AND ${among('w.hash', `c.before #>> '{}'`, `c.after #>> '{}'`)} LIMIT 1),
  (SELECT 'text' FROM comment c WHERE c.evidence_id = w.evidence_id AND (c.text_hash = w.hash
    OR EXISTS (SELECT FROM comment_act a WHERE a.comment_id = c.id AND a.text_hash = w.hash)) LIMIT 1),
  (SELECT CASE w.hash WHEN l.decision_reason_hash THEN 'decisionReason' ELSE 'note' END FROM lowering l WHERE l.evidence_id = w.evidence_id
    AND (l.decision_reason_hash = w.hash OR EXISTS (SELECT FROM jsonb_array_elements(l.checklist) a WHERE ${among('w.hash', `a->>'note'`)})) LIMIT 1),
  'reason')`;
