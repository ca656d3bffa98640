import { type Schema } from '../api/client';
import { oneOf, useNarrowing } from '../frame/narrowing';
import { PHASES } from '../phases/phases';

export const SORTS = ['code', '-code', 'title', '-title', '-updatedAt', 'updatedAt'] as const;
export type Sort = (typeof SORTS)[number];
type Filters = Schema['RecommendationsFilterDto'];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the list is narrowed to, and its order, as the address has them: whatever else stands there narrows nothing. */
export function useNarrowed() {
  const { of, put } = useNarrowing();
  const idIn = (name: string): string | undefined => (UUID.test(of(name) ?? '') ? of(name) : undefined);
  const [q, theme, source, addressee] = [of('q'), idIn('theme'), idIn('source'), idIn('addressee')];
  const phase = oneOf([...PHASES.response, ...PHASES.implementation], of('phase'));
  const filters: Filters = {
    ...(q && { q }),
    ...(theme && { theme: [theme] }),
    ...(source && { source: [source] }),
    ...(addressee && { addressee: [addressee] }),
    ...(phase && { phase: [phase] }),
  };
  return { filters, theme, source, addressee, phase, sort: oneOf(SORTS, of('sort')) ?? 'code', put };
}
