import { Button, Modal, SegmentedControl, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client';
import { queryClient } from '../api/queries';
import { AddEvidence } from '../evidence/AddEvidence';
import { FindEvidence } from '../evidence/FindEvidence';
import { Refused } from '../frame/Refused';
import { useWorkspace } from '../frame/workspace';
import type { InboxItem } from '../inbox/inbox';
import type { Linked, Track } from './moving';

type Stance = Linked['stance'];
const STANCES = ['supports', 'contradicts', 'context'] as const;

interface AttachFormProps {
  track: Track;
  /** From the inbox: what becomes a piece and is attached. */
  kept?: InboxItem;
  isOpen: boolean;
  onClose: () => void;
  onDone?: () => void;
}

/** A piece that is there already, or a new one, and what it speaks for. */
export function AttachForm({ track, kept, isOpen, onClose, onDone = onClose }: AttachFormProps) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
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
      onDone();
      return queryClient.invalidateQueries({ queryKey: [workspace] });
    },
  });
  const add = ({ id }: { id: string }) => {
    link.mutate(id);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
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
        {link.error && kept ? (
          // The piece is made and has left the inbox: what is left to do is to attach it.
          <Button variant="default" loading={link.isPending} onClick={() => link.mutate(link.variables)}>
            {t('frame.tryAgain')}
          </Button>
        ) : (
          <>
            {!kept && <FindEvidence onFound={add} />}
            <AddEvidence kept={kept} onAdded={add} onCancel={onClose} />
          </>
        )}
      </Stack>
    </Modal>
  );
}
