import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSaidDone } from '../frame/done';
import { useWorkspace } from '../frame/workspace';
import { type InboxItem, takeOut } from './inbox';

interface Wish {
  item: InboxItem;
  removed: boolean;
}

/** Takes an item out, and offers the way back; or puts it back. */
export function useTakingOut() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const sayDone = useSaidDone();
  const readAnew = () => cache.invalidateQueries({ queryKey: [workspace, 'inbox'] });
  const putBack = async (item: InboxItem) => {
    await takeOut(workspace, item, false);
    return t('inbox.putBack');
  };
  return useMutation<InboxItem, Error, Wish>({
    mutationFn: ({ item, removed }) => takeOut(workspace, item, removed),
    onSuccess: async (item, { removed }) => {
      await readAnew();
      if (removed) sayDone(t('inbox.takenOut'), () => putBack(item));
      else sayDone(t('inbox.putBack'));
    },
    onError: readAnew,
  });
}
