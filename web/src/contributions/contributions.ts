import { queryOptions } from '@tanstack/react-query';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';

export type Contribution = Schema['ContributionView'];
export type Said = Omit<Schema['CreateContributionDto'], 'followUpId'>;
export type Strength = Contribution['strength'];

export const STRENGTHS = ['not-known', 'plausible', 'documented', 'confirmed-by-addressee'] as const;

/** What organizations state of their part in what came of a follow-up, the latest first; what was withdrawn too. */
export function useContributions(followUpId: string) {
  const workspace = useWorkspace();
  return usePages([workspace, 'contributions', followUpId], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/contributions', {
        params: { path: { workspace }, query: { followUp: [followUpId], cursor, limit: 20 } },
      }),
    ),
  );
}

/** What moved at a follow-up, on either side: an outcome that a statement may speak of. */
export const outcomesOf = (workspace: string, recommendationId: string, followUpId: string) =>
  queryOptions({
    queryKey: [workspace, 'recommendations', recommendationId, 'timeline', 'moves'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/recommendations/{recommendationId}/timeline', {
          params: { path: { workspace, recommendationId }, query: { kind: ['move'], limit: 100 } },
        }),
      ),
    select: ({ items }) => items.filter((entry) => entry.followUpId === followUpId),
  });

export const state = (workspace: string, followUpId: string, said: Said) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/contributions', {
      params: { path: { workspace } },
      body: { ...said, followUpId },
    }),
  );

/** Who may read it stays as it was. */
export const stateAnew = (
  workspace: string,
  { id, version }: Contribution,
  { confidentiality: _level, ...said }: Said,
) =>
  answer(
    client.PATCH('/api/v1/workspaces/{workspace}/contributions/{id}', {
      params: { path: { workspace, id }, header: ifMatch(version) },
      body: said,
    }),
  );

export const withdraw = (workspace: string, { id, version }: Contribution) =>
  answer(
    client.DELETE('/api/v1/workspaces/{workspace}/contributions/{id}', {
      params: { path: { workspace, id }, header: ifMatch(version) },
    }),
  );

export const standBehind = (workspace: string, { id, version }: Contribution, note: string | null) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/contributions/{id}/substantiations', {
      params: { path: { workspace, id }, header: ifMatch(version) },
      body: { note },
    }),
  );
