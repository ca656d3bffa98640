import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FocusBack } from '../frame/useFocusBack';
import { sentencesLeft } from './document-pieces';
import type { Intake, Proposal } from './intake';

interface AddDialogProps {
  intake: Intake;
  proposals: Proposal[];
  onAdd: (span: Proposal['span']) => void;
  onClose: () => void;
}

/** An ask that the rules missed, without a mouse: found by its words among the sentences that are left. */
export function AddDialog({ intake, proposals, onAdd, onClose }: AddDialogProps) {
  const { t } = useTranslation();
  const left = sentencesLeft(intake.text, intake.blocks, proposals);
  const [chosen, setChosen] = useState<string | null>(null);
  const span = left.find(({ start }) => String(start) === chosen);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (span) onAdd(span);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('intake.addSelected')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <FocusBack />
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('intake.addAbout')}</Text>
          <Select
            label={t('intake.sentence')}
            data={left.map(({ start, end }) => ({
              value: String(start),
              label: intake.text.slice(start, end).replace(/\s+/g, ' '),
            }))}
            value={chosen}
            onChange={setChosen}
            searchable
            selectFirstOptionOnChange
            limit={40}
            comboboxProps={{ withinPortal: false }}
            nothingFoundMessage={t('intake.noSentence')}
            data-autofocus
          />
          <Group gap="xs">
            <Button type="submit" disabled={!span}>
              {t('intake.addSelected')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('frame.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
