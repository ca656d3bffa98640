import { queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';

export type Waiting = Schema['ForMeItemView'];
export type Group = Schema['ForMeGroupView'];

/** What waits for the reader, kind by kind, each with its first ten. */
export const forMe = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'for-me'],
    queryFn: () => answer(client.GET('/api/v1/workspaces/{workspace}/for-me', { params: { path: { workspace } } })),
    select: ({ groups }) => groups,
  });
