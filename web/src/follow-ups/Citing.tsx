import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddEvidence } from '../evidence/AddEvidence';
import { FindEvidence } from '../evidence/FindEvidence';
import type { Linked, Track } from './moving';

interface Piece {
  id: string;
  title: string | null;
}

interface CitingProps {
  track: Track;
  linked: Linked[];
  cited: string[];
  onChange: (ids: string[]) => void;
}

/** What the move stands on: what is attached already, and what is attached now, in the same act. */
export function Citing({ track, linked, cited, onChange }: CitingProps) {
  const { t } = useTranslation();
  const [added, setAdded] = useState<Piece[]>([]);
  const [isOpen, { open, close }] = useDisclosure(false);
  const own: Piece[] = linked.filter((link) => link.trackId === track.id).map(({ evidence }) => evidence);
  const pieces = [...own, ...added.filter(({ id }) => !own.some((piece) => piece.id === id))];
  const add = (piece: Piece) => {
    setAdded((before) => [...before, piece]);
    onChange([...cited.filter((id) => id !== piece.id), piece.id]);
    close();
  };
  return (
    <Stack gap="xs">
      <Checkbox.Group label={t('followUps.standsOn')} value={cited} onChange={onChange}>
        <Stack gap={4} mt={4}>
          {pieces.map(({ id, title }) => (
            <Checkbox key={id} value={id} label={title ?? t('followUps.withdrawn')} />
          ))}
          {pieces.length === 0 && <Text size="sm">{t('followUps.noEvidenceYet')}</Text>}
        </Stack>
      </Checkbox.Group>
      <Group>
        <Button variant="default" size="xs" leftSection={<IconPaperclip size={16} aria-hidden />} onClick={open}>
          {t('followUps.attach')}
        </Button>
      </Group>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t('followUps.attach')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <Stack>
          <FindEvidence onFound={add} />
          <AddEvidence onAdded={add} onCancel={close} />
        </Stack>
      </Modal>
    </Stack>
  );
}
