import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { answer, client, type Schema } from '../api/client';
import { queryClient } from '../api/queries';
import { useWorkspace } from '../frame/workspace';

type Transition = Schema['TransitionView'];

/** Says that a move was saved, and offers the step back: a correction, since nothing recorded is ever taken away. */
export function useSaidSaved(trackId: string): (saved: Transition) => void {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const undo = async (saved: Transition) => {
    await answer(
      client.POST('/api/v1/workspaces/{workspace}/tracks/{trackId}/transitions', {
        params: { path: { workspace, trackId } },
        body: {
          transition: 'correct',
          corrects: saved.id,
          to: saved.from,
          occurredOn: saved.occurredOn,
          note: t('followUps.undoNote'),
        },
      }),
    );
    await queryClient.invalidateQueries({ queryKey: [workspace] });
    notifications.show({ message: t('followUps.undone') });
  };
  return (saved) => {
    const id = notifications.show({
      autoClose: 12_000,
      message: (
        <Group justify="space-between">
          <Text size="sm">{t('followUps.saved')}</Text>
          {saved.transition !== 'correct' && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                undo(saved).catch((error: unknown) => {
                  notifications.show({ color: 'red', message: error instanceof Error ? error.message : '' });
                });
              }}
            >
              {t('frame.undo')}
            </Button>
          )}
        </Group>
      ),
    });
  };
}
