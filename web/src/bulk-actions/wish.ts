import type { Chosen, Side, Wish } from './bulk';

/** What every form of a wish is given; it tells the wish as soon as there is one. */
export interface WishProps {
  chosen: Chosen;
  side: Side;
  onSide: (side: Side) => void;
  onWish: (wish: Wish | undefined) => void;
}
