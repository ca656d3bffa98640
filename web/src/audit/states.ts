import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../api/client';

/** Every state of every workflow in words, of those that are used no more too. */
export const states = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'workflows', 'states'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/workflows', {
          params: { path: { workspace }, query: { limit: 200, fields: ['id', 'axis', 'title', 'states'] } },
        }),
      ),
    staleTime: 300_000,
  });
