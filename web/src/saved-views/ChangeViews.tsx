import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import { useSaidDone } from '../frame/done';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { SavedView } from './view';

interface ChangeViewsProps {
  views: SavedView[];
  /** What the page shows now. */
  address: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Other names for views, another content, or no longer. */
export function ChangeViews({ views, address, isOpen, onClose }: ChangeViewsProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="lg"
      title={t('savedViews.change')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <Stack>
        {views.map((view) => (
          <One key={view.id} view={view} address={address} />
        ))}
      </Stack>
    </Modal>
  );
}

const path = '/api/v1/workspaces/{workspace}/saved-views/{id}';

function One({ view, address }: { view: SavedView; address: string }) {
  const { t } = useTranslation();
  const [name, setName] = useState(view.name);
  const { change, remove } = useChanging(view);
  return (
    <Stack gap={6}>
      <Group align="end" gap="xs">
        <TextInput
          label={t('savedViews.nameOf', { name: view.name })}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          flex={1}
          miw={200}
        />
        <Button variant="default" disabled={!name.trim()} onClick={() => change.mutate({ name: name.trim() })}>
          {t('savedViews.rename')}
        </Button>
      </Group>
      <Group gap="xs">
        {view.address !== address && (
          <Button size="xs" variant="default" onClick={() => change.mutate({ address })}>
            {t('savedViews.replace')}
          </Button>
        )}
        <Button size="xs" variant="default" color="red" onClick={() => remove.mutate()}>
          {t('savedViews.delete', { name: view.name })}
        </Button>
      </Group>
      <Refused error={change.error ?? remove.error} />
    </Stack>
  );
}

/** Deleting is undone by keeping the same again. */
function useChanging(view: SavedView) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const sayDone = useSaidDone();
  const params = { path: { workspace, id: view.id }, header: ifMatch(view.version) };
  const readAnew = () => queryClient.invalidateQueries({ queryKey: [workspace, 'saved-views'] });
  const change = useMutation({
    mutationFn: (body: { name?: string; address?: string }) => answer(client.PATCH(path, { params, body })),
    onSuccess: async (saved) => {
      await readAnew();
      sayDone(t('savedViews.changed', { name: saved.name }));
    },
    onError: readAnew,
  });
  const again = () =>
    client.POST('/api/v1/workspaces/{workspace}/saved-views', {
      params: { path: { workspace } },
      body: { name: view.name, address: view.address },
    });
  const remove = useMutation({
    mutationFn: () => client.DELETE(path, { params }),
    onSuccess: async () => {
      await readAnew();
      sayDone(t('savedViews.deleted', { name: view.name }), again);
    },
    onError: readAnew,
  });
  return { change, remove };
}
