import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
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
  const sayTakenOut = useSaidTakenOut();
  const readAnew = () => cache.invalidateQueries({ queryKey: [workspace, 'inbox'] });
  return useMutation<InboxItem, Error, Wish>({
    mutationFn: ({ item, removed }) => takeOut(workspace, item, removed),
    onSuccess: async (item, { removed }) => {
      await readAnew();
      if (removed) sayTakenOut(item);
      else notifications.show({ message: t('inbox.putBack') });
    },
    onError: readAnew,
  });
}

/** What was taken out is gone from the list, and with it whoever listened: undoing is an act of its own. */
function useSaidTakenOut(): (item: InboxItem) => void {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const undo = async (item: InboxItem) => {
    await takeOut(workspace, item, false);
    await cache.invalidateQueries({ queryKey: [workspace, 'inbox'] });
    notifications.show({ message: t('inbox.putBack') });
  };
  return (item) => {
    const id = notifications.show({
      autoClose: 12_000,
      message: (
        <Group justify="space-between">
          <Text size="sm">{t('inbox.takenOut')}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              undo(item).catch((error: unknown) => {
                notifications.show({ color: 'red', message: error instanceof Error ? error.message : '' });
              });
            }}
          >
            {t('frame.undo')}
          </Button>
        </Group>
      ),
    });
  };
}
