import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';
import { recommendationOf } from '../recommendations/recommendation';

/** Says how many follow-ups were closed, and offers to take them all up again. */
export function useSaidClosed(recommendationId: string): (followUpIds: string[]) => void {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const reopen = async (followUpIds: string[]) => {
    // Closing counted their versions up: what is there now is asked for.
    const { followUps } = await queryClient.query({ ...recommendationOf(workspace, recommendationId), staleTime: 0 });
    for (const { id, version, closing } of followUps) {
      if (!closing || !followUpIds.includes(id)) continue;
      await answer(
        client.DELETE('/api/v1/workspaces/{workspace}/follow-ups/{id}/closing', {
          params: { path: { workspace, id }, header: ifMatch(version) },
        }),
      );
    }
    await queryClient.invalidateQueries({ queryKey: [workspace] });
    notifications.show({ message: t('closing.reopened', { count: followUpIds.length }) });
  };
  return (followUpIds) => {
    const id = notifications.show({
      autoClose: 12_000,
      message: (
        <Group justify="space-between">
          <Text size="sm">{t('closing.closed', { count: followUpIds.length })}</Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              reopen(followUpIds).catch((error: unknown) => {
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
