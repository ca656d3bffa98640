import { queryOptions, useMutation } from '@tanstack/react-query';
import { answer, client, ifMatch, type Schema } from '../api/client';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';

export type Preview = Schema['MergePreviewView'];
export type Merge = Schema['MergeView'];
export type Mergeable = Merge['noun'];

/** One that may be there twice. */
export interface Twin {
  noun: Mergeable;
  id: string;
  name: string;
}

export const PLACES = { addressee: 'addressees', source: 'sources' } as const;

/** What merging one into another would do; nothing is changed by asking. */
export const previewOf = (workspace: string, { noun, id }: Twin, into: string) =>
  queryOptions({
    queryKey: [workspace, PLACES[noun], id, 'merge-preview', into],
    queryFn: () =>
      answer(
        client.GET(`/api/v1/workspaces/{workspace}/${PLACES[noun]}/{id}/merge-preview`, {
          params: { path: { workspace, id }, query: { into } },
        }),
      ),
    staleTime: 0,
  });

/** What was merged into one, the latest first. */
export const mergesInto = (workspace: string, { noun, id }: Twin) =>
  queryOptions({
    queryKey: [workspace, PLACES[noun], id, 'merges'],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/merges', {
          params: { path: { workspace }, query: { noun: [noun], into: id, limit: 50 } },
        }),
      ),
    select: ({ items }) => items,
  });

/** It is under way until what is shown is the one that was kept. */
export function useMerging({ noun, id }: Twin, show: (merge: Merge) => Promise<void>) {
  const workspace = useWorkspace();
  return useMutation({
    onSuccess: show,
    mutationFn: ({ into, version }: Preview) =>
      answer(
        client.POST(`/api/v1/workspaces/{workspace}/${PLACES[noun]}/{id}/merge`, {
          params: { path: { workspace, id }, header: ifMatch(version) },
          body: { into: into.id },
        }),
      ),
  });
}

/** Whatever was read of the one that went, or came back, is no longer so. */
export async function readAnew(workspace: string, { noun, old }: Merge): Promise<void> {
  queryClient.removeQueries({ queryKey: [workspace, PLACES[noun], old.id] });
  await queryClient.invalidateQueries({ queryKey: [workspace] });
}

/** It comes back, and so does what named it. */
export async function undoMerge(workspace: string, merge: Merge): Promise<void> {
  const { noun, old, version } = merge;
  await answer(
    client.DELETE(`/api/v1/workspaces/{workspace}/${PLACES[noun]}/{id}/merge`, {
      params: { path: { workspace, id: old.id }, header: ifMatch(version) },
    }),
  );
  await readAnew(workspace, merge);
}
