import { queryOptions } from '@tanstack/react-query';
import { answer, client, type Schema } from '../api/client';
import { usePages } from '../api/pages';
import { useWorkspace } from '../frame/workspace';

export type Tally = Schema['TallyView'];
export type TallyItem = Schema['TallyItemView'];
export type BasisMove = Schema['BasisMoveView'];

const FIELDS = ['id', 'title', 'sentence', 'by', 'recordedAt'] as const;
export type TallyRow = Pick<Tally, (typeof FIELDS)[number]>;

/** Numbers that were kept, the newest first. */
export function useTallies() {
  const workspace = useWorkspace();
  return usePages([workspace, 'tallies', 'list'], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/tallies', {
        params: { path: { workspace }, query: { cursor, count: true, limit: 50, fields: [...FIELDS] } },
      }),
    ),
  );
}

export const tallyOf = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'tallies', id],
    queryFn: () =>
      answer(client.GET('/api/v1/workspaces/{workspace}/tallies/{id}', { params: { path: { workspace, id } } })),
  });

/** What was counted, in the order of codes. */
export function useItems(id: string) {
  const workspace = useWorkspace();
  return usePages([workspace, 'tallies', id, 'items'], (cursor) =>
    answer(
      client.GET('/api/v1/workspaces/{workspace}/tallies/{id}/items', {
        params: { path: { workspace, id }, query: { cursor, limit: 50 } },
      }),
    ),
  );
}
