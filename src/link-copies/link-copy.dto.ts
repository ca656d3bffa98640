import { ActorView } from '../access/actor.dto.js';
import { REFUSALS } from '../fetching/fetch-refused.js';
import { OUTCOMES } from './link-copy.entity.js';

export const REASONS = [...REFUSALS, 'status', 'switched-off', 'closed'] as const;

/** One look at what a link leads to. */
export class LinkCopyView {
  id!: string;
  evidenceId!: string;
  /**
   * `waiting` until it was looked at; `kept` with a copy; `dead` where the page is gone, or its host; `not-fetched` where it
   * may be there and no copy was made, for `reason`: how the address, the name or the server failed, `status` where it answered
   * neither with a page nor that there is none, `switched-off` and `closed` where the workspace or the piece no longer lets it be fetched; `erased` where the copy went with the piece.
   */
  outcome!: (typeof OUTCOMES)[number];
  /** Why there is no copy; null where there is one, or none yet. */
  reason!: (typeof REASONS)[number] | null;
  /**
   * What the server answered last, by the numbers of HTTP; null where it answered nothing.
   * @example 200
   */
  status!: number | null;
  /** Where the link led in the end; null where it led nowhere. */
  finalUrl!: string | null;
  /** Who asked for it; null where Heed looked by itself. */
  askedBy!: ActorView | null;
  /** When it was asked for, RFC 3339. */
  recordedAt!: string;
  /** When it was looked at, RFC 3339; null until then. */
  fetchedAt!: string | null;
  /** Of the copy, a web archive (WARC 1.1, compressed); null where none is kept. */
  sha256!: string | null;
  /** Bytes of the copy; null where none is kept. */
  size!: number | null;
}
