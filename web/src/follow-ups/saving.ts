import { useMutation } from '@tanstack/react-query';
import { answer, client, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';
import type { Track, Wish } from './moving';
import { useSaidSaved } from './saved';

/** Bound to the version that was looked at: whoever moved it meanwhile is named, and what was typed stays. */
export function useSave(track: Track, onDone: () => void) {
  const workspace = useWorkspace();
  const say = useSaidSaved(track.id);
  return useMutation({
    mutationFn: (body: Wish) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/tracks/{trackId}/transitions', {
          params: { path: { workspace, trackId: track.id } },
          headers: ifMatch(track.version),
          body,
        }),
      ),
    // Whoever goes on to the next thing does not wait until the last one is read anew.
    onSuccess: (saved) => {
      say(saved);
      onDone();
      return queryClient.invalidateQueries({ queryKey: [workspace] });
    },
    onError: () => queryClient.invalidateQueries({ queryKey: [workspace] }),
  });
}
