import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWorkspace } from './workspace';

/**
 * Saves, says what was saved unless that is said elsewhere, and is done when what it changed is read anew: the next act doesn't start
 * from what was before.
 */
export function useSaving<Said, Answer>(
  noun: string,
  words: string | undefined,
  save: (workspace: string, said: Said) => Promise<Answer>,
  /** Happens even where what was read anew has no place any more for whoever asked. */
  onDone?: () => void,
) {
  const workspace = useWorkspace();
  const cache = useQueryClient();
  return useMutation<Answer, Error, Said>({
    mutationFn: (said) => save(workspace, said),
    onSuccess: async () => {
      if (words) notifications.show({ message: words });
      await cache.invalidateQueries({ queryKey: [workspace, noun] });
      onDone?.();
    },
  });
}
