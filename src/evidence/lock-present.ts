import type { EntityManager } from 'typeorm';
import { problems } from '../common/problem.js';
import { lockRow } from '../common/version.js';
import { Evidence } from './evidence.entity.js';
import { shown } from './shown.js';

/** Locks a piece; 404 where the actor may not know it. */
export const lockPiece = (tx: EntityManager, id: string): Promise<Evidence> =>
  lockRow(tx, Evidence, id, undefined, shown({}));

/** Locks a piece that stands in the record; 404 where the actor may not know it, 410 where it is withdrawn. */
export async function lockPresent(tx: EntityManager, id: string): Promise<Evidence> {
  const piece = await lockPiece(tx, id);
  checkPresent(piece);
  return piece;
}

/** 410 where it is withdrawn or erased. */
export function checkPresent(piece: Pick<Evidence, 'withdrawal'>): void {
  if (piece.withdrawal !== 'none') throw problems.withdrawn();
}
