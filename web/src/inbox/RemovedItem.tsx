import { Button, Card, Flex, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import { erase, type InboxItem } from './inbox';
import { Kept } from './Kept';
import { useTakingOut } from './useTakingOut';

/** What was taken out within a day: put back, or gone for good at once. */
export function RemovedItem({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const cache = useQueryClient();
  const taking = useTakingOut();
  const erasing = useMutation({
    mutationFn: () => erase(workspace, item),
    onSuccess: () => {
      notifications.show({ message: t('inbox.erased') });
      return cache.invalidateQueries({ queryKey: [workspace, 'inbox'] });
    },
  });
  return (
    <Card withBorder p="sm" component="article" aria-label={item.text.slice(0, 80)}>
      <Flex wrap="wrap" justify="space-between" gap="xs">
        <Kept item={item} />
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={taking.isPending}
            onClick={() => taking.mutate({ item, removed: false })}
          >
            {t('inbox.bringBack')}
          </Button>
          <Button size="xs" variant="default" loading={erasing.isPending} onClick={() => erasing.mutate()}>
            {t('inbox.erase')}
          </Button>
        </Group>
      </Flex>
      <Refused error={taking.error ?? erasing.error} />
    </Card>
  );
}
