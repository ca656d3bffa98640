// What may be said of a piece of evidence, and by whom it may be changed.

import { type Actor, hasRole } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { say } from '../common/words.js';
import type { CreateEvidenceDto } from './evidence.dto.js';
import { type Evidence, type Level, LEVELS } from './evidence.entity.js';

/** A link has an address, an account has terms and a statement; neither has the other's. */
export function checkKind({ kind, url, terms, statement, speaksFor }: CreateEvidenceDto): void {
  if (kind === 'link' && speaksFor !== undefined)
    throw problems.unfit('/speaksFor', 'kind', say`Only an account speaks for another piece.`);
  if (kind === 'link' && (terms !== undefined || statement !== undefined))
    throw problems.unfit('/kind', 'kind', say`A link has no terms and no statement: those belong to an account.`);
  if (kind === 'account' && url !== undefined)
    throw problems.unfit('/url', 'kind', say`An account has no address: what can be linked to is a link.`);
}

/** What was put aside lies unsealed in the store. */
export function checkKeptFileLevel(confidentiality: Level | undefined): void {
  if (confidentiality === 'restricted')
    throw problems.unfit(
      '/confidentiality',
      'not-sealed',
      say`A file that was put aside is not sealed, so it can't become restricted. Bring the file itself as restricted evidence.`,
    );
}

/** Where a piece stands once somebody changed it; `updatedAt` counts a change of words alone too. */
export function standingAfter(actor: Actor, { editedBy }: Evidence): Partial<Evidence> {
  const unchecked = {
    editedBy: [...new Set([...editedBy, actor.personId])],
    verifiedBy: null,
    verifiedAt: null,
    updatedAt: new Date(),
  };
  return hasRole(actor, 'administrator', 'editor')
    ? unchecked
    : { ...unchecked, acceptance: 'proposed', acceptedBy: null, acceptanceReasonHash: null };
}

/** Who may change a piece, and which way its level may go: back to named persons only for one of them, since others read it meanwhile. */
export function checkMayChange(actor: Actor, piece: Evidence, wanted?: Level, isNamed = false): void {
  if (!hasRole(actor, 'administrator', 'editor') && piece.enteredBy !== actor.personId)
    throw problems.notYours(say`Only editors, or whoever brought it, may change this piece.`);
  if (wanted === undefined || wanted === piece.confidentiality) return;
  if (LEVELS.indexOf(wanted) < LEVELS.indexOf(piece.confidentiality))
    throw problems.notYours(
      say`Lowering a level takes two people: ask for it (POST /evidence/{id}/lowerings), and another person decides.`,
    );
  if (wanted === 'organization' && piece.organizationId !== actor.organizationId)
    throw problems.notYours(say`Only the organization that brought it can keep it to itself.`);
  if (wanted === 'restricted' && !isNamed)
    throw problems.unfit(
      '/confidentiality',
      'enter-anew',
      say`What others could read cannot be made restricted: enter it anew as restricted.`,
    );
}

/** Everything that one organization says on information that only it holds goes back to one origin: nobody else can tell it apart. */
export function checkOrigin({ heldBy }: Evidence, wanted: string | null | undefined): void {
  if (heldBy !== null && wanted !== undefined)
    throw problems.unfit(
      '/origin',
      'held',
      say`What an organization says on information that it holds has one origin, which stays.`,
    );
}
