import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../frame/workspace';
import { type Merge, PLACES, undoMerge } from './merging';

const LONG_ENOUGH = 20_000;

/** Says that it was merged, with the step back beside it; later that is on the page of the one that was kept. */
export function useSayMerged(): (merge: Merge) => void {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const undo = async (merge: Merge) => {
    notifications.hide(merge.id);
    try {
      await undoMerge(workspace, merge);
      notifications.show({ message: t('merges.undone', { name: merge.old.name }) });
      await navigate({ to: `/w/$workspace/${PLACES[merge.noun]}/$id`, params: { workspace, id: merge.old.id } });
    } catch (error) {
      notifications.show({ color: 'red', autoClose: false, message: error instanceof Error ? error.message : '' });
    }
  };
  return (merge) =>
    notifications.show({
      id: merge.id,
      autoClose: LONG_ENOUGH,
      message: (
        <Group gap="sm" justify="space-between">
          <Text size="sm">{t('merges.merged', { old: merge.old.name, into: merge.into.name ?? '' })}</Text>
          <Button size="compact-sm" variant="default" onClick={() => void undo(merge)}>
            {t('frame.undo')}
          </Button>
        </Group>
      ),
    });
}
