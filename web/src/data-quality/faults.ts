import { queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';

export type FaultItem = Schema['FaultItemView'];
export type Fault = FaultItem['fault'];

/** How many there are of each fault. */
export const dataQuality = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'data-quality'],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/data-quality', { params: { path: { workspace } } })),
  });

/** Those of one fault, the oldest first; or those that somebody said are fine. */
export function useFaults(fault: Fault, dismissed: boolean) {
  const workspace = useWorkspace();
  return usePages([workspace, 'data-quality', fault, dismissed], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/data-quality/{fault}', {
        params: { path: { workspace, fault }, query: { dismissed, cursor, limit: 20 } },
      }),
    ),
  );
}

/** Says that it is fine as it is, or takes that back where there is no reason. */
export const dismiss = (workspace: string, { fault, id }: FaultItem, reason?: string) =>
  answer(
    client.POST('/api/v1/workspaces/{workspace}/data-quality/{fault}/dismissals', {
      params: { path: { workspace, fault } },
      body: reason === undefined ? { itemId: id, fine: false } : { itemId: id, fine: true, reason },
    }),
  );
