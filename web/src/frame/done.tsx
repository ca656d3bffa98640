import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/queries';
import { useWorkspace } from './workspace';

/** Takes back what was done; what it answers, where it is words, is said then. */
export type StepBack = () => Promise<unknown>;

/** Says what was done, and offers the step back; what the step back met is said too. It outlives the page that it was done on. */
export function useSaidDone(): (message: string, undo?: StepBack) => void {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const takeBack = async (undo: StepBack) => {
    try {
      const said = await undo();
      notifications.show({ message: typeof said === 'string' ? said : t('frame.putBack') });
    } catch (error) {
      notifications.show({
        color: 'red',
        autoClose: false,
        message: error instanceof Error ? error.message : t('frame.failed'),
      });
    }
    await queryClient.invalidateQueries({ queryKey: [workspace] });
  };
  return (message, undo) => {
    const id = notifications.show({
      autoClose: 12_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{message}</Text>
          {undo && (
            <Button
              size="compact-sm"
              variant="default"
              style={{ flex: 'none' }}
              onClick={() => {
                notifications.hide(id);
                void takeBack(undo);
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
