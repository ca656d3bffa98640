import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { problems } from '../common/problem.js';
import { run } from '../common/statement.js';
import { say } from '../common/words.js';
import type { Intake } from './intake.entity.js';
import { LOCK_INTAKE } from './intake.queries.js';

/** What decisions have to know of their document. */
export type OpenIntake = Pick<Intake, 'id' | 'confidentiality' | 'language'>;

/** Locks a document on which people still decide: 404 where one may not know it, 409 once it is recorded. */
export async function lockOpen(tx: EntityManager, { workspaceId }: Actor, id: string): Promise<OpenIntake> {
  const [intake] = await run<Pick<Intake, 'state' | 'confidentiality' | 'language'>>(tx, LOCK_INTAKE, [
    id,
    workspaceId,
  ]);
  if (!intake) throw problems.notFound();
  if (intake.state === 'recorded')
    throw problems.notAsThingsStand(
      'recorded',
      say`This document is in the record already: what was decided on it stays. Change its recommendations instead.`,
    );
  return { id, ...intake };
}
