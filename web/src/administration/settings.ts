import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../api/client';

/** How the workspace is set, as every member may read it. */
export const settingsOf = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'settings'],
    queryFn: () => answer(client.GET('/api/v1/workspaces/{workspace}', { params: { path: { workspace } } })),
  });
