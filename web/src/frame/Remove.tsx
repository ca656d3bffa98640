import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../api/queries';
import { Asking } from './Asking';
import { useSaidDone } from './done';
import { useSaving } from './useSaving';
import { useWorkspace } from './workspace';

interface RemoveProps {
  noun: 'addressees' | 'sources' | 'engagements' | 'figures';
  id: string;
  name: string;
  /** What goes with it, and what stays. */
  means: string;
  remove: (workspace: string) => Promise<unknown>;
  /** Puts it back, where that is possible for a while. */
  undo?: ((workspace: string) => Promise<unknown>) | undefined;
}

/** Deletes what the page is about, after saying what that does; then there is the list that it was in. */
export function Remove({ noun, id, name, means, remove, undo }: RemoveProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [isOpen, { open, close }] = useDisclosure(false);
  const sayDone = useSaidDone();
  const removing = useSaving('search', undo ? undefined : t('frame.removed', { name }), async () => {
    await remove(workspace);
    if (undo) sayDone(t('frame.removed', { name }), () => undo(workspace));
    await navigate({ to: `/w/$workspace/${noun}`, params: { workspace } });
    queryClient.removeQueries({ queryKey: [workspace, noun, id] });
    void queryClient.invalidateQueries({ queryKey: [workspace, noun] });
  });
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
        {t('frame.remove')}
      </Button>
      {isOpen && (
        <Asking
          title={t('frame.removeNamed', { name })}
          act={t('frame.remove')}
          isDangerous
          saving={removing}
          close={close}
        >
          <Text size="sm">{means}</Text>
        </Asking>
      )}
    </>
  );
}
