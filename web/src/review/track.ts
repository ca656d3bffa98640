import { queryOptions } from '@tanstack/react-query';
import { answer, client } from '../api/client';

/** One side of a follow-up, as it stands now. */
export const trackOf = (workspace: string, trackId: string) =>
  queryOptions({
    queryKey: [workspace, 'tracks', trackId],
    queryFn: () =>
      answer(
        client.GET('/api/v1/workspaces/{workspace}/tracks/{trackId}', { params: { path: { workspace, trackId } } }),
      ),
  });
