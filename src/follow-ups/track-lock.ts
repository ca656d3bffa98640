import { isShownRow, lockShown, shownRows } from '../access/shown-rows.js';
import type { EntityManager } from 'typeorm';
import { run, statement } from '../common/statement.js';
import { Track } from './track.entity.js';

/**
 * Locks a track that is about to move or to change its ground, and says whether its follow-up is closed. The follow-up
 * is locked first, as closing does and the database's triggers do: whoever locks the other way round dies with them.
 */
export async function lockTrack(tx: EntityManager, trackId: string): Promise<{ track: Track; isClosed: boolean }> {
  const [followUp] = await run<{ closed: boolean }>(tx, LOCK_FOLLOW_UP, [trackId]);
  return { track: await lockShown(tx, Track, trackId), isClosed: followUp?.closed ?? false };
}

const LOCK_FOLLOW_UP = statement(
  `SELECT f.closed FROM follow_up f WHERE f.id = (SELECT t.follow_up_id FROM ${shownRows('track t')} WHERE t.id = $1) AND ${isShownRow('f')} FOR NO KEY UPDATE`,
);
