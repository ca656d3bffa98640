import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWorkspace } from './workspace';

/** Saves, reads anew what it changed, and says what was saved. */
export function useSaving<Said, Answer>(
  noun: string,
  words: string,
  save: (workspace: string, said: Said) => Promise<Answer>,
) {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  return useMutation<Answer, Error, Said>({
    mutationFn: (said) => save(workspace, said),
    onSuccess: () => {
      notifications.show({ message: words });
      void cache.invalidateQueries({ queryKey: [workspace, noun] });
    },
  });
}
