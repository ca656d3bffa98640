import { queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';

export type Recommendation = Schema['RecommendationView'];
export type FollowUp = Schema['FollowUpView'];

/** One recommendation with its parts, relations and the chain of its follow-ups. */
export const recommendationOf = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'recommendations', id],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/recommendations/{id}', { params: { path: { workspace, id } } }),
      ),
  });
