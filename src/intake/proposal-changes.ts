// What changing a proposal does to its row, and what it asks for.

import { shownWhere } from '../access/shown-rows.js';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { lockRow } from '../common/version.js';
import { say } from '../common/words.js';
import type { Span } from './document.js';
import { Intake } from './intake.entity.js';
import { IntakeProposal } from './intake-proposal.entity.js';
import type { UpdateProposalDto } from './proposal.dto.js';
import { wordsAt } from './words-at.js';

type Place = Pick<IntakeProposal, 'spanStart' | 'spanEnd' | 'text'>;

/** Locks a proposal of a document that is locked already; 404 where it is of another one. */
export async function lockProposal(
  tx: EntityManager,
  intakeId: string,
  id: string,
  pointer?: string,
): Promise<IntakeProposal> {
  const proposal = await lockRow(tx, IntakeProposal, id, pointer);
  if (proposal.intakeId !== intakeId) throw problems.notFound(pointer);
  return proposal;
}

/** A place in the document with the words that stand there; 422 where there are none. */
export async function spanIn(tx: EntityManager, intakeId: string, span: Span): Promise<Place> {
  const document = await tx.findOneByOrFail(Intake, shownWhere({ id: intakeId }));
  if (span.start >= span.end) throw problems.unfit('/span', 'turned-round', say`It has to begin before it ends.`);
  if (span.end > document.text.length)
    throw problems.unfit('/span/end', 'outside-document', say`The document does not reach so far.`);
  const text = wordsAt(document, span).toWellFormed();
  if (text === '') throw problems.unfit('/span', 'no-words', say`There are no words in this place.`);
  return { spanStart: span.start, spanEnd: span.end, text };
}

/** The columns that a body names, but for the place. */
export function columnsOf(actor: Actor, dto: Omit<UpdateProposalDto, 'span'>): Partial<IntakeProposal> {
  const { span: _span, by, state, ...fields } = dto as UpdateProposalDto;
  const isOther = fields.rejection !== undefined && fields.rejection !== 'followed-already';
  const unbound = isOther ? { recommendationId: null } : {};
  return { ...(state ? decided(actor, state) : {}), ...unbound, ...fields, ...(by ? { madeBy: by } : {}) };
}

/** Who decided, and when; what is decided anew is no longer taken in by another, and was rejected for no old reason. */
export function decided(actor: Actor, state: IntakeProposal['state']): Partial<IntakeProposal> {
  const anew = { state, mergedInto: null, rejection: null, rejectionNote: null, recommendationId: null };
  if (state === 'proposed') return { ...anew, decidedBy: null, decidedFor: null, decidedAt: null };
  const { personId, organizationId } = actor;
  return { ...anew, decidedBy: personId, decidedFor: organizationId, decidedAt: new Date() };
}

/** An ask is of somebody: 422 where it is accepted and of nobody. */
export function checkAsked({ state, addressees }: Pick<IntakeProposal, 'state' | 'addressees'>, pointer: string): void {
  if (state === 'accepted' && addressees.length === 0)
    throw problems.unfit(pointer, 'nobody-asked', say`Say who is asked before you accept it.`);
}

/** Only what is rejected has a reason for it: 422 otherwise. */
export function checkRejection(
  { state, rejection, rejectionNote }: Pick<IntakeProposal, 'state' | 'rejection' | 'rejectionNote'>,
  pointer: string,
): void {
  if (state !== 'rejected' && (rejection !== null || rejectionNote !== null))
    throw problems.unfit(pointer, 'not-rejected', say`Only what is rejected has a reason for it. Reject it as well.`);
}

/** Only what is left out because it is followed already is something that is there: 422 otherwise. */
export function checkFollowed({ rejection, recommendationId }: IntakeProposal): void {
  if (recommendationId !== null && rejection !== 'followed-already')
    throw problems.unfit(
      '/recommendationId',
      'not-followed-already',
      say`Say which one it is only of what is rejected because it is followed already.`,
    );
}
