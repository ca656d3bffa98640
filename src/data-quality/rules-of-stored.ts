// The rules over what is stored: files, whatever they belong to, words and names that stand in the clear. Each is one statement.

import { ownRows } from '../access/ones-own.js';
import { shownRows } from '../access/shown-rows.js';
import { SHOWN_EVIDENCE } from '../access/shown-evidence.js';
import { damageOf } from './faults.js';
import { found } from './found.js';
import { PIECE } from './rules-of-things.js';

const DAMAGE = { at: 'c.since', detail: damageOf('c'), mark: `concat_ws(':', c.outcome, c.since)` };
const damaged = (of: string): string =>
  `JOIN file_check c ON c.workspace_id = ${of}.workspace_id AND c.subject_id = ${of}.id AND c.outcome <> 'whole' AND c.kind <> 'words'`;

/**
 * Bytes that were not as they were taken in when they were read last: of a piece, a restricted one too, or of a copy of its link; of a
 * document that came in; of what somebody put aside. Whoever may know each of them is told, and nobody else.
 */
export const DAMAGED_FILE = [
  found(
    'damaged-file',
    'e',
    { ...PIECE, ...DAMAGE },
    `${SHOWN_EVIDENCE} e ${damaged('e')} WHERE e.withdrawal = 'none'`,
    'c.blob_key',
  ),
  found(
    'damaged-file',
    'i',
    { ...DAMAGE, type: `'intake'`, subject_id: 'i.id', title: 'i.title', organization_id: 'i.organization_id' },
    `${shownRows('intake i')} ${damaged('i')}`,
    'c.blob_key',
  ),
  found(
    'damaged-file',
    'n',
    { ...DAMAGE, type: `'inbox-item'`, subject_id: 'n.id', title: 'n.text', organization_id: 'n.organization_id' },
    `${ownRows('inbox_item n')} ${damaged('n')} WHERE n.removed_at IS NULL`,
    'c.blob_key',
  ),
].join(' UNION ALL ');

/** Words of restricted pieces that are not what the log says was written last. */
export const ALTERED_WORDS = found(
  'altered-words',
  'e',
  { ...PIECE, at: 'c.since', mark: `concat_ws(':', e.version, c.since)` },
  `${SHOWN_EVIDENCE} e JOIN file_check c ON c.blob_key = e.id AND c.kind = 'words' AND c.outcome <> 'whole' WHERE e.withdrawal = 'none'`,
);

/** A name that was given before names of origins were kept to what other pieces show: who sees no other piece of it reads it here alone. */
export const NAMED_ORIGIN = found(
  'named-origin',
  'e',
  { ...PIECE, detail: 'o.name', mark: 'o.id' },
  `${SHOWN_EVIDENCE} e JOIN origin o ON o.id = e.origin_id WHERE e.confidentiality = 'restricted' AND e.withdrawal = 'none' AND e.held_by IS NULL
    AND o.name !~ '^(Not named|Erased) \\(' AND NOT EXISTS (SELECT FROM ${SHOWN_EVIDENCE} n
      WHERE n.origin_id = o.id AND n.confidentiality <> 'restricted' AND n.withdrawal = 'none')`,
);
