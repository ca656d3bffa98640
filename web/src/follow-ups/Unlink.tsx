import { ActionIcon, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLinkOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { Track } from './moving';

/** A link is never taken away: that it no longer counts is one more entry. */
export function Unlink({ evidenceId, title, track }: { evidenceId: string; title: string; track: Track }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [isOpen, { open, close }] = useDisclosure(false);
  const unlink = useMutation({
    mutationFn: () =>
      answer(
        client.DELETE('/api/v1/workspaces/{workspace}/tracks/{trackId}/evidence/{evidenceId}', {
          params: { path: { workspace, trackId: track.id, evidenceId } },
        }),
      ),
    onSuccess: () => {
      close();
      return queryClient.invalidateQueries({ queryKey: [workspace] });
    },
  });
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        className="no-print"
        aria-label={t('followUps.unlink', { title })}
        onClick={open}
      >
        <IconLinkOff size={16} aria-hidden />
      </ActionIcon>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('followUps.unlinkTitle')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <Stack>
          <Text>{t('followUps.unlinkWhat', { title })}</Text>
          <Refused error={unlink.error} />
          <Group>
            <Button
              loading={unlink.isPending}
              onClick={() => {
                unlink.mutate();
              }}
            >
              {t('followUps.unlinkDo')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('frame.cancel')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
