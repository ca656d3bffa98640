import { queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';

export type Indicator = Schema['IndicatorView'];
export type Observation = Schema['ObservationView'];
/** What was measured, without who said so. */
export type Measured = Pick<Observation, 'value' | 'low' | 'high' | 'estimate'>;

const FIELDS = ['id', 'title', 'unit', 'baseline', 'target', 'observationCount', 'latest'] as const;
export type IndicatorRow = Pick<Indicator, (typeof FIELDS)[number]>;

/** Measured quantities by title: all, or those of one recommendation. */
export function useIndicators(recommendation: string | undefined, limit: number) {
  const workspace = useWorkspace();
  return usePages([workspace, 'figures', 'list', recommendation], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/indicators', {
        params: {
          path: { workspace },
          query: {
            recommendation: recommendation ? [recommendation] : undefined,
            cursor,
            count: true,
            limit,
            fields: [...FIELDS],
          },
        },
      }),
    ),
  );
}

export const indicatorOf = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'figures', id],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/indicators/{id}', { params: { path: { workspace, id } } })),
  });

/** All that was said of it, the latest period first. */
export function useObservations(indicatorId: string) {
  const workspace = useWorkspace();
  return usePages([workspace, 'figures', indicatorId, 'observations'], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/indicators/{indicatorId}/observations', {
        params: { path: { workspace, indicatorId }, query: { cursor, limit: 50 } },
      }),
    ),
  );
}
