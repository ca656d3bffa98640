import { useQuery } from '@tanstack/react-query';
import { answer, client } from '../api/client';

/** What would be closed to everybody if a membership ended; asked once it is about to. */
export function useLeaving(workspace: string, id: string, isEnding: boolean) {
  return useQuery({
    queryKey: [workspace, 'members', { leaving: id }],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/members/{id}/leaving', { params: { path: { workspace, id } } }),
      ),
    enabled: isEnding,
  });
}
