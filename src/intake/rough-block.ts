import type { Block, Span } from './document.js';

/** What a reader knows about a block before the document is seen as a whole. */
export interface RoughBlock extends Span {
  kind?: Block['kind'];
  level?: number;
  label?: string;
  indent?: number;
  /** How wide the lines are where it stands. */
  width?: number;
  holes?: Span[];
  /** Whether an empty line stands before it. */
  isApart?: boolean;
}
