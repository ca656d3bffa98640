// What a comment is on: a follow-up or a piece of evidence.

import { lockShown } from '../access/shown-rows.js';
import type { EntityManager } from 'typeorm';
import type { WordsLevel } from '../access/words.js';
import type { Level } from '../evidence/evidence.entity.js';
import { lockPresent } from '../evidence/lock-present.js';
import { FollowUp } from '../follow-ups/follow-up.entity.js';
import type { Comment } from './comment.entity.js';

/** Which of the two, the other null. */
export type On = Pick<Comment, 'followUpId' | 'evidenceId'>;

export interface Subject extends On {
  confidentiality: Level;
  organizationId: string;
}

/** Locked, so that two acts on its comments wait for each other. 404 where one may not know it, 410 where it is withdrawn. */
export async function lockSubject(tx: EntityManager, { followUpId, evidenceId }: On): Promise<Subject> {
  const { confidentiality, organizationId } =
    evidenceId === null ? await lockShown(tx, FollowUp, followUpId ?? '') : await lockPresent(tx, evidenceId);
  return { followUpId, evidenceId, confidentiality, organizationId };
}

/** What is said on a piece of evidence belongs to it: it is sealed and erased with it. */
export const wordsLevel = ({ confidentiality, evidenceId }: Subject): WordsLevel =>
  evidenceId === null ? { confidentiality } : { confidentiality, evidenceId };
