import { ActorView } from '../access/actor.dto.js';

/** That a piece could harm somebody if it went beyond the coalition. */
export class HarmFlagView {
  id!: string;
  evidenceId!: string;
  /** Null in lists of restricted pieces, and where one may not read it. */
  reason!: string | null;
  setBy!: ActorView;
  recordedAt!: string;
  /** The first of the two who take it off; null while nobody asked. */
  removalAskedBy!: ActorView | null;
  removalAskedAt!: string | null;
  /** Null while it stands. */
  removedAt!: string | null;
}
