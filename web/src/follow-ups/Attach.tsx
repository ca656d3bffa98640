import { Button, Modal, SegmentedControl, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { AddEvidence } from '../evidence/AddEvidence';
import { FindEvidence } from '../evidence/FindEvidence';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { Linked, Track } from './moving';

type Stance = Linked['stance'];
const STANCES = ['supports', 'contradicts', 'context'] as const;

/** Evidence beside any move: it may also speak against what stands. */
export function Attach({ track }: { track: Track }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [stance, setStance] = useState<Stance>('supports');
  const link = useMutation({
    mutationFn: (evidenceId: string) =>
      answer(
        client.POST('/api/v1/workspaces/{workspace}/tracks/{trackId}/evidence', {
          params: { path: { workspace, trackId: track.id } },
          body: { evidenceId, stance },
        }),
      ),
    onSuccess: () => {
      close();
      return queryClient.invalidateQueries({ queryKey: [workspace] });
    },
  });
  const add = ({ id }: { id: string }) => {
    link.mutate(id);
  };
  return (
    <>
      <Button variant="default" size="xs" className="no-print" onClick={open}>
        {t('followUps.attach')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('followUps.attach')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <Stack>
          <SegmentedControl
            aria-label={t('followUps.stance')}
            value={stance}
            onChange={(value) => {
              setStance(value);
            }}
            data={STANCES.map((value) => ({
              value,
              label: t(`followUps.stances.${value}`),
            }))}
          />
          <Refused error={link.error} />
          <FindEvidence onFound={add} />
          <AddEvidence onAdded={add} onCancel={close} />
        </Stack>
      </Modal>
    </>
  );
}
