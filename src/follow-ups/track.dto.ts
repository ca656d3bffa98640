import { ApiProperty } from '@nestjs/swagger';
import { AXES } from '../workflows/workflow.definition.js';
import { AsOfView } from './as-of.dto.js';

export class PieceView {
  id!: string;
  title!: string;
}

/** Verified pieces that disagree. */
export class ContestView {
  supports!: PieceView[];
  contradicts!: PieceView[];
}

/** One axis of a follow-up, or the publication of a recommendation. */
export class TrackView extends AsOfView {
  id!: string;
  @ApiProperty({ enum: AXES })
  axis!: (typeof AXES)[number];
  /** @example advocacy-response@1 */
  workflow!: string;
  /** Of its own workflow. */
  state!: string;
  /** The state in the reader's language. */
  label!: string;
  /** What the state counts as; null on the publication axis. */
  phase!: string | null;
  /** It stands on history that was entered and nobody checked. */
  unchecked!: boolean;
  /** Who disagrees; null where nobody does. */
  contested!: ContestView | null;
  version!: number;
  updatedAt!: string;
}
