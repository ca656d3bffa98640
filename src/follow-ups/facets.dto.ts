import { AsOfView } from './as-of.dto.js';

/** One value that may be filtered by, and how many follow-ups there are with it. */
export class FacetValueView {
  /** As the filter takes it: an id, a phase, `true` or `false`. */
  key!: string;
  /** In the reader's language; null for phases and for yes or no, which the page has its own words for. */
  label!: string | null;
  count!: number;
}

/** How many follow-ups each value of each filter would list: with all other filters as they are. At most 50 values each, most first. */
export class FacetsView extends AsOfView {
  addressee!: FacetValueView[];
  theme!: FacetValueView[];
  source!: FacetValueView[];
  /** By membership. */
  owner!: FacetValueView[];
  responsePhase!: FacetValueView[];
  implementationPhase!: FacetValueView[];
  overdue!: FacetValueView[];
  contested!: FacetValueView[];
  closed!: FacetValueView[];
}
