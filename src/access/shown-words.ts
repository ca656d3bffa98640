// The code's own wall around words, which have a level of their own, at times a closer one than the row that names them: names are read by one's own
// organization, and what was said of a piece before its level was lowered by those who could read it then. Row-level security says the same by itself.

import { isNamedOn, isPresent, readsLevel } from './shown-evidence.js';

const readsWords = (words: string): string => `CASE ${words}.confidentiality
    WHEN 'name' THEN ${words}.organization_id = heed_organization() OR heed_has_role('administrator') OR heed_has_role('auditor')
    WHEN 'restricted' THEN ${isNamedOn(`${words}.evidence_id`)}
    ELSE ${readsLevel(words)} END`;

/** The rule, over the alias of a row of words: of the workspace that is entered, of a level that whoever asks reads, and of no withdrawn piece. */
const isShown = (words: string): string =>
  `${words}.workspace_id = heed_workspace() AND ${readsWords(words)} AND (${words}.evidence_id IS NULL OR ${isPresent(`${words}.evidence_id`)})`;

/** In the place of the table `words`, an alias after it: those that whoever asks may read. Every reading names it (test/architecture). */
export const SHOWN_WORDS = `(SELECT * FROM words WHERE ${isShown('words')})`;
