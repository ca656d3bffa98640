import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { useWorkspace } from '../frame/workspace';
import { PHASES } from '../phases/phases';
import type { Choice, Filters } from './filters';

export type Facets = Schema['FacetsView'];
type Value = Schema['FacetValueView'];

/** How many follow-ups each further value would list. */
export function useFacets(filters: Filters) {
  const workspace = useWorkspace();
  return useQuery({
    queryKey: [workspace, 'follow-ups', 'facets', filters],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/follow-ups/facets', {
          params: { path: { workspace }, query: filters },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Phases in their own order; what is chosen stays to be seen where nothing has it any more. */
export function valuesOf(facets: Facets | undefined, name: Choice, chosen: string[]): Value[] {
  const counted = facets?.[name] ?? [];
  const lost = chosen.filter((key) => !counted.some((value) => value.key === key));
  const all = [...counted, ...lost.map((key) => ({ key, label: null, count: 0 }))];
  const order: readonly string[] = name === 'responsePhase' ? PHASES.response : PHASES.implementation;
  return isPhase(name) ? all.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)) : all;
}

export const isPhase = (name: Choice): name is 'responsePhase' | 'implementationPhase' =>
  name === 'responsePhase' || name === 'implementationPhase';

/** What a value is called: phases in the page's words, the rest in the record's. */
export function useSayValue(facets: Facets | undefined): (name: Choice, key: string) => string {
  const { t } = useTranslation();
  const known = new Set<string>([...PHASES.response, ...PHASES.implementation]);
  return (name, key) => {
    if (isPhase(name)) return known.has(key) ? t(`phases.${key as 'awaited'}`) : t('followUps.gone');
    return facets?.[name].find((value) => value.key === key)?.label ?? t('followUps.gone');
  };
}

export function useSayChoice(): (name: Choice) => string {
  const { t } = useTranslation();
  return (name) => {
    if (name === 'responsePhase') return t('axes.response');
    return name === 'implementationPhase' ? t('axes.implementation') : t(`followUps.choices.${name}`);
  };
}
