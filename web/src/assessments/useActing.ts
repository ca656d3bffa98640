import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';

/** Does it, says what was saved, and reads anew: whether things are contested, and what may be done, follows from it. */
export function useActing<Said>(words: string, act: (workspace: string, said: Said) => Promise<unknown>) {
  const workspace = useWorkspace();
  return useMutation<unknown, Error, Said>({
    mutationFn: (said) => act(workspace, said),
    onSuccess: () => {
      notifications.show({ message: words });
      return queryClient.invalidateQueries({ queryKey: [workspace] });
    },
  });
}
