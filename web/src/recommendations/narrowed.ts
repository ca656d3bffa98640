import { type Schema } from '../api/client';
import { idIn, oneOf, useNarrowing } from '../frame/narrowing';
import { cameIn, enteredOf } from '../phases/came';
import { PHASES } from '../phases/phases';

export const SORTS = ['code', '-code', 'title', '-title', '-updatedAt', 'updatedAt'] as const;
export type Sort = (typeof SORTS)[number];
type Filters = Schema['RecommendationsFilterDto'];

/** What takes every filter out; the order stays. */
export const NOTHING = {
  ...{ q: undefined, theme: undefined, source: undefined, addressee: undefined, phase: undefined, review: undefined },
  ...{ entered: undefined, from: undefined, to: undefined },
};

/** What the list is narrowed to, and its order, as the address has them: whatever else stands there narrows nothing. */
export function useNarrowed() {
  const { of, put } = useNarrowing();
  const [theme, source, addressee] = ['theme', 'source', 'addressee'].map((name) => idIn(of(name)));
  const q = of('q');
  const phase = oneOf([...PHASES.response, ...PHASES.implementation], of('phase'));
  const came = cameIn(of('entered'), of('from'), of('to'));
  const isReviewDue = of('review') === 'due';
  const filters: Filters = {
    ...(q && { q }),
    ...(theme && { theme: [theme] }),
    ...(source && { source: [source] }),
    ...(addressee && { addressee: [addressee] }),
    ...(phase && { phase: [phase] }),
    ...(isReviewDue && { reviewDue: true }),
    ...enteredOf(came),
  };
  return { filters, theme, source, addressee, phase, came, isReviewDue, sort: oneOf(SORTS, of('sort')) ?? 'code', put };
}
